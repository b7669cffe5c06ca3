import BookingDomain

/// A day as people say it. The only place that knows which words are days: lines, `:date` and
/// `--date` read them here.
package indirect enum DayWord: Hashable, Sendable {
  /// So many days from today; 0 is today, and moves on at midnight.
  case fromToday(Int)
  case on(LocalDate)
  /// The next day of that name, today included, or with `weeks` that of so many weeks later.
  case weekday(Weekday, weeks: Int)
  /// A week after the next day of that name: `monday week`.
  case weekAfter(Weekday)
  /// The next day of that name, today excluded: `thứ 6 tới`.
  case coming(Weekday)
  /// The next of that day and month, today included.
  case dayAndMonth(Int, Int)
  /// The next such day of a month, today included.
  case dayOfMonth(Int)
  /// By its name and its date.
  case twice(DayWord, DayWord)

  package static let today = DayWord.fromToday(0)

  package static let examples = ["today", "tomorrow", "yesterday", "+1", "-1"]

  /// A century each way: past it the number is a slip of the finger.
  private static let farthest = 36_525

  /// - Parameter text: all of it has to be a day.
  package init?(_ text: String) {
    let words = LineWord.words(of: text)
    guard let found = Self.readWithParts(words[...]).first(where: { $0.count == words.count })
    else {
      return nil
    }
    self = found.day
  }

  /// The sentence for a text that is none.
  package static func problem(_ text: String) -> String { "\"\(text)\" is not a day: \(advice)." }

  /// One of each form that is understood.
  package static let forms = [
    "today", "tomorrow", "yesterday", "fri", "next fri", "in 2 weeks", "+3", "-1", "4/12", "4.12.",
    "4 dec", "the 28th", "2026-12-04", "thứ 6", "chủ nhật", "hôm nay", "mai", "mốt", "ngày 28",
    "tuần sau",
  ]

  package static let advice =
    "write \(forms.dropLast().joined(separator: ", ")) or \(forms[forms.count - 1])"

  package func date(today: LocalDate) -> LocalDate {
    switch self {
    case .fromToday(let days): return today + days
    case .on(let date): return date
    case .weekday(let day, let weeks):
      let wanted = day.place
      let now = today.weekday.place
      guard weeks > 0 else { return today + (wanted - now + 7) % 7 }
      return today - now + 7 * weeks + wanted
    case .coming(let day): return DayWord.weekday(day, weeks: 0).date(today: today + 1)
    case .weekAfter(let day): return DayWord.weekday(day, weeks: 0).date(today: today) + 7
    case .dayAndMonth(let day, let month):
      let year = today.yearMonthDay.year
      // The 29th of February comes every four years, and once in a while after eight.
      return (year...year + 8).lazy.compactMap { LocalDate(year: $0, month: month, day: day) }
        .first { $0 >= today } ?? today
    case .twice(let first, let second): return Self.date(first, second, today: today)
    case .dayOfMonth(let day):
      // Of two months one has it.
      return (0...62).lazy.map { today + $0 }.first { $0.yearMonthDay.day == day } ?? today
    }
  }
}

extension DayWord {
  struct Found: Hashable {
    let count: Int
    let day: DayWord
    var certainty = Certainty.clear
    /// Said with it: `tomorrow morning`.
    var part: DayPart?
  }

  enum Certainty: Hashable {
    /// Means a day and nothing else.
    case clear
    /// `thu`, `mon`, `mai`: short, and somebody's name as well.
    case mayBeName
    /// `t6`: may be a therapist's number.
    case mayBeNumber
    /// `4.12`: may be a time.
    case mayBeTime
    /// `thu 6` without its mark: Friday, or Thursday at six.
    case mayBeHour
  }

  /// Whether the word alone is a short day that somebody may be called: `thu`, `mai`.
  static func mayBeName(_ word: LineWord) -> Bool {
    once([word]).contains { $0.count == 1 && $0.certainty == .mayBeName }
  }

  /// Every day that begins with the first of `words`, the longest first.
  static func read(_ words: ArraySlice<LineWord>) -> [Found] {
    (once(words) + twice(words, once)).sorted { $0.count > $1.count }
  }

  private static func once(_ words: ArraySlice<LineWord>) -> [Found] {
    guard let first = words.first else { return [] }
    let folded = words.prefix(4).map(\.folded)
    var found = phrases(words, folded, first)
    if let day = numbered(first) {
      found.append(Found(count: 1, day: day))
    } else if let day = dotted(first.written) {
      found.append(
        Found(count: 1, day: day, certainty: first.written.hasSuffix(".") ? .clear : .mayBeTime))
    }
    found += ofMonth(words) + inWords(words) + ordinalAlone(words)
    if let day = weekday(first.lower) {
      found.append(
        Found(
          count: 1, day: .weekday(day, weeks: 0),
          certainty: first.lower.count > 4 ? .clear : .mayBeName))
    }
    found += weekLater(folded)
    return found + vietnamese(words)
  }

