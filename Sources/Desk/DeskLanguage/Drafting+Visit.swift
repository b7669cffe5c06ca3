import BookingDomain

/// Bookings of one visit are changed together.
extension Drafting {
  /// The others of its visit that can still be changed with it.
  func othersAhead(of booking: Booking) -> [Booking] {
    guard booking.status.isAhead else { return [] }
    return context.visit.filter { $0.isOnVisit(with: booking) && $0.status.isAhead }
      .sorted { ($0.time, $0.id) < ($1.time, $1.id) }
  }

  /// The warning before only a part of a visit is moved; empty where all of it is.
  func warning(leavingBehind booking: Booking) -> String {
    let left = othersAhead(of: booking)
    guard !left.isEmpty else { return "" }
    return "VISIT: \(left.map(named(treatment:)).joined(separator: " and ")) "
      + (left.count == 1 ? "stays." : "stay.")
  }

  /// The warning before a treatment becomes so long that the guest's next one begins before its
  /// end.
  func warning(runningInto after: Booking) -> String {
    let next = othersAhead(of: after).first {
      $0.customer.id == after.customer.id && $0.time > after.time && $0.time < after.end
    }
    return next.map { "VISIT: \(named(treatment: $0)) begins before it ends." } ?? ""
  }

  /// `15:30 Facial with Mai`.
  private func named(treatment booking: Booking) -> String {
    "\(booking.time.hourMinute) \(booking.service.name) with "
      + context.lexicon.name(of: booking.therapist)
  }

  // MARK: - Moving

  /// All bookings of the visit move by the same time.
  func moved(visit booking: Booking, _ others: [Booking], _ move: Move, reason: String?) -> Draft {
    placed(reason: reason) { reason in
      moved(visit: booking, others, move, overridingFor: reason)
    }.saying(unused: reason)
  }

  private func moved(
    visit booking: Booking, _ others: [Booking], _ move: Move, overridingFor reason: String?
  ) -> Draft {
    var first = move
    first.time = move.time ?? booking.time
    first.overrideReason = reason
    let shift = (first.time ?? booking.time) - booking.time
    let changes =
      [(Change.move(first), of: booking)]
      + others.map { other in
        (
          Change.move(
            Move(date: move.date, time: other.time + shift, overrideReason: reason)), of: other
        )
      }
    var draft: Draft
    switch decide(together: changes) {
    case .failure(let refusal):
      draft = .refused(refusal)
      draft.ghosts = changes.compactMap { change, booking in
        change.target(of: booking).map { ghost(.conflict, booking, at: $0) }
      }
    case .success(let parts):
      let after = changes.compactMap { change in
        parts.first { $0.before.id == change.of.id }?.outcome.booking
      }
      draft = Draft(.ready(changeTogether(changes)), says: says(moved: after))
      draft.done = "\(says(moved: after))."
      draft.chips = chips(moved: after, move)
      draft.ghosts = after.map { ghost(.draft, $0, at: $0.slot) }
      if let first = after.first, first.therapist != booking.therapist {
        draft.warn(warning(againstWishOf: booking, with: first.therapist))
      }
    }
    draft.guest = guests(of: [booking] + others)
    return draft
  }

  /// `Zora Quill & Yann Moss`: everybody who comes to the visit, each named once.
  func guests(of bookings: [Booking]) -> String { each(bookings, \.customer.name) }

  func ghost(_ kind: Ghost.Kind, _ booking: Booking, at slot: BookedSlot) -> Ghost {
    Ghost(
      kind, therapist: slot.therapist, date: slot.date, time: slot.time, duration: slot.duration,
      buffer: booking.buffer, text: booking.customer.name)
  }

  private func says(moved after: [Booking]) -> String {
    let times = after.map(\.time.hourMinute).sorted().joined(separator: " & ")
    return "The visit of \(guests(of: after)) to \(after[0].date.short) \(times)"
  }

  private func chips(moved after: [Booking], _ move: Move) -> [Draft.Chip] {
    let times = after.map { "\($0.time.hourMinute)–\($0.end.hourMinute)" }
    return [
      Draft.Chip(kind: .guest, text: guests(of: after), isSaid: false),
      Draft.Chip(kind: .scope, text: "visit of \(after.count) (only: this one)", isSaid: false),
      Draft.Chip(
        kind: .therapist, text: each(after) { context.lexicon.name(of: $0.therapist) },
        isSaid: move.therapist != nil),
      Draft.Chip(kind: .day, text: named(after[0].date), isSaid: move.date != nil),
      Draft.Chip(
        kind: .time, text: times.joined(separator: " & "), isSaid: move.time != nil),
      Draft.Chip(kind: .bed, text: each(after, \.place.spoken), isSaid: move.bed != nil),
    ]
  }

  func each(_ bookings: [Booking], _ words: (Booking) -> String) -> String {
    var said: [String] = []
    for words in bookings.map(words) where !said.contains(words) { said.append(words) }
    return said.joined(separator: " & ")
  }

  // MARK: - Cancelling

  func cancelled(_ bookings: [Booking], reason: String) -> Draft {
    let wanted = Change.changeStatus(to: .cancelled, reason: reason)
    let changes = bookings.map { (wanted, of: $0) }
    switch decide(together: changes) {
    case .failure(let refusal): return .refused(refusal)
    case .success(let parts):
      let first = bookings[0]
      let times = bookings.map(\.time.hourMinute).sorted().joined(separator: " & ")
      let late = parts.contains { $0.outcome.isLateCancellation } ? ", late" : ""
      let given = parts.count { $0.outcome.session == .givenBack }
      let session =
        given == 0
        ? "" : given == 1 ? ", the session is given back" : ", \(given) sessions are given back"
      let only = bookings.count > 1 ? " (only: this one)" : ""
      var draft = Draft(
        .ready(changeTogether(changes)),
        says: "Cancel \(guests(of: bookings)), \(times)\(onDay(first.date))\(only): "
          + "\(reason)\(late)\(session)")
      if bookings.count == 1 { draft.warn(warning(leavingBehind: first)) }
      draft.guest = guests(of: bookings)
      return draft
    }
  }
}
