import BookingDomain

/// Days by their figures: `4/12`, `+3`, `4 dec`, `ngày 28`.
extension DayWord {
  /// At most a century before or after today; a day further away is a typing error.
  private static let farthest = 36_525

  /// `+3`, `-1`, `2026-12-04`, `4/12`, `4/12/2026`, `4-12-2026`, `2026/12/4`.
  static func numbered(_ word: LineWord) -> DayWord? {
    let text = word.lower
    if let date = LocalDate(text) { return .on(date) }
    if text.hasPrefix("+") || text.hasPrefix("-"), text.utf8.count <= 6,
      text.dropFirst().utf8.allSatisfy({ (0x30...0x39).contains($0) }), let days = Int(text),
      (-farthest...farthest).contains(days)
    {
      return .fromToday(days)
    }
    if let unit = ["d": 1, "w": 7][text.suffix(1)], text.hasPrefix("+"), text.utf8.count <= 5,
      let number = Int(text.dropFirst().dropLast()), (1...366).contains(number)
    {
      return .fromToday(number * unit)
    }
    for separator in ["/", "-"] as [Character] where text.contains(separator) {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      // `13-14` are times.
      guard parts.count == 3 || separator == "/" || Int(parts[0]) ?? 0 > 24 else { continue }
      if let day = date(parts) { return day }
    }
    return nil
  }

  /// `4.12`, `4.12.`, `4.12.2026`.
  static func dotted(_ text: String) -> DayWord? {
    guard text.contains(".") else { return nil }
    let text = text.hasSuffix(".") ? text.dropLast() : text[...]
    return date(text.split(separator: ".", omittingEmptySubsequences: false))
  }

  private static func date(_ parts: [Substring]) -> DayWord? {
    guard (2...3).contains(parts.count),
      parts.allSatisfy({ part in
        (1...4).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      })
    else { return nil }
    // The year stands first where it has four figures there.
    let parts = isYearFirst(parts) ? parts.reversed() : parts
    guard parts[0].count <= 2, parts[1].count <= 2, let day = Int(parts[0]),
      let month = Int(parts[1])
    else { return nil }
    guard parts.count == 3 else { return yearly(day, month) }
    guard [2, 4].contains(parts[2].count), let year = Int(parts[2]) else { return nil }
    return LocalDate(year: year < 100 ? 2000 + year : year, month: month, day: day).map(DayWord.on)
  }

  private static func isYearFirst(_ parts: [Substring]) -> Bool {
    parts.count == 3 && parts[0].utf8.count == 4 && parts[2].utf8.count <= 2
  }

  /// `31/11`, `30/2`: there is such a month, but it has no such day.
  static func isNoDay(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = (isYearFirst(parts) ? parts.reversed() : parts).compactMap { Int($0) }
    return numbers.count == parts.count && (2...3).contains(parts.count)
      && (1...31).contains(numbers[0]) && (1...12).contains(numbers[1]) && date(parts) == nil
  }

  private static func yearly(_ day: Int, _ month: Int) -> DayWord? {
    // A leap year has it.
    LocalDate(year: 2000, month: month, day: day) == nil ? nil : .dayAndMonth(day, month)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    let letters = word == "sept" ? "sep" : word
    return months.firstIndex { $0.hasPrefix(letters) }.map { $0 + 1 }
  }

  /// `the 4th of December`, `December the 4th`.
  static func inWords(_ words: ArraySlice<LineWord>) -> [Found] {
    let kept = words.prefix(4).filter { !["the", "of"].contains($0.folded) }.prefix(2)
    guard let last = kept.last, kept.count == 2 else { return [] }
    let count = words.prefix { $0.range != last.range }.count + 1
    guard count > 2 else { return [] }
    return ofMonth(kept[...]).filter { $0.count == 2 }.map { Found(count: count, day: $0.day) }
  }

  /// `4 dec`, `4th December`, `dec 4`, `4dec`, `4 tháng 12`, `ngày 4/12`.
  static func ofMonth(_ words: ArraySlice<LineWord>) -> [Found] {
    let folded = words.prefix(4).map(\.folded)
    if let day = folded.first.flatMap(dayAndMonth) { return [Found(count: 1, day: day)] }
    guard folded.count >= 2 else { return [] }
    func ordinal(_ word: String) -> Int? {
      let ending = ["st", "nd", "rd", "th", "."].first { word.hasSuffix($0) }
      let digits = word.dropLast(ending?.count ?? 0)
      guard (1...2).contains(digits.utf8.count) else { return nil }
      return Int(digits)
    }
    if let day = ordinal(folded[0]), let month = month(folded[1]),
      let found = yearly(day, month)
    {
      return [Found(count: 2, day: found)]
    }
    if let month = month(folded[0]), let day = ordinal(folded[1]),
      let found = yearly(day, month)
    {
      return [Found(count: 2, day: found)]
    }
    if folded.count >= 3, words.dropFirst().first?.isOne(of: ["tháng", "thg"]) ?? false,
      let day = Int(folded[0]),
      let month = Int(folded[2]),
      let found = yearly(day, month)
    {
      return [Found(count: 3, day: found)]
    }
    guard words.begins(with: ["ngày"]), let second = words.dropFirst().first else { return [] }
    if let day = numbered(second) { return [Found(count: 2, day: day)] }
    // `ngày 28 tháng 12`, `ngày 28`.
    let inMonth = ofMonth(words.dropFirst()).map { Found(count: $0.count + 1, day: $0.day) }
    guard let day = second.number, (1...31).contains(day) else { return inMonth }
    return inMonth + [Found(count: 2, day: .dayOfMonth(day))]
  }

  /// `24dec`.
  private static func dayAndMonth(_ word: String) -> DayWord? {
    let digits = word.prefix(while: \.isNumber)
    guard (1...2).contains(digits.utf8.count), let day = Int(digits),
      let month = month(String(word.dropFirst(digits.count)))
    else { return nil }
    return yearly(day, month)
  }

  /// `28th`, `the 28th`.
  static func ordinalAlone(_ words: ArraySlice<LineWord>) -> [Found] {
    let skipped = words.first?.lower == "the" ? 1 : 0
    guard let word = words.dropFirst(skipped).first?.lower,
      ["st", "nd", "rd", "th"].contains(String(word.suffix(2))), word.utf8.count <= 4,
      let day = Int(word.dropLast(2)), (1...31).contains(day)
    else { return [] }
    return [Found(count: 1 + skipped, day: .dayOfMonth(day))]
  }
}
