import BookingStore

/// `OwnTables` in SQLite's words, and the tables that only this store needs.
enum SQLiteOwnTables {
  static let statements = [
    settings, writer, OwnTables.versions.creation, OwnTables.facts.creation,
    OwnTables.numberedEvents.creation, OwnTables.changes.creation, OwnTables.blocks.creation,
    OwnTables.timeOff.creation, OwnTables.shifts.creation,
    OwnTables.waiting.creation, OwnTables.requests.creation, OwnTables.sessions.creation, obstacle,
    victims, OwnTables.houseChanges.creation, OwnTables.visits.creation,
    OwnTables.wishes.creation,
    OwnTables.guestChanges.creation, OwnTables.family.creation, OwnTables.tasks.creation,
    OwnTables.housePast.creation,
  ]

  /// One row: the epoch of the log, what `demo` or an operator set for the spa, and since when the
  /// past of the house is known.
  private static let settings = """
    CREATE TABLE frontdesk_settings (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      epoch TEXT NOT NULL,
      zone_name TEXT,
      currency TEXT,
      house_since INTEGER
    )
    """

  /// Who is writing now. FrontDesk adds its row when a transaction begins and removes it before the
  /// commit, so that no other program ever sees it. A write while there is no row is another
  /// program's.
  private static let writer = """
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

  /// The server writes here to find out whether it can write.
  private static let obstacle = """
    CREATE TABLE frontdesk_obstacle (
      id INTEGER PRIMARY KEY,
      bytes BLOB NOT NULL
    )
    """

  /// Bookings that the statement under way may replace (`INSERT OR REPLACE`), as they were before.
  private static let victims = """
    CREATE TABLE frontdesk_victims (
      booking_id INTEGER NOT NULL,
      status TEXT,
      customer_id INTEGER,
      therapist_id INTEGER,
      date TEXT
    )
    """
}

extension OwnTable {
  /// AUTOINCREMENT: the number of a committed row is never given out again, and a number that was
  /// rolled back is, so that the log has no gaps.
  fileprivate var creation: String {
    let parts =
      ["\(key.name) \(key.type) PRIMARY KEY\(isNumbered ? " AUTOINCREMENT" : "")"]
      + columns.map(\.definition)
    let rest = key.type == "TEXT" ? " WITHOUT ROWID" : ""
    return "CREATE TABLE \(name) (\n  \(parts.joined(separator: ",\n  "))\n)\(rest)"
  }
}

extension OwnTable.Column {
  fileprivate var definition: String { definition(type) }

  fileprivate var type: String {
    switch kind {
    case .number, .minutes, .flag: "INTEGER"
    case .text, .longText, .code, .fixedCode, .day, .time: "TEXT"
    }
  }
}
