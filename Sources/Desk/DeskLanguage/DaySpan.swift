import BookingDomain

/// Days from one to another as people say them: `24/12-2/1`, `mon-fri`, `24 dec to 2 jan`, `24-26/12`,
/// `next week`.
enum DaySpan {
  struct Found: Hashable {
    let count: Int
    let days: ClosedRange<LocalDate>
  }

  private static let joints: Set<String> = [
    "-", "–", "to", "until", "till", "through", "đến", "tới",
  ]

  /// Every span that begins with the first of `words`.
  static func read(_ words: ArraySlice<LineWord>, today: LocalDate) -> [Found] {
    guard let first = words.first else { return [] }
    let inOneWord = cuts(first.written).compactMap { left, right in
      days(left, right, today: today).map { Found(count: 1, days: $0) }
    }
    let inSeveral = DayWord.read(words).flatMap { begin -> [Found] in
      let rest = words.dropFirst(begin.count)
      guard let joint = rest.first, joints.contains(joint.lower) else { return [] }
      return DayWord.read(rest.dropFirst()).compactMap { end in
        days(from: begin.day, to: end.day, today: today).map {
          Found(count: begin.count + 1 + end.count, days: $0)
        }
      }
    }
    return inOneWord + inSeveral + weeks(words, today: today)
  }

  /// `next week`, `tuần sau`: from its Monday to its Sunday; `this week` from today on.
  private static func weeks(_ words: ArraySlice<LineWord>, today: LocalDate) -> [Found] {
    let folded = words.prefix(2).map(\.folded)
    let monday = DayWord.weekday(.monday, weeks: 1).date(today: today)
    switch folded {
    case ["next", "week"], ["tuan", "sau"], ["tuan", "toi"]:
      return [Found(count: 2, days: monday...monday + 6)]
    case ["this", "week"], ["tuan", "nay"]: return [Found(count: 2, days: today...monday - 1)]
    default: return []
    }
  }

  /// The word in two, at each of its dashes.
  private static func cuts(_ word: String) -> [(String, String)] {
    word.indices.filter { "-–".contains(word[$0]) }.compactMap { dash in
      let (left, right) = (word[..<dash], word[word.index(after: dash)...])
      return left.isEmpty || right.isEmpty ? nil : (String(left), String(right))
    }
  }

  private static func days(_ left: String, _ right: String, today: LocalDate)
    -> ClosedRange<LocalDate>?
  {
    guard let end = DayWord(right) else { return nil }
    // `24-26/12`: the month stands behind the second.
    if left.utf8.count <= 2, let day = Int(left), case .dayAndMonth(_, let month) = end,
      LocalDate(year: 2000, month: month, day: day) != nil
    {
      return days(from: .dayAndMonth(day, month), to: end, today: today)
    }
    return DayWord(left).flatMap { days(from: $0, to: end, today: today) }
  }

  /// Nobody plans further than a few years; past it the line is a slip of the finger.
  private static let longest = 3_653

  private static func days(from begin: DayWord, to end: DayWord, today: LocalDate)
    -> ClosedRange<LocalDate>?
  {
    guard [begin, end].allSatisfy({ $0.contradiction(today: today) == nil }) else { return nil }
    let first = begin.date(today: today)
    // The second of January behind Christmas is next year's.
    let last =
      switch end {
      case .on, .fromToday, .twice: end.date(today: today)
      case .weekday(_, let weeks) where weeks > 0: end.date(today: today)
      case .weekday, .weekAfter, .dayAndMonth, .dayOfMonth: end.date(today: first)
      }
    return (0...longest).contains(last - first) ? first...last : nil
  }
}
