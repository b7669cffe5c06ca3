import BookingDomain
import BookingStore

/// Finds arrivals that were added or removed without a trigger: in a truncated table, or while
/// triggers were missing. The newest arrivals are compared with those of the check before.
struct ArrivalCheck {
  /// More arrivals than a large spa has in some days.
  private static let newest = 2000

  /// The bookings whose guests had arrived, and the end of the log, at the last check.
  private var last: (bookings: Set<Int64>, seq: Int64)?

  /// Writes events for changes of which there are none.
  mutating func look(_ db: MySQLConnection) throws {
    let seq = try NumberedLog(db: db).end().position.seq
    let now = try Self.arrived(db)
    if let last {
      for booking in now.symmetricDifference(last.bookings).sorted() {
        try Self.tellOf(booking, wasHere: last.bookings.contains(booking), since: last.seq, db)
      }
    }
    last = (now, seq)
  }

  private static func arrived(_ db: MySQLConnection) throws -> Set<Int64> {
    Set(
      try db.rows(
        """
        SELECT appointment_id AS id FROM checkins
          WHERE status = 'SUCCESS' AND checkin_id >
            (SELECT COALESCE(MAX(checkin_id), 0) - \(newest) FROM checkins)
        """, []
      ).compactMap { $0.int64("id") })
  }

  private static func tellOf(
    _ booking: Int64, wasHere: Bool, since seq: Int64, _ db: MySQLConnection
  ) throws {
    // The oldest of the last check may be missing among the newest now without being removed.
    let isHere =
      try db.row(
        "SELECT 1 AS one FROM checkins WHERE appointment_id = ? AND status = 'SUCCESS' LIMIT 1",
        [.integer(booking)]) != nil
    guard isHere != wasHere else { return }
    try db.writing {
      let isTold =
        try db.row(
          """
          SELECT 1 AS one FROM frontdesk_outbox WHERE booking_id = ?
          UNION ALL SELECT 1 FROM frontdesk_events WHERE booking_id = ? AND seq > ? LIMIT 1
          """, [.integer(booking), .integer(booking), .integer(seq)]) != nil
      guard !isTold else { return }
      let kind = isHere ? OutboxKind.touched : .unarrived
      try db.execute(
        "INSERT INTO frontdesk_outbox (kind, booking_id, at) VALUES (?, ?, ?)",
        [
          .text(kind.rawValue), .integer(booking),
          .integer(try NumberedLog(db: db).end().now),
        ])
      try db.execute("UPDATE frontdesk_settings SET repaired = repaired + 1 WHERE id = 1")
    }
  }
}
