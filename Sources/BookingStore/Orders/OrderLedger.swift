import BookingDomain

/// An open transaction of some store, as carrying an order out needs it. Everything read here is
/// as it was last committed, and everything written becomes durable together or not at all.
package protocol OrderLedger {
  /// Keeps everybody else from changing the booking until the transaction ends.
  func hold(_ booking: BookingID) throws

  func booking(_ id: BookingID) throws -> Booking?

  /// What the order of this id came to; nil for an id that was never answered.
  func answered(_ id: RequestID) throws -> OrderLedgerEntry?

  /// What the decision has to know beside the booking. Nobody else decides about the same
  /// therapist's day, bed's day or paid sessions until the transaction ends.
  func surroundings(of booking: Booking) throws -> Decision.Surroundings

  /// Writes what was decided: the row, its history, its version and its event.
  func write(
    _ outcome: Decision.Outcome, of change: Change, on booking: Booking, by person: Person,
    now: Moment
  ) throws -> CommandAnswer.Result

  func remember(
    _ result: CommandAnswer.Result, of command: Command, by person: Person, at now: Timestamp
  ) throws
}

/// The first answer to an order, and to which.
package struct OrderLedgerEntry: Hashable, Sendable {
  /// What makes two orders the same: who, which booking, what.
  package struct Order: Hashable, Sendable {
    let person: PersonID?
    let booking: BookingID
    /// Without its reason.
    let what: String

    package init(_ command: Command, by person: Person) {
      self.init(person: person.id, booking: command.booking, what: command.change.what)
    }

    init(person: PersonID?, booking: BookingID, what: String) {
      self.person = person
      self.booking = booking
      self.what = what
    }
  }

  let order: Order
  let result: CommandAnswer.Result

  package init(order: Order, result: CommandAnswer.Result) {
    self.order = order
    self.result = result
  }
}

extension Change {
  /// What was asked for, without its reason.
  var what: String {
    switch self {
    case .changeStatus(let status, _): status.rawValue
    case .markArrived: "ARRIVED"
    case .undo: "UNDO"
    }
  }
}
