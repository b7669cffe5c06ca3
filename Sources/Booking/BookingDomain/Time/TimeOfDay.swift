/// A time on the spa's clock, in whole seconds from midnight, as `TIME` columns hold it.
/// It may lie past 24:00 where it is the end of something that goes on into the next day, and
/// before 0:00 where something of the day before is seen from the day after.
package struct TimeOfDay: Hashable, Comparable, Sendable {
  /// The whole calendar seen from any of its days, and more.
  package static let range = -400_000_000_000...400_000_000_000

  package let seconds: Int

  /// Clamped to `range`.
  package init(seconds: Int) { self.seconds = seconds.clamped(to: Self.range) }
  package init(hour: Int, minute: Int = 0) {
    let hours = hour.clamped(to: -100_000_000...100_000_000)
    let minutes = minute.clamped(to: Minutes.range)
    self.init(seconds: hours * 3600 + minutes * 60)
  }

  /// Whole minutes from midnight, seconds dropped.
  package var minutes: Int { seconds / 60 }
  package var hour: Int { seconds / 3600 }
  package var minute: Int { seconds / 60 % 60 }

  /// Seconds of a day on the clock.
  package static let day = 86_400
  package static let midnight = TimeOfDay(seconds: 0)
  package static let endOfDay = TimeOfDay(hour: 24)

  /// As a clock shows it: 2:00 and not 26:00. Midnight is 24:00.
  package var onClock: TimeOfDay {
    self > .endOfDay ? TimeOfDay(seconds: seconds - Self.day) : self
  }

  /// The next such time on the clock: at or before `start` it is the next day's.
  func next(after start: TimeOfDay) -> TimeOfDay {
    self > start ? self : TimeOfDay(seconds: seconds + Self.day)
  }

  package static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }
  package static func + (a: Self, b: Minutes) -> Self { Self(seconds: a.seconds + b.count * 60) }
  package static func - (a: Self, b: Minutes) -> Self { Self(seconds: a.seconds - b.count * 60) }
  /// Whole minutes from `b` to `a`, rounded towards zero.
  package static func - (a: Self, b: Self) -> Minutes { Minutes((a.seconds - b.seconds) / 60) }
}

extension TimeOfDay: LosslessStringConvertible {
  /// `14:30:00`, the guide's form.
  package var description: String { "\(hourMinute):\(padded(seconds % 60, 2))" }

  /// `14:30`, for people.
  package var hourMinute: String { "\(padded(hour, 2)):\(padded(minute, 2))" }

  /// `HH:MM` or `HH:MM:SS`, 00:00 to 24:00:00; nil for anything else.
  package init?(_ text: String) {
    let form: StaticString = text.utf8.count == 5 ? "00:00" : "00:00:00"
    guard let (hour, minute, second) = numbers(text, form), minute < 60, second < 60 else {
      return nil
    }
    self.init(seconds: hour * 3600 + minute * 60 + second)
    guard self <= .endOfDay else { return nil }
  }
}
