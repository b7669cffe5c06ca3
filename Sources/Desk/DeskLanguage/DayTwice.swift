import BookingDomain

/// A day that is said twice, with its name and its date: `fri 4/12`, `thứ 7 ngày 5/12`,
/// `tomorrow 28/11`. Both have to be the same day.
extension DayWord {
  /// Every such day that begins with the first of `words`.
  ///
  /// - Parameter read: finds the days, each typed once, that begin with a word.
  static func twice(
    _ words: ArraySlice<LineWord>, _ read: (ArraySlice<LineWord>) -> [Found]
  ) -> [Found] {
    read(words).flatMap { first in
      read(words.dropFirst(first.count)).compactMap { second in
        let kinds = [first.day.kind, second.day.kind]
        guard kinds[0] != kinds[1], !kinds.contains(nil) else { return nil }
        return Found(
          count: first.count + second.count, day: .twice(first.day, second.day),
          certainty: first.certainty == .clear ? second.certainty : first.certainty)
      }
    }
  }

  private enum Kind {
    case date
    case weekday
    /// Only `today` and `tomorrow` are typed together with a date.
    case near
  }

  private var kind: Kind? {
    switch self {
    case .on, .dayAndMonth, .dayOfMonth: .date
    case .weekday, .weekAfter, .coming: .weekday
    case .fromToday(let days): (-1...2).contains(days) ? .near : nil
    case .twice: nil
    }
  }

  /// The two different days that the name and the date mean; nil where they are the same day.
  package func contradiction(today: LocalDate) -> (LocalDate, LocalDate)? {
    guard case .twice(let first, let second) = self else { return nil }
    let (one, other) = (first.date(today: today), second.date(today: today))
    // `fri` beside a date is any Friday.
    let isMet =
      switch (first, second) {
      case (.weekday(let day, _), _): other.weekday == day
      case (_, .weekday(let day, _)): one.weekday == day
      default: one == other
      }
    return isMet ? nil : (one, other)
  }

  /// The date of a day that is typed twice: that of the word which is a date, else that of `today`
  /// or `tomorrow`.
  static func date(_ first: DayWord, _ second: DayWord, today: LocalDate) -> LocalDate {
    let exact =
      [first, second].first { $0.kind == .date } ?? (first.kind == .weekday ? second : first)
    return exact.date(today: today)
  }

  /// The sentence for a name and a date that are two different days.
  package func problem(_ text: String, today: LocalDate) -> String? {
    contradiction(today: today).map {
      "\"\(text)\" is two days: \($0.short(seenFrom: today)) or \($1.short(seenFrom: today))?"
    }
  }
}
