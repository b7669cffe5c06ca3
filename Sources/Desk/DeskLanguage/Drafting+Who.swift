import BookingDomain

/// Who is meant: somebody in the register, or somebody new.
extension Drafting {
  enum Who {
    case known(CustomerCard, others: [CustomerCard])
    /// - Parameter alike: whoever has the same name already.
    case new(NewCustomer, alike: [CustomerCard])

    var card: CustomerCard? { if case .known(let card, _) = self { card } else { nil } }

    var guest: NewBooking.Guest {
      switch self {
      case .known(let card, _): .known(card.customer.id)
      case .new(let customer, _): .new(customer)
      }
    }

    var spoken: String {
      switch self {
      case .known(let card, _): card.spoken
      case .new(let customer, _): "\(customer.name) \(customer.phone ?? "") (new)"
      }
    }
  }

  /// - Parameter needsNumber: a name alone is nobody: the person who stands here may be another of
  ///   that name than the one in the register.
  func who(_ reading: inout Reading, needsNumber: Bool = false) throws(Unsettled) -> Who {
    if reading.reach == .numberless, let phone = reading.phone {
      reading.refuse(.reach, "\(phone.digits) is a number: one of the two is too much.")
      throw .problem("")
    }
    if let phone = reading.phone { return try who(phone, &reading) }
    let name = reading.name.joined(separator: " ")
    if reading.reach == .family {
      reading.refuse(.reach, "Whose family? The number at which they are called.")
      throw .problem("")
    }
    if reading.reach == .numberless, !name.isEmpty { return try newcomer(name, .nowhere) }
    guard !name.isEmpty else {
      throw .problem("Who? A part of the phone number, or a name\(otherThanName(reading)).")
    }
    if let other = reading.otherName {
      if !named(other, try cards(for: other)).isEmpty {
        reading.refuse(
          .day,
          "A day, or a part of the guest's name \(other)? Write the day as 4/12, or the name "
            + "with capitals.")
        throw .problem("")
      }
    }
    let found = named(name, try cards(for: name))
    if found.isEmpty, let untitled = reading.untitled {
      let meant = named(untitled, try cards(for: untitled))
      if !meant.isEmpty, !needsNumber { return try choose(meant, reading) }
    }
    guard !found.isEmpty else {
      if let slip = refuseSlip(&reading) { throw Unsettled(draft: slip) }
      let words = try surplus(in: reading.name)
      if words.count < reading.name.count {
        reading.refuse(
          words: Set(words), of: .guest,
          "\"\(words.joined(separator: " "))\": no such service, therapist or day, and nobody is "
            + "called \(name).")
      } else {
        reading.refuse(
          .guest,
          "\"\(name)\": no such customer, service, therapist or day; somebody new needs a phone "
            + "number too.")
      }
      let isName = reading.name.allSatisfy(isWrittenAsName)
      throw Unsettled(
        draft: Draft.problem("").with(choices: isName ? [Self.withoutNumber(name)] : []))
    }
    if needsNumber, reading.choice == nil {
      var draft = Draft.problem(
        "\(name) without a number: add it, or #1 for \(found[0].spoken).")
      draft.choices = [Self.withoutNumber(name)] + listed(found)
      throw Unsettled(draft: draft)
    }
    return try choose(found, reading)
  }

  /// For the desk only: who stands here is not sent away for a number.
  private static func withoutNumber(_ name: String) -> Draft.Choice {
    Draft.Choice(text: "\(name) is new, and has no number (nonumber)", edit: .also("nonumber"))
  }

  /// What the words are that somebody may have meant as the guest's name.
  private func otherThanName(_ reading: Reading) -> String {
    let meant = reading.words.first { word in
      [.therapist, .day].contains(word.kind) && LineWord(word.written, word.range).mayBeName
    }
    switch (meant?.kind, reading.therapist, reading.day) {
    case (.therapist?, let therapist?, _):
      return ": \"\(meant?.written ?? "")\" is the therapist \(context.lexicon.name(of: therapist))"
    case (.day?, _, let day?): return ": \"\(meant?.written ?? "")\" is the day \(day.short)"
    default: return ""
    }
  }

