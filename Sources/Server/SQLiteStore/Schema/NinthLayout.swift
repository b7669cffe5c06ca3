import GRDB

/// Which treatment a booking was before it got another one, when therapists work, and whom guests
/// asked for.
enum NinthLayout {
  @Sendable static func upgrade(_ db: Database) throws {
    for column in [
      "old_service_id", "new_service_id", "old_item_id", "new_therapist_id",
    ] {
      try db.execute(sql: "ALTER TABLE frontdesk_changes ADD COLUMN \(column) INTEGER")
    }
    for statement in shifts { try db.execute(sql: statement) }
    try db.execute(
      sql: """
        CREATE TABLE frontdesk_wishes (
          booking_id INTEGER PRIMARY KEY,
          therapist_id INTEGER NOT NULL
        )
        """)
  }

  private static let shifts = [
    """
    CREATE TABLE frontdesk_shifts (
      shift_id INTEGER PRIMARY KEY AUTOINCREMENT,
      therapist_id INTEGER NOT NULL,
      weekday TEXT,
      date TEXT,
      from_time TEXT,
      until_time TEXT,
      by_kind TEXT,
      by_number INTEGER,
      by_name TEXT,
      at INTEGER
    )
    """,
    "CREATE INDEX frontdesk_idx_shift ON frontdesk_shifts (therapist_id, date)",
  ]
}
