import BookingDomain

/// Which of several readings of a line is meant: the register knows who has such a name.
extension Drafting {
  /// Reads a line with a guest in it and drafts it. Where several of its words could be the guest,
  /// the register knows who is.
  func readGuest(
    _ text: String, _ grammar: Grammar, _ draft: (inout Reading) throws(Unsettled) -> Draft
  ) -> Draft {
    var reading = Reading(text, grammar, at: context)
    if reading.guest.reach == nil, namesOther(reading) {
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

  /// Who is meant, where it can be only one person; also while other words are not understood.
  private func onlyGuest(of reading: Reading) -> CustomerCard? {
    let name = reading.guest.spoken
    let cards = context.found[reading.guest.phone?.searchText ?? name] ?? []
    let owners = cards.filter { reading.guest.phone?.matches($0.customer.phone) ?? true }
    let found = name.isEmpty || reading.guest.phone != nil ? owners : named(name, owners)
    return found.count == 1 ? found[0] : nil
  }

  /// `lan vo`, where Lan is also a therapist: the register finds the guest by both words together,
  /// but by the one word nobody, or several.
  private func nameBesideTherapist(in reading: Reading) throws(Unsettled) -> Range<Int>? {
    guard reading.guest.phone == nil, let around = reading.nameAround(context.lexicon) else {
      return nil
    }
    let name = reading.guest.spoken
    let text = reading.words[around].map(\.written).joined(separator: " ")
    let isKnownAlone = !named(name, try cards(for: name)).isEmpty
    let isKnown = !named(text, try cards(for: text)).isEmpty
    return isKnown && (!isKnownAlone || !reading.isUnderstood) ? around : nil
  }

  /// Words next to each other that were not read as the guest, although the register knows a guest
  /// by them. Nil where the reading is right, or the register knows nobody by any of them.
  private func whoIsNamed(in reading: Reading) throws(Unsettled) -> Range<Int>? {
    if let around = try nameBesideTherapist(in: reading) { return around }
    let runs = reading.namesAndUnread(context.lexicon)
    guard runs.count > 1,
      let taken = runs.firstIndex(where: { reading.words[$0.lowerBound].kind == .guest })
    else { return nil }
    for run in [runs[taken]] + runs.prefix(5) {
      let text = reading.words[run].map(\.written).joined(separator: " ")
      guard text.count >= 2 else { continue }
      let owners = try cards(for: reading.guest.phone?.searchText ?? text)
        .filter { reading.guest.phone?.matches($0.customer.phone) ?? true }
      if !named(text, owners).isEmpty { return run == runs[taken] ? nil : run }
    }
    return nil
  }

  /// Whether words that were read as a name next to a number mean something else: the register
  /// knows the number, and its owner has another name.
  func namesOther(_ reading: Reading) -> Bool {
    guard let phone = reading.guest.phone, !reading.guest.name.isEmpty,
      let cards = context.found[phone.searchText]
    else { return false }
    let owners = cards.filter { phone.matches($0.customer.phone) }
    return !owners.isEmpty && named(reading.guest.spoken, owners).isEmpty
  }
}
