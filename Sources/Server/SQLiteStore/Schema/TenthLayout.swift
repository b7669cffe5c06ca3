import GRDB

/// The past of what a day's board is drawn from: blocked time, days off, shifts, therapists, places
/// and business hours. Before the upgrade it was not written down. And an index that finds a
/// booking's newest call without reading its whole history.
enum TenthLayout {
  @Sendable static func upgrade(_ db: Database) throws {
    try db.execute(sql: "ALTER TABLE frontdesk_settings ADD COLUMN house_since INTEGER")
    try db.execute(
      sql: """
        UPDATE frontdesk_settings SET house_since =
          CAST(ROUND((julianday('now') - 2440587.5) * 86400000.0) AS INTEGER)
        """)
    try db.execute(sql: past)
    try db.execute(sql: "CREATE INDEX frontdesk_idx_house_past ON frontdesk_house_past (date)")
    try db.execute(
      sql: "CREATE INDEX frontdesk_idx_house_may_go ON frontdesk_house_past (came) WHERE came = 2")
    try db.execute(
      sql: "CREATE INDEX frontdesk_idx_kind_changes ON frontdesk_changes (booking_id, kind)")
  }

  private static let past = """
    CREATE TABLE frontdesk_house_past (
      change_id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL,
      row_id INTEGER NOT NULL,
      came INTEGER NOT NULL,
      therapist_id INTEGER,
      date TEXT,
      time TEXT,
      duration_minutes INTEGER,
      reason TEXT,
      made_by_name TEXT,
      from_date TEXT,
      until_date TEXT,
      weekday TEXT,
      from_time TEXT,
      until_time TEXT,
      availability_status TEXT,
      service_type_id INTEGER,
      full_name TEXT,
      is_active INTEGER,
      role_id INTEGER,
      day_of_week TEXT,
      open_time TEXT,
      close_time TEXT,
      is_closed INTEGER,
      room_id INTEGER,
      name TEXT,
      capacity INTEGER,
      by_kind TEXT,
      by_number INTEGER,
      by_name TEXT,
      at INTEGER NOT NULL
    )
    """
}
