import GRDB

/// Which bookings belong together, and what a change was taken back from, so that a day is seen as it
/// stood at any moment.
enum EighthLayout {
  @Sendable static func upgrade(_ db: Database) throws {
    for statement in visits + past { try db.execute(sql: statement) }
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

  private static let past = [
    "ALTER TABLE frontdesk_changes ADD COLUMN undone_therapist_id INTEGER",
    "ALTER TABLE frontdesk_changes ADD COLUMN undone_date TEXT",
    "ALTER TABLE frontdesk_changes ADD COLUMN undone_time TEXT",
    "ALTER TABLE frontdesk_changes ADD COLUMN undone_duration_minutes INTEGER",
    "ALTER TABLE frontdesk_changes ADD COLUMN undone_room_id INTEGER",
    "ALTER TABLE frontdesk_changes ADD COLUMN undone_bed_id INTEGER",
    "ALTER TABLE frontdesk_changes ADD COLUMN undone_notes TEXT",
    "CREATE INDEX frontdesk_idx_former_days ON frontdesk_changes (old_date)",
    "CREATE INDEX frontdesk_idx_undone_days ON frontdesk_changes (undone_date)",
  ]
}
