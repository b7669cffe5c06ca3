import BookingStore

/// Ends sessions in the same transaction as what they depend on, whoever writes it: the account,
/// its role, its password. Sessions that ended stay ended, also when an account is switched on
/// again or gets its former role back. They are found by an index, so that no other person's
/// session is locked.
enum MySQLAccountTriggers {
  static let all = [userDeleted]

  private static let userDeleted = MySQLTriggers.Trigger(
    name: "frontdesk_person_deleted", table: "users", event: "AFTER DELETE",
    body: """
      BEGIN
        \(ended("USER", "OLD.user_id"))
      END
      """)

  /// For a trigger after an update.
  /// - Parameter columns: what sessions depend on.
  static func ended(_ kind: String, _ number: String, ifChanged columns: [String]) -> String {
    """
    IF \(MySQLTriggers.isChanged(columns)) THEN
            \(ended(kind, number))
          ELSEIF \(MySQLTriggers.isChanged(WatchedColumns.password)) THEN
            \(ended(kind, number, where: " AND password_seal IS NOT NULL"))
          END IF;
    """
  }

  static func ended(_ kind: String, _ number: String, where more: String = "") -> String {
    """
    DELETE FROM frontdesk_sessions
              WHERE person_kind = '\(kind)' AND person_number = \(number)\(more);
    """
  }
}
