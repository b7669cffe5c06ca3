extension Decision.Case {
  func noteWish(_ therapist: UserID?) throws(Refusal) -> Decision.Outcome {
    guard booking.status.isAhead || booking.status == .inProgress else {
      throw Refusal(
        .noSuchChange, "This booking is \(booking.status.word); a wish comes too late for it.")
    }
    guard therapist != booking.wish else {
      throw Refusal(.alreadyDone, "That stands there already.")
    }
    let change = recorded(.wished(from: booking.wish, to: therapist))
    var after = booking
    after.wish = therapist
    after.lastChange = change
    return Decision.Outcome(after, recorded: change)
  }

  func undoWish(backTo therapist: UserID?) -> Decision.Outcome {
    var after = booking
    after.wish = therapist
    after.lastChange = nil
    return Decision.Outcome(after, recorded: nil)
  }
}
