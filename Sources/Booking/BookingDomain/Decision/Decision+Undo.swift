extension BookingStatus {
  /// Where an undo leads from here; nil where nothing leads back.
  package var undone: BookingStatus? {
    switch self {
    case .scheduled: nil
    case .confirmed: .scheduled
    case .inProgress: .confirmed
    case .completed: .inProgress
    case .cancelled: .scheduled
    case .noShow: .confirmed
    }
  }
}

extension Decision.Case {
  func undo() throws(Refusal) -> Decision.Outcome {
    try checkCustomerIsInTime()
    guard let last = booking.lastChange else {
      throw Refusal(.nothingToUndo, "There is nothing to undo on this booking.")
    }
    try checkMayUndo(last)
    return switch last.kind {
    case .created: try undoBooking()
    case .arrival: try undoArrival()
    case .moved(let from): try undoMove(backTo: from)
    case .swapped(let from, _): try undoSwap(last, backTo: from)
    case .notes(let from): try undoNotes(backTo: from)
    case .payment(let from, let to): try undoPayment(from: from, to)
    case .called: undoCall()
    case .service(let exchange): try undoService(exchange)
    case .wished(let from, _): undoWish(backTo: from)
    case .status(let from, let to): try undoStatus(from: from, to, changedAt: last.at)
    }
  }

  /// Whoever made the change, for a while; a manager on the same day.
  private func checkMayUndo(_ last: BookingChange) throws(Refusal) {
    if case .payment = last.kind, last.by == nil {
      throw Refusal(.undoNotYours, "The payment was changed by the web shop; it goes back there.")
    }
    let isRecent = now.instant - last.at <= given.policy.undoWithin
    let isOfToday = now.zone.local(last.at).date == now.today
    guard isOfToday || (isRecent && last.by == person.id) else {
      throw Refusal(
        .undoTooLate, "The last change is of another day; it cannot be undone any more.")
    }
    if isOfToday, person.role == .manager || person.role == .admin { return }
    guard last.by == person.id else {
      let who = last.byName.isEmpty ? "another program" : last.byName
      throw Refusal(
        .undoNotYours, "The last change was made by \(who); they or a manager can undo it.")
    }
    guard isRecent else {
      throw Refusal(
        .undoTooLate,
        "The last change is more than \(given.policy.undoWithin.count) minutes old; "
          + "a manager can undo it the same day.")
    }
  }

  private func undoArrival() throws(Refusal) -> Decision.Outcome {
    guard booking.status.isAhead, booking.arrivedAt != nil else {
      throw Refusal(.nothingToUndo, "The arrival has been overtaken; undo the status first.")
    }
    var after = booking
    after.arrivedAt = nil
    after.lastChange = nil
    return Decision.Outcome(after, recorded: nil)
  }

  private func undoStatus(
    from: BookingStatus, _ to: BookingStatus, changedAt: Timestamp
  ) throws(Refusal)
    -> Decision.Outcome
  {
    guard to == booking.status, let back = booking.status.undone else {
      throw Refusal(.nothingToUndo, "There is nothing to undo on this booking.")
    }
    // Exactly the status before, where a desk can have changed it (CONFIRMED to CANCELLED). Another
    // program may have made a change that no desk makes: then the usual step back.
    let target = back.isAhead && from.isAhead ? from : back
    var after = booking
    after.status = target
    after.lastChange = nil
    var session = Decision.SessionEffect.none
    switch booking.status {
    case .scheduled, .confirmed: break
    case .inProgress:
      // An arrival that only the start implied goes with it.
      if after.arrivedAt == after.startedAt { after.arrivedAt = nil }
      after.startedAt = nil
    case .completed:
      try checkNobodyElseIsInProgress(where: after)
      if let other = DaySchedule.sharingItsStart(after, among: given.neighbours) {
        throw Refusal(
          .slotTaken, "\(described(other)) begins in the same minute; move that first.")
      }
      after.endedAt = nil
    case .cancelled:
      try checkSlotIsFree()
      try checkNotBlocked(after)
      after.cancellationReason = nil
      after.reopenDroppedPayment()
      if !keepsSession(cancelledAt: changedAt) {
        try checkSessionIsLeft()
        session = .taken
      }
    case .noShow:
      try checkSlotIsFree()
      try checkNotBlocked(after)
    }
    return Decision.Outcome(after, recorded: nil, session: session)
  }

  /// What was booked by mistake is cancelled; its row stays, since somebody may have seen it.
  private func undoBooking() throws(Refusal) -> Decision.Outcome {
    guard booking.status.isAhead, booking.arrivedAt == nil else {
      throw Refusal(.nothingToUndo, "This booking is \(booking.status.word); it stays booked.")
    }
    var after = booking
    after.status = .cancelled
    after.cancellationReason = CancellationReason.mistake
    after.dropOpenPayment()
    if !given.isItemOfOthersToo { after.giveSaleBack() }
    after.lastChange = nil
    return Decision.Outcome(after, recorded: nil, session: .givenBack)
  }

  private func undoMove(backTo slot: BookedSlot) throws(Refusal) -> Decision.Outcome {
    guard booking.status.isAhead || booking.status == .inProgress else {
      throw Refusal(.nothingToUndo, "This booking is \(booking.status.word); it stays where it is.")
    }
    var after = booking
    try checkFits(&after, at: slot)
    after.lastChange = nil
    return Decision.Outcome(after, recorded: nil)
  }

  /// Puts it back where it stood.
  func checkFits(_ after: inout Booking, at slot: BookedSlot) throws(Refusal) {
    after.slot = slot
    guard booking.status.occupies else { return }
    let others = standing(around: after)
    if let other = DaySchedule.conflict(of: after, among: others) {
      throw Refusal(
        .slotTaken, "Its old slot has gone to \(described(other)).",
        alternatives: DaySchedule.alternatives(for: after, among: others, hours: given.hours))
    }
    try checkNotBlocked(after)
    try checkNobodyElseIsInProgress(where: after)
  }

  /// What stands on that day and around it, as far as it is known.
  func standing(around booking: Booking) -> [Booking] {
    given.days[booking.date]?.bookings ?? given.neighbours
  }

  func checkNotBlocked(_ after: Booking) throws(Refusal) {
    let blocks = given.days[after.date]?.blocks ?? []
    guard
      let block = blocks.first(where: {
        $0.therapist == after.therapist && $0.interval(on: after.date).overlaps(after.occupied)
      })
    else { return }
    let names = given.days[after.date]?.spa.therapists ?? []
    if block.timeOff != nil, let name = names.first(where: { $0.id == after.therapist })?.name {
      throw Refusal(.blocked, block.sentence(of: name))
    }
    throw Refusal(
      .blocked,
      "Its old slot is blocked \(block.time.hourMinute)–\(block.end.hourMinute) meanwhile.")
  }

  private func undoNotes(backTo notes: String?) throws(Refusal) -> Decision.Outcome {
    var after = booking
    after.notes = notes
    after.lastChange = nil
    return Decision.Outcome(after, recorded: nil)
  }

  private func checkSlotIsFree() throws(Refusal) {
    let others = standing(around: booking)
    guard let other = DaySchedule.conflict(of: booking, among: others) else { return }
    throw Refusal(
      .slotTaken,
      "The slot has gone to \(described(other)).",
      alternatives: DaySchedule.alternatives(for: booking, among: others, hours: given.hours))
  }

  private func checkSessionIsLeft() throws(Refusal) {
    guard let left = given.sessionsLeft, left < 1 else { return }
    throw Refusal(.noSessionLeft, "The paid session has been used for another booking meanwhile.")
  }
}
