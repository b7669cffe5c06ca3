import GRDB

/// Sessions that end with the password that opened them; those from before last until they expire.
enum FifthLayout {
  @Sendable static func upgrade(_ db: Database) throws {
    try db.execute(sql: "ALTER TABLE frontdesk_sessions ADD COLUMN password_seal TEXT")
  }
}
