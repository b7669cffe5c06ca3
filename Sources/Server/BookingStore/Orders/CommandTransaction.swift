import BookingDomain

/// One order, from "was it answered before?" to the answer that is remembered, inside one
/// transaction of whatever store.
package struct CommandTransaction<Ledger: OrderLedger> {
  let command: Command
  let person: Person
  let now: Moment
  let policy: Decision.Policy
  let ledger: Ledger

  package init(
    command: Command, person: Person, now: Moment, policy: Decision.Policy = Decision.Policy(),
    ledger: Ledger
  ) {
    (self.command, self.person, self.now) = (command, person, now)
    (self.policy, self.ledger) = (policy, ledger)
  }

  package func answer() throws -> CommandAnswer {
    // In one order, so that two orders never wait for each other.
    for booking in try concerned().sorted() { try ledger.lock(booking) }
    if let first = try firstAnswer() {
      return CommandAnswer(
        result: first.result, current: try first.booking.flatMap(ledger.booking), isReplayed: true)
    }
    let decision = OrderDecision(
      command: command, person: person, now: now, policy: policy, ledger: ledger)
    let (booking, result) = try carryOut(decision)
    let entry = OrderLedgerEntry(order: order, booking: booking, result: result)
    try ledger.remember(entry, under: command.id, at: now.instant)
    return CommandAnswer(result: result, current: try booking.flatMap(ledger.booking))
  }

  /// The existing bookings that may change, as far as this person may know of them: nobody locks
  /// what is not theirs to see. The other booking of a swap that is undone is looked up before
  /// anything is locked, and once more afterwards.
  private func concerned() throws -> [BookingID] {
    let named = try command.order.bookings.filter(mayConcern)
    switch command.order {
    case .change(.undo, let id, _), .takeBack(let id, _):
      guard named.contains(id), let booking = try ledger.booking(id) else { return named }
      if let other = booking.lastChange?.kind.swappedWith { return named + [other] }
      guard case .takeBack = command.order else { return named }
      let others = try ledger.linked(to: booking).filter { $0.wasLastChanged(with: booking) }
      return named + others.map(\.id)
    case .change, .changeTogether, .swap, .book, .block, .unblock, .takeOff, .endTimeOff,
      .setShifts, .wait, .stopWaiting, .guest, .addTask, .markTask:
      return named
    }
  }

  /// Staff with a right to every booking are not asked for each, which would be one more reading.
  private func mayConcern(_ id: BookingID) throws -> Bool {
    guard Rights.scope(of: .seeBookings, for: person.role) != .all else { return true }
    return try ledger.booking(id).map { Visibility.maySee($0, person) } ?? false
  }

  /// Nil for an order that was not answered before. An id that was used for another order, or by
  /// somebody else, is refused: what the first one was told is not theirs to hear.
  private func firstAnswer() throws -> OrderLedgerEntry? {
    guard let found = try ledger.answered(command.id) else { return nil }
    let isSame = found.order.isAsked(by: person, with: OrderFingerprint(command.order))
    guard !isSame else { return found }
    let refusal = Refusal(
      .malformed, "This request id was used for another order; each needs its own.")
    return OrderLedgerEntry(order: order, booking: command.booking, result: .refused(refusal))
  }

  private var order: OrderLedgerEntry.Order {
    OrderLedgerEntry.Order(person: person.id, what: OrderFingerprint(command.order).text)
  }

  /// First everything is decided, then it is written: what is thrown while writing leaves nothing
  /// behind, and is no refusal.
  private func carryOut(_ decision: OrderDecision<Ledger>) throws
    -> (BookingID?, CommandAnswer.Result)
  {
    let decided: DecidedOrder
    do {
      decided = try decision.decided()
    } catch let refusal as Refusal {
      return (command.booking, .refused(refusal))
    }
    let (booking, written) = try decided.write(in: ledger, by: person, now: now)
    return (booking, .accepted(seq: written.seq, version: written.version))
  }
}
