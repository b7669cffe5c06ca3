import BookingDomain

/// Who is meant: somebody in the register, or somebody new.
extension Drafting {
  enum Who {
    case known(CustomerCard, others: [CustomerCard])
    /// - Parameter alike: customers who have the same name already.
    case new(NewCustomer, alike: [CustomerCard])

    var card: CustomerCard? { if case .known(let card, _) = self { card } else { nil } }

    var guest: NewBooking.Guest {
      switch self {
      case .known(let card, _): .known(card.customer.id)
      case .new(let customer, _): .new(customer)
      }
    }

    /// The other customers it could be, unless one was chosen.
    func choices(of person: Reading.Person) -> [Draft.Choice] {
      switch self {
      case .new(_, let alike):
        alike.map { Draft.Choice(text: "The register has \($0.row.text): the same guest?") }
      case .known(_, let others):
        person.choice == nil
          ? [] : others.prefix(8).map { Draft.Choice($0.row(behind: "also")) }
      }
    }

    var warning: String {
      guard case .new(_, let alike) = self, let first = alike.first else { return "" }
      return "ALIKE: \(first.spoken) is in the register."
    }
  }

  /// - Parameter needsNumber: whether a name alone is not enough: the guest at the desk may be
  ///   another person of that name than the one in the register.
  func who(_ person: Reading.Person, _ reading: inout Reading, needsNumber: Bool = false)
    throws(Unsettled) -> Who
  {
    if person.reach == .numberless, let phone = person.phone {
      reading.refuse(.reach, of: person, "\(phone.digits) is a number: one of the two is too much.")
      throw .problem("")
    }
    if let phone = person.phone { return try who(person, phone, &reading) }
    let name = person.spoken
    if person.reach == .family {
      reading.refuse(.reach, of: person, "Whose family? The number at which they are called.")
      throw .problem("")
    }
    if person.reach == .numberless, !name.isEmpty { return try newcomer(name, .nowhere) }
    guard !name.isEmpty else {
      throw .problem("Who? A part of the phone number, or a name\(otherThanName(reading)).")
    }
    if person.isGuest, let other = reading.otherName {
      if !named(other, try cards(for: other)).isEmpty {
        reading.refuse(
          .day,
          "A day, or a part of the guest's name \(other)? Write the day as 4/12, or the name "
            + "with capitals.")
        throw .problem("")
      }
    }
    let found = named(name, try cards(for: name))
    if found.isEmpty, let untitled = person.untitled {
      let meant = named(untitled, try cards(for: untitled))
      if !meant.isEmpty, !needsNumber { return try choose(meant, person) }
    }
    guard !found.isEmpty else {
      if let slip = refuseSlip(in: person, &reading) { throw Unsettled(draft: slip) }
      let words = try surplus(in: person.name)
      if words.count < person.name.count {
        reading.refuse(
          names: words, of: person,
          "\"\(words.joined(separator: " "))\": no such service, therapist or day, and nobody is "
            + "called \(name).")
      } else {
        reading.refuse(
          person.nameKind, of: person,
          "\"\(name)\": no such customer, service, therapist or day; somebody new needs a phone "
            + "number too.")
      }
      let isName = person.name.allSatisfy(isWrittenAsName)
      throw Unsettled(
        draft: Draft.problem("").with(choices: isName ? [Self.withoutNumber(person)] : []))
    }
    if needsNumber, person.choice == nil {
      var draft = Draft.problem(
        "\(name) without a number: add it, or #1 for \(found[0].spoken).")
      draft.choices = [Self.withoutNumber(person)] + listed(found, for: person)
      throw Unsettled(draft: draft)
    }
    return try choose(found, person)
  }

  /// The person as they are named beside the line; of a new guest, how they can be called.
  func spoken(_ who: Who) -> String {
    switch who {
    case .known(let card, _): return card.spoken
    case .new(let customer, _):
      switch customer.reach {
      case .phone(let phone): return "\(customer.name) \(phone) (new)"
      case .nowhere: return "\(customer.name), no number (new)"
      case .familyOf(let holder):
        let name = card(holder)?.customer.name ?? "the family"
        return "\(customer.name), \(name)'s number (new)"
      }
    }
  }

  /// For a customer whom the register has found.
  func card(_ id: CustomerID) -> CustomerCard? {
    context.found.values.joined().first { $0.customer.id == id }
  }

  /// Only for reception: a guest who stands at the desk is not sent away because they have no
  /// number.
  private static func withoutNumber(_ person: Reading.Person) -> Draft.Choice {
    Draft.Choice(
      text: "\(person.spoken) is new, and has no number (nonumber)",
      edit: .also("nonumber", of: person.place))
  }

  /// What the words mean that may have been meant as the guest's name.
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

