import GRDB

/// What replaces a booking is told, and whether the file can be written is tried: before, a replaced
/// booking was gone without a word.
enum FourthLayout {
  @Sendable static func upgrade(_ db: Database) throws {
    for statement in [SQLiteOwnTables.obstacle, SQLiteOwnTables.victims] {
      try db.execute(sql: statement)
    }
  }
}
