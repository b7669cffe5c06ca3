/// FrontDesk's own tables. Times are milliseconds since 1970 (UTC), people are a kind (`USER`,
/// `CUSTOMER`) and a number, since a user and a customer may have the same one.
enum OwnTables {
  static let statements = [
    // One row: which log this is, and what `demo` or an operator set for the spa.
    """
    CREATE TABLE frontdesk_settings (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      epoch TEXT NOT NULL,
      zone_name TEXT
    )
    """,
    // Who is writing right now. FrontDesk puts its row in when a transaction begins and takes it
    // out before the commit, so no other program ever sees one, and a write without one is foreign.
    """
    CREATE TABLE frontdesk_writer (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      kind TEXT NOT NULL,
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      at INTEGER NOT NULL,
      reason TEXT,
      is_undo INTEGER NOT NULL,
      is_arrival_implied INTEGER NOT NULL
    )
    """,
    // A booking's version outlives its row, so that a number used again is never older.
    """
    CREATE TABLE frontdesk_versions (
      booking_id INTEGER PRIMARY KEY,
      version INTEGER NOT NULL,
      is_gone INTEGER NOT NULL DEFAULT 0
    )
    """,
    // Facts beside the status that the shop's tables have no column for.
    """
    CREATE TABLE frontdesk_facts (
      booking_id INTEGER PRIMARY KEY,
      started_at INTEGER,
      ended_at INTEGER
    )
    """,
    // AUTOINCREMENT: a number is never used twice, and one that was rolled back is used again,
    // which makes the log dense.
    """
    CREATE TABLE frontdesk_events (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL,
      booking_id INTEGER,
      version INTEGER NOT NULL DEFAULT 0,
      old_status TEXT,
      new_status TEXT,
      customer_id INTEGER,
      therapist_id INTEGER,
      former_therapist_id INTEGER,
      date TEXT,
      former_date TEXT,
      payment_id INTEGER,
      by_kind TEXT,
      by_number INTEGER,
      by_name TEXT,
      at INTEGER NOT NULL
    )
    """,
    // What happened to a booking and who did it, for undo and for the history screen.
    """
    CREATE TABLE frontdesk_changes (
      change_id INTEGER PRIMARY KEY AUTOINCREMENT,
      booking_id INTEGER NOT NULL,
      kind TEXT NOT NULL,
      old_status TEXT,
      new_status TEXT,
      reason TEXT,
      by_kind TEXT,
      by_number INTEGER,
      by_name TEXT,
      at INTEGER NOT NULL,
      undone_at INTEGER,
      undone_by_name TEXT
    )
    """,
    // The first answer to every order, for as long as it may be sent again.
    """
    CREATE TABLE frontdesk_requests (
      request_id TEXT PRIMARY KEY,
      person_kind TEXT NOT NULL,
      person_number INTEGER NOT NULL,
      booking_id INTEGER NOT NULL,
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
    CREATE TABLE frontdesk_sessions (
      token_hash TEXT PRIMARY KEY,
      person_kind TEXT NOT NULL,
      person_number INTEGER NOT NULL,
      role TEXT NOT NULL,
      name TEXT NOT NULL,
      expires_at INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
  ]
}
