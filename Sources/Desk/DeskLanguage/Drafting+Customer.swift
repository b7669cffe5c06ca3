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

  /// - Parameter needsNumber: a name alone is nobody: the person who stands here may be another of
  ///   that name than the one in the register.
  func who(_ reading: inout Reading, needsNumber: Bool = false) -> Who {
    if let phone = reading.phone { return who(phone, &reading) }
    let name = reading.name.joined(separator: " ")
    guard !name.isEmpty else {
      return .open(.problem("Who? A part of the phone number, or a name."))
    }
    if let other = reading.otherName {
      guard let cards = context.found[other] else { return .open(asking(other)) }
      if !named(other, cards).isEmpty {
        reading.refuse(
          .day,
          "A day, or a part of the guest's name \(other)? Write the day as 4/12, or the name "
            + "with capitals.")
        return .open(.problem(""))
      }
    }
    guard let cards = context.found[name] else { return .open(asking(name)) }
    let found = named(name, cards)
    guard !found.isEmpty else {
      let slips = slips(in: reading.name)
      if let slip = slips.first {
        reading.refuse(
          words: Set(slips), of: .guest, Reading.sentence(about: slip, context))
      } else {
        reading.refuse(
          .guest,
          "\"\(name)\": no such customer, service, therapist or day; somebody new needs a phone "
            + "number too.")
      }
      return .open(.problem(""))
    }
    if needsNumber, reading.choice == nil {
      var draft = Draft.problem(
        "\(name) without a number: add it, or #1 for \(found[0].spoken).")
      draft.choices = listed(found)
      return .open(draft)
    }
    return choose(found, reading)
  }

  private func who(_ phone: Telephone, _ reading: inout Reading) -> Who {
    guard let cards = context.found[phone.question] else { return .open(asking(phone.question)) }
    let owners = cards.filter { phone.matches($0.customer.phone) }
    let name = reading.name.joined(separator: " ")
    let named = name.isEmpty ? owners : named(name, owners)
    if phone.isDummy, reading.choice == nil {
      reading.refuse(.phone, "\(phone.digits) is nobody's number: ask for the guest's own.")
      return .open(Draft.problem("").with(choices: listed(named)))
    }
    if !named.isEmpty { return choose(named, reading) }
    if let owner = owners.first {
      let slips = slips(in: reading.name)
      if let slip = slips.first {
        reading.refuse(words: Set(slips), of: .guest, Reading.sentence(about: slip, context))
        return .open(.problem(""))
      }
      let sentence =
        phone.isWhole
        ? "\(phone.digits) is \(owner.customer.name)'s already: leave the name out to book for them."
        : "\"\(name)\": no such service or therapist, and …\(phone.digits) is "
          + "\(owner.customer.name); who is meant?"
      reading.refuse(.guest, sentence)
      return .open(.problem(""))
    }
    guard phone.isWhole else {
      reading.refuse(.phone, "Nobody's phone number ends in \(phone.digits).")
      return .open(.problem(""))
    }
    return newcomer(name, phone, &reading)
  }

  /// Whether a line in which a name stands beside a number goes better with its words as something
  /// else: the number is known, and its owner is not called so.
  func namesOther(_ reading: Reading) -> Bool {
    guard let phone = reading.phone, !reading.name.isEmpty,
      let cards = context.found[phone.question]
    else { return false }
    let owners = cards.filter { phone.matches($0.customer.phone) }
    return !owners.isEmpty && named(reading.name.joined(separator: " "), owners).isEmpty
  }

  func asking(_ text: String) -> Draft {
    Draft(.asks(register: text), says: "Looking for \(text)…")
  }

  private func newcomer(_ name: String, _ phone: Telephone, _ reading: inout Reading) -> Who {
    if let flaw = phone.flaw {
      reading.refuse(.phone, "\(phone.digits) \(flaw).")
      return .open(.problem(""))
    }
    guard !name.isEmpty else {
      let hint =
        reading.therapist == nil ? "" : " (beside the number, where it is no therapist's)"
      return .open(.problem("\(phone.digits) is new here: write the name too\(hint)."))
    }
    let slips = slips(in: reading.name)
    if let slip = slips.first {
      reading.refuse(words: Set(slips), of: .guest, Reading.sentence(about: slip, context))
      return .open(.problem(""))
    }
    if !standsBesideNumber(reading), let small = reading.name.first(where: { !isWrittenAsName($0) })
    {
      reading.refuse(
        words: [small], of: .guest,
        "\"\(small)\": no such service, therapist or day; a new guest's name stands beside the "
          + "number.")
      return .open(.problem(""))
    }
    guard let cards = context.found[name] else { return .open(asking(name)) }
    let words = Self.sortedWords(name)
    return .new(
      NewCustomer(name: name, phone: phone.digits),
      alike: cards.filter { Self.sortedWords($0.customer.name) == words })
  }

  private func isWrittenAsName(_ word: String) -> Bool {
    LineWord(word, 0..<word.count).isWrittenAsName
  }

  private func slips(in names: [String]) -> [String] {
    names.filter { name in
      let word = LineWord(name, 0..<name.count)
      return !word.isWrittenAsName && context.lexicon.meant(by: word) != nil
    }
  }

  private func standsBesideNumber(_ reading: Reading) -> Bool {
    let kinds = reading.words.map(\.kind)
    guard let first = kinds.firstIndex(of: .guest), let last = kinds.lastIndex(of: .guest) else {
      return false
    }
    return first > 0 && kinds[first - 1] == .phone
      || last + 1 < kinds.count && kinds[last + 1] == .phone
  }

  /// A name in any order of its words, without marks.
  private static func sortedWords(_ name: String) -> [String] {
    FoldedText(name).text.split(separator: " ").map(String.init).sorted()
  }

  /// Those who have every word of `name` as a word, or where nobody has, as the beginning of one.
  private func named(_ name: String, _ cards: [CustomerCard]) -> [CustomerCard] {
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

  private func choose(_ cards: [CustomerCard], _ reading: Reading) -> Who {
    var cards = guestsFirst(cards)
    let number = reading.choice ?? 1
    guard number >= 1, number <= cards.count else {
      return .open(.problem("There are only \(cards.count) who match."))
    }
    guard reading.choice != nil || cards.count == 1 else {
      let name =
        reading.name.isEmpty
        ? reading.phone.map { "…\($0.digits)" } ?? "" : reading.name.joined(separator: " ")
      var draft = Draft.problem("Which \(name)? Add #1 to #\(min(cards.count, 8)), or more of it.")
      draft.choices = listed(cards)
      return .open(draft)
    }
    let card = cards.remove(at: number - 1)
    return .known(card, others: cards)
  }

  /// Who comes on the day before who does not.
  private func guestsFirst(_ cards: [CustomerCard]) -> [CustomerCard] {
    let coming = Set(context.bookings.map(\.customer.id))
    return cards.filter { coming.contains($0.customer.id) }
      + cards.filter { !coming.contains($0.customer.id) }
  }

  private func listed(_ cards: [CustomerCard]) -> [String] {
    cards.prefix(8).enumerated().map { "#\($0 + 1) \($1.line)" }
  }
}

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
    let question = phone?.question ?? query
    guard let all = context.found[question] else { return asking(question) }
    let owners = phone.map { phone in all.filter { phone.matches($0.customer.phone) } } ?? []
    let cards = guestsFirst(owners.isEmpty ? all : owners)
    guard choice >= 1, choice <= cards.count else {
      return .problem(cards.isEmpty ? "Nobody matches \(query)." : "Only \(cards.count) match.")
    }
    let card = cards[choice - 1]
    var draft = Draft(.shows(card.customer.id), says: card.spoken)
    draft.choices = cards.prefix(12).enumerated().map { index, card in
      "\(index == choice - 1 ? "▸" : " ")#\(index + 1) \(card.line)"
    }
    draft.guest = card.customer.name
    draft.chips = [Draft.Chip(kind: .guest, text: card.spoken, isSaid: true)]
    return draft
  }
}

extension CustomerCard {
  /// Name, phone, alert, last visit and what is left, as a line of a list: two of one name are told
  /// apart by it.
  var line: String {
    var parts = [customer.name, customer.phone ?? "no phone"]
    if let alert = customer.alert { parts.append("! \(alert)") }
    if let lastVisit { parts.append("last \(lastVisit)") }
    let left = sessions.filter { $0.left > 0 }
    parts += left.prefix(2).map { "\($0.left) of \($0.total) \($0.service.name)" }
    return parts.joined(separator: "  ")
  }

  /// `Nguyễn Thị Hoa …7714`.
  var spoken: String {
    customer.name + (customer.phone.map { " …" + $0.filter(\.isNumber).suffix(4) } ?? "")
  }
}
