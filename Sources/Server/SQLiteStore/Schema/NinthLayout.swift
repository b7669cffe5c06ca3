import GRDB

/// Which treatment a booking was before it got another one.
enum NinthLayout {
  @Sendable static func upgrade(_ db: Database) throws {
    for column in ["old_service_id", "new_service_id", "old_item_id"] {
      try db.execute(sql: "ALTER TABLE frontdesk_changes ADD COLUMN \(column) INTEGER")
    }
  }
}
