import BookingDomain

/// Correcting a guest's record: `phone 0901234567`, `alert nuts`.
extension Drafting {
  func guest(_ text: String) -> Draft {
    do throws(Unsettled) {
      return try written(text)
    } catch {
      return error.draft
    }
  }

  private func written(_ text: String) throws(Unsettled) -> Draft {
    guard let guest = context.guest else {
      return .problem(
        "No guest is selected: :find finds one, and :guest writes into the record there.")
    }
    let words = LineWord.words(of: text)
    guard let first = words.first else { return asking(whatOf: guest) }
    let word = first.lower.hasSuffix(":") ? String(first.lower.dropLast()) : first.lower
    guard let fact = GuestFact(word: word) else {
      var draft = asking(whatOf: guest)
      draft.words = [Reading.Word(range: first.range, kind: .unread, written: first.written)]
      return draft
    }
    let said = String(text.dropFirst(first.range.upperBound)).trimmingBlanks
    return try drafted(fact, said, of: guest)
  }

  private func asking(whatOf guest: PhraseContext.Guest) -> Draft {
    var draft = Draft.problem(
      "\(guest.customer.name): say name, phone, email, alert or prefers, then what to write.")
    draft.choices = GuestFact.allCases.map { fact in
      let stands = guest.text(of: fact)
      // What the register has not told yet is not said to be missing.
      let shown = stands.map { $0.isEmpty ? "-" : $0 } ?? "…"
      return Draft.Choice(
        text: "\(fact.typed)  \(shown)", edit: .whole("\(fact.typed) \(stands ?? "")"))
    }
    draft.chips = [chip(guest)]
    return draft
  }

  private func chip(_ guest: PhraseContext.Guest) -> Draft.Chip {
    Draft.Chip(kind: .guest, text: guest.customer.name, isSaid: false)
  }

  private func drafted(
    _ fact: GuestFact, _ said: String, of guest: PhraseContext.Guest
  ) throws(Unsettled) -> Draft {
    let stands = guest.text(of: fact)
    guard !said.isEmpty else {
      var draft = Draft.problem(
        "\(guest.customer.name)'s \(fact.word): "
          + (fact == .name || fact == .phone
            ? "write the new one." : "what? \"none\" takes it away."))
      if let stands, !stands.isEmpty {
        draft.choices = [
          Draft.Choice(text: "now: \(stands)", edit: .whole("\(fact.typed) \(stands)"))
        ]
      }
      draft.chips = [chip(guest)]
      return draft
    }
    let isTakenAway = ["none", "không"].contains(said.lowercased()) && fact != .name
    let isInstead = fact.isOfSeveralThings && said.hasPrefix("=")
    var text = isTakenAway ? "" : (isInstead ? String(said.dropFirst()) : said).trimmingBlanks.plain
    if let stands, !isInstead, !isTakenAway, fact.isOfSeveralThings, !Self.isEdited(stands, text) {
      return asking(whether: text, goesBeside: stands, as: fact, of: guest)
    }
    var owners: [CustomerCard] = []
    switch fact {
    case .phone where !isTakenAway:
      guard let phone = Telephone(said) else { return .problem("\"\(said)\" is no phone number.") }
      guard phone.isWhole else { return .problem("\(phone.digits) is too short for a number.") }
      if let flaw = phone.flaw { return .problem(flaw) }
      text = phone.digits
      owners = try cards(for: phone.searchText).filter {
        $0.family == nil && phone.matches($0.customer.phone)
      }
    case .email where !isTakenAway:
      owners = try cards(for: said).filter { $0.email?.lowercased() == said.lowercased() }
    case .name, .phone, .email, .alert, .preferences: break
    }
    let change = GuestChange(fact, text, seen: stands)
    let refusal = Decision.refusal(
      of: change, on: record(of: guest), of: guest.customer.id,
      owner: owners.first { $0.customer.id != guest.customer.id }?.customer, by: context.person)
    if let refusal { return .refused(refusal) }
    var draft = Draft(
      .ready(.guest(change, of: guest.customer.id)),
      says: "\(guest.customer.name)'s \(fact.word): \(isTakenAway ? "none" : text)")
    draft.chips = [
      chip(guest),
      Draft.Chip(
        kind: .reason, text: "\(fact.word): \(isTakenAway ? "none" : text)", isSaid: true),
    ]
    if let stands, !stands.isEmpty {
      draft.chips.append(Draft.Chip(kind: .note, text: "was: \(stands)", isSaid: false))
    }
    draft.guest = guest.customer.name
    draft.guestCard = guest.file?.card
    draft.done =
      "\(guest.customer.name): \(fact.word) \(isTakenAway ? "taken away" : "written")."
    return draft
  }

