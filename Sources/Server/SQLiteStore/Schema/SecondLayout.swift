import GRDB

/// Bookings can be made and moved and have notes, and there are blocked time and a waiting list. In
/// the first layout only the status of bookings could change.
enum SecondLayout {
  @Sendable static func upgrade(_ db: Database) throws {
    for statement in writer + changes + requests + blocks { try db.execute(sql: statement) }
  }

  /// The table is empty between transactions.
  private static let writer = [
    "DROP TABLE frontdesk_writer",
    """
    CREATE TABLE frontdesk_writer (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      kind TEXT NOT NULL,
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      at INTEGER NOT NULL,
      reason TEXT,
      is_silent INTEGER NOT NULL,
      is_arrival_implied INTEGER NOT NULL
    )
    """,
  ]

  private static let changes = [
    "ALTER TABLE frontdesk_changes ADD COLUMN old_therapist_id INTEGER",
    "ALTER TABLE frontdesk_changes ADD COLUMN old_date TEXT",
    "ALTER TABLE frontdesk_changes ADD COLUMN old_time TEXT",
    "ALTER TABLE frontdesk_changes ADD COLUMN old_duration_minutes INTEGER",
    "ALTER TABLE frontdesk_changes ADD COLUMN old_room_id INTEGER",
    "ALTER TABLE frontdesk_changes ADD COLUMN old_bed_id INTEGER",
    "ALTER TABLE frontdesk_changes ADD COLUMN old_notes TEXT",
    "DROP INDEX frontdesk_idx_standing_changes",
    """
    CREATE INDEX frontdesk_idx_booking_changes
      ON frontdesk_changes (booking_id, change_id, undone_at)
    """,
  ]

  /// An order that was answered before this layout still gets the same answer.
  private static let requests = [
    "ALTER TABLE frontdesk_requests RENAME TO frontdesk_old_requests",
    "DROP INDEX frontdesk_idx_request_age",
    """
    CREATE TABLE frontdesk_requests (
      request_id TEXT PRIMARY KEY,
      person_kind TEXT NOT NULL,
      person_number INTEGER NOT NULL,
      booking_id INTEGER,
      what TEXT NOT NULL,
      answered_at INTEGER NOT NULL,
      seq INTEGER,
      version INTEGER,
      refusal TEXT,
      sentence TEXT,
      alternatives TEXT
    ) WITHOUT ROWID
    """,
    """
    INSERT INTO frontdesk_requests
      SELECT request_id, person_kind, person_number, booking_id, what || ' ' || booking_id,
        answered_at, seq, version, refusal, sentence, alternatives
      FROM frontdesk_old_requests
    """,
    "DROP TABLE frontdesk_old_requests",
    "CREATE INDEX frontdesk_idx_request_age ON frontdesk_requests (answered_at)",
  ]

  private static let blocks = [
    """
    CREATE TABLE frontdesk_blocks (
      block_id INTEGER PRIMARY KEY AUTOINCREMENT,
      therapist_id INTEGER NOT NULL,
      date TEXT NOT NULL,
      time TEXT NOT NULL,
      duration_minutes INTEGER NOT NULL,
      reason TEXT NOT NULL,
      by_kind TEXT NOT NULL,
      by_number INTEGER NOT NULL,
      by_name TEXT NOT NULL,
      at INTEGER NOT NULL
    )
    """,
    "CREATE INDEX frontdesk_idx_day_blocks ON frontdesk_blocks (date, therapist_id)",
    """
    CREATE TABLE frontdesk_waiting (
      waiting_id INTEGER PRIMARY KEY AUTOINCREMENT,
      customer_id INTEGER NOT NULL,
      service_id INTEGER NOT NULL,
      therapist_id INTEGER,
      date TEXT NOT NULL,
      from_time TEXT NOT NULL,
      until_time TEXT NOT NULL,
      note TEXT NOT NULL,
      by_kind TEXT NOT NULL,
      by_number INTEGER NOT NULL,
      by_name TEXT NOT NULL,
      at INTEGER NOT NULL
    )
    """,
    "CREATE INDEX frontdesk_idx_day_waiting ON frontdesk_waiting (date)",
  ]
}
