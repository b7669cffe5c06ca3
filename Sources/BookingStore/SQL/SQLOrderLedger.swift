import BookingDomain

/// An order's transaction in a database that speaks SQL. Each statement in it reads what was last
/// committed.
package struct SQLOrderLedger<Connection: OrderConnection>: OrderLedger {
  private let db: Connection

  package init(_ db: Connection) { self.db = db }

  package func hold(_ booking: BookingID) throws { try db.hold(booking) }

  package func booking(_ id: BookingID) throws -> Booking? { try BookingRows.one(id, db) }

  package func answered(_ id: RequestID) throws -> OrderLedgerEntry? {
    try RequestLog(db: db).entry(of: id)
  }

  package func surroundings(of booking: Booking) throws -> Decision.Surroundings {
    try db.holdSurroundings(of: booking)
    return Decision.Surroundings(
      neighbours: try BookingRows.neighbours(of: booking, db),
      sessionsLeft: try SessionUsage(item: booking.paymentItem, db: db).left(),
      hours: try SpaRows.hours(db)[booking.date.weekday])
  }

  package func write(
    _ outcome: Decision.Outcome, of change: Change, on booking: Booking, by person: Person,
    now: Moment
  ) throws -> CommandAnswer.Result {
    let writing = BookingWriting(
      before: booking, outcome: outcome, change: change, person: person, now: now, db: db)
    return try writing.write()
  }

  package func remember(
    _ result: CommandAnswer.Result, of command: Command, by person: Person, at now: Timestamp
  ) throws {
    try RequestLog(db: db).remember(result, of: command, by: person, at: now)
  }
}
