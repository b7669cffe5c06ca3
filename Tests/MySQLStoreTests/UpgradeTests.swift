import BookingDomain
import BookingStore
import BookingTesting
import Foundation
import Testing

@testable import MySQLStore

/// Databases that the servers of older layouts really wrote: each server was built from the commit at
/// which its layout was the newest, made the shop's schema in a MariaDB, and reception gave it orders
/// over HTTP. Layout 1 knew changes of a status alone; layout 2 was also given a move, notes, a
/// booking, a block and a wish to wait, layout 9 a swap, days off and other hours, too.
@Suite(.serialized, .enabled(if: !PrivateMariaDB.isMySQL, "the files are MariaDB's"))
struct UpgradeTests {
  @Test(arguments: OldDump.all)
  func nothingThatAnOlderServerWroteIsLost(_ old: OldDump) async throws {
    let database = try await old.loaded()
    let before = try Contents(of: database)
    try database.install(Migration(database.address).installing())
    let after = try Contents(of: database)
    for (table, rows) in before.rows where table != "frontdesk_settings" {
      // What was ordered is said in other words since: `CONFIRMED 1`.
      let kept = rows.map { old.layout == 1 ? $0.filter { $0.key != "what" } : $0 }
      let found = try #require(after.rows[table], "\(table) is gone")
      let columns = Set(kept.flatMap(\.keys))
      #expect(
        Set(kept) == Set(found.map { row in row.filter { columns.contains($0.key) } }), "\(table)")
    }
    try database.drop()
  }

  @Test(arguments: OldDump.all)
  func anUpgradedDatabaseHasWhatANewOneHas(_ old: OldDump) async throws {
    let (upgraded, new) = (try await old.loaded(), try await TestDatabase())
    try upgraded.install(Migration(upgraded.address).installing())
    try expectSame(upgraded, new)
    for database in [upgraded, new] { try database.drop() }
  }

  /// Whatever moment an upgrade is cut short at, the next one goes on from there; the shop writes
  /// meanwhile, and no server serves what is half done.
  @Test(arguments: OldDump.all)
  func anUpgradeThatIsCutShortAfterEveryStepEndsAsAWholeOne(_ old: OldDump) async throws {
    let (cut, whole) = (try await old.loaded(), try await old.loaded())
    var runs = 0
    while let next = try Migration(cut.address).installing().first {
      let failure = await #expect(throws: StoreFailure.self) {
        try await MySQLStore.open(cut.address)
      }
      #expect(failure?.sentence.contains("migrate") == true, "\(failure?.sentence ?? "")")
      try cut.install([next])
      try cut.runForeignSQL([
        "UPDATE bookings SET duration_minutes = \(61 + runs % 2) WHERE booking_id = 1"
      ])
      runs += 1
      try #require(runs < 100, "it never ends: \(next.sentence)")
    }
    #expect(runs > 10)
    try whole.install(Migration(whole.address).installing())
    try expectSame(cut, whole)
    let store = try await MySQLStore.open(cut.address)
    try await store.relay.catchUp()
    #expect(
      try await store.bookings([1]).first?.version == old.versionOfTheFirst + Int64(runs),
      "each was told")
    await store.close()
    for database in [cut, whole] { try database.drop() }
  }

  @Test(arguments: OldDump.all)
  func everybodyGoesOnFromWhereTheyWere(_ old: OldDump) async throws {
    let database = try await old.loaded()
    let end = try database.connection().position()
    try database.install(Migration(database.address).installing())
    let store = try await MySQLStore.open(database.address)
    try await old.requireGoingOn(in: store, from: end)
    try await old.requireUndo(in: store)
    await store.close()
    try database.drop()
  }

  private func expectSame(_ one: TestDatabase, _ other: TestDatabase) throws {
    let (found, wanted) = (try Contents(of: one), try Contents(of: other))
    #expect(found.parts.subtracting(wanted.parts) == [])
    #expect(wanted.parts.subtracting(found.parts) == [])
  }
}

/// A database as the server of its layout left it.
struct OldDump: OldBooks, CustomTestStringConvertible {
  let layout: Int

  static let all = [OldDump(layout: 1), OldDump(layout: 2), OldDump(layout: 9)]
  static let now = Moment(Timestamp(milliseconds: 1_795_744_200_000), in: .utc)

  var testDescription: String { "layout \(layout)" }

  func loaded() async throws -> TestDatabase {
    let database = try await TestDatabase(isEmpty: true)
    let file = try #require(
      Bundle.module.url(
        forResource: "layout-\(layout)", withExtension: "dump", subdirectory: "Files"))
    let loading = try await RunningProgram.run(
      "mariadb", database.server.clientArguments + [database.name],
      input: String(contentsOf: file, encoding: .utf8))
    #expect(loading.ending == .exited(0), "\(loading.errors)")
    return database
  }

  var statusBeforeTheCancellation: BookingStatus { layout <= 2 ? .scheduled : .confirmed }

  var versionOfTheFirst: Int64 { layout <= 2 ? 2 : 4 }

  var lines: [String] {
    switch layout {
    case 1:
      [
        "1 v2 10:00 4 CONFIRMED -", "2 v2 10:30 5 SCHEDULED by the window",
        "3 v4 14:00 4 CANCELLED -",
      ]
    case 2:
      [
        "1 v2 10:00 4 CONFIRMED -", "2 v4 11:30 4 SCHEDULED by the door",
        "3 v4 14:00 4 CANCELLED -", "4 v1 16:00 4 SCHEDULED -",
      ]
    default:
      [
        "1 v4 11:00 5 CONFIRMED -", "2 v5 10:00 4 SCHEDULED by the door",
        "3 v4 14:00 4 CANCELLED -", "4 v1 16:00 4 SCHEDULED -",
      ]
    }
  }
}

/// What stands in a database.
private struct Contents {
  /// Columns with their types, indexes with their columns, and triggers with what they do; a
  /// replaced trigger may have either of its names.
  let parts: Set<String>
  /// By table; a row is its values by column.
  let rows: [String: [[String: StoredValue]]]

  init(of database: TestDatabase) throws {
    let db = try database.connection()
    let columns = try db.rows(
      """
      SELECT table_name AS name, column_name AS part, CONCAT_WS(' ', column_type, is_nullable,
        column_default, extra, collation_name) AS kind
      FROM information_schema.columns WHERE table_schema = DATABASE()
      """)
    let indexes = try db.rows(
      """
      SELECT CONCAT_WS(' ', table_name, index_name, non_unique, seq_in_index, column_name) AS kind
      FROM information_schema.statistics WHERE table_schema = DATABASE()
      """)
    let triggers = try db.rows(
      """
      SELECT CONCAT_WS(' ', event_object_table, action_timing, event_manipulation,
        action_statement) AS kind
      FROM information_schema.triggers WHERE trigger_schema = DATABASE()
      """)
    let kinds = (indexes + triggers).compactMap { $0.text("kind") }
    parts = Set(
      kinds
        + columns.map {
          "\($0.text("name") ?? "").\($0.text("part") ?? "") \($0.text("kind") ?? "")"
        })
    let byTable = Dictionary(grouping: columns) { $0.text("name") ?? "" }
    rows = try byTable.mapValues { columns in
      let names = columns.compactMap { $0.text("part") }
      return try db.rows("SELECT * FROM \(columns[0].text("name") ?? "")").map { row in
        Dictionary(uniqueKeysWithValues: names.map { ($0, row[$0]) })
      }
    }
  }
}
