import BookingDomain

/// A day as people type it: `today`, `tomorrow`, `yesterday`, `+3`, `-1`, `2026-11-30`.
package enum DayWord: Hashable, Sendable {
  /// So many days from today; 0 is today, and moves on at midnight.
  case fromToday(Int)
  case on(LocalDate)

  package static let today = DayWord.fromToday(0)

  package static let examples = ["today", "tomorrow", "yesterday", "+1", "-1"]

  /// A century each way: past it the number is a slip of the finger.
  private static let farthest = 36_525

  package init?(_ text: String) {
    let word = text.lowercased()
    switch word {
    case "today": self = .today
    case "tomorrow": self = .fromToday(1)
    case "yesterday": self = .fromToday(-1)
    default:
      if let date = LocalDate(word) {
        self = .on(date)
      } else if word.hasPrefix("+") || word.hasPrefix("-"), let days = Int(word),
        (-Self.farthest...Self.farthest).contains(days)
      {
        self = .fromToday(days)
      } else {
        return nil
      }
    }
  }

  /// The sentence for a text that is none.
  package static func problem(_ text: String) -> String {
    "\"\(text)\" is not a day: write YYYY-MM-DD, today, tomorrow, yesterday, +N or -N."
  }

  package func date(today: LocalDate) -> LocalDate {
    switch self {
    case .fromToday(let days): today + days
    case .on(let date): date
    }
  }
}
