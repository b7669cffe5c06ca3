/// A day in the spa's calendar (proleptic Gregorian), as `DATE` columns hold it.
package struct LocalDate: Hashable, Comparable, Sendable {
  /// From 0001-01-01 to 9999-12-31, the days that `YYYY-MM-DD` can write.
  package static let range = -719_162...2_932_896

  /// Days since 1970-01-01.
  package let dayNumber: Int

  /// Clamped to `range`: the calendar has no day before its first or after its last.
  package init(dayNumber: Int) { self.dayNumber = dayNumber.clamped(to: Self.range) }

  package static let first = LocalDate(dayNumber: range.lowerBound)
  package static let last = LocalDate(dayNumber: range.upperBound)

  /// Nil where the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysIn(month: month, year: year)
    else { return nil }
    // Days from civil: years begin in March, so that the leap day is the last of its year.
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = era * 146_097 + dayOfEra - 719_468
  }

  package var yearMonthDay: (year: Int, month: Int, day: Int) {
    let z = dayNumber + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  package var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday.allCases[((dayNumber + 3) % 7 + 7) % 7]
  }

  private static let wholeCalendar = range.upperBound - range.lowerBound

  package static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (a: Self, b: Self) -> Bool { a.dayNumber < b.dayNumber }
  package static func + (a: Self, days: Int) -> Self {
    Self(dayNumber: a.dayNumber + days.clamped(to: -wholeCalendar...wholeCalendar))
  }
  package static func - (a: Self, days: Int) -> Self {
    Self(dayNumber: a.dayNumber - days.clamped(to: -wholeCalendar...wholeCalendar))
  }
  /// Days from `b` to `a`.
  package static func - (a: Self, b: Self) -> Int { a.dayNumber - b.dayNumber }
}

extension LocalDate: Strideable {
  package func distance(to other: Self) -> Int { other.dayNumber - dayNumber }
  package func advanced(by days: Int) -> Self { self + days }
}

extension LocalDate: LosslessStringConvertible {
  /// `2024-01-15`.
  package var description: String {
    let (year, month, day) = yearMonthDay
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Exactly `YYYY-MM-DD`; nil for anything else and for days that do not exist.
  package init?(_ text: String) {
    guard let (year, month, day) = numbers(text, "0000-00-00") else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

package enum Weekday: String, CaseIterable, Hashable, Sendable {
  case monday = "MONDAY", tuesday = "TUESDAY", wednesday = "WEDNESDAY", thursday = "THURSDAY"
  case friday = "FRIDAY", saturday = "SATURDAY", sunday = "SUNDAY"

  /// Monday is 0.
  package var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
