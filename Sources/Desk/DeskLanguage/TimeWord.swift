import BookingDomain

/// A time of day, a span of it or a length, as people say them.
enum TimeWord: Hashable {
  case time(TimeOfDay, Form)
  case span(TimeOfDay, TimeOfDay)
  case length(Minutes, Form)

  /// What else it may be.
  enum Form: Hashable {
    /// Nothing: `14:30`, `2:30 pm`, `90 min`.
    case clear
    /// `5h`, `1h30`: a time of day and a length look alike.
    case hours
    /// `1430`, `14`: digits alone.
    case plain
    /// `10.10`: a day as well.
    case dotted
  }

  struct Found: Hashable {
    let count: Int
    let word: TimeWord
  }

  /// Every time, span and length that begins with the first of `words`, the longest first.
  static func read(_ words: ArraySlice<LineWord>, hours: BusinessHours?) -> [Found] {
    let reader = TimeReader(hours: hours)
    return (reader.spans(words) + reader.times(words) + reader.lengths(words))
      .sorted { $0.count > $1.count }
  }

  /// Every length that begins with the first of `words`.
  static func lengths(_ words: [LineWord]) -> [(count: Int, length: Minutes, form: Form)] {
    TimeReader(hours: nil).lengths(words[...]).compactMap {
      if case .length(let length, let form) = $0.word { ($0.count, length, form) } else { nil }
    }
  }

  /// How long from now: `in 30 minutes`, `in half an hour`, `30 phút nữa`.
  static func fromNow(_ words: ArraySlice<LineWord>) -> [(count: Int, length: Minutes)] {
    let isIn = words.first?.lower == "in"
    return TimeReader(hours: nil).lengths(words.dropFirst(isIn ? 1 : 0)).compactMap { found in
      guard case .length(let length, let form) = found.word, form != .plain else { return nil }
      if isIn { return (found.count + 1, length) }
      return words.dropFirst(found.count).begins(with: ["nữa"]) ? (found.count + 1, length) : nil
    }
  }

  /// Whether it says itself which half of the day it means: `14`, `2 pm`, `09:00`.
  static func saysHalfOfDay(_ words: ArraySlice<LineWord>) -> Bool {
    words.contains { word in
      DayPart(behindTime: word) != nil || word.lower == "now"
        || word.lower.contains { "ap".contains($0) }
        || word.written.prefix(while: \.isNumber).count >= 2
    }
  }

  /// The longest that anything lasts.
  static let longest = 720
}
