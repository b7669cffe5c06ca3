extension Decision.Case {
  /// Both halves of a swap go back together or not at all, since each stands where the other stood.
  func undoSwap(_ swap: BookingChange, backTo slot: BookedSlot) throws(Refusal)
    -> Decision.Outcome
  {
    guard booking.status.isAhead else {
      throw Refusal(.nothingToUndo, "This booking is \(booking.status.word); it stays where it is.")
    }
    var after = booking
    after.slot = slot
    after.lastChange = nil
    switch given.otherHalf {
    case .unknown: return Decision.Outcome(after, recorded: nil)
    case .gone:
      throw Refusal(
        .nothingToUndo, "The booking it changed places with is gone; move this one instead.")
    case .standing(let other, let lastMove):
      let otherAfter = try takenBack(other, lastMove, of: swap)
      for half in [after, otherAfter] { try checkOldSlot(of: half, besides: other.id) }
      return Decision.Outcome(
        after, recorded: nil,
        otherHalf: Decision.Outcome.OtherOutcome(before: other, after: otherAfter))
    }
  }

  /// The other half where it stood before, if it still stands where the swap put it.
  private func takenBack(_ other: Booking, _ lastMove: BookingChange?, of swap: BookingChange)
    throws(Refusal) -> Booking
  {
    guard other.status.isAhead else {
      throw Refusal(
        .nothingToUndo,
        "\(described(other)), with which it changed places, is \(other.status.word); "
          + "move this one instead.")
    }
    guard let lastMove, case .swapped(let slot, with: booking.id) = lastMove.kind,
      lastMove.at == swap.at
    else {
      throw Refusal(
        .nothingToUndo,
        "\(described(other)), with which it changed places, has moved since; "
          + "move this one instead.")
    }
    var after = other
    after.slot = slot
    return after
  }

  private func checkOldSlot(of half: Booking, besides other: BookingID) throws(Refusal) {
    let standing = (given.days[half.date]?.bookings ?? []).filter {
      $0.id != booking.id && $0.id != other
    }
    if let taker = DaySchedule.conflict(of: half, among: standing) {
      throw Refusal(
        .slotTaken, "The old slot of \(half.customer.name) has gone to \(described(taker)).")
    }
    try checkNotBlocked(half)
  }
}
