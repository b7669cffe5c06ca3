import BookingDomain
import BookingStore

/// MySQLTriggers turn every committed write to the spa's tables, whoever's it is, into a row of the
/// outbox, in the writer's own transaction.
///
/// They must never make the shop's own write fail or wait. So they read no table of the shop, and
/// besides adding rows they change only two things: the version of the same booking and the
/// sessions of the same person. What needs other rows (all bookings of a guest, the schedules of
/// all therapists) is left to the relay.
enum MySQLTriggers {
  struct Trigger: Sendable {
    let name: String
    let table: String
    /// `AFTER INSERT`, `AFTER UPDATE`, `AFTER DELETE`.
    let event: String
    let body: String

    init(name: String, table: String, event: String, body: String) {
      self.name = name
      self.table = table
      self.event = event
      // Its first line says which body this is, since a server may show the rest differently from
      // what it was given: MySQL resolves escaped characters in strings. It is a label and no
      // comment: MariaDB's shell removes comments, so that it would be missing after a backup was
      // restored.
      self.body = body.replacing(
        "BEGIN", with: "frontdesk_\(FNV1a.digits(of: body)): BEGIN", maxReplacements: 1)
    }

    /// Where a trigger cannot be replaced in one step, the new one is made under the other name
    /// before the old one is dropped.
    var names: [String] { [name, name + "_b"] }

    func creation(as name: String) -> String {
      "CREATE TRIGGER \(name) \(event) ON \(table) FOR EACH ROW\n\(body)"
    }

    /// Whether `found` is this trigger as a server shows it.
    func isBody(_ found: String) -> Bool {
      found == body || found.hasPrefix(body.prefix { $0 != "\n" })
    }
  }

  static let all =
    MySQLBookingTriggers.all + MySQLHouseTriggers.all + MySQLAccountTriggers.all
    + MySQLHousePastTriggers.all

  /// The instant of the write: the one our own writer states, else the database's clock.
  static let now = "COALESCE(@frontdesk_at, \(databaseNow))"

  /// The database's own clock, in milliseconds since 1970.
  static let databaseNow =
    "TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000"

  /// `by_kind, by_number, by_name, at`: no author where the writer is not ours, since only our own
  /// connections set these variables, and clear them again.
  static let author = "@frontdesk_kind, @frontdesk_number, @frontdesk_name, \(now)"

  static let isSilent = "COALESCE(@frontdesk_is_silent, 0) <> 0"
  static let isArrivalImplied = "COALESCE(@frontdesk_is_arrival_implied, 0) <> 0"
  static let isForeign = "@frontdesk_kind IS NULL"

  /// Whether any of the columns changed. Bytes are compared: another capital letter is a change,
  /// whatever the column's collation says.
  static func isChanged(_ columns: [String]) -> String {
    columns.map { "NOT (CAST(NEW.\($0) AS BINARY) <=> CAST(OLD.\($0) AS BINARY))" }
      .joined(separator: "\n      OR ")
  }

  /// Writes a line of that form.
  static func inserted(
    _ form: LogForm, _ kind: String, of subject: String, into table: OwnTable
  ) -> String {
    """
    INSERT INTO \(table.name) (\(form.columns))
              VALUES (\(form.values(kind, of: subject, by: author, value)));
    """
  }

  private static func value(_ field: LogForm.Field) -> String {
    switch field {
    case .version: "new_version"
    case .number(let column, let row): "\(name(row)).\(column)"
    case .text(let column, let row, let most): "LEFT(\(name(row)).\(column), \(most))"
    case .swappedWith: "@frontdesk_swapped_with"
    case .reason: "@frontdesk_reason"
    case .came(let isSo): isSo ? "1" : "0"
    }
  }

  private static func name(_ row: LogForm.Row) -> String { row == .old ? "OLD" : "NEW" }
}
