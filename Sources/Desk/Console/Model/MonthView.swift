import BookingDomain

/// How full each day of a month is, over the board.
package struct MonthView: Hashable, Sendable {
  /// The day that Enter goes to.
  package var at: LocalDate
  /// Nil until the answer has come.
  package var days: [LocalDate: DayFullness]?
  package var problem: String?
  /// The first column.
  package let weekBegins: Weekday

  package init(at: LocalDate, weekBegins: Weekday) { (self.at, self.weekBegins) = (at, weekBegins) }

  /// The first of the month.
  package var first: LocalDate { at - (at.yearMonthDay.day - 1) }

  private var last: LocalDate {
    let (year, month, _) = at.yearMonthDay
    let next = month == 12 ? (year + 1, 1) : (year, month + 1)
    return (LocalDate(year: next.0, month: next.1, day: 1) ?? at) - 1
  }

  /// Whole weeks.
  package var shown: ClosedRange<LocalDate> {
    func place(_ date: LocalDate) -> Int { (date.weekday.place - weekBegins.place + 7) % 7 }
    return first - place(first)...last + (6 - place(last))
  }

  package func isOfTheMonth(_ date: LocalDate) -> Bool { (first...last).contains(date) }

  mutating func go(_ days: Int) { move(to: at + days) }

  mutating func turn(_ months: Int) {
    let (year, month, day) = at.yearMonthDay
    let count = year * 12 + month - 1 + months
    let (newYear, newMonth) = (count / 12, count % 12 + 1)
    // The 31st of a month that has 30 days is its last.
    let found = (28...31).reversed().lazy.filter { $0 <= max(day, 28) }.map { most in
      LocalDate(year: newYear, month: newMonth, day: min(day, most))
    }.first { $0 != nil }
    if let date = found ?? nil { move(to: date) }
  }

  mutating func goToEnd(_ isLast: Bool) { at = isLast ? last : first }

  private mutating func move(to date: LocalDate) {
    let month = first
    at = date
    if first != month { (days, problem) = (nil, nil) }
  }
}
