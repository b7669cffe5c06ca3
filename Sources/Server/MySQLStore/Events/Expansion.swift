import BookingStore

/// Makes log entries of one row of the outbox. Triggers note only what was written. Which other
/// bookings and people that concerns is looked up here, so that the shop's own writes do not have
/// to wait for it.
struct Expansion {
  let db: MySQLConnection

  func entries(of row: TolerantRow) throws -> [OutboxEntry] {
    let entry = OutboxEntry(row)
    switch row.text("kind").flatMap(OutboxKind.init(rawValue:)) {
    case .hours:
      return try schedules(entry, of: db.rows("SELECT user_id FROM therapists ORDER BY user_id"))
    case .person:
      return try schedules(
        entry,
        of: db.rows("SELECT user_id FROM therapists WHERE user_id = ?", [row["therapist_id"]]))
    case .guest:
      try touchBookings(of: entry)
      return []
    case .settled:
      try tellPayment(entry)
      return []
    case nil, .touched, .unarrived:
      return [entry]
    }
  }

  private func schedules(_ entry: OutboxEntry, of therapists: [TolerantRow]) -> [OutboxEntry] {
    therapists.map {
      entry.turned(into: EventKind.schedule.rawValue, ["therapist_id": $0["user_id"]])
    }
  }

  /// A guest's name, telephone and alert are part of every booking that is still to come.
  /// Yesterday counts as to come, since the spa's midnight is not that of UTC.
  private func touchBookings(of entry: OutboxEntry) throws {
    let bookings = try db.rows(
      """
      SELECT booking_id FROM bookings
      WHERE customer_id = ? AND appointment_date >= UTC_DATE() - INTERVAL 1 DAY
      ORDER BY booking_id
      """, [entry["customer_id"]])
    for booking in bookings { try touch(booking, entry) }
  }

  private func touch(_ booking: TolerantRow, _ entry: OutboxEntry) throws {
    try db.execute(
      """
      INSERT INTO frontdesk_outbox (kind, booking_id, by_kind, by_number, by_name, at)
      VALUES (\(OutboxKind.touched.sql), ?, ?, ?, ?, ?)
      """,
      [
        booking["booking_id"], entry["by_kind"], entry["by_number"], entry["by_name"],
        entry["at"],
      ])
  }

  /// Another program changed the state of a payment, which is a change of every booking that it
  /// pays for.
  private func tellPayment(_ entry: OutboxEntry) throws {
    let bookings = try db.rows(
      """
      SELECT b.booking_id, LEFT(p.payment_method, 32) AS old_method,
        LEFT(p.payment_method, 32) AS new_method
      FROM payments p
      JOIN payment_items i ON i.payment_id = p.payment_id
      JOIN bookings b ON b.payment_item_id = i.payment_item_id
      WHERE p.payment_id = ? ORDER BY b.booking_id
      """, [entry["payment_id"]])
    for booking in bookings {
      try HistoryRows.add(
        .payment, .paid, to: booking["booking_id"],
        // A trigger of the ninth layout did not write the ways of payment down.
        LogForm.paid.names.map { entry[$0] == .null ? booking[$0] : entry[$0] },
        by: ["by_kind", "by_number", "by_name", "at"].map { entry[$0] }, db)
      try touch(booking, entry)
    }
  }
}
