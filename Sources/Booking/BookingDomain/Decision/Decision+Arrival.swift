extension Decision.Case {
  func markArrived() throws(Refusal) -> Decision.Outcome {
    guard booking.arrivedAt == nil else {
      throw Refusal(.alreadyDone, "This guest is marked as arrived already.")
    }
    guard booking.status.isAhead else {
      throw Refusal(
        booking.status.refusalOfArrival, "This booking is \(booking.status.word) already.")
    }
    guard isItsDay else {
      throw Refusal(.notToday, "This booking is for \(booking.date.short), not for today.")
    }
    let change = recorded(.arrival)
    var after = booking
    after.arrivedAt = now.instant
    after.lastChange = change
    return Decision.Outcome(after, recorded: change)
  }
}

extension BookingStatus {
  fileprivate var refusalOfArrival: Refusal.Code {
    switch self {
    case .scheduled, .confirmed, .inProgress: .alreadyInProgress
    case .completed: .alreadyCompleted
    case .cancelled: .alreadyCancelled
    case .noShow: .alreadyNoShow
    }
  }
}
