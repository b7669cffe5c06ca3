extension Decision.Case {
  func changeStatus(to status: BookingStatus, reason: String?) throws(Refusal)
    -> Decision.Outcome
  {
    guard status != booking.status else {
      throw Refusal(.alreadyDone, "This booking is \(status.word) already.")
    }
    try checkStillOpen(for: status)
    return switch status {
    case .scheduled:
      throw Refusal(.noSuchChange, "Undo the last change to set a booking back to scheduled.")
    case .confirmed: try confirm()
    case .inProgress: try start(reason: reason)
    case .completed: try complete()
    case .cancelled: try cancel(reason: reason)
    case .noShow: try markNoShow()
    }
  }

  /// What is finished stays finished, but for undo; what is in progress can only be completed.
  private func checkStillOpen(for status: BookingStatus) throws(Refusal) {
    switch booking.status {
    case .scheduled, .confirmed: return
    case .inProgress where status == .completed: return
    case .inProgress:
      throw Refusal(.alreadyInProgress, "This booking is in progress; complete it or undo.")
    case .completed:
      throw Refusal(.alreadyCompleted, "This booking is completed; only undo changes it now.")
    case .cancelled:
      throw Refusal(.alreadyCancelled, "This booking is cancelled; only undo brings it back.")
    case .noShow:
      throw Refusal(.alreadyNoShow, "This guest is marked as a no-show; undo that first.")
    }
  }

  private func confirm() throws(Refusal) -> Decision.Outcome {
    guard now.minutesUntil(LocalMoment(date: booking.date, time: booking.end)) > 0 else {
      throw Refusal(
        .alreadyOver, "Its time was over at \(booking.end.hourMinute); there is nothing to confirm."
      )
    }
    return changed(to: .confirmed)
  }

  private func start(reason: String?) throws(Refusal) -> Decision.Outcome {
    guard isItsDay else {
      throw Refusal(.notToday, "This booking is for \(booking.date.short), not for today.")
    }
    let earliest = given.policy.earlyStart
    guard untilStart <= earliest || reason.isReason else {
      throw Refusal(
        .tooEarly,
        "It is planned for \(booking.time.hourMinute); "
          + "before \((booking.time - earliest).hourMinute) a start needs a reason.")
    }
    let started = changed(to: .inProgress) { after in
      after.startedAt = now.instant
      after.arrivedAt = after.arrivedAt ?? now.instant
    }
    try checkNobodyElseIsInProgress(where: started.booking)
    return started
  }

  private func complete() throws(Refusal) -> Decision.Outcome {
    guard booking.status == .inProgress else {
      throw Refusal(.notInProgress, "This booking has not been started; start it first.")
    }
    return changed(to: .completed) { after in after.endedAt = now.instant }
  }

  private func cancel(reason: String?) throws(Refusal) -> Decision.Outcome {
    try checkCustomerIsInTime()
    guard let reason, !reason.isBlank else {
      throw Refusal(.reasonMissing, "A cancellation needs a reason.")
    }
    let session: Decision.SessionEffect =
      keepsSession(cancelledAt: now.instant) ? .none : .givenBack
    return changed(
      to: .cancelled, session: session, isLateCancellation: isLate(cancelledAt: now.instant)
    ) { after in
      after.cancellationReason = reason
      if session == .givenBack { after.dropOpenPayment() }
    }
  }

  private func isLate(cancelledAt instant: Timestamp) -> Bool {
    now.zone.timestamp(booking.start) - instant < given.policy.lateCancellation
  }

  /// Whether a cancellation made then used the session up.
  func keepsSession(cancelledAt instant: Timestamp) -> Bool {
    given.policy.lateCancellationKeepsSession && isLate(cancelledAt: instant)
  }

  private func markNoShow() throws(Refusal) -> Decision.Outcome {
    guard booking.arrivedAt == nil else {
      throw Refusal(.guestHasArrived, "This guest has arrived, so it is no no-show.")
    }
    guard -untilStart >= given.policy.noShowAfter else {
      let from = (booking.time + given.policy.noShowAfter).hourMinute
      throw Refusal(
        .tooEarlyForNoShow, "The guest may still come; a no-show can be marked from \(from).")
    }
    return changed(to: .noShow)
  }

  /// A therapist treats one guest at a time, so does a bed, and nobody has two treatments of a visit
  /// at once. Nothing else may begin or go on beside what is in progress on one of the same days.
  /// - Parameter after: the booking, where it will stand.
  func checkNobodyElseIsInProgress(where after: Booking) throws(Refusal) {
    guard after.status == .inProgress else { return }
    let others = given.neighbours + (given.days[after.date]?.bookings ?? [])
    for other in others
    where other.id != booking.id && other.status == .inProgress && other.days.overlaps(after.days) {
      if other.therapist == after.therapist {
        throw Refusal(
          .therapistBusy, "The therapist is still with \(described(other)); complete that first.")
      }
      if let bed = after.place.bed, other.place.bed == bed {
        throw Refusal(
          .bedBusy, "The bed is still taken by \(described(other)); complete that first.")
      }
    }
    if let other = DaySituation.treatment(before: after, among: others) {
      throw Refusal(
        .guestBusy,
        "The guest is still in the treatment of \(other.time.hourMinute); complete that first.")
    }
  }

  private func changed(
    to status: BookingStatus, session: Decision.SessionEffect = .none,
    isLateCancellation: Bool = false, _ adjust: (inout Booking) -> Void = { _ in }
  ) -> Decision.Outcome {
    let change = recorded(.status(from: booking.status, to: status))
    var after = booking
    after.status = status
    after.lastChange = change
    adjust(&after)
    return Decision.Outcome(
      after, recorded: change, session: session, isLateCancellation: isLateCancellation)
  }
}
