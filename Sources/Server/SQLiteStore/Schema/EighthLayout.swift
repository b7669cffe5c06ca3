import GRDB

/// Which bookings belong together, who is off, how a payment stood before it was taken, who wrote what
/// into a guest's record, families that have one number, the desk's tasks, and what a change was taken
/// back from, so that a day is seen as it stood at any moment.
enum EighthLayout {
  @Sendable static func upgrade(_ db: Database) throws {
    for statement in visits + payments + timeOff + guests + tasks + past {
      try db.execute(sql: statement)
    }
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

  private static let guests = [
    """
    CREATE TABLE frontdesk_guest_changes (
      change_id INTEGER PRIMARY KEY AUTOINCREMENT,
      customer_id INTEGER NOT NULL,
      fact TEXT NOT NULL,
      old_text TEXT NOT NULL,
      new_text TEXT NOT NULL,
      by_kind TEXT NOT NULL,
      by_number INTEGER NOT NULL,
      by_name TEXT NOT NULL,
      at INTEGER NOT NULL
    )
    """,
    """
    CREATE INDEX frontdesk_idx_guest_changes
      ON frontdesk_guest_changes (customer_id, change_id)
    """,
    """
    CREATE TABLE frontdesk_family (
      customer_id INTEGER PRIMARY KEY,
      holder_id INTEGER NOT NULL,
      by_kind TEXT NOT NULL,
      by_number INTEGER NOT NULL,
      by_name TEXT NOT NULL,
      at INTEGER NOT NULL
    )
    """,
    "CREATE INDEX frontdesk_idx_family_holder ON frontdesk_family (holder_id)",
  ]

  private static let tasks = [
    """
    CREATE TABLE frontdesk_tasks (
      task_id INTEGER PRIMARY KEY AUTOINCREMENT,
      what TEXT NOT NULL,
      date TEXT,
      time TEXT,
      by_kind TEXT NOT NULL,
      by_number INTEGER NOT NULL,
      by_name TEXT NOT NULL,
      at INTEGER NOT NULL,
      done_at INTEGER,
      done_by_name TEXT
    )
    """,
    "CREATE INDEX frontdesk_idx_task_done ON frontdesk_tasks (done_at)",
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
