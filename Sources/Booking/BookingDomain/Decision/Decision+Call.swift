extension Decision.Case {
  /// Two desks never call one guest at a time.
  func noteCall(_ outcome: CallOutcome, _ note: String) throws(Refusal) -> Decision.Outcome {
    switch booking.status {
    case .scheduled: break
    case .confirmed: throw Refusal(.alreadyDone, "This booking is confirmed already.")
    case .inProgress, .completed, .cancelled, .noShow:
      throw Refusal(.alreadyOver, "This booking is \(booking.status.word); nobody is called.")
    }
    if outcome == .calling, let call = booking.call, call.isGoingOn(at: now.instant),
      booking.lastCaller != person.id
    {
      let since = now.zone.local(call.at).time.hourMinute
      throw Refusal(.alreadyDone, "\(call.byName) calls \(booking.customer.name) since \(since).")
    }
    let change = recorded(.called(outcome))
    var after = booking
    after.call = CallMark(
      outcome: outcome, note: note.isBlank ? "" : note, byName: person.name, at: now.instant)
    after.lastChange = change
    return Decision.Outcome(after, recorded: change)
  }

  func undoCall() -> Decision.Outcome {
    var after = booking
    after.call = nil
    after.lastChange = nil
    return Decision.Outcome(after, recorded: nil)
  }
}

extension Booking {
  /// Who called last, where nothing happened to the booking since.
  fileprivate var lastCaller: PersonID? {
    if case .called? = lastChange?.kind { lastChange?.by } else { nil }
  }
}
