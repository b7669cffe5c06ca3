import BookingDomain

/// Words whose meaning is clear to a person but which a line cannot carry out, such as two days or
/// several guests. They are shown red, with what can be typed instead.
struct AskedWord: Hashable {
  let count: Int
  let sentence: String
  var choices: [Draft.Choice] = []

  /// - Parameters:
  ///   - before: the word before them.
  ///   - today: `weekend` is the next one after this day.
  static func read(
    _ words: ArraySlice<LineWord>, behind before: LineWord?, _ grammar: Grammar, today: LocalDate
  ) -> [AskedWord] {
    var found: [AskedWord] = []
    if grammar.kinds.contains(.day), let weekend = weekend(words, today) { found.append(weekend) }
    // `in 2 days`, `2 ngày nữa` is one day.
    if grammar.kinds.contains(.reason), before?.lower != "in", let days = several(words) {
      found.append(days)
    }
    if !grammar.kinds.isDisjoint(with: [.time, .reason]),
      let span = noSpan(words, grammar, today: today)
    {
      found.append(span)
    }
    if grammar.kinds.contains(.guest), let party = party(words, grammar) { found.append(party) }
    return found
  }

  // MARK: - Two days

  private static let weekends: KeyValuePairs<[Spelling], Int> = [
    ["next", "weekend"]: 1, ["cuối", "tuần", "sau"]: 1, ["cuối", "tuần", "tới"]: 1,
    ["this", "weekend"]: 0, ["the", "weekend"]: 0, ["weekend"]: 0, ["cuối", "tuần", "này"]: 0,
    ["cuối", "tuần"]: 0,
  ]

  /// `weekend`, `cuối tuần này`, `next weekend`.
  private static func weekend(_ words: ArraySlice<LineWord>, _ today: LocalDate) -> AskedWord? {
    guard let (phrase, weeks) = weekends.first(where: { words.begins(with: $0.key) }) else {
      return nil
    }
    let days = [Weekday.saturday, .sunday].map {
      DayWord.weekday($0, weeks: 0).date(today: today) + 7 * weeks
    }.sorted()
    return AskedWord(
      count: phrase.count,
      sentence: "\"\(text(words.prefix(phrase.count)))\" is two days: "
        + "\(days.map(\.short).joined(separator: " or "))?",
      choices: days.map { Draft.Choice(text: $0.short, edit: .word($0.description)) })
  }

  /// `fri 5/12`, which is a Saturday.
  init(_ words: ArraySlice<LineWord>, _ days: (LocalDate, LocalDate), today: LocalDate) {
    let both = [days.0, days.1].map { ($0.short(seenFrom: today), $0.description) }
    self.init(
      count: words.count,
      sentence: "\"\(Self.text(words))\" is two days: "
        + "\(both.map(\.0).joined(separator: " or "))?",
      choices: both.map { Draft.Choice(text: $0, edit: .word($1)) })
  }

  /// `2 days`, `3 ngày`.
  private static func several(_ words: ArraySlice<LineWord>) -> AskedWord? {
    guard let first = words.first, let second = words.dropFirst().first,
      second.isOne(of: ["days", "ngày"]),
      !words.dropFirst(2).begins(with: ["nữa"]), let number = first.number ?? numbers[first.lower],
      number > 1
    else { return nil }
    return AskedWord(count: 2, sentence: Reading.daysSaidOnce(text(words.prefix(2))))
  }

  // MARK: - No span of time

  /// `14-12`, `9-25`, `14h đến 12h`: meant as a span, and its end is not after its start.
  private static func noSpan(
    _ words: ArraySlice<LineWord>, _ grammar: Grammar, today: LocalDate
  ) -> AskedWord? {
    guard let count = TimeReader(hours: nil).noSpan(words), DayWord.read(words).isEmpty,
      DaySpan.read(words, today: today).isEmpty
    else { return nil }
    let said = text(words.prefix(count))
    return AskedWord(
      count: count,
      sentence: grammar.kinds.contains(.reason)
        ? "\"\(said)\": a span ends after it begins, as 13-14. Behind // any words are the reason."
        : "\"\(said)\": a span ends after it begins, as 13-14; a day is written 4/12.")
  }

  // MARK: - Several guests

  private static let people: [Spelling] = [
    "guests", "people", "persons", "pax", "khách", "người",
  ]

  private static let numbers = ["two": 2, "three": 3, "four": 4, "hai": 2, "ba": 3, "bốn": 4]

  /// `2 khách`, `two people`.
  private static func party(_ words: ArraySlice<LineWord>, _ grammar: Grammar) -> AskedWord? {
    guard let first = words.first, let second = words.dropFirst().first,
      second.isOne(of: people), let number = first.number ?? numbers[first.lower],
      number > 1
    else { return nil }
    let said = "\"\(text(words.prefix(2)))\""
    guard grammar.takesCompanions else {
      return AskedWord(count: 2, sentence: "\(said): here is room for one guest; each has a line.")
    }
    let others = Array(repeating: "&", count: min(number, 4) - 1).joined(separator: " ")
    return AskedWord(
      count: 2,
      sentence: "\(said): who comes along stands behind an &: \"& lan\", or & for whoever is free.",
      choices: number > 4
        ? [] : [Draft.Choice(text: "\(others)  whoever is free", edit: .word(others))])
  }

  // MARK: - One or the other

  static let ors: Set<String> = ["or", "hoặc", "hay"]

  /// `10 or 11`, `lan hay minh`.
  ///
  /// - Parameters:
  ///   - words: from the first word of the one to the last word of the other.
  ///   - place: where the word between them is.
  init(either words: ArraySlice<LineWord>, between place: Int) {
    let both = [words[..<place], words[(place + 1)...]].map(Self.text)
    count = words.count
    sentence = "\"\(Self.text(words))\": which of the two?"
    choices = both.map { Draft.Choice(text: $0, edit: .word($0)) }
  }

  private init(count: Int, sentence: String, choices: [Draft.Choice] = []) {
    (self.count, self.sentence, self.choices) = (count, sentence, choices)
  }

  private static func text(_ words: ArraySlice<LineWord>) -> String {
    words.map(\.written).joined(separator: " ")
  }
}
