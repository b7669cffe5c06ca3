import BookingStore

extension SQLiteStore {
  /// Fills an empty database with a demonstration spa, in one transaction. Nobody needs events of
  /// its seventy thousand bookings: the triggers are removed meanwhile, and a new log begins.
  /// - Throws: `StoreFailure.unusable` where anybody is in the spa already; nothing is changed then.
  package func fill(with demo: DemoDatabase) async throws {
    try await write { [path] db in
      if let table = try SpaRows.inhabitedTable(db) {
        throw StoreFailure(
          .unusable,
          "\(path) is a spa already (there are rows in \(table)); the demo fills only an empty "
            + "database. Name a new file.")
      }
      try Schema.dropTriggers(db.db)
      for table in Self.replaced { try db.execute("DELETE FROM \(table)") }
      for makeTable in DemoTable.makers {
        let table = makeTable(demo)
        for row in table.rows { try db.execute(table.insertion(), row) }
      }
      try db.execute(
        "INSERT INTO frontdesk_versions (booking_id, version) SELECT booking_id, 1 FROM bookings")
      try Schema.createTriggers(db.db)
      try Schema.beginEpoch(db.db)
      try db.execute("UPDATE frontdesk_settings SET zone_name = ?", [.text(demo.zoneName)])
      try HousePastRows.beginAnew(at: SQLiteTriggers.now, db)
    }
  }

  /// The tables that may have rows before there are bookings, in an order in which they can be
  /// emptied.
  private static let replaced = [
    "checkins", "payment_item_usage", "payment_items", "payments", "therapists", "services",
    "service_types", "beds", "rooms", "business_hours", "customers", "users", "spa_information",
  ]
}