  private func who(_ person: Reading.Person, _ phone: Telephone, _ reading: inout Reading)
    throws(Unsettled) -> Who
  {
    let owners = try cards(for: phone.searchText).filter { phone.matches($0.customer.phone) }
    if let draft = doubtDay(beside: owners, of: person, &reading) { throw Unsettled(draft: draft) }
    let name = person.spoken
    var named = name.isEmpty ? owners : named(name, owners)
    // The line says `same`: of all customers with that number, the one whose booking is selected is
    // meant.
    if person.isGuest, reading.isSame, person.choice == nil, let meant = context.guest?.customer.id,
      let card = named.first(where: { $0.customer.id == meant })
    {
      named = [card]
    }
    if phone.isDummy, person.choice == nil {
      reading.refuse(
        person.phoneKind, of: person, "\(phone.digits) is nobody's number: ask for the guest's own."
      )
      throw Unsettled(draft: Draft.problem("").with(choices: listed(named, for: person)))
    }
    if person.reach == .family, name.isEmpty {
      reading.refuse(
        .reach, of: person, "Another of the family: write the name too, as family Max.")
      throw .problem("")
    }
    if !named.isEmpty { return try choose(named, person) }
    if let owner = owners.first {
      if person.reach == .family, !name.isEmpty,
        case .known(let holder, _) = try choose(owners, person)
      {
        return try newcomer(name, .familyOf(holder.customer.id))
      }
      throw Unsettled(draft: refuse(person, notCalledLike: owner, phone, &reading))
    }
    guard phone.isWhole else {
      reading.refuse(person.phoneKind, of: person, "Nobody's phone number ends in \(phone.digits).")
      throw .problem("")
    }
    return try newcomer(person, phone, &reading)
  }

  /// `mai 0918…`, and the owner of the number is called Mai: is tomorrow meant, or her name?
  private func doubtDay(
    beside owners: [CustomerCard], of person: Reading.Person, _ reading: inout Reading
  ) -> Draft? {
    guard let word = reading.dayBesideNumber(of: person),
      let owner = owners.first(where: {
        Self.words($0.customer.name).contains(FoldedText(word).text)
      })
    else { return nil }
    reading.refuse(
      .day, written: [word],
      "\"\(word)\": the day, or a part of \(owner.customer.name)'s name? Write the day as 4/12, or "
        + "the name with a capital.")
    return .problem("")
  }

  /// Words that were read as a name, where the owner of the number has another name.
  private func refuse(
    _ person: Reading.Person, notCalledLike owner: CustomerCard, _ phone: Telephone,
    _ reading: inout Reading
  ) -> Draft {
    if let slip = refuseSlip(in: person, &reading) { return slip }
    let wrong = person.name.filter { word in
      !Self.isBegun(word, of: owner.customer.name)
    }
    let number = phone.isWhole ? phone.digits : "…\(phone.digits)"
    let text = wrong.joined(separator: " ")
    if wrong.allSatisfy(isWrittenAsName), phone.isWhole {
      reading.refuse(
        names: wrong, of: person,
        "\(number) is \(owner.customer.name)'s: the same guest, or another of that family?")
      return Draft.problem("").with(
        choices: [
          Draft.Choice(owner.row(behind: "the same guest", before: ": "), edit: .word("")),
          Draft.Choice(
            text: "another of that family: \(text), at the same number",
            edit: .also("family", of: person.place)),
        ])
    } else {
      let name = owner.customer.name
      let stranger =
        wrong.allSatisfy(isWrittenAsName)
        ? "\(number) is \(name)'s, and not \(text)'s."
        : "\"\(text)\": no such service, therapist or day, and \(number) is \(name); who is meant?"
      reading.refuse(
        names: wrong, of: person,
        person.isGuest
          ? reading.sentence(about: wrong, context, orWhereStrange: stranger) : stranger)
    }
    return .problem("")
  }

  private func newcomer(
    _ person: Reading.Person, _ phone: Telephone, _ reading: inout Reading
  ) throws(Unsettled) -> Who {
    if person.reach == .family {
      reading.refuse(.reach, of: person, "\(phone.digits) is nobody's yet: leave the family out.")
      throw .problem("")
    }
    if let flaw = phone.flaw {
      reading.refuse(person.phoneKind, of: person, flaw)
      throw .problem("")
    }
    if person.name.isEmpty, let word = reading.dayBesideNumber(of: person) {
      reading.refuse(
        .day, written: [word],
        "\(phone.digits) is new here, and \"\(word)\" a day: write the guest's name with a capital."
      )
      throw .problem("")
    }
    guard !person.name.isEmpty else {
      let hint =
        reading.therapist == nil || !person.isGuest
        ? "" : " (beside the number, where it is no therapist's)"
      throw .problem("\(phone.digits) is new here: write the name too\(hint).")
    }
    if let slip = refuseSlip(in: person, &reading) { throw Unsettled(draft: slip) }
    if !reading.namesBesideNumber(of: person),
      let small = person.name.first(where: { !isWrittenAsName($0) })
    {
      reading.refuse(
        names: [small], of: person,
        "\"\(small)\": no such service, therapist or day; a new guest's name stands beside the "
          + "number.")
      throw .problem("")
    }
    return try newcomer(person.spoken, .phone(phone.digits))
  }

  private func newcomer(_ name: String, _ reach: NewCustomer.Reach) throws(Unsettled) -> Who {
    let cards = try cards(for: name)
    return .new(
      NewCustomer(name: name, reach: reach),
      alike: cards.filter { Self.isSameName($0.customer.name, name) })
  }
}
