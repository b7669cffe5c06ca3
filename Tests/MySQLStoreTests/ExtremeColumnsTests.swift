import BookingDomain
import BookingStore
import BookingTesting
import Foundation
import Testing

@testable import MySQLStore

/// Every column of every table, the shop's and our own, filled with the extremes of what its type
/// keeps: whatever reads it says something or refuses in a sentence, what is read can be sent to
/// every client, and none of it stops or slows the program.
@Suite struct ExtremeColumnsTests {
  private static let values = ["-9223372036854775808", "9223372036854775807"]

  /// A loop over such a number would take hours; the rest takes a minute.
  @Test(.timeLimit(.minutes(10))) func noColumnStopsOrSlowsTheStore() async throws {
    let database = try await TestDatabase()
    let store = try await database.openContractSpa()
    _ = try await store.perform(
      ContractSpa.command(2, ContractSpa.change(.confirmed)), by: ContractSpa.lan,
      now: ContractSpa.now)
    let foreign = try database.foreignConnection()
    // As a program that checks nothing writes it; what does not fit becomes the nearest that does.
    for statement in [
      "SET sql_mode = ''", "SET foreign_key_checks = 0", "SET innodb_lock_wait_timeout = 5",
    ] {
      try foreign.run(statement)
    }
    try dropChecks(foreign)
    var chance = SeededRandomness.announced(for: "extremes of MariaDB's columns")
    for (table, columns) in try columnsByTable(foreign) {
      try foreign.run("CREATE TABLE kept AS SELECT * FROM \(table)")
      for column in columns {
        let value = Self.values.randomElement(using: &chance) ?? "0"
        try? foreign.run("UPDATE IGNORE \(table) SET \(column) = \(value)")
        let complaints = await StoreReading.complaints(about: store)
        #expect(complaints.isEmpty, "\(table).\(column) = \(value): \(complaints)")
        try? foreign.run("DELETE FROM \(table)")
        try? foreign.run("INSERT IGNORE INTO \(table) SELECT * FROM kept")
      }
      try foreign.run("DROP TABLE kept")
    }
    await store.close()
    try database.drop()
  }

  /// MariaDB has a variable for that, MySQL a state of each check.
  private func dropChecks(_ db: MySQLConnection) throws {
    guard !db.serverVersion.contains("MariaDB") else {
      return try db.run("SET check_constraint_checks = 0")
    }
    let checks = try db.rows(
      """
      SELECT table_name AS name, constraint_name AS part FROM information_schema.table_constraints
      WHERE constraint_schema = DATABASE() AND constraint_type = 'CHECK'
      """)
    for row in checks {
      guard let table = row.text("name"), let check = row.text("part") else { continue }
      try db.run("ALTER TABLE \(table) ALTER CHECK \(check) NOT ENFORCED")
    }
  }

  private func columnsByTable(_ db: MySQLConnection) throws -> [(String, [String])] {
    let rows = try db.rows(
      """
      SELECT table_name AS name, column_name AS part FROM information_schema.columns
      WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position
      """)
    let pairs = rows.compactMap { row in
      row.text("name").flatMap { name in row.text("part").map { (name, $0) } }
    }
    return Dictionary(grouping: pairs, by: \.0).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.map(\.1)) }
  }
}