  private func who(_ phone: Telephone, _ reading: inout Reading) throws(Unsettled) -> Who {
    let owners = try cards(for: phone.searchText).filter { phone.matches($0.customer.phone) }
    if let draft = doubtDay(beside: owners, &reading) { throw Unsettled(draft: draft) }
    let name = reading.name.joined(separator: " ")
    var named = name.isEmpty ? owners : named(name, owners)
    // As last time: who is in hand, of all who are called at that number.
    if reading.isSame, reading.choice == nil, let meant = context.guest?.customer.id,
      let card = named.first(where: { $0.customer.id == meant })
    {
      named = [card]
    }
    if phone.isDummy, reading.choice == nil {
      reading.refuse(.phone, "\(phone.digits) is nobody's number: ask for the guest's own.")
      throw Unsettled(draft: Draft.problem("").with(choices: listed(named)))
    }
    if reading.reach == .family, name.isEmpty {
      reading.refuse(.reach, "Another of the family: write the name too, as family Max.")
      throw .problem("")
    }
    if !named.isEmpty { return try choose(named, reading) }
    if let owner = owners.first {
      if reading.reach == .family, !name.isEmpty,
        case .known(let holder, _) = try choose(owners, reading)
      {
        return try newcomer(name, .familyOf(holder.customer.id))
      }
      throw Unsettled(draft: refuse(&reading, notCalledLike: owner, phone))
    }
    guard phone.isWhole else {
      reading.refuse(.phone, "Nobody's phone number ends in \(phone.digits).")
      throw .problem("")
    }
    return try newcomer(name, phone, &reading)
  }

  /// `mai 0918…`, and whose number it is is called Mai: tomorrow, or her name?
  private func doubtDay(beside owners: [CustomerCard], _ reading: inout Reading) -> Draft? {
    guard let word = reading.dayBesideNumber,
      let owner = owners.first(where: {
        Self.sortedWords($0.customer.name).contains(FoldedText(word).text)
      })
    else { return nil }
    reading.refuse(
      words: [word], of: .day,
      "\"\(word)\": the day, or a part of \(owner.customer.name)'s name? Write the day as 4/12, or "
        + "the name with a capital.")
    return .problem("")
  }

  /// Words that were taken for a name, and are not that of whose number it is.
  private func refuse(
    _ reading: inout Reading, notCalledLike owner: CustomerCard, _ phone: Telephone
  ) -> Draft {
    if let slip = refuseSlip(&reading) { return slip }
    let called = Self.sortedWords(owner.customer.name)
    let wrong = reading.name.filter { word in
      Self.sortedWords(word).contains { part in !called.contains { $0.hasPrefix(part) } }
    }
    let number = phone.isWhole ? phone.digits : "…\(phone.digits)"
    let text = wrong.joined(separator: " ")
    if wrong.allSatisfy(isWrittenAsName), phone.isWhole {
      reading.refuse(
        words: Set(wrong), of: .guest,
        "\(number) is \(owner.customer.name)'s: the same guest, or another of that family?")
      return Draft.problem("").with(
        choices: [
          Draft.Choice(text: "the same guest: \(owner.line)", edit: .word("")),
          Draft.Choice(
            text: "another of that family: \(text), at the same number", edit: .also("family")),
        ])
    } else {
      let stranger =
        "\"\(text)\": no such service, therapist or day, and \(number) is "
        + "\(owner.customer.name); who is meant?"
      reading.refuse(
        words: Set(wrong), of: .guest,
        reading.sentence(about: wrong, context, orWhereStrange: stranger))
    }
    return .problem("")
  }

  private func newcomer(
    _ name: String, _ phone: Telephone, _ reading: inout Reading
  ) throws(Unsettled) -> Who {
    if reading.reach == .family {
      reading.refuse(.reach, "\(phone.digits) is nobody's yet: leave the family out.")
      throw .problem("")
    }
    if let flaw = phone.flaw {
      reading.refuse(.phone, "\(phone.digits) \(flaw).")
      throw .problem("")
    }
    if name.isEmpty, let word = reading.dayBesideNumber {
      reading.refuse(
        words: [word], of: .day,
        "\(phone.digits) is new here, and \"\(word)\" a day: write the guest's name with a capital."
      )
      throw .problem("")
    }
    guard !name.isEmpty else {
      let hint =
        reading.therapist == nil ? "" : " (beside the number, where it is no therapist's)"
      throw .problem("\(phone.digits) is new here: write the name too\(hint).")
    }
    if let slip = refuseSlip(&reading) { throw Unsettled(draft: slip) }
    if !standsBesideNumber(reading), let small = reading.name.first(where: { !isWrittenAsName($0) })
    {
      reading.refuse(
        words: [small], of: .guest,
        "\"\(small)\": no such service, therapist or day; a new guest's name stands beside the "
          + "number.")
      throw .problem("")
    }
    return try newcomer(name, .phone(phone.digits))
  }

  private func newcomer(_ name: String, _ reach: NewCustomer.Reach) throws(Unsettled) -> Who {
    let cards = try cards(for: name)
    let words = Self.sortedWords(name)
    return .new(
      NewCustomer(name: name, reach: reach),
      alike: cards.filter { Self.sortedWords($0.customer.name) == words })
  }

  private func standsBesideNumber(_ reading: Reading) -> Bool {
    let kinds = reading.words.map(\.kind)
    guard let first = kinds.firstIndex(of: .guest), let last = kinds.lastIndex(of: .guest) else {
      return false
    }
    return first > 0 && kinds[first - 1] == .phone
      || last + 1 < kinds.count && kinds[last + 1] == .phone
  }
}
