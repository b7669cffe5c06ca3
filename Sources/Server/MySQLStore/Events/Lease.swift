import BookingStore

/// Which of several servers relays. It only saves the others the work: two that relay at the same
/// time would wait for each other at the end of the log and move different rows.
struct Lease {
  /// The name of this server, a new one at every start.
  let server: String

  /// After so long without a sign of life another server takes over.
  static let milliseconds: Int64 = 2000

  /// It is also renewed so often while there is nothing to relay: others can see in it that a
  /// server works on the database.
  private static let heartbeat: Int64 = 5_000
  /// A server that was killed counts as gone after so long.
  static let goneAfter: Int64 = 15_000

  func isOurs(_ end: NumberedLog.End) -> Bool {
    end.leasedBy == server || end.leaseUntil < end.now
  }

  /// Whether it is time to say that this server lives.
  func isDue(_ end: NumberedLog.End) -> Bool {
    !end.isReadOnly && end.leaseUntil - Self.milliseconds + Self.heartbeat < end.now
  }

  /// How long ago, in milliseconds, a server last said that it works here; nil where none does.
  static func lastSign(_ end: NumberedLog.End) -> Int64? {
    let age = end.now - (end.leaseUntil - milliseconds)
    return age < goneAfter ? max(0, age) : nil
  }

  /// This server ends.
  func end(_ db: MySQLConnection) throws {
    try db.execute(
      "UPDATE frontdesk_log SET lease_until = 0 WHERE id = 1 AND lease_holder = ?", [.text(server)])
  }

  func renew(_ db: MySQLConnection, now: Int64) throws {
    try db.execute(
      "UPDATE frontdesk_log SET lease_holder = ?, lease_until = ? WHERE id = 1",
      [.text(server), .integer(now + Self.milliseconds)])
  }
}
