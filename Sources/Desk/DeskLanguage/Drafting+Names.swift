import BookingDomain

/// Names as they are typed, beside those of the register.
extension Drafting {
  /// Whom the register has found for `text`; where it was not asked yet, the draft asks it.
  func cards(for text: String) throws(Unsettled) -> [CustomerCard] {
    guard let cards = context.found[text] else {
      throw Unsettled(draft: Draft(.asks(register: text), says: "Looking for \(text)…"))
    }
    return cards
  }

  /// A name in any order of its words, without marks, in each spelling.
  private static func sortedWords(_ name: String) -> [[String]] {
    FoldedText.spellings(of: name).map { $0.text.split(separator: " ").map(String.init).sorted() }
  }

  /// The words of a name in all its spellings.
  static func words(_ name: String) -> [String] { sortedWords(name).flatMap(\.self) }

  /// Whether both have the same words, in a spelling of each.
  static func isSameName(_ one: String, _ other: String) -> Bool {
    let others = sortedWords(other)
    return sortedWords(one).contains(where: others.contains)
  }

  /// Those who have every word of `name` as a word, or where nobody has, as the beginning of one.
  func named(_ name: String, _ cards: [CustomerCard]) -> [CustomerCard] {
    let same = cards.filter { Self.isSameName($0.customer.name, name) }
    if same.count == 1 { return same }
    let whole = cards.filter { Self.isPart(name, of: $0.customer.name) }
    if !whole.isEmpty { return whole }
    return cards.filter { Self.isBegun(name, of: $0.customer.name) }
  }

  /// Whether each word of `text` is a word of the name.
  static func isPart(_ text: String, of name: String) -> Bool {
    let words = words(name)
    return sortedWords(text).contains { $0.allSatisfy(words.contains) }
  }

  /// Whether each word of `text` is the beginning of a word of the name.
  static func isBegun(_ text: String, of name: String) -> Bool {
    let words = words(name)
    return sortedWords(text).contains {
      $0.allSatisfy { part in words.contains { $0.hasPrefix(part) } }
    }
  }

  func choose(_ cards: [CustomerCard], _ person: Reading.Person) throws(Unsettled) -> Who {
    // As the register lists them, whatever day is looked at: #2 stays who it was.
    var cards = cards
    let number = person.choice ?? 1
    guard number >= 1, number <= cards.count else {
      throw .problem(cards.count == 1 ? "Only 1 matches." : "Only \(cards.count) match.")
    }
    guard person.choice != nil || cards.count == 1 else {
      let name =
        person.name.isEmpty ? person.phone.map { "…\($0.digits)" } ?? "" : person.spoken
      var draft = Draft.problem("Which \(name)? Add #1 to #\(min(cards.count, 8)), or more of it.")
      draft.choices = listed(cards, for: person)
      throw Unsettled(draft: draft)
    }
    let card = cards.remove(at: number - 1)
    return .known(card, others: cards)
  }

  func listed(_ cards: [CustomerCard], for person: Reading.Person = .init(place: 0))
    -> [Draft.Choice]
  {
    cards.prefix(20).enumerated().map {
      Draft.Choice($1.row(behind: "#\($0 + 1)"), edit: .number($0 + 1, of: person.place))
    }
  }
}
