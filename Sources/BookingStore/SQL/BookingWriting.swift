import BookingDomain

/// Writes what was decided. The triggers count the version, write the event and the history, with
/// the author that signed in.
struct BookingWriting<Connection: OrderConnection> {
  let before: Booking
  let outcome: Decision.Outcome
  let change: Change
  let person: Person
  let now: Moment
  let db: Connection

  private var after: Booking { outcome.booking }

  func write() throws -> CommandAnswer.Result {
    try db.signIn(author)
    // Before the arrival goes: its trigger marks that as undone too, and once is enough.
    if isUndo { try markUndone() }
    try writeFacts()
    try writeArrival()
    try writeBooking()
    try SessionUsage(item: before.paymentItem, db: db).apply(outcome.session)
    try db.signOut()
    return try accepted()
  }

  private var isUndo: Bool { change == .undo }

  private var reason: String? {
    if case .changeStatus(_, let reason) = change { reason } else { nil }
  }

  private var author: Author {
    Author(
      person: person, at: now.instant, reason: reason, isUndo: isUndo,
      isArrivalImplied: after.status != before.status)
  }

  private func writeFacts() throws {
    guard after.startedAt != before.startedAt || after.endedAt != before.endedAt else { return }
    try db.execute(
      "REPLACE INTO frontdesk_facts (booking_id, started_at, ended_at) VALUES (?, ?, ?)",
      [
        .integer(before.id.number), StoredValue(after.startedAt?.milliseconds),
        StoredValue(after.endedAt?.milliseconds),
      ])
  }

  /// An arrival is a check-in of the shop's, so that the shop sees it too.
  private func writeArrival() throws {
    guard after.arrivedAt != before.arrivedAt else { return }
    if let arrivedAt = after.arrivedAt {
      try db.execute(
        """
        INSERT INTO checkins (appointment_id, customer_id, checkin_time, status)
        VALUES (?, ?, ?, 'SUCCESS')
        """,
        [
          .integer(before.id.number), .integer(before.customer.id.number), .text(arrivedAt.sql),
        ])
    } else {
      let arrivals = try db.rows(
        "SELECT checkin_id FROM checkins WHERE appointment_id = ? AND status = 'SUCCESS'",
        [.integer(before.id.number)])
      // By their keys, so that no other program's unfinished check-in is waited for.
      for arrival in arrivals {
        try db.execute("DELETE FROM checkins WHERE checkin_id = ?", [arrival["checkin_id"]])
      }
    }
  }

  /// Only what changes: a column that nobody asked about is nobody's to write back.
  private func writeBooking() throws {
    guard after.status != before.status else { return }
    let isCancelled = after.status == .cancelled
    try db.execute(
      """
      UPDATE bookings SET booking_status = ?, cancellation_reason = ?, cancelled_at = ?,
        cancelled_by = ?
      WHERE booking_id = ?
      """,
      [
        .text(after.status.rawValue), StoredValue(after.cancellationReason),
        isCancelled ? .text(now.instant.sql) : nil, isCancelled ? StoredValue(userNumber) : nil,
        .integer(before.id.number),
      ])
  }

  /// `cancelled_by` names users; a customer's own cancellation is told by the history.
  private var userNumber: Int64? {
    if case .user(let id) = person.id { id.number } else { nil }
  }

  private func markUndone() throws {
    let newest = try db.row(
      "SELECT MAX(change_id) AS id FROM frontdesk_changes WHERE booking_id = ? AND undone_at IS NULL",
      [.integer(before.id.number)])
    guard let change = newest?.int64("id") else { return }
    try db.execute(
      "UPDATE frontdesk_changes SET undone_at = ?, undone_by_name = ? WHERE change_id = ?",
      [.integer(now.instant.milliseconds), .text(person.name), .integer(change)])
  }

  private func accepted() throws -> CommandAnswer.Result {
    guard let entry = try db.newestEntry(of: before.id), entry.version > before.version else {
      throw StoreFailure(
        .unusable,
        "Booking \(before.id) cannot be changed: no event came of it, since triggers of FrontDesk "
          + "are missing in the database. \(Connection.howToRestoreTriggers)")
    }
    return .accepted(seq: entry.seq, version: entry.version)
  }
}
