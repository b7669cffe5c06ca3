import BookingDomain

/// A guest is looked for, to be shown.
extension Drafting {
  /// A part of a name, a phone number or an e-mail; `#2` is the second who matches.
  func find(_ text: String) -> Draft {
    var words = LineWord.words(of: text)
    let numbers = words.filter { $0.written.hasPrefix("#") }
    words.removeAll { $0.written.hasPrefix("#") }
    let choice = numbers.last.flatMap { Int($0.written.dropFirst()) } ?? 1
    let query = words.map(\.written).joined(separator: " ")
    guard query.count >= 2 else { return .problem("Whom? A part of a name, phone or e-mail.") }
    let phone = Telephone(query).flatMap { $0.digits.count >= 3 ? $0 : nil }
    let all: [CustomerCard]
    do { all = try cards(for: phone?.searchText ?? query) } catch { return error.draft }
    let owners = phone.map { phone in all.filter { phone.matches($0.customer.phone) } } ?? []
    let cards = owners.isEmpty ? wholeWordsFirst(query, all) : owners
    guard choice >= 1, choice <= cards.count else {
      return .problem(
        cards.isEmpty
          ? "Nobody matches \(query)."
          : cards.count == 1 ? "Only 1 matches." : "Only \(cards.count) match.")
    }
    let card = cards[choice - 1]
    var draft = Draft(.shows(card.customer.id), says: card.spoken)
    draft.choices = listed(cards)
    if draft.choices.count < cards.count {
      draft.warn("MORE: another word of the name, or the end of the number, finds fewer.")
    }
    draft.chosen = choice - 1
    draft.guest = card.customer.name
    draft.guestCard = card
    draft.chips = [Draft.Chip(kind: .guest, text: card.spoken, isSaid: true)]
    return draft
  }

  /// First those with exactly this name, then those whose name begins with it, then all others.
  private func wholeWordsFirst(_ query: String, _ cards: [CustomerCard]) -> [CustomerCard] {
    func rank(_ card: CustomerCard) -> Int {
      if Self.isPart(query, of: card.customer.name) { return 0 }
      return Self.isBegun(query, of: card.customer.name) ? 1 : 2
    }
    let ranked = Dictionary(grouping: cards, by: rank)
    return (0...2).flatMap { ranked[$0] ?? [] }
  }
}
