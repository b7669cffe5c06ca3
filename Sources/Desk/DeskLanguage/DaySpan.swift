import BookingDomain

/// Days from one to another as people say them: `24/12-2/1`, `mon-fri`, `24 dec to 2 jan`, `24-26/12`,
/// `next week`.
enum DaySpan {
  struct Found: Hashable {
    let count: Int
    let days: ClosedRange<LocalDate>
  }

  static let joints: [Spelling] = [
    "-", "–", "to", "until", "till", "through", "đến", "tới",
  ]

  private static let ends: [Spelling] = ["until", "till", "til", "through", "đến", "tới"]

  /// Every span that begins with the first of `words`.
  static func read(_ words: ArraySlice<LineWord>, today: LocalDate) -> [Found] {
    let inMonth = monthBehind(words, today: today)
    let inSeveral = DayWord.read(words).flatMap { begin -> [Found] in
      behindJoint(words.dropFirst(begin.count)).compactMap { end in
        days(from: begin.day, to: end.day, today: today).map {
          Found(count: begin.count + end.count, days: $0)
        }
      }
    }
    // `ngày 24 đến 26/12` begins in December too.
    return inOneWord(words, today: today) + (inMonth.isEmpty ? inSeveral : inMonth)
      + weeks(words, today: today)
  }

  /// `until mon`, `đến thứ 2`: only the end is typed.
  static func ends(_ words: ArraySlice<LineWord>) -> [DayWord.Found] {
    guard let first = words.first, first.isOne(of: ends) else { return [] }
    return behindJoint(words)
  }

  /// The days that can follow a word such as `to`; the number of words includes it.
  private static func behindJoint(_ words: ArraySlice<LineWord>) -> [DayWord.Found] {
    guard let joint = words.first, joint.isOne(of: joints) else { return [] }
    return DayWord.read(words.dropFirst()).map { DayWord.Found(count: $0.count + 1, day: $0.day) }
  }

  private static func inOneWord(_ words: ArraySlice<LineWord>, today: LocalDate) -> [Found] {
    guard let first = words.first else { return [] }
    return cuts(first.written).flatMap { left, right -> [Found] in
      let whole = days(left, right, today: today).map { Found(count: 1, days: $0) }
      // `24-26 dec`.
      let begun = [LineWord(right, first.range)] + words.dropFirst()
      let month = DayWord.read(begun[...]).filter { $0.count > 1 }.compactMap { end in
        days(fromDay: left, to: end.day, today: today).map { Found(count: end.count, days: $0) }
      }
      return [whole].compactMap(\.self) + month
    }
  }

  /// `24 to 26 dec`, `ngày 24 đến 26/12`: the month is typed only once, after the second day.
  private static func monthBehind(_ words: ArraySlice<LineWord>, today: LocalDate) -> [Found] {
    let skipped = words.begins(with: ["ngày"]) || words.begins(with: ["the"]) ? 1 : 0
    guard let first = words.dropFirst(skipped).first else { return [] }
    return behindJoint(words.dropFirst(skipped + 1)).compactMap { end in
      days(fromDay: first.written, to: end.day, today: today).map {
        Found(count: skipped + 1 + end.count, days: $0)
      }
    }
  }

  /// `next week`, `tuần sau`: from its Monday to its Sunday; `this week` from today on.
  private static func weeks(_ words: ArraySlice<LineWord>, today: LocalDate) -> [Found] {
    let monday = DayWord.weekday(.monday, weeks: 1).date(today: today)
    if DayWord.nextWeek.contains(where: words.begins) {
      return [Found(count: 2, days: monday...monday + 6)]
    }
    if words.begins(with: ["this", "week"]) || words.begins(with: ["tuần", "này"]) {
      return [Found(count: 2, days: today...monday - 1)]
    }
    return []
  }

  /// The word split in two, at each of its dashes.
  static func cuts(_ word: String) -> [(String, String)] {
    word.indices.filter { "-–".contains(word[$0]) }.compactMap { dash in
      let (left, right) = (word[..<dash], word[word.index(after: dash)...])
      return left.isEmpty || right.isEmpty ? nil : (String(left), String(right))
    }
  }

  private static func days(_ left: String, _ right: String, today: LocalDate)
    -> ClosedRange<LocalDate>?
  {
    guard let end = DayWord(right) else { return nil }
    return days(fromDay: left, to: end, today: today)
      ?? DayWord(left).flatMap { days(from: $0, to: end, today: today) }
  }

  /// `24`, and `26/12`: both are in one month.
  private static func days(fromDay text: String, to end: DayWord, today: LocalDate)
    -> ClosedRange<LocalDate>?
  {
    guard text.utf8.count <= 2, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let day = Int(text)
    else { return nil }
    switch end {
    case .dayAndMonth(_, let month):
      guard LocalDate(year: 2000, month: month, day: day) != nil else { return nil }
      return days(from: .dayAndMonth(day, month), to: end, today: today)
    case .on(let date):
      let (year, month, _) = date.yearMonthDay
      guard let begin = LocalDate(year: year, month: month, day: day) else { return nil }
      return days(from: .on(begin), to: end, today: today)
    default: return nil
    }
  }

  /// Nobody plans further than a few years; a longer span is a typing error.
  private static let longest = 3_653

  static func days(from begin: DayWord, to end: DayWord, today: LocalDate)
    -> ClosedRange<LocalDate>?
  {
    guard [begin, end].allSatisfy({ $0.contradiction(today: today) == nil }) else { return nil }
    let first = begin.date(today: today)
    // The second of January after a day in December is next year's.
    let last =
      switch end {
      case .on, .fromToday, .twice: end.date(today: today)
      case .weekday(_, let weeks) where weeks > 0: end.date(today: today)
      case .weekday, .weekAfter, .coming, .dayAndMonth, .dayOfMonth: end.date(today: first)
      }
    return (0...longest).contains(last - first) ? first...last : nil
  }
}
