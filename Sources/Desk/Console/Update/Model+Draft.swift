import BookingDomain
import DeskLanguage
import LinePromise
import Screen

/// The desk's language in the command line: looked at anew after everything that happens, since the
/// day it is about may change while somebody types.
extension Model {
  mutating func open(_ verb: Verb, with text: String = "") -> [Effect] {
    let guest = verb == .guest ? guestInHand : nil
    overlay = nil
    typing.begins(about: selectedBooking, on: board)
    typing.guest = guest
    let begun = text.isEmpty ? beginning(of: verb) : text
    mode = .command(TextField("\(verb.rawValue) \(begun)"))
    guard let guest, guest.file == nil else { return [] }
    return [.ask(.customerFile(guest.customer.id))]
  }

  /// What the cursor says already.
  private func beginning(of verb: Verb) -> String {
    switch verb {
    case .notes:
      // What is added stands apart from what is there.
      return selectedBooking?.notes.map { $0 + " " } ?? ""
    case .book, .block, .unblock:
      guard let spot = selectedSpot, let lexicon = board.lexicon else { return "" }
      var words = [spot.time.hourMinute]
      if case .bed(let bed) = spot.column {
        words.insert(contentsOf: [lexicon.word(for: bed)].compactMap { $0 }, at: 0)
      } else if let therapist = therapist(of: spot.column) {
        words.insert(lexicon.word(for: therapist), at: 0)
      }
      return words.joined(separator: " ") + " "
    case .add, .walkIn, .off, .shift, .free, .move, .service, .swap, .cancel, .pay, .longer,
      .shorter,
      .wait, .unwait,
      .rebook, .wish,
      .reassign,
      .find, .guest, .task, .noAnswer:
      return ""
    }
  }

  /// Looks at the line again: what it would do, what has to be asked for it, what others see of it.
  mutating func refreshDraft(_ id: RequestID?) -> [Effect] {
    guard case .command(let field) = mode else {
      typing.ended()
      foundDays.forget()
      otherDays.forget()
      if mode == .normal, overlay == nil, let list = typing.list { overlay = .list(list) }
      typing.list = nil
      return release() + backToOrigin()
    }
    let origin =
      typing.origin
      ?? Typing.Origin(day: board.day, date: board.date, cursor: cursor, viewport: viewport)
    typing.origin = origin
    guard let (verb, text) = CommandLine.phrase(field.text) else {
      typing.ended(isOpen: true)
      return release() + look(at: nil, from: origin)
    }
    var draft = draft(verb, text)
    let before = board.date
    var effects = look(at: draft.date, from: origin)
    // A day that is here already brings no news by which the line would be looked at again.
    if board.date != before, board.isLoaded { draft = self.draft(verb, text) }
    let earlier = typing.draft?.ghosts.first
    typing.drafted(draft, of: field.text)
    if let ghost = draft.ghosts.first, ghost != earlier { show(ghost) }
    effects += hold(draft)
    switch draft.outcome {
    case .asks(let text):
      if found.ask(text) { effects.append(.ask(.customers(text))) }
    case .asksFree(let wanted):
      if foundDays.ask(.free(wanted)) { effects.append(.ask(.free(wanted))) }
    case .asksDays(let days):
      if foundDays.ask(.fullness(days)) { effects.append(.ask(.fullness(days))) }
    case .needsDays(let dates): effects += otherDays.ask(for: dates).map { .ask(.day($0)) }
    case .needsFile(let customer):
      if otherDays.ask(forFileOf: customer) { effects.append(.ask(.customerFile(customer))) }
    case .needsDay, .problem: break
    case .ready, .readyAll, .shows, .begins:
      if draft.needsALook { typing.stopsWaiting() }
      if let entered = typing.sendsAs { effects += give(draft, field.text, id ?? entered) }
    }
    return effects
  }

  /// Shows the day that the line is about, as long as it says so.
  private mutating func look(at wanted: LocalDate?, from origin: Typing.Origin) -> [Effect] {
    let date = wanted ?? origin.date
    guard board.date != date else { return [] }
    guard date == origin.date else { return show(.on(date)) }
    let effects = show(origin.day)
    cursor = origin.cursor
    viewport.top = origin.viewport.top
    viewport.firstColumn = origin.viewport.firstColumn
    return effects
  }

  /// A line that is left leaves everything as it was when it was begun.
  private mutating func backToOrigin() -> [Effect] {
    guard let origin = typing.origin else { return [] }
    typing.origin = nil
    typing.begins(about: nil, on: board)
    return look(at: nil, from: origin)
  }

  /// Enter on a phrase.
  mutating func give(_ draft: Draft, _ line: String, _ id: RequestID) -> [Effect] {
    switch draft.outcome {
    case .ready(let order):
      var memo = WaitingOrders.Memo(
        guest: draft.guest, line: line, ghosts: draft.ghosts, done: draft.done,
        extent: draft.extent, origin: typing.origin)
      if let about = typing.about, order.bookings.contains(about.id) {
        memo.about = about
        memo.visit = typing.visit
        stays(with: about)
      }
      typing.earlier.remember(line)
      typing.origin = nil
      mode = .normal
      return send(order, memo: memo, id)
    case .readyAll(let orders):
      typing.earlier.remember(line)
      typing.origin = nil
      mode = .normal
      return orders.enumerated().flatMap { index, order in
        let part = draft.part(index)
        return send(
          order, memo: .init(guest: part.guest, ghosts: part.ghosts, done: part.done),
          id.sibling(index))
      }
    case .shows(let customer):
      typing.earlier.remember(line)
      mode = .normal
      overlay = .card(CardView(customer: customer))
      return [.ask(.customerFile(customer))]
    case .problem(let sentence, let alternatives):
      typing.offers(starts: alternatives)
      // The line says it already; what is chosen next stands right above it.
      if alternatives.isEmpty { notices.say(.warning, sentence, at: now) }
      return []
    case .begins(let line): return begin(line)
    case .asks, .asksFree, .asksDays, .needsDay, .needsDays, .needsFile:
      typing.waitsForAnswers(id)
      return []
    }
  }

  /// Where the line showed another day and the booking now goes there, it is selected there, and no
  /// other.
  private mutating func stays(with booking: Booking) {
    guard view != .wall, view != .own, selection != booking.id else { return }
    selection = booking.id
    awaited.wait(for: booking.id)
  }

  /// In the place of the line that was typed, which comes back with the arrows.
  mutating func begin(_ line: String) -> [Effect] {
    if case .command(let field) = mode { typing.earlier.remember(field.text) }
    typing.goesOn()
    typing.stand(at: nil)
    mode = .command(TextField(line))
    return []
  }

  // MARK: - What other desks see

  private mutating func hold(_ draft: Draft) -> [Effect] {
    guard let ghost = draft.ghosts.first, ghost.kind == .draft else { return release() }
    let slot = HeldSlot(
      therapist: ghost.therapist, date: ghost.date, time: ghost.time, duration: ghost.duration)
    return typing.holds(slot) ? [.hold(slot)] : []
  }

  private mutating func release() -> [Effect] {
    typing.holds(nil) ? [.hold(nil)] : []
  }
}
