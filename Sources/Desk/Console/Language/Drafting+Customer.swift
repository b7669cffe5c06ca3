import BookingDomain

/// Who is meant: somebody in the register, or somebody new.
extension Drafting {
  enum Who {
    case known(CustomerCard, others: [CustomerCard])
    /// - Parameter alike: whoever has the same name already.
    case new(NewCustomer, alike: [CustomerCard])
    /// Not settled; the draft says why.
    case open(Draft)
  }

  private static let shortestTail = 3

  func who(_ phrase: Phrase) -> Who {
    let name = phrase.name.joined(separator: " ")
    if let phone = phrase.phone {
      guard phone.count >= Self.shortestTail else {
        return .open(.problem("At least three digits of the phone number, please."))
      }
      guard let cards = desk.found[phone] else { return .open(asking(phone)) }
      let tails = cards.filter { $0.customer.phone?.filter(\.isNumber).hasSuffix(phone) ?? false }
      let named = (tails.isEmpty ? cards : tails).filter { Self.matches($0, name) }
      if !named.isEmpty { return choose(named, phrase) }
      if phrase.hasWholePhone {
        return cards.first.map { taken(phone, by: $0) } ?? newcomer(name, phone)
      }
      return .open(.problem("Nobody's phone number ends in \(phone)."))
    }
    guard !name.isEmpty else {
      return .open(.problem("Who? A part of the phone number, or a name."))
    }
    guard let cards = desk.found[name] else { return .open(asking(name)) }
    guard !cards.isEmpty else {
      return .open(
        .problem("There is no customer called \(name): somebody new needs a phone number too."))
    }
    return choose(cards, phrase)
  }

  private func asking(_ text: String) -> Draft {
    Draft(.asks(.customers(text)), says: "Looking for \(text)…")
  }

  private func newcomer(_ name: String, _ phone: String) -> Who {
    guard !name.isEmpty else {
      return .open(.problem("\(phone) is new here: write the name too."))
    }
    guard let cards = desk.found[name] else { return .open(asking(name)) }
    let folded = FoldedText(name).text
    return .new(
      NewCustomer(name: name, phone: phone),
      alike: cards.filter { FoldedText($0.customer.name).text == folded })
  }

  private func taken(_ phone: String, by card: CustomerCard) -> Who {
    .open(
      .problem(
        "\(phone) is \(card.customer.name)'s already: leave the name out to book for them."))
  }

  private func choose(_ cards: [CustomerCard], _ phrase: Phrase) -> Who {
    let index = (phrase.choice ?? 1) - 1
    guard cards.indices.contains(index) else {
      return .open(.problem("There are only \(cards.count) who match."))
    }
    var others = cards
    let card = others.remove(at: index)
    return .known(card, others: others)
  }

  private static func matches(_ card: CustomerCard, _ name: String) -> Bool {
    let words = FoldedText(card.customer.name).text.split(separator: " ")
    return FoldedText(name).text.split(separator: " ")
      .allSatisfy { part in words.contains { $0.hasPrefix(part) } }
  }
}

extension Drafting {
  /// A part of a name, a phone number or an e-mail; `#2` is the second who matches.
  func find(_ text: String) -> Draft {
    let words = text.split(separator: " ").map(String.init)
    let choice = words.compactMap { $0.hasPrefix("#") ? Int($0.dropFirst()) : nil }.last ?? 1
    let query = words.filter { !$0.hasPrefix("#") }.joined(separator: " ")
    guard query.count >= 2 else { return .problem("Whom? A part of a name, phone or e-mail.") }
    guard let cards = desk.found[query] else {
      return Draft(.asks(.customers(query)), says: "Looking for \(query)…")
    }
    guard choice >= 1, choice <= cards.count else {
      return .problem(cards.isEmpty ? "Nobody matches \(query)." : "Only \(cards.count) match.")
    }
    let card = cards[choice - 1]
    var draft = Draft(.shows(card.customer.id), says: card.spoken)
    draft.choices = cards.prefix(12).enumerated().map { index, card in
      "\(index == choice - 1 ? "▸" : " ")#\(index + 1) \(card.line)"
    }
    draft.guest = card.customer.name
    return draft
  }
}

extension CustomerCard {
  /// Name, phone, last visit and what is left, as a line of a list.
  var line: String {
    var parts = [customer.name, customer.phone ?? "no phone"]
    if let lastVisit { parts.append("last \(lastVisit)") }
    let left = sessions.filter { $0.left > 0 }
    parts += left.prefix(2).map { "\($0.left) of \($0.total) \($0.service.name)" }
    return parts.joined(separator: "  ")
  }

  /// `Nguyễn Thị Hoa …7714`.
  var spoken: String {
    customer.name + (customer.phone.map { " …" + $0.suffix(4) } ?? "")
  }
}
