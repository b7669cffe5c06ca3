/// FrontDesk's own tables. Times are milliseconds since 1970 (UTC), people are a kind (`USER`,
/// `CUSTOMER`) and a number, since a user and a customer may have the same one.
enum SQLiteOwnTables {
  static let statements = [
    settings, writer, versions, facts, events, changes, blocks, waiting, requests, sessions,
    obstacle, victims, houseChanges,
  ]

  /// One row: which log this is, and what `demo` or an operator set for the spa.
  private static let settings = """
    CREATE TABLE frontdesk_settings (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      epoch TEXT NOT NULL,
      zone_name TEXT,
      currency TEXT
    )
    """

  /// Who is writing right now. FrontDesk puts its row in when a transaction begins and takes it
  /// out before the commit, so no other program ever sees one, and a write without one is foreign.
  static let writer = """
    CREATE TABLE frontdesk_writer (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      kind TEXT NOT NULL,
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      at INTEGER NOT NULL,
      reason TEXT,
      is_silent INTEGER NOT NULL,
      is_arrival_implied INTEGER NOT NULL,
      swapped_with INTEGER
    )
    """

  /// A booking's version outlives its row, so that a number used again is never older.
  private static let versions = """
    CREATE TABLE frontdesk_versions (
      booking_id INTEGER PRIMARY KEY,
      version INTEGER NOT NULL,
      is_gone INTEGER NOT NULL DEFAULT 0
    )
    """

  /// Facts beside the status that the shop's tables have no column for.
  private static let facts = """
    CREATE TABLE frontdesk_facts (
      booking_id INTEGER PRIMARY KEY,
      started_at INTEGER,
      ended_at INTEGER
    )
    """

  /// AUTOINCREMENT: a number is never used twice, and one that was rolled back is used again,
  /// which makes the log dense.
  private static let events = """
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
    """

  /// What happened to a booking and who did it, for undo and for the history screen.
  private static let changes = """
    CREATE TABLE frontdesk_changes (
      change_id INTEGER PRIMARY KEY AUTOINCREMENT,
      booking_id INTEGER NOT NULL,
      kind TEXT NOT NULL,
      old_status TEXT,
      new_status TEXT,
      old_therapist_id INTEGER,
      old_date TEXT,
      old_time TEXT,
      old_duration_minutes INTEGER,
      old_room_id INTEGER,
      old_bed_id INTEGER,
      old_notes TEXT,
      reason TEXT,
      by_kind TEXT,
      by_number INTEGER,
      by_name TEXT,
      at INTEGER NOT NULL,
      undone_at INTEGER,
      undone_by_name TEXT,
      swapped_with INTEGER
    )
    """

  /// Time of therapists that is kept free of bookings.
  static let blocks = """
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
    """

  /// Who would come on a day if there were room.
  static let waiting = """
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
    """

  /// The first answer to every order, for as long as it may be sent again.
  static let requests = """
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
    """

  /// What the server writes to see whether it can.
  static let obstacle = """
    CREATE TABLE frontdesk_obstacle (
      id INTEGER PRIMARY KEY,
      bytes BLOB NOT NULL
    )
    """

  /// Bookings that the statement under way may replace (`INSERT OR REPLACE`), as they were before.
  static let victims = """
    CREATE TABLE frontdesk_victims (
      booking_id INTEGER NOT NULL,
      status TEXT,
      customer_id INTEGER,
      therapist_id INTEGER,
      date TEXT
    )
    """

  /// Who changed what of the house beside the bookings: accounts, services, places, hours, leave.
  static let houseChanges = """
    CREATE TABLE frontdesk_house_changes (
      change_id INTEGER PRIMARY KEY AUTOINCREMENT,
      by_name TEXT NOT NULL,
      what TEXT NOT NULL,
      at INTEGER NOT NULL
    )
    """

  private static let sessions = """
    CREATE TABLE frontdesk_sessions (
      token_hash TEXT PRIMARY KEY,
      person_kind TEXT NOT NULL,
      person_number INTEGER NOT NULL,
      role TEXT NOT NULL,
      name TEXT NOT NULL,
      expires_at INTEGER NOT NULL,
      password_seal TEXT
    ) WITHOUT ROWID
    """
}
