import GRDB

/// Which bookings belong together, and who is off.
enum EighthLayout {
  @Sendable static func upgrade(_ db: Database) throws {
    for statement in visits + timeOff { try db.execute(sql: statement) }
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

  private static let timeOff = [
    """
    CREATE TABLE frontdesk_time_off (
      time_off_id INTEGER PRIMARY KEY AUTOINCREMENT,
      therapist_id INTEGER,
      from_date TEXT NOT NULL,
      until_date TEXT NOT NULL,
      reason TEXT NOT NULL,
      by_kind TEXT NOT NULL,
      by_number INTEGER NOT NULL,
      by_name TEXT NOT NULL,
      at INTEGER NOT NULL
    )
    """,
    "CREATE INDEX frontdesk_idx_time_off ON frontdesk_time_off (until_date)",
  ]
}
