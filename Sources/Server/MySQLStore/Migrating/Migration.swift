import BookingDomain
import BookingStore

/// Installs FrontDesk beside a web shop's tables, and removes it again. Tables of the shop are
/// never changed or dropped.
///
/// The sequence keeps the shop working at every moment, also where it is interrupted: tables are
/// made before the triggers that write to them, and triggers are dropped before their tables.
package struct Migration: Sendable {
  /// One step, in words and in SQL.
  package struct Step: Sendable {
    package let sentence: String
    let run: @Sendable (MySQLConnection) throws -> Void

    init(_ sentence: String, _ run: @escaping @Sendable (MySQLConnection) throws -> Void) {
      (self.sentence, self.run) = (sentence, run)
    }

    init(_ sentence: String, statements: [String]) {
      self.init(sentence) { db in for statement in statements { try db.patiently(statement) } }
    }
  }

  let address: MySQLAddress

  package init(_ address: MySQLAddress) { self.address = address }

  /// What is still to be done; nothing where everything is in place.
  /// - Throws: `StoreFailure` where the database is not one that the shop has made.
  package func installing() throws -> [Step] {
    try connected { db in
      let installation = Installation(db: db, place: address.description)
      try installation.checkShop()
      return try Self.missingTables(installation) + Self.missingColumns(installation)
        + Self.missingTriggers(installation) + Self.unknownBookings(installation)
        + Self.olderLayout(installation)
    }
  }

  /// What it takes to remove everything of ours, and nothing else.
  /// - Throws: `StoreFailure.unusable` where a server works on it.
  package func removing() throws -> [Step] {
    try connected { db in
      let installation = Installation(db: db, place: address.description)
      let triggers = try installation.triggers().keys.sorted()
      let tables = try installation.tables()
      if tables.contains("frontdesk_log") { try checkNobodyServes(db) }
      return triggers.map { name in
        Step("drop the trigger \(name)") {
          try $0.patiently("DROP TRIGGER IF EXISTS \(name)")
        }
      }
        + MySQLOwnTables.all.map(\.name).filter(tables.contains).map { name in
          Step("drop the table \(name)", statements: ["DROP TABLE IF EXISTS \(name)"])
        }
    }
  }

  private func checkNobodyServes(_ db: MySQLConnection) throws {
    guard let end = try? NumberedLog(db: db).end(), let age = Lease.lastSign(end) else { return }
    throw StoreFailure(
      .unusable,
      "A frontdesk-server works on \(address.description): it said so \(age / 1000) s ago. Stop "
        + "every one first (systemctl stop frontdesk-server); one that was killed counts as gone "
        + "after \(Lease.goneAfter / 1000) s.")
  }

  /// After a backup was restored while no server was running to notice: readers have to start anew.
  package func restored() -> [Step] {
    [
      Step("begin a new event log, so that every console starts anew") { db in
        try db.execute(
          "UPDATE frontdesk_log SET epoch = ? WHERE id = 1", [.text(NumberedLog.newEpoch())])
      }
    ]
  }

  /// The shop's whole schema, for a spa that has no shop.
  /// - Throws: `StoreFailure.unusable` where the database is not empty.
  package func creating() throws -> [Step] {
    try connected { db in
      let found = try Installation(db: db, place: address.description).tables()
      let missing = MySQLShopTables.all.filter { !found.contains($0.name) }
      let others = found.subtracting(MySQLShopTables.all.map(\.name))
      let isHalfMade = try others.isEmpty && Self.isWithoutRows(found, db)
      guard isHalfMade else {
        throw StoreFailure(
          .unusable,
          "\(address.description) is not empty (it has \(found.count) tables, "
            + "\(found.sorted().prefix(3).joined(separator: ", ")) …); "
            + "--create fills only an empty database. Where that is the shop's, leave --create out."
        )
      }
      return missing.map { table in
        Step("create the shop's table \(table.name)", statements: [table.creation])
      } + [Step("name the roles", statements: [MySQLShopTables.roleRows])]
    }
  }

  /// Whether these tables hold nothing but the rows of an interrupted creation.
  private static func isWithoutRows(_ tables: Set<String>, _ db: MySQLConnection) throws -> Bool {
    for table in tables.subtracting(["roles"])
    where try db.row("SELECT 1 AS one FROM \(table) LIMIT 1") != nil {
      return false
    }
    return true
  }

  /// Carries the steps out in their sequence. After a failure the steps before it stay done, which
  /// does no harm, and a second run goes on from there.
  package func carryOut(_ steps: [Step], telling tell: (String) -> Void) throws {
    try connected { db in
      for step in steps {
        tell(step.sentence)
        try step.run(db)
      }
    }
  }

  func connected<T>(_ work: (MySQLConnection) throws -> T) throws -> T {
    do {
      return try work(MySQLConnection(address, for: .migrating))
    } catch {
      throw StoreFailure(of: error, at: address).outsideOrders
    }
  }
}
