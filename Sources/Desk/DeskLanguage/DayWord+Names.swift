import BookingDomain

/// Days by their names: `tomorrow`, `next fri`, `thứ 6 tuần sau`.
extension DayWord {
  private static let single: [String: Int] = [
    "today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "tmr": 1, "tmw": 1, "yesterday": -1,
  ]

  private static let several: KeyValuePairs<[Spelling], Int> = [
    ["the", "day", "after", "tomorrow"]: 2, ["day", "after", "tomorrow"]: 2,
    ["hôm", "nay"]: 0, ["ngày", "mai"]: 1, ["ngày", "kia"]: 2, ["ngày", "mốt"]: 2,
    ["hôm", "qua"]: -1,
  ]

  static let nextWeek: [[Spelling]] = [["next", "week"], ["tuần", "sau"], ["tuần", "tới"]]

  static func phrases(
    _ words: ArraySlice<LineWord>, _ folded: [String], _ first: LineWord
  ) -> [Found] {
    var found: [Found] = []
    for (phrase, days) in several where words.begins(with: phrase) {
      found.append(Found(count: phrase.count, day: .fromToday(days)))
    }
    if nextWeek.contains(where: words.begins) { found.append(Found(count: 2, day: .fromToday(7))) }
    if let days = single[first.lower] {
      found.append(Found(count: 1, day: .fromToday(days), part: DayPart(beside: first)))
    }
    if first.lower == "mốt" { found.append(Found(count: 1, day: .fromToday(2))) }
    if first.lower == "mai" {
      found.append(Found(count: 1, day: .fromToday(1), certainty: .mayBeName))
    }
    if folded.count >= 3, folded[0] == "in", let number = Int(folded[1]), (1...366) ~= number {
      let unit = ["day": 1, "days": 1, "week": 7, "weeks": 7][folded[2]]
      if let unit { found.append(Found(count: 3, day: .fromToday(number * unit))) }
    }
    // `3 ngày nữa`, `2 tuần nữa`.
    if folded.count >= 3, let number = Int(folded[0]), (1...366) ~= number,
      words.dropFirst(2).begins(with: ["nữa"]), let unit = words.dropFirst().first
    {
      let days = unit.isOne(of: ["ngày"]) ? 1 : unit.isOne(of: ["tuần"]) ? 7 : 0
      if days > 0 { found.append(Found(count: 3, day: .fromToday(number * days))) }
    }
    if folded.count >= 2, let day = weekday(folded[1]) {
      if folded[0] == "next" {
        found.append(Found(count: 2, day: .weekday(day, weeks: 1)))
      } else if folded[0] == "this" || folded[0] == "on" {
        found.append(Found(count: 2, day: .weekday(day, weeks: 0)))
      }
    }
    return found
  }

  /// `monday week`, `a week on friday`, `today week`.
  static func weekLater(_ folded: [String]) -> [Found] {
    func later(_ word: String) -> DayWord? {
      weekday(word).map(DayWord.weekAfter) ?? single[word].map { .fromToday($0 + 7) }
    }
    guard folded.count >= 2 else { return [] }
    if folded[1] == "week", let day = later(folded[0]) { return [Found(count: 2, day: day)] }
    let skipped = folded[0] == "a" ? 1 : 0
    guard folded.count >= skipped + 3, folded[skipped] == "week",
      ["on", "from"].contains(folded[skipped + 1]), let day = later(folded[skipped + 2])
    else { return [] }
    return [Found(count: skipped + 3, day: day)]
  }

  /// `fri`, `friday`: three letters of it at least.
  static func weekday(_ word: String) -> Weekday? {
    guard word.count >= 3, word.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let letters = word.hasSuffix(".") ? String(word.dropLast()) : word
    return Weekday.allCases.first { $0.rawValue.lowercased().hasPrefix(letters) }
  }

  private static let vietnameseDays: [Spelling] = ["hai", "ba", "tư", "năm", "sáu", "bảy"]

  /// `thứ 6`, `thứ sáu`, `t6`, `cn`, `chủ nhật`, each with `tuần sau` or `tới` behind it.
  static func vietnamese(_ words: ArraySlice<LineWord>) -> [Found] {
    guard let first = words.first else { return [] }
    var day: Weekday?
    var count = 1
    var certainty = Certainty.clear
    if first.folded == "cn" {
      day = .sunday
    } else if words.begins(with: ["chủ", "nhật"]) {
      (day, count) = (.sunday, 2)
    } else if words.begins(with: ["thứ"]), let second = words.dropFirst().first {
      let number =
        second.number ?? vietnameseDays.firstIndex { $0.means(second) }.map { $0 + 2 }
      guard let number, (2...7).contains(number) else { return [] }
      (day, count) = (Weekday.allCases[number - 2], 2)
      certainty = first.lower == "thu" && second.number != nil ? .mayBeHour : .clear
    } else if first.folded.hasPrefix("t"), first.folded.count == 2,
      let number = Int(first.folded.dropFirst()), (2...7).contains(number)
    {
      (day, certainty) = (Weekday.allCases[number - 2], .mayBeNumber)
    }
    guard let day else { return [] }
    var found = [Found(count: count, day: .weekday(day, weeks: 0), certainty: certainty)]
    let behind = words.dropFirst(count)
    if nextWeek.contains(where: behind.begins) {
      found.append(Found(count: count + 2, day: .weekday(day, weeks: 1)))
    }
    if behind.begins(with: ["này"]) {
      found.append(Found(count: count + 1, day: .weekday(day, weeks: 0)))
    }
    if behind.first?.lower == "tới" {
      found.append(Found(count: count + 1, day: .coming(day)))
    }
    return found
  }
}
