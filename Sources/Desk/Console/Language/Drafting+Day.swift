import BookingDomain

/// What is about a day and no booking: blocked time and the waiting list.
extension Drafting {
  /// `anna 13 30 lunch`: whose, from when, how many minutes, why.
  func block(_ text: String) -> Draft {
    let phrase = Phrase(text, at: desk, numbers: .timeThenMinutes)
    let day: Availability
    switch self.day(phrase.date) {
    case .failure(let missing): return missing.draft
    case .success(let found): day = found
    }
    guard let therapist = phrase.therapist ?? desk.selected?.therapist else {
      return .problem("Whose time?")
    }
    let time = phrase.time ?? desk.earliest
    let span = phrase.until.map { $0 - time }
    let block = NewBlock(
      therapist: therapist, date: day.date, time: time, duration: phrase.duration ?? span ?? 30,
      reason: phrase.notes ?? phrase.name.joined(separator: " "))
    let name = desk.therapist(therapist)?.name ?? ""
    let end = block.time + block.duration
    let what = "\(name), \(time.hourMinute)–\(end.hourMinute)"
    var draft: Draft
    let refusal = Decision.refusal(of: block, by: desk.person, now: desk.moment, given: day)
    if let refusal {
      draft = .refused(refusal)
    } else {
      let why = block.reason.isEmpty ? "" : ": \(block.reason)"
      draft = Draft(.ready(.block(block)), says: "Block \(what)\(why)")
    }
    draft.ghosts = [
      Ghost(
        refusal == nil ? .draft : .conflict, therapist: therapist, date: day.date, time: time,
        duration: block.duration, text: block.reason.isEmpty ? "blocked" : block.reason)
    ]
    draft.guest = name
    return draft
  }

  /// The block of that therapist at that time, or the next one.
  func unblock(_ text: String) -> Draft {
    let phrase = Phrase(text, at: desk, numbers: .timeThenMinutes)
    let therapist = phrase.therapist ?? (phrase.time == nil ? desk.selected?.therapist : nil)
    let found = (desk.day?.blocks ?? []).filter { block in
      (therapist ?? block.therapist) == block.therapist
        && phrase.time.map { (block.time..<block.end).contains($0) } ?? true
    }.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
    guard let block = found.first(where: { $0.end > desk.earliest }) ?? found.first else {
      return .problem("No time is blocked there.")
    }
    if let refusal = Decision.refusal(ofFreeing: block, id: block.id, by: desk.person) {
      return .refused(refusal)
    }
    let name = desk.therapist(block.therapist)?.name ?? ""
    var draft = Draft(
      .ready(.unblock(block.id)),
      says: "Free \(name), \(block.time.hourMinute)–\(block.end.hourMinute)")
    draft.guest = name
    return draft
  }

  /// `7714 sw anna 14-18`: who waits for what, with whom, from when to when.
  func wait(_ text: String) -> Draft {
    let phrase = Phrase(text, at: desk, numbers: .phoneThenTime)
    let card: CustomerCard
    switch who(phrase) {
    case .open(let draft): return draft
    case .new(let customer, _):
      return .problem("\(customer.name) is new: book once, then they can wait.")
    case .known(let found, _): card = found
    }
    let day: Availability
    switch self.day(phrase.date) {
    case .failure(let missing): return missing.draft
    case .success(let found): day = found
    }
    let paid = card.sessions.first { $0.left > 0 }?.service.id
    guard let service = (phrase.services.first ?? paid).flatMap(desk.service) else {
      return .problem("\(card.spoken): what? Say the service, as sw60.")
    }
    let from = phrase.time ?? desk.earliest
    let last = min(desk.hours.map { $0.close - service.duration } ?? .endOfDay, .endOfDay)
    let wish = NewWaiting(
      customer: card.customer.id, service: service.id, therapist: phrase.therapist,
      date: day.date, from: from, until: phrase.until ?? max(from, last),
      note: phrase.notes ?? "")
    let refusal = Decision.refusal(
      of: wish, isKnown: true, by: desk.person, now: desk.moment, given: desk.spa)
    if let refusal { return .refused(refusal) }
    let whom = phrase.therapist.flatMap(desk.therapist)?.name ?? "anybody"
    var draft = Draft(
      .ready(.wait(wish)),
      says: "\(card.spoken) waits for \(service.name) with \(whom), "
        + "\(wish.from.hourMinute)–\(wish.until.hourMinute)")
    draft.guest = card.customer.name
    return draft
  }

  /// Whoever waits under this name or number (`w8`); of several the one who waits longest.
  func unwait(_ text: String) -> Draft {
    let name = FoldedText(text).text
    guard !name.isEmpty else { return .problem("Who waits no longer? A part of the name.") }
    let found = desk.waiting.filter { guest in
      "w\(guest.id)" == name || FoldedText(guest.customer.name).text.contains(name)
    }.sorted { ($0.since, $0.id) < ($1.since, $1.id) }
    guard let guest = found.first else {
      return .problem("Nobody called \(text.trimmingBlanks) waits on this day.")
    }
    if let refusal = Decision.refusal(ofEnding: guest, id: guest.id, by: desk.person) {
      return .refused(refusal)
    }
    var draft = Draft(
      .ready(.stopWaiting(guest.id)),
      says: "\(guest.customer.name) waits no longer for \(guest.service.name)")
    draft.guest = guest.customer.name
    return draft
  }
}
