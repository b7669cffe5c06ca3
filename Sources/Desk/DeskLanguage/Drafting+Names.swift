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

  /// A name in any order of its words, without marks.
  static func sortedWords(_ name: String) -> [String] {
    FoldedText(name).text.split(separator: " ").map(String.init).sorted()
  }

  /// Those who have every word of `name` as a word, or where nobody has, as the beginning of one.
  func named(_ name: String, _ cards: [CustomerCard]) -> [CustomerCard] {
    let wanted = Self.sortedWords(name)
    let all = cards.map { ($0, Self.sortedWords($0.customer.name)) }
    if let same = all.first(where: { $0.1 == wanted }), all.count(where: { $0.1 == wanted }) == 1 {
      return [same.0]
    }
    let whole = all.filter { _, words in wanted.allSatisfy(words.contains) }
    if !whole.isEmpty { return whole.map(\.0) }
    return all.filter { _, words in
      wanted.allSatisfy { part in words.contains { $0.hasPrefix(part) } }
    }.map(\.0)
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
