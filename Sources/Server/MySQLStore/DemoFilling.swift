import BookingStore

extension MySQLStore {
  /// Fills the schema that `migrate --create` made with a demonstration spa, in one transaction.
  /// Nobody needs events of its seventy thousand bookings: what the triggers write about them is
  /// deleted, and a new log begins.
  /// - Throws: `StoreFailure.unusable` where anybody is in the spa already; nothing is changed
  ///   then.
  package func fill(with demo: DemoDatabase) async throws {
    let place = address.description
    try await write { db in
      if let table = try SpaRows.inhabitedTable(db) {
        throw StoreFailure(
          .unusable,
          "\(place) is a spa already (there are rows in \(table)); the demo fills only what "
            + "`frontdesk-server migrate --create` made in an empty database.")
      }
      try Self.insert(demo, db)
      try db.execute("DELETE FROM frontdesk_outbox")
      try db.execute(
        "UPDATE frontdesk_log SET epoch = ? WHERE id = 1", [.text(NumberedLog.newEpoch())])
      try db.execute(
        "UPDATE frontdesk_settings SET zone_name = ? WHERE id = 1", [.text(demo.zoneName)])
      try HousePastRows.beginAnew(at: MySQLTriggers.databaseNow, db)
    }
    try await countAnew()
  }

  /// The database counts the rows by itself, but only some seconds later, and not if it is stopped
  /// before. Until then it takes the full tables for empty ones, and reads all of a table to find
  /// one row.
  private func countAnew() async throws {
    let tables = (MySQLShopTables.all.map(\.name) + MySQLOwnTables.all.map(\.name))
    try await write { db in
      try db.run("ANALYZE NO_WRITE_TO_BINLOG TABLE \(tables.joined(separator: ", "))")
    }
  }

  private static func insert(_ demo: DemoDatabase, _ db: MySQLConnection) throws {
    // The demo brings the history with it.
    try db.run("SET @frontdesk_is_silent = 1, @frontdesk_is_arrival_implied = 1")
    defer { try? db.clearAuthor() }
    for makeTable in DemoTable.makers {
      let table = makeTable(demo)
      for chunk in Chunks.of(table.rows) {
        // The triggers have already made a row of facts for every booking.
        try db.execute(table.insertion(of: chunk.count, by: "REPLACE"), Array(chunk.joined()))
      }
    }
  }
}
