import BookingStore
import GRDB

/// Tables that cannot number another row, because somebody wrote a row with the highest number
/// there is. SQLite reports it with the same error as a full disk.
struct UsedUpNumbers: Error, Hashable, Sendable {
  let tables: [String]

  /// Every order writes into these.
  private static let ofAllOrders: Set<String> = [
    OwnTables.numberedEvents.name, OwnTables.changes.name,
  ]

  /// The number from which one of our tables goes on when that row is gone. It is higher than every
  /// number that was really given out, so that none is used twice.
  private static let freshNumbers: Int64 = 1 << 53

  /// Nil where none are used up.
  init?(in db: Database) throws {
    let numbered = try String.fetchAll(db, sql: "SELECT name FROM sqlite_sequence ORDER BY name")
    tables = try numbered.filter { table in
      try Int64.fetchOne(
        db,
        sql: """
          SELECT MAX((SELECT MAX(seq) FROM sqlite_sequence WHERE name = ?1),
            COALESCE((SELECT MAX(rowid) FROM \(table.quotedDatabaseIdentifier)), 0))
          """, arguments: [table]) == .max
    }
    if tables.isEmpty { return nil }
  }

  /// No order can be carried out.
  var concernsEverybody: Bool { !Self.ofAllOrders.isDisjoint(with: tables) }

  var sentences: [String] {
    tables.map {
      "\($0) takes no new row: somebody has written one with the highest number that there is "
        + "(\(Int64.max)). Remove that row, or give it another number."
    }
  }

  /// Gives numbers back to tables of ours from which the row has gone; not to the log, whose numbers
  /// clients hold.
  static func mend(_ db: Database) throws {
    for table in try UsedUpNumbers(in: db)?.tables ?? []
    where table.hasPrefix("frontdesk_") && table != OwnTables.numberedEvents.name {
      try db.execute(
        sql: """
          UPDATE sqlite_sequence SET seq = MAX(?1,
            COALESCE((SELECT MAX(rowid) FROM \(table.quotedDatabaseIdentifier)), 0))
          WHERE name = ?2
          """, arguments: [freshNumbers, table])
    }
  }
}

extension OpenFile {
  /// Asked after SQLite said "full": whether numbers were used up that can be given out again now.
  /// - Returns: false where the disk is full.
  /// - Throws: `UsedUpNumbers` where the disk has room and the row still stands there.
  func mendNumbers() async throws -> Bool {
    let isMended = try? await pool.write { db in
      guard try UsedUpNumbers(in: db) != nil else { return false }
      try SQLiteObstacleWatch.tryToWrite(SQLiteObstacleWatch.large, db)
      try UsedUpNumbers.mend(db)
      return true
    }
    guard isMended == true else { return false }
    if let left = try await pool.read({ try UsedUpNumbers(in: $0) }) { throw left }
    return true
  }
}
