/// SQLiteTriggers turn every committed write to the spa's tables, whoever's it is, into entries of the
/// event log, in the writer's own transaction.
///
/// They use nothing newer than SQLite 3.31, because the writer may be an old `sqlite3` shell, and no
/// `ON CONFLICT` of their own, because the writer's (`INSERT OR REPLACE …`) would replace it.
enum SQLiteTriggers {
  static let statements =
    SQLiteBookingTriggers.statements + SQLiteHouseTriggers.statements
    + SQLiteAccountTriggers.statements

  /// The instant of the write: the one our own writer states, else this machine's clock.
  static let now = """
    COALESCE(
      (SELECT at FROM frontdesk_writer),
      CAST(ROUND((julianday('now') - 2440587.5) * 86400000.0) AS INTEGER))
    """

  /// `by_kind, by_number, by_name, at`: no author where the writer is not ours.
  static let author = """
    (SELECT kind FROM frontdesk_writer), (SELECT number FROM frontdesk_writer),
    (SELECT name FROM frontdesk_writer), \(now)
    """

  /// Makes sure that a booking has a version to count up.
  static func ensureVersion(of booking: String) -> String {
    """
    INSERT INTO frontdesk_versions (booking_id, version, is_gone)
      SELECT \(booking), 0, 1 WHERE NOT EXISTS
        (SELECT 1 FROM frontdesk_versions WHERE booking_id = \(booking));
    """
  }

  static func countUp(_ booking: String, isGone: Bool = false) -> String {
    """
    UPDATE frontdesk_versions SET version = version + 1, is_gone = \(isGone ? 1 : 0)
      WHERE booking_id = \(booking);
    """
  }

  static func isChanged(_ columns: [String]) -> String {
    columns.map { "NEW.\($0) IS NOT OLD.\($0)" }.joined(separator: "\n    OR ")
  }
}
