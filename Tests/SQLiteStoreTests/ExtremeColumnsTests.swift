import BookingDomain
import BookingStore
import BookingTesting
import Foundation
import GRDB
import Testing

@testable import SQLiteStore

/// Every column of every table, the shop's and our own, filled with the extremes of what SQLite
/// keeps: whatever reads it says something or refuses in a sentence, what is read can be sent to
/// every client, and none of it stops or slows the program.
@Suite struct ExtremeColumnsTests {
  private static let values = ["-9223372036854775808", "9223372036854775807"]

  /// A loop over such a number would take hours; the rest takes half a minute.
  @Test(.timeLimit(.minutes(10))) func noColumnStopsOrSlowsTheStore() async throws {
    let template = try TemporaryDatabase()
    let first = try await template.openContractSpa()
    _ = try await first.perform(
      ContractSpa.command(2, ContractSpa.change(.confirmed)), by: ContractSpa.lan,
      now: ContractSpa.now)
    first.close()
    for (table, columns) in try columnsByTable(template.path) {
      let database = try TemporaryDatabase()
      try FileManager.default.copyItem(atPath: template.path, toPath: database.path)
      let store = try await database.open()
      let foreign = try foreignProgram(database.path)
      for column in columns {
        for value in Self.values {
          exchange(table, column, value, foreign)
          let complaints = await StoreReading.complaints(about: store)
          #expect(complaints.isEmpty, "\(table).\(column) = \(value): \(complaints)")
        }
        restore(table, column, foreign)
      }
      try foreign.close()
      store.close()
    }
  }

  private func columnsByTable(_ path: String) throws -> [(String, [String])] {
    let connection = try DatabaseQueue(path: path)
    defer { try? connection.close() }
    return try connection.read { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
      return try tables.map { ($0, try db.columns(in: $0).map(\.name)) }
    }
  }

  /// As a program that checks nothing writes it. What the database itself does not take is no row.
  private func exchange(
    _ table: String, _ column: String, _ value: String, _ foreign: DatabaseQueue
  ) {
    write(
      [
        "CREATE TABLE IF NOT EXISTS kept AS SELECT rowid AS place, \(column) AS value FROM \(table)",
        "UPDATE OR IGNORE \(table) SET \(column) = \(value)",
      ], foreign)
  }

  private func restore(_ table: String, _ column: String, _ foreign: DatabaseQueue) {
    write(
      [
        "UPDATE OR IGNORE \(table) SET \(column) = (SELECT value FROM kept WHERE place = rowid)",
        "DROP TABLE IF EXISTS kept",
      ], foreign)
  }

  private func foreignProgram(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(5)
    let connection = try DatabaseQueue(path: path, configuration: configuration)
    try connection.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA ignore_check_constraints = ON")
    }
    return connection
  }

  private func write(_ statements: [String], _ foreign: DatabaseQueue) {
    foreign.writeWithoutTransaction { db in
      for statement in statements { try? db.execute(sql: statement) }
    }
  }
}
