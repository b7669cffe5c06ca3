import BookingDomain
import LinePromise
import Screen

/// The desk's language in the command line: looked at anew after everything that happens, since the
/// day it is about may change while somebody types.
extension Model {
  package var desk: Desk? {
    guard let spa = board.spa, let person else { return nil }
    var desk = Desk(
      spa: spa, day: board.availability, date: board.date, bookings: board.ofTheDay,
      waiting: board.waiting, selected: selected,
      person: person, moment: moment, found: found.cards)
    desk.policy = policy
    return desk
  }

  /// What a line is about, as it is now where it is on the board.
  private var selected: Booking? {
    guard case .command = mode, let typingAbout else { return selectedBooking }
    return board.bookings[typingAbout.id] ?? typingAbout
  }

  package func draft(_ verb: Verb, _ text: String) -> Draft {
    desk.map { verb.draft(text, at: $0) } ?? .problem("The day is not here yet.")
  }

  /// Words that may follow in a phrase.
  var wordsOfPhrases: [String] {
    guard let spa = board.spa else { return [] }
    let names = spa.therapists.flatMap { $0.name.split(separator: " ").map(String.init) }
    let services = spa.services.filter(\.isActive).map { service in
      let word = service.name.split(separator: " ").first.map(String.init) ?? service.name
      return FoldedText(word).text + String(service.duration.count)
    }
    return names + services + DayWord.examples + ["now", "cash", "card", "transfer"]
  }

  mutating func open(_ verb: Verb, with text: String = "") -> [Effect] {
    overlay = nil
    typingAbout = selectedBooking
    let begun = text.isEmpty ? beginning(of: verb) : text
    mode = .command(TextField("\(verb.rawValue) \(begun)"))
    return []
  }

  /// What the cursor says already.
  private func beginning(of verb: Verb) -> String {
    switch verb {
    case .notes: return selectedBooking?.notes ?? ""
    case .book, .block, .unblock:
      guard let spot = selectedSpot, let spa = board.spa else { return "" }
      let lexicon = Lexicon(spa: spa)
      var words = [spot.time.hourMinute]
      if case .bed(let bed) = spot.column {
        words.insert(contentsOf: [lexicon.word(for: bed)].compactMap { $0 }, at: 0)
      } else if let therapist = therapist(of: spot.column) {
        words.insert(lexicon.word(for: therapist), at: 0)
      }
      return words.joined(separator: " ") + " "
    case .walkIn, .move, .swap, .cancel, .longer, .shorter, .wait, .unwait, .rebook, .reassign,
      .find:
      return ""
    }
  }

  /// Looks at the line again: what it would do, what has to be asked for it, what others see of it.
  mutating func refreshDraft(_ id: RequestID?) -> [Effect] {
    guard case .command(let field) = mode, let (verb, text) = CommandLine.phrase(field.text) else {
      let recalled = typing.recalled
      typing.ended()
      // Going through earlier lines goes on while the line is open.
      if case .command = mode { typing.recalled = recalled }
      return release()
    }
    let draft = draft(verb, text)
    if let ghost = draft.ghosts.first, ghost != typing.draft?.ghosts.first { show(ghost) }
    typing.draft = draft
    if typing.refusedLine == field.text { typing.chooses = true }
    if draft.alternatives.isEmpty { typing.chooses = false }
    var effects = hold(draft)
    switch draft.outcome {
    case .asks(let question):
      if case .customers(let text) = question, found.ask(text) { effects.append(.ask(question)) }
    case .needsDay(let date):
      if board.date != date { effects += show(.on(date)) }
    case .ready, .readyAll, .shows:
      if typing.sendsWhenReady, let id { effects += give(draft, field.text, id) }
    case .problem: typing.sendsWhenReady = false
    }
    return effects
  }

  /// Enter on a phrase.
  mutating func give(_ draft: Draft, _ line: String, _ id: RequestID) -> [Effect] {
    switch draft.outcome {
    case .ready(let order):
      typing.remember(line)
      mode = .normal
      return send(order, guest: draft.guest, line: line, ghosts: draft.ghosts, id)
    case .readyAll(let orders):
      typing.remember(line)
      mode = .normal
      return orders.enumerated().flatMap { index, order in
        let part = draft.part(index)
        return send(order, guest: part.guest, ghosts: part.ghosts, id.sibling(index))
      }
    case .shows(let customer):
      typing.remember(line)
      mode = .normal
      overlay = .card(CardView(customer: customer))
      return [.ask(.customerFile(customer))]
    case .problem(let sentence, let alternatives):
      typing.chooses = !alternatives.isEmpty
      // The line says it already; what is chosen next stands right above it.
      if alternatives.isEmpty { notices.say(.warning, sentence, at: now) }
      return []
    case .asks, .needsDay:
      typing.sendsWhenReady = true
      return []
    }
  }

  // MARK: - What other desks see

  private mutating func hold(_ draft: Draft) -> [Effect] {
    guard let ghost = draft.ghosts.first, ghost.kind == .draft else { return release() }
    let slot = HeldSlot(
      therapist: ghost.therapist, date: ghost.date, time: ghost.time, duration: ghost.duration)
    guard slot != typing.held else { return [] }
    typing.held = slot
    return [.hold(slot)]
  }

  private mutating func release() -> [Effect] {
    guard typing.held != nil else { return [] }
    typing.held = nil
    return [.hold(nil)]
  }
}

extension Verb {
  var isAboutSelection: Bool {
    switch self {
    case .move, .swap, .cancel, .longer, .shorter, .notes, .rebook: true
    case .book, .walkIn, .block, .unblock, .wait, .unwait, .find, .reassign: false
    }
  }
}

extension Model {
  /// What does not stand on the board and is drawn there nevertheless: typed here, sent, or typed
  /// at another desk.
  package var ghosts: [Ghost] {
    let sent = orders.orders.flatMap { order in
      order.ghosts.map {
        Ghost(
          .sent, therapist: $0.therapist, date: $0.date, time: $0.time, duration: $0.duration,
          buffer: $0.buffer, text: $0.text)
      }
    }
    let held = holds.all.map { hold in
      Ghost(
        .held, therapist: hold.slot.therapist, date: hold.slot.date, time: hold.slot.time,
        duration: hold.slot.duration, text: hold.byName)
    }
    return held + sent + (typing.draft?.ghosts ?? [])
  }
}
