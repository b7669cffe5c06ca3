import GRDB

/// Sessions end with the password that opened them. Those opened before this upgrade have no seal and
/// live until they expire.
enum FifthLayout {
  @Sendable static func upgrade(_ db: Database) throws {
    try db.execute(sql: "ALTER TABLE frontdesk_sessions ADD COLUMN password_seal TEXT")
  }
}