  /// The same, with the part of the day beside it: `tomorrow morning`, `chiều mai`, `tối nay`.
  static func readWithParts(_ words: ArraySlice<LineWord>) -> [Found] {
    guard let first = words.first else { return [] }
    var found = read(words)
    let rest = words.dropFirst()
    if let part = DayPart(beside: first) {
      if rest.begins(with: ["nay"]) { found.append(Found(count: 2, day: .today, part: part)) }
      found += read(rest).map { Found(count: $0.count + 1, day: $0.day, part: part) }
    }
    if first.folded == "this", let part = DayPart(beside: rest.first) {
      found.append(Found(count: 2, day: .today, part: part))
    }
    for day in read(words) {
      guard let part = DayPart(beside: words.dropFirst(day.count).first) else { continue }
      found.append(Found(count: day.count + 1, day: day.day, part: part))
    }
    return found.sorted { $0.count > $1.count }
  }

  private static let single: [String: Int] = [
    "today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "tmr": 1, "tmw": 1, "yesterday": -1,
  ]

  private static let several: KeyValuePairs<[Spelling], Int> = [
    ["the", "day", "after", "tomorrow"]: 2, ["day", "after", "tomorrow"]: 2,
    ["hôm", "nay"]: 0, ["ngày", "mai"]: 1, ["ngày", "kia"]: 2, ["ngày", "mốt"]: 2,
    ["hôm", "qua"]: -1,
  ]

  static let nextWeek: [[Spelling]] = [["next", "week"], ["tuần", "sau"], ["tuần", "tới"]]

  private static func phrases(
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
  private static func weekLater(_ folded: [String]) -> [Found] {
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
  private static func weekday(_ word: String) -> Weekday? {
    guard word.count >= 3, word.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let letters = word.hasSuffix(".") ? String(word.dropLast()) : word
    return Weekday.allCases.first { $0.rawValue.lowercased().hasPrefix(letters) }
  }

  /// `+3`, `-1`, `2026-12-04`, `4/12`, `4/12/2026`, `4-12-2026`.
  private static func numbered(_ word: LineWord) -> DayWord? {
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
  private static func dotted(_ text: String) -> DayWord? {
    guard text.contains(".") else { return nil }
    let text = text.hasSuffix(".") ? text.dropLast() : text[...]
    return date(text.split(separator: ".", omittingEmptySubsequences: false))
  }

  private static func date(_ parts: [Substring]) -> DayWord? {
    guard (2...3).contains(parts.count),
      parts.allSatisfy({ part in
        (1...4).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }), parts[0].count <= 2, parts[1].count <= 2, let day = Int(parts[0]),
      let month = Int(parts[1])
    else { return nil }
    guard parts.count == 3 else { return yearly(day, month) }
    guard parts[2].count != 3, parts[2].count != 1, let year = Int(parts[2]) else { return nil }
    return LocalDate(year: year < 100 ? 2000 + year : year, month: month, day: day).map(DayWord.on)
  }

  /// `31/11`, `30/2`: the month is there, and has no such day.
  static func isNoDay(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    return numbers.count == parts.count && (2...3).contains(parts.count)
      && (1...31).contains(numbers[0]) && (1...12).contains(numbers[1]) && date(parts) == nil
  }

  private static func yearly(_ day: Int, _ month: Int) -> DayWord? {
    // Some year has it.
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
  private static func inWords(_ words: ArraySlice<LineWord>) -> [Found] {
    let kept = words.prefix(4).filter { !["the", "of"].contains($0.folded) }.prefix(2)
    guard let last = kept.last, kept.count == 2 else { return [] }
    let count = words.prefix { $0.range != last.range }.count + 1
    guard count > 2 else { return [] }
    return ofMonth(kept[...]).filter { $0.count == 2 }.map { Found(count: count, day: $0.day) }
  }

  /// `4 dec`, `4th December`, `dec 4`, `4 tháng 12`, `ngày 4/12`.
  private static func ofMonth(_ words: ArraySlice<LineWord>) -> [Found] {
    let folded = words.prefix(4).map(\.folded)
    guard folded.count >= 2 else { return [] }
    func ordinal(_ word: String) -> Int? {
      let ending = ["st", "nd", "rd", "th"].first { word.hasSuffix($0) }
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
    if folded.count >= 3, words.dropFirst().begins(with: ["tháng"]), let day = Int(folded[0]),
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

  /// `28th`, `the 28th`.
  private static func ordinalAlone(_ words: ArraySlice<LineWord>) -> [Found] {
    let skipped = words.first?.lower == "the" ? 1 : 0
    guard let word = words.dropFirst(skipped).first?.lower,
      ["st", "nd", "rd", "th"].contains(String(word.suffix(2))), word.utf8.count <= 4,
      let day = Int(word.dropLast(2)), (1...31).contains(day)
    else { return [] }
    return [Found(count: 1 + skipped, day: .dayOfMonth(day))]
  }

  private static let vietnameseDays: [Spelling] = ["hai", "ba", "tư", "năm", "sáu", "bảy"]

  /// `thứ 6`, `thứ sáu`, `t6`, `cn`, `chủ nhật`, each with `tuần sau` or `tới` behind it.
  private static func vietnamese(_ words: ArraySlice<LineWord>) -> [Found] {
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
