import BookingStore

/// Ends sessions in the same transaction as what they depend on, whoever writes it: the account,
/// its role, its password. Sessions that ended stay ended, also when an account is switched on
/// again or gets its former role back.
enum SQLiteAccountTriggers {
  static let statements =
    all("user", "users", of: "USER", by: "user_id", restingOn: WatchedColumns.account)
    + all(
      "guest", "customers", of: "CUSTOMER", by: "customer_id",
      restingOn: WatchedColumns.guestAccount)

  private static func all(
    _ name: String, _ table: String, of kind: String, by key: String, restingOn columns: [String]
  ) -> [String] {
    let number = "OLD.\(key)"
    return [
      ended(
        "\(name)_sessions_updated",
        "AFTER UPDATE ON \(table) WHEN \(SQLiteTriggers.isChanged(columns))", of: kind, number),
      sealed("\(name)_sessions_sealed", table, of: kind, number),
      ended("\(name)_sessions_deleted", "AFTER DELETE ON \(table)", of: kind, number),
    ]
  }

  private static func sealed(
    _ name: String, _ table: String, of kind: String, _ number: String
  ) -> String {
    ended(
      name, "AFTER UPDATE ON \(table) WHEN \(SQLiteTriggers.isChanged(WatchedColumns.password))",
      of: kind,
      number, where: " AND password_seal IS NOT NULL")
  }

  private static func ended(
    _ name: String, _ when: String, of kind: String, _ number: String, where more: String = ""
  ) -> String {
    """
    CREATE TRIGGER frontdesk_\(name) \(when)
    BEGIN
      DELETE FROM frontdesk_sessions
        WHERE person_kind = '\(kind)' AND person_number = \(number)\(more);
    END
    """
  }
}
