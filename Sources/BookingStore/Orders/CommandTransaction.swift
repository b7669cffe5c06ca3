import BookingDomain

/// One order, from "was it answered before?" to the answer that is remembered, inside one
/// transaction of whatever store.
package struct CommandTransaction<Ledger: OrderLedger> {
  let command: Command
  let person: Person
  let now: Moment
  let ledger: Ledger

  package init(command: Command, person: Person, now: Moment, ledger: Ledger) {
    self.command = command
    self.person = person
    self.now = now
    self.ledger = ledger
  }

  package func answer() throws -> CommandAnswer {
    try ledger.hold(command.booking)
    let booking = try ledger.booking(command.booking)
    if let first = try firstAnswer() {
      return CommandAnswer(result: first, current: booking, isReplayed: true)
    }
    let result = try carryOut(on: booking)
    try ledger.remember(result, of: command, by: person, at: now.instant)
    return CommandAnswer(result: result, current: try ledger.booking(command.booking))
  }

  /// Nil for an order that was not answered before. An id that was used for another order, or by
  /// somebody else, is refused: what the first one was told is not theirs to hear.
  private func firstAnswer() throws -> CommandAnswer.Result? {
    guard let found = try ledger.answered(command.id) else { return nil }
    guard found.order == OrderLedgerEntry.Order(command, by: person) else {
      return .refused(
        Refusal(.malformed, "This request id was used for another order; each needs its own."))
    }
    return found.result
  }

  private func carryOut(on booking: Booking?) throws -> CommandAnswer.Result {
    guard let booking, Visibility.maySee(booking, person) else {
      return .refused(Refusal(.noSuchBooking, "There is no booking \(command.booking)."))
    }
    if let refusal = Staleness(command: command, booking: booking, now: now).refusal {
      return .refused(refusal)
    }
    let decision = Decision.decide(
      command.change, on: booking, by: person, now: now,
      given: try ledger.surroundings(of: booking))
    switch decision {
    case .failure(let refusal): return .refused(refusal)
    case .success(let outcome):
      return try ledger.write(outcome, of: command.change, on: booking, by: person, now: now)
    }
  }
}
