import BookingStore

/// Which of several servers relays. It saves the others the work and nothing more: two that relay at
/// once wait for each other at the log's end and find different rows.
struct Lease {
  /// This server's name for itself, another at every start.
  let server: String

  /// After so long without a sign of life another server takes over.
  static let milliseconds: Int64 = 2000

  func isOurs(_ end: NumberedLog.End) -> Bool {
    end.leasedBy == server || end.leaseUntil < end.now
  }

  func renew(_ db: MySQLConnection, now: Int64) throws {
    try db.execute(
      "UPDATE frontdesk_log SET lease_holder = ?, lease_until = ? WHERE id = 1",
      [.text(server), .integer(now + Self.milliseconds)])
  }
}
