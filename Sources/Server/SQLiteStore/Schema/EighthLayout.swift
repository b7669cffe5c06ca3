import GRDB

/// Which bookings belong together, who wrote what into a guest's record, families that have one number,
/// and the desk's tasks.
enum EighthLayout {
  @Sendable static func upgrade(_ db: Database) throws {
    for statement in visits + guests + tasks { try db.execute(sql: statement) }
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
}