  /// An allergy must not go because somebody wrote of a knee.
  private func asking(
    whether text: String, goesBeside stands: String, as fact: GuestFact,
    of guest: PhraseContext.Guest
  ) -> Draft {
    var draft = Draft.problem(
      "\(guest.customer.name) has: \(stands). Both, or \"= \(text)\" instead?")
    draft.choices = [
      Draft.Choice(
        text: "both: \(stands); \(text)", edit: .whole("\(fact.typed) \(stands); \(text)")),
      Draft.Choice(text: "instead: \(text)", edit: .whole("\(fact.typed) = \(text)")),
    ]
    draft.chips = [chip(guest)]
    return draft
  }

  /// Whether half of the words that stand there are still there: they were changed, and not forgotten.
  private static func isEdited(_ stands: String, _ text: String) -> Bool {
    let old = Set(FoldedText(stands).words.map(Array.init))
    let new = Set(FoldedText(text).words.map(Array.init))
    return old.isEmpty || 2 * old.intersection(new).count >= old.count
  }

  /// As far as it is known here; the server decides on the whole.
  private func record(of guest: PhraseContext.Guest) -> GuestRecord {
    var notes = GuestNotes(nil).writing(guest.text(of: .preferences) ?? "", as: .preferences)
    notes = GuestNotes(notes).writing(guest.text(of: .alert) ?? "", as: .alert)
    return GuestRecord(
      id: guest.customer.id, name: guest.customer.name, phone: guest.text(of: .phone),
      email: guest.text(of: .email), notes: notes)
  }
}

extension PhraseContext {
  /// Whose record a line writes into.
  package struct Guest: Hashable, Sendable {
    package let customer: Customer
    /// Nil until the register has answered.
    package let file: CustomerFile?

    package init(_ customer: Customer, file: CustomerFile?) {
      self.customer = customer
      self.file = file?.card.customer.id == customer.id ? file : nil
    }

    /// What stands there; nil where that is not known yet.
    func text(of fact: GuestFact) -> String? {
      switch fact {
      case .name: customer.name
      case .phone: file.map { $0.card.family == nil ? $0.card.customer.phone ?? "" : "" }
      case .email: file.map { $0.card.email ?? "" }
      case .alert: (file?.card.customer ?? customer).alert ?? ""
      case .preferences: (file?.card.customer ?? customer).preferences ?? ""
      }
    }
  }
}

extension GuestFact {
  /// As it is typed, and what else means it.
  var typed: String { words[0] }

  /// Whether what is added stands beside what is there.
  fileprivate var isOfSeveralThings: Bool { self == .alert || self == .preferences }

  private var words: [String] {
    switch self {
    case .name: ["name", "tên"]
    case .phone: ["phone", "number", "số", "sđt"]
    case .email: ["email", "e-mail"]
    case .alert: ["alert"]
    case .preferences: ["prefers", "likes", "thích"]
    }
  }

  /// The whole word, or how one begins.
  init?(word: String) {
    let found =
      Self.allCases.first { $0.words.contains(word) }
      ?? Self.allCases.first { $0.words[0].hasPrefix(word) }
    guard let found else { return nil }
    self = found
  }
}
