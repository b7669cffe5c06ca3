import BookingDomain
import BookingStore
import BookingTesting
import Foundation
import GRDB
import Testing

@testable import SQLiteStore

@Suite struct OpeningTests {
  private func failure(at path: String, createIfMissing: Bool = true) async -> StoreFailure? {
    do {
      let store = try await SQLiteStore.open(path: path, createIfMissing: createIfMissing)
      store.close()
      return nil
    } catch {
      return error as? StoreFailure
    }
  }

  @Test func anEmptySpaIsMadeWhereThereIsNone() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.open()
    let day = try await store.day(ContractSpa.date)
    #expect(day.bookings.isEmpty)
    #expect(day.position.seq == 0)
    #expect(!day.position.epoch.isEmpty)
    store.close()
  }

  @Test func acknowledgedMeansOnTheDisk() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.open()
    let (synchronous, journal) = try await store.pool.write { db in
      (
        try Int.fetchOne(db, sql: "PRAGMA synchronous"),
        try String.fetchOne(db, sql: "PRAGMA journal_mode")
      )
    }
    // 2 is FULL.
    #expect(synchronous == 2)
    #expect(journal == "wal")
    store.close()
  }

  @Test func aFileThatIsNoDatabaseIsRefusedAndLeftAlone() async throws {
    let database = try TemporaryDatabase()
    let letter = Data(String(repeating: "Dear guest, ", count: 500).utf8)
    try letter.write(to: URL(fileURLWithPath: database.path))
    let failure = await failure(at: database.path)
    #expect(failure?.code == .unusable)
    #expect(failure?.sentence.contains("not a SQLite database") == true)
    #expect(try Data(contentsOf: URL(fileURLWithPath: database.path)) == letter)
  }

  @Test func somebodyElsesDatabaseIsRefusedAndLeftAlone() async throws {
    let database = try TemporaryDatabase()
    try await database.runForeignSQL(["CREATE TABLE recipes (name TEXT)"])
    let failure = await failure(at: database.path)
    #expect(failure?.code == .unusable)
    #expect(failure?.sentence.contains("frontdesk-server demo") == true)
    let tables = try await DatabaseQueue(path: database.path).read { db in
      try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema")
    }
    #expect(tables == ["recipes"])
  }

  @Test func aNewerLayoutIsRefused() async throws {
    let database = try TemporaryDatabase()
    try await database.open().close()
    try await database.runForeignSQL(["PRAGMA user_version = 999"])
    #expect(await failure(at: database.path)?.sentence.contains("newer FrontDesk") == true)
  }

  @Test func aMissingDirectoryOrFileIsSaid() async throws {
    let database = try TemporaryDatabase()
    let elsewhere = database.directory.appendingPathComponent("none/spa.sqlite").path
    #expect(await failure(at: elsewhere)?.sentence.contains("no directory") == true)
    #expect(await failure(at: database.directory.path)?.sentence.contains("directory") == true)
    let missing = await failure(at: database.path, createIfMissing: false)
    #expect(missing?.sentence.contains("frontdesk-server demo") == true)
    #expect(!FileManager.default.fileExists(atPath: database.path))
  }

  @Test func aRestartGoesOnWithItsLog() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    let position = try await store.position()
    store.close()
    let again = try await database.open()
    #expect(try await again.position() == position)
    again.close()
  }

  @Test func aRestoredBackupBeginsANewLog() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    store.close()
    let backup = database.directory.appendingPathComponent("backup").path
    try FileManager.default.copyItem(atPath: database.path, toPath: backup)

    let live = try await database.open()
    try await database.runForeignSQL([
      "UPDATE bookings SET booking_status = 'CONFIRMED' WHERE booking_id = 1"
    ])
    let order = ContractSpa.command(ContractSpa.other, .markArrived)
    _ = try await live.perform(order, by: ContractSpa.lan, now: ContractSpa.now)
    let seen = try await live.position()
    live.close()

    try FileManager.default.removeItem(atPath: database.path)
    try FileManager.default.moveItem(atPath: backup, toPath: database.path)
    let restored = try await database.open()
    let position = try await restored.position()
    #expect(position.epoch != seen.epoch)
    #expect(position.seq < seen.seq)
    #expect(try await restored.events(after: seen, limit: 10) == nil)
    restored.close()
    let again = try await database.open()
    #expect(try await again.position() == position, "only once")
    again.close()
  }

  @Test func aDayIsFoundByItsIndexes() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.open()
    let plan = try await store.pool.read { db in
      try Row.fetchAll(
        db, sql: "EXPLAIN QUERY PLAN " + BookingRows.ofDaySQL, arguments: ["2026-03-10"]
      ).compactMap { $0["detail"] as String? }
    }
    #expect(plan.contains { $0.contains("SEARCH b USING INDEX idx_appointment_datetime") })
    #expect(plan.allSatisfy { !$0.hasPrefix("SCAN") }, "\(plan)")
    store.close()
  }
}
