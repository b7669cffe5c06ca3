import BookingStore
import GRDB

/// Triggers of ours that have gone. SQLite alters most of a table by making it anew, and so the web
/// shop's next migration may take the triggers of that table with it without a word.
enum TriggerRepair {
  /// Makes all triggers anew where one is missing. Nobody knows what was written meanwhile: a new log
  /// begins, so that every board reads its days again.
  /// - Returns: the names of those that were missing.
  @discardableResult static func mend(_ db: Database) throws -> [String] {
    let missing = try missing(in: db)
    guard !missing.isEmpty else { return [] }
    try Schema.dropTriggers(db)
    try Schema.createTriggers(db)
    for statement in catchUp { try db.execute(sql: statement) }
    if missing.contains(where: Set(names(of: SQLiteHousePastTriggers.statements)).contains) {
      try HousePastRows.beginAnew(at: SQLiteTriggers.now, SQLiteConnection(db))
    }
    try Schema.beginEpoch(db)
    return missing
  }

  static func mendAtOpening(_ db: Database) throws {
    guard try !missing(in: db).isEmpty else { return }
    try db.inTransaction(.immediate) {
      try mend(db)
      return .commit
    }
  }

  static func missing(in db: Database) throws -> [String] {
    let found = try Set(
      String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
    return names(of: SQLiteTriggers.statements).filter { !found.contains($0) }
  }

  private static func names(of statements: [String]) -> [String] {
    statements.compactMap { $0.split(whereSeparator: \.isWhitespace).dropFirst(2).first }
      .map(String.init)
  }

  /// Every booking has a version, and only those that are there are told.
  private static let catchUp = [
    """
    INSERT INTO frontdesk_versions (booking_id, version)
      SELECT b.booking_id, 1 FROM bookings b
      WHERE NOT EXISTS (SELECT 1 FROM frontdesk_versions v WHERE v.booking_id = b.booking_id)
    """,
    """
    UPDATE frontdesk_versions SET version = version + 1, is_gone = NOT is_gone
      WHERE is_gone = EXISTS (SELECT 1 FROM bookings b WHERE b.booking_id = frontdesk_versions.booking_id)
    """,
  ]
}
