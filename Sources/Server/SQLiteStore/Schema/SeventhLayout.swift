import GRDB

/// The spa's currency, and who changed what of the house.
enum SeventhLayout {
  @Sendable static func upgrade(_ db: Database) throws {
    try db.execute(sql: "ALTER TABLE frontdesk_settings ADD COLUMN currency TEXT")
    try db.execute(
      sql: """
        CREATE TABLE frontdesk_house_changes (
          change_id INTEGER PRIMARY KEY AUTOINCREMENT,
          by_name TEXT NOT NULL,
          what TEXT NOT NULL,
          at INTEGER NOT NULL
        )
        """)
  }
}
