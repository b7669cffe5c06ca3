import BookingDomain

/// One order, from "was it answered before?" to the answer that is remembered, inside one
/// transaction. Each statement in it reads what was last committed.
package struct CommandTransaction<Connection: OrderConnection> {
  let command: Command
  let person: Person
  let now: Moment
  let db: Connection

  package init(command: Command, person: Person, now: Moment, db: Connection) {
    self.command = command
    self.person = person
    self.now = now
    self.db = db
  }

  package func answer() throws -> CommandAnswer {
    try db.hold(command.booking)
    let booking = try BookingRows.one(command.booking, db)
    let requests = RequestLog(db: db)
    if let first = try requests.answer(to: command, by: person) {
      return CommandAnswer(result: first, current: booking, isReplayed: true)
    }
    let result = try carryOut(on: booking)
    try requests.remember(result, of: command, by: person, at: now.instant)
    return CommandAnswer(result: result, current: try BookingRows.one(command.booking, db))
  }

  private func carryOut(on booking: Booking?) throws -> CommandAnswer.Result {
    guard let booking, Visibility.maySee(booking, person) else {
      return .refused(Refusal(.noSuchBooking, "There is no booking \(command.booking)."))
    }
    if let refusal = Staleness(command: command, booking: booking, now: now).refusal {
      return .refused(refusal)
    }
    try db.holdSurroundings(of: booking)
    let decision = Decision.decide(
      command.change, on: booking, by: person, now: now, given: try surroundings(of: booking))
    switch decision {
    case .failure(let refusal): return .refused(refusal)
    case .success(let outcome):
      let writing = BookingWriting(
        before: booking, outcome: outcome, change: command.change, person: person, now: now, db: db)
      return try writing.write()
    }
  }

  private func surroundings(of booking: Booking) throws -> Decision.Surroundings {
    Decision.Surroundings(
      neighbours: try BookingRows.neighbours(of: booking, db),
      sessionsLeft: try SessionUsage(item: booking.paymentItem, db: db).left(),
      hours: try SpaRows.hours(db)[booking.date.weekday])
  }
}
