import BookingStore

/// Sessions end for good with what they rest on, in the same transaction, whoever wrote it: an account
/// that is switched off and on again, or whose role is changed and changed back, does not bring them
/// back.
enum SQLiteAccountTriggers {
  static let statements = users + customers

  private static let users = [
    ended(
      "user_sessions_updated",
      """
      AFTER UPDATE ON users
      WHEN \(SQLiteTriggers.isChanged(WatchedColumns.account))
      """, of: "USER", "OLD.user_id"),
    sealed("user_sessions_sealed", "users", of: "USER", "OLD.user_id"),
    ended("user_sessions_deleted", "AFTER DELETE ON users", of: "USER", "OLD.user_id"),
  ]

  private static let customers = [
    ended(
      "guest_sessions_updated",
      """
      AFTER UPDATE ON customers
      WHEN \(SQLiteTriggers.isChanged(WatchedColumns.guestAccount))
      """, of: "CUSTOMER", "OLD.customer_id"),
    sealed("guest_sessions_sealed", "customers", of: "CUSTOMER", "OLD.customer_id"),
    ended(
      "guest_sessions_deleted", "AFTER DELETE ON customers", of: "CUSTOMER", "OLD.customer_id"),
  ]

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
