import BookingStore

/// Sessions end for good with what they rest on, in the same transaction, whoever wrote it: an account
/// that is switched off and on again, or whose role is changed and changed back, does not bring them
/// back. They are found by an index, so that nobody else's is touched.
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
  /// - Parameter columns: what sessions rest on.
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
