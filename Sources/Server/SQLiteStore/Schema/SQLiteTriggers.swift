import BookingStore

/// SQLiteTriggers turn every committed write to the spa's tables, whoever's it is, into entries of the
/// event log, in the writer's own transaction.
///
/// They use nothing newer than SQLite 3.31, because the writer may be an old `sqlite3` shell, and no
/// `ON CONFLICT` of their own, because the writer's (`INSERT OR REPLACE …`) would replace it.
enum SQLiteTriggers {
  static let statements =
    SQLiteBookingTriggers.statements + SQLiteHouseTriggers.statements
    + SQLiteAccountTriggers.statements + SQLiteHousePastTriggers.statements

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

  /// The beginning of a statement that writes a line of that form. The caller adds the rows it is
  /// about (`FROM …`) and the condition.
  static func inserted(
    _ form: LogForm, _ kind: String, of subject: String, into table: OwnTable,
    _ value: (LogForm.Field) -> String = { value($0) }
  ) -> String {
    """
    INSERT INTO \(table.name) (\(form.columns))
      SELECT \(form.values(kind, of: subject, by: author, value))
    """
  }

  static func value(
    _ field: LogForm.Field, new: String = "NEW", old: String = "OLD"
  ) -> String {
    func name(_ row: LogForm.Row) -> String { row == .old ? old : new }
    return switch field {
    case .version: "v.version"
    case .number(let column, let row): "CAST(\(name(row)).\(column) AS INTEGER)"
    case .text(let column, let row, let most): "substr(\(name(row)).\(column), 1, \(most))"
    case .swappedWith: "(SELECT swapped_with FROM frontdesk_writer)"
    case .reason: "(SELECT reason FROM frontdesk_writer)"
    case .came(let isSo): isSo ? "1" : "0"
    }
  }
}
