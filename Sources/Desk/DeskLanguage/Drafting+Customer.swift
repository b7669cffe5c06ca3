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

  /// A word that was meant as something else, by one letter.
  private func refuseSlip(_ reading: inout Reading) -> Draft? {
    let slips = slips(in: reading.name)
    guard let slip = slips.first else { return nil }
    reading.refuse(words: Set(slips), of: .guest, reading.sentence(about: [slip], context))
    return .problem("")
  }

  /// Of a name that nobody has, the words that are too many at its end or its beginning; all of them
  /// where somebody could be called so.
  private func surplus(in name: [String]) throws(Unsettled) -> [String] {
    for count in stride(from: min(name.count - 1, 3), through: 1, by: -1) {
      for (known, rest) in [
        (name.prefix(count), name.dropFirst(count)), (name.suffix(count), name.dropLast(count)),
      ] where !rest.allSatisfy(isWrittenAsName) {
        let text = known.joined(separator: " ")
        guard text.count >= 2 else { continue }
        if !named(text, try cards(for: text)).isEmpty { return Array(rest) }
      }
    }
    return name
  }

  /// Reads a line with a guest in it and drafts it. Where several of its words could be the guest,
  /// the register knows who is.
  func readGuest(
    _ text: String, _ grammar: Grammar, _ draft: (inout Reading) throws(Unsettled) -> Draft
  ) -> Draft {
    var reading = Reading(text, grammar, at: context)
    if reading.reach == nil, namesOther(reading) {
      let other = Reading(text, grammar, at: context, namesFirst: false)
      if other.isUnderstood, !namesOther(other) { reading = other }
    }
    do {
      if let words = try whoIsNamed(in: reading) { reading.name(words, context) }
    } catch {
      var draft = error.draft
      draft.words = reading.words
      draft.date = reading.day
      return draft
    }
    var made = finish(&reading, draft)
    if made.guestCard == nil { made.guestCard = onlyGuest(of: reading) }
    return made
  }

  /// Who is meant, where that can be nobody else; also while other words are not understood.
  private func onlyGuest(of reading: Reading) -> CustomerCard? {
    let name = reading.name.joined(separator: " ")
    let cards = context.found[reading.phone?.searchText ?? name] ?? []
    let owners = cards.filter { reading.phone?.matches($0.customer.phone) ?? true }
    let found = name.isEmpty || reading.phone != nil ? owners : named(name, owners)
    return found.count == 1 ? found[0] : nil
  }

  /// `lan vo`, where Lan is a therapist too: the register knows the guest by both words, and by the
  /// one alone nobody, or nobody could say which Lan is meant.
  private func nameBesideTherapist(in reading: Reading) throws(Unsettled) -> Range<Int>? {
    guard reading.phone == nil, let around = reading.nameAround(context.lexicon) else {
      return nil
    }
    let name = reading.name.joined(separator: " ")
    let text = reading.words[around].map(\.written).joined(separator: " ")
    let isKnownAlone = !named(name, try cards(for: name)).isEmpty
    let isKnown = !named(text, try cards(for: text)).isEmpty
    return isKnown && (!isKnownAlone || !reading.isUnderstood) ? around : nil
  }

  /// Words that stand together and were not taken for the guest, of whom the register knows that they
  /// are: nil where the reading is right, or nobody is known by any of them.
  private func whoIsNamed(in reading: Reading) throws(Unsettled) -> Range<Int>? {
    if let around = try nameBesideTherapist(in: reading) { return around }
    let runs = reading.namesAndUnread(context.lexicon)
    guard runs.count > 1,
      let taken = runs.firstIndex(where: { reading.words[$0.lowerBound].kind == .guest })
    else { return nil }
    for run in [runs[taken]] + runs.prefix(5) {
      let text = reading.words[run].map(\.written).joined(separator: " ")
      guard text.count >= 2 else { continue }
      let owners = try cards(for: reading.phone?.searchText ?? text)
        .filter { reading.phone?.matches($0.customer.phone) ?? true }
      if !named(text, owners).isEmpty { return run == runs[taken] ? nil : run }
    }
    return nil
  }

  /// Whether a line in which a name stands beside a number goes better with its words as something
  /// else: the number is known, and its owner is not called so.
  func namesOther(_ reading: Reading) -> Bool {
    guard let phone = reading.phone, !reading.name.isEmpty,
      let cards = context.found[phone.searchText]
    else { return false }
    let owners = cards.filter { phone.matches($0.customer.phone) }
    return !owners.isEmpty && named(reading.name.joined(separator: " "), owners).isEmpty
  }

  /// Whom the register has found for `text`; where it was not asked yet, the draft asks it.
  func cards(for text: String) throws(Unsettled) -> [CustomerCard] {
    guard let cards = context.found[text] else {
      throw Unsettled(draft: Draft(.asks(register: text), says: "Looking for \(text)…"))
    }
    return cards
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

  func isWrittenAsName(_ word: String) -> Bool {
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

  private func choose(_ cards: [CustomerCard], _ reading: Reading) throws(Unsettled) -> Who {
    // As the register lists them, whatever day is looked at: #2 stays who it was.
    var cards = cards
    let number = reading.choice ?? 1
    guard number >= 1, number <= cards.count else {
      throw .problem(cards.count == 1 ? "Only 1 matches." : "Only \(cards.count) match.")
    }
    guard reading.choice != nil || cards.count == 1 else {
      let name =
        reading.name.isEmpty
        ? reading.phone.map { "…\($0.digits)" } ?? "" : reading.name.joined(separator: " ")
      var draft = Draft.problem("Which \(name)? Add #1 to #\(min(cards.count, 8)), or more of it.")
      draft.choices = listed(cards)
      throw Unsettled(draft: draft)
    }
    let card = cards.remove(at: number - 1)
    return .known(card, others: cards)
  }

  func listed(_ cards: [CustomerCard]) -> [Draft.Choice] {
    cards.prefix(20).enumerated().map {
      Draft.Choice(text: "#\($0 + 1) \($1.line)", edit: .number($0 + 1))
    }
  }
}
