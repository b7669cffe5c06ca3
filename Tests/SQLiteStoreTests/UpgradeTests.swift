import BookingDomain
import BookingStore
import BookingTesting
import Foundation
import GRDB
import Testing

@testable import SQLiteStore

/// Files that the servers of older layouts really wrote: each was built from the commit at which its
/// layout was the newest, and reception gave it orders over HTTP. Layout 1 knew changes of a status
/// alone; the others were also given a move, notes, a booking, a block, a wish to wait and a swap, layout 9 days
/// off and other hours, too.
@Suite struct UpgradeTests {
  @Test(arguments: OldFile.all)
  func nothingThatAnOlderServerWroteIsLost(_ old: OldFile) async throws {
    let database = try TemporaryDatabase()
    try old.copy(to: database.path)
    let before = try Contents(of: database.path)
    try await database.open().close()
    let after = try Contents(of: database.path)
    for (table, rows) in before.rows where !rows.isEmpty {
      // What was ordered is said in other words since: `CONFIRMED 1`.
      let kept = rows.map { old.layout == 1 ? $0.filter { $0.key != "what" } : $0 }
      let found = try #require(after.rows[table], "\(table) is gone")
      let columns = Set(kept.flatMap(\.keys))
      let same = Set(found.map { row in row.filter { columns.contains($0.key) } })
      for row in kept { #expect(same.contains(row), "\(table): \(row)") }
    }
    let copy = try Contents(of: database.path + ".layout-\(old.layout)")
    #expect(copy.rows == before.rows, "the copy is the old file")
  }

  @Test(arguments: OldFile.all)
  func anUpgradedFileHasWhatANewOneHas(_ old: OldFile) async throws {
    let (upgraded, new) = (try TemporaryDatabase(), try TemporaryDatabase())
    try old.copy(to: upgraded.path)
    for database in [upgraded, new] { try await database.open().close() }
    let (found, wanted) = (try Contents(of: upgraded.path), try Contents(of: new.path))
    #expect(found.names == wanted.names)
    #expect(found.columns == wanted.columns)
  }

  @Test(arguments: OldFile.all)
  func everybodyGoesOnFromWhereTheyWere(_ old: OldFile) async throws {
    let database = try TemporaryDatabase()
    let end = try old.copy(to: database.path)
    let store = try await database.open()
    try await old.requireGoingOn(in: store, from: end)
    store.close()
  }

  @Test(arguments: OldFile.all)
  func whatWasDoneLastIsTakenBackAndNewOrdersAreTaken(_ old: OldFile) async throws {
    let database = try TemporaryDatabase()
    try old.copy(to: database.path)
    let store = try await database.open()
    try await old.requireUndo(in: store)
    var wanted = ContractSpa.wanted("12:00", for: 5, .sale(.cash))
    wanted.date = OldFile.date
    let answer = try await store.perform(
      ContractSpa.order(.book([wanted])), by: ContractSpa.lan, now: OldFile.now)
    #expect(answer.current?.lastChange?.kind == .created, "\(answer.result)")
    let end = try await store.position()
    try await database.runForeignSQL([
      "UPDATE bookings SET booking_status = 'CONFIRMED' WHERE booking_id = 2"
    ])
    let events = try #require(try await store.events(after: end, limit: 9))
    #expect(
      events.map(\.kind) == [.statusChanged(from: .scheduled, to: .confirmed)],
      "other programs are heard")
    store.close()
  }
}

/// A file as the server of its layout left it.
struct OldFile: OldBooks, CustomTestStringConvertible {
  let layout: Int

  static let all = (1..<Schema.version).map { OldFile(layout: $0) }
  static let now = Moment(Timestamp(milliseconds: 1_795_729_000_000), in: .utc)

  var testDescription: String { "layout \(layout)" }

  /// - Returns: the end of its log, as its server noted it beside the file.
  @discardableResult
  func copy(to path: String) throws -> LogPosition {
    for end in ["", "-frontdesk"] {
      let file = try #require(
        Bundle.module.url(
          forResource: "layout-\(layout)", withExtension: "sqlite\(end)", subdirectory: "Files"))
      try FileManager.default.copyItem(atPath: file.path, toPath: path + end)
    }
    let note = try String(contentsOfFile: path + "-frontdesk", encoding: .utf8)
      .split(whereSeparator: \.isWhitespace)
    return LogPosition(
      epoch: String(try #require(note.first)), seq: try #require(Int64(note.last ?? "")))
  }

  var statusBeforeTheCancellation: BookingStatus { layout <= 3 ? .scheduled : .confirmed }

  var lines: [String] {
    layout == 1
      ? [
        "1 v2 10:00 4 CONFIRMED -", "2 v2 10:30 5 SCHEDULED by the window",
        "3 v4 14:00 4 CANCELLED -",
      ]
      : [
        "1 v4 11:00 5 CONFIRMED -", "2 v5 10:00 4 SCHEDULED by the door",
        "3 v4 14:00 4 CANCELLED -", "4 v1 16:00 4 SCHEDULED -",
      ]
  }
}

/// What stands in a file, as SQL writes it.
private struct Contents {
  /// Of tables, indexes and triggers.
  let names: Set<String>
  /// By table, with their types.
  let columns: [String: Set<String>]
  /// By table; a row is its values by column.
  let rows: [String: Set<[String: String]>]

  init(of path: String) throws {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    (names, columns, rows) = try queue.read { db in
      let names = try String.fetchSet(
        db, sql: "SELECT type || ' ' || name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'sqlite_stat1'")
      var columns: [String: Set<String>] = [:]
      var rows: [String: Set<[String: String]>] = [:]
      for table in tables {
        let found = try db.columns(in: table)
        columns[table] = Set(found.map { "\($0.name) \($0.type)" })
        let values = found.map { "quote(\"\($0.name)\")" }.joined(separator: ", ")
        rows[table] = Set(
          try Row.fetchAll(db, sql: "SELECT \(values) FROM \"\(table)\"").map { row in
            Dictionary(
              uniqueKeysWithValues: zip(found.map(\.name), row.databaseValues.map { "\($0)" }))
          })
      }
      return (names, columns, rows)
    }
  }
}
