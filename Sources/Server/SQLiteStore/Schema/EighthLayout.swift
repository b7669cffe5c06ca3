import GRDB

/// Which bookings belong together, and how a payment stood before it was taken.
enum EighthLayout {
  @Sendable static func upgrade(_ db: Database) throws {
    for statement in visits + payments { try db.execute(sql: statement) }
  }

  private static let visits = [
    """
    CREATE TABLE frontdesk_visits (
      booking_id INTEGER PRIMARY KEY,
      visit_id INTEGER,
      series_id INTEGER
    )
    """,
    "CREATE INDEX frontdesk_idx_visit ON frontdesk_visits (visit_id)",
    "CREATE INDEX frontdesk_idx_series ON frontdesk_visits (series_id)",
  ]

  private static let payments = [
    "ALTER TABLE frontdesk_changes ADD COLUMN old_method TEXT",
    "ALTER TABLE frontdesk_changes ADD COLUMN new_method TEXT",
  ]
}
