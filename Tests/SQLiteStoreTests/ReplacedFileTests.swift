import BookingDomain
import BookingStore
import BookingTesting
import Foundation
import GRDB
import Glibc
import Testing

@testable import SQLiteStore

/// What an operator, a script or a full disk does to the file while the server runs.
@Suite struct ReplacedFileTests {
  private let files = FileManager.default

  private func order(_ store: SQLiteStore, _ booking: BookingID = ContractSpa.morning) async throws
    -> CommandAnswer
  {
    try await store.perform(
      ContractSpa.command(booking, ContractSpa.change(.confirmed)), by: ContractSpa.lan,
      now: ContractSpa.now)
  }

  /// Until the store says that orders can be carried out again.
  private func untilWell(_ store: SQLiteStore) async throws {
    try await Polled.until("way on") { store.obstacle() == nil }
  }

  /// Once the backup is in the file's place, orders are taken again.
  private func isWellAgain(
    _ store: SQLiteStore, with backup: String, at database: TemporaryDatabase
  ) async throws {
    try #require(rename(backup, database.path) == 0)
    try await untilWell(store)
    _ = try await order(store)
    store.close()
  }

  /// A copy of the spa as it is now.
  private func backup(_ database: TemporaryDatabase) async throws -> String {
    let path = database.directory.appendingPathComponent("backup.sqlite").path
    try await database.runForeignSQL(["VACUUM INTO '\(path)'"])
    return path
  }

  /// A spa that is served, and the path of its backup.
  private func spaWithBackup() async throws -> (TemporaryDatabase, SQLiteStore, String) {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    return (database, store, try await backup(database))
  }

  @Test func aFileThatIsPutInItsPlaceIsOpenedAndBeginsANewLog() async throws {
    let (database, store, backup) = try await spaWithBackup()
    _ = try await order(store)
    let before = try await store.position()
    try #require(rename(backup, database.path) == 0)
    let failure = await #expect(throws: StoreFailure.self) {
      try await order(store, ContractSpa.other)
    }
    #expect(failure?.code == .unavailable)
    #expect(failure?.sentence.contains("Another file") == true)
    #expect(store.obstacle() != nil)
    try await untilWell(store)
    let after = try await store.position()
    #expect(after.epoch != before.epoch)
    #expect(try await store.events(after: before, limit: 1) == nil, "readers start anew")
    #expect(try await store.bookings([1]).first?.status == .scheduled, "as the backup has it")
    _ = try await order(store, ContractSpa.other)
    store.close()
    let again = try await database.open()
    #expect(try await again.bookings([2]).first?.status == .confirmed)
    again.close()
  }

  @Test func whatWasAcknowledgedIsInTheFileThatWasMovedAway() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    _ = try await order(store)
    let backup = try await backup(database)
    let aside = database.directory.appendingPathComponent("aside.sqlite").path
    try #require(rename(database.path, aside) == 0 && rename(backup, database.path) == 0)
    try await untilWell(store)
    let queue = try DatabaseQueue(path: aside)
    let status = try await queue.read { db in
      try String.fetchOne(db, sql: "SELECT booking_status FROM bookings WHERE booking_id = 1")
    }
    #expect(status == "CONFIRMED")
    try queue.close()
    store.close()
  }

  /// As `cp` does: the same file, other bytes.
  private func write(_ bytes: Data, over path: String) throws {
    let file = open(path, O_WRONLY | O_TRUNC)
    try #require(file >= 0)
    defer { close(file) }
    try bytes.withUnsafeBytes { bytes in
      try #require(Glibc.write(file, bytes.baseAddress, bytes.count) == bytes.count)
    }
  }

  /// A backup of an hour ago, and another spa's.
  @Test(arguments: [false, true])
  func aCopyThatIsWrittenOverItIsOpenedAndBeginsANewLog(isAnotherSpas: Bool) async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    _ = try await store.perform(
      ContractSpa.command(ContractSpa.afternoon, .writeNotes("before")), by: ContractSpa.lan,
      now: ContractSpa.now)
    let source: TemporaryDatabase
    if isAnotherSpas {
      source = try TemporaryDatabase()
      try await source.openContractSpa().close()
    } else {
      source = database
    }
    let copy = try Data(contentsOf: URL(fileURLWithPath: try await backup(source)))
    _ = try await order(store)
    let before = try await store.position()
    let inode = try #require(FileIdentity(at: database.path))
    try write(copy, over: database.path)
    #expect(FileIdentity(at: database.path) == inode)
    await #expect(throws: StoreFailure.self) { try await order(store, ContractSpa.other) }
    #expect(store.obstacle() != nil, "nothing is acknowledged into a mixture of both")
    try await Polled.until("another log") {
      let position = try? await store.position()
      return position.map { $0.epoch != before.epoch } ?? false
    }
    try await untilWell(store)
    #expect(try await store.bookings([1]).first?.status == .scheduled, "as the copy has it")
    let notes = try await store.bookings([3]).first?.notes
    #expect((notes == "before") != isAnotherSpas)
    _ = try await order(store, ContractSpa.other)
    #expect(try status(of: 2, in: database) == "CONFIRMED")
    // And once more, over what was opened meanwhile.
    let second = try await store.position()
    try write(copy, over: database.path)
    try await Polled.until("another log") {
      let position = try? await store.position()
      return position.map { $0.epoch != second.epoch } ?? false
    }
    try await untilWell(store)
    _ = try await order(store, ContractSpa.other)
    let queue = try DatabaseQueue(path: database.path)
    let check = try await queue.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
    #expect(check == "ok")
    try queue.close()
    store.close()
  }

  @Test func whatSQLiteAndClocksWriteIsNoCopy() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    let epoch = try await store.position().epoch
    let modes = ["PASSIVE", "FULL", "RESTART", "TRUNCATE"]
    for number in 0..<40 {
      _ = try await store.perform(
        ContractSpa.command(ContractSpa.morning, .writeNotes("\(number)")), by: ContractSpa.lan,
        now: ContractSpa.now)
      try await database.runForeignSQL([
        "UPDATE rooms SET capacity = \(number % 3 + 1)",
        "PRAGMA wal_checkpoint(\(modes[number % 4]))",
      ])
      try #require(utimes(database.path, nil) == 0)
      #expect(store.obstacle() == nil)
    }
    #expect(try await store.position().epoch == epoch)
    store.close()
  }

  @Test func aDeletedFileIsSaidAndPuttingItBackIsEnough() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    let before = try await store.position()
    let aside = database.directory.appendingPathComponent("aside.sqlite").path
    try #require(rename(database.path, aside) == 0)
    let failure = await #expect(throws: StoreFailure.self) { try await order(store) }
    #expect(failure?.sentence.contains("moved away or deleted") == true)
    #expect(failure?.trouble == .gone)
    #expect(try await store.day(ContractSpa.date).bookings.count == 3, "the board stays")
    try #require(rename(aside, database.path) == 0)
    _ = try await order(store)
    #expect(store.obstacle() == nil)
    #expect(try await store.position().epoch == before.epoch, "it is the same file")
    store.close()
  }

  /// What somebody finds who has only the files: as after a kill.
  private func status(of booking: Int, in database: TemporaryDatabase) throws -> String? {
    let copy = try TemporaryDatabase()
    for suffix in ["", "-wal"] where files.fileExists(atPath: database.path + suffix) {
      try files.copyItem(atPath: database.path + suffix, toPath: copy.path + suffix)
    }
    let queue = try DatabaseQueue(path: copy.path)
    defer { try? queue.close() }
    return try queue.read { db in
      try String.fetchOne(
        db, sql: "SELECT booking_status FROM bookings WHERE booking_id = ?", arguments: [booking])
    }
  }

  @Test(arguments: [["-wal"], ["-shm"], ["-wal", "-shm"]])
  func nothingIsLostWithTheFilesBesideIt(_ suffixes: [String]) async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    _ = try await order(store)
    let before = try await store.position()
    for suffix in suffixes { try #require(unlink(database.path + suffix) == 0) }
    try await Polled.until("another log") {
      let position = try? await store.position()
      return position.map { $0.epoch != before.epoch } ?? false
    }
    try await untilWell(store)
    #expect(try status(of: 1, in: database) == "CONFIRMED", "acknowledged before")
    _ = try await order(store, ContractSpa.other)
    #expect(try status(of: 2, in: database) == "CONFIRMED", "acknowledged afterwards")
    store.close()
  }

  @Test func aForeignLogOfChangesIsNotTakenForOurs() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    _ = try await order(store)
    let before = try await store.position()
    let old = database.path + "-old"
    try files.copyItem(atPath: database.path + "-wal", toPath: old)
    _ = try await order(store, ContractSpa.other)
    try #require(rename(old, database.path + "-wal") == 0)
    try await Polled.until("another log") {
      let position = try? await store.position()
      return position.map { $0.epoch != before.epoch } ?? false
    }
    try await untilWell(store)
    #expect(try status(of: 2, in: database) == "CONFIRMED")
    store.close()
  }

  @Test(arguments: ["", "-wal"])
  func aFileThatIsCutShortStaysUnwell(_ suffix: String) async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    _ = try await order(store)
    try #require(truncate(database.path + suffix, 0) == 0)
    for _ in 0..<100 { #expect(store.obstacle()?.code == .unusable) }
    await #expect(throws: StoreFailure.self) { try await order(store, ContractSpa.other) }
    #expect(store.obstacle()?.sentence.contains("cut short") == true)
    store.close()
  }

  @Test func aFileThatIsTidiedUpIsWell() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    _ = try await order(store)
    try await database.runForeignSQL(["VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"])
    #expect(store.obstacle() == nil)
    _ = try await order(store, ContractSpa.other)
    #expect(store.obstacle() == nil)
    store.close()
  }

  @Test func whatIsNoDatabaseIsNotFilled() async throws {
    let (database, store, backup) = try await spaWithBackup()
    try files.removeItem(atPath: database.path)
    try Data().write(to: URL(fileURLWithPath: database.path))
    await #expect(throws: StoreFailure.self) { try await order(store) }
    try await isWellAgain(store, with: backup, at: database)
  }

  @Test func aFullDiskIsOneStateAndGoesOnByItself() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    try await store.pool.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    let bookings = [ContractSpa.morning, ContractSpa.other, ContractSpa.afternoon]
    var failure: StoreFailure?
    // History keeps each of the notes, so that they fill the file a little more every time.
    for number in 0..<60 where failure == nil {
      let notes = String(repeating: number.isMultiple(of: 2) ? "x" : "y", count: 2_900)
      let command = ContractSpa.command(bookings[number % bookings.count], .writeNotes(notes))
      do {
        _ = try await store.perform(command, by: ContractSpa.lan, now: ContractSpa.now)
      } catch let met as StoreFailure {
        failure = met
      }
    }
    #expect(failure?.code == .unavailable && failure?.sentence.contains("no room") == true)
    #expect(store.obstacle() != nil)
    try await store.pool.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA max_page_count = 1000000")
    }
    try await untilWell(store)
    _ = try await order(store)
    store.close()
  }

  @Test func aDamagedFileIsNotHealthyUntilItIsReplaced() async throws {
    let (database, store, backup) = try await spaWithBackup()
    let root = try await store.pool.writeWithoutTransaction { db in
      _ = try db.checkpoint(.truncate)
      return try Int.fetchOne(
        db, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'payment_item_usage'")
    }
    let page = try #require(root)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: database.path))
    try file.seek(toOffset: UInt64(page - 1) * 4096)
    try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
    try file.close()
    // Another program's commit makes everybody read the pages anew.
    try await database.runForeignSQL(["UPDATE rooms SET capacity = 3"])
    let failure = await #expect(throws: StoreFailure.self) {
      try await store.perform(
        ContractSpa.command(ContractSpa.morning, ContractSpa.change(.cancelled, "ill")),
        by: ContractSpa.lan, now: ContractSpa.now)
    }
    #expect(failure?.code == .unusable && failure?.sentence.contains("damaged") == true)
    #expect(store.obstacle()?.sentence.contains("damaged") == true)
    #expect(failure?.trouble == .damaged && store.obstacle()?.trouble == .damaged)
    try await isWellAgain(store, with: backup, at: database)
  }

  @Test func newFilesAreTheServersAlone() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    _ = try await order(store)
    for name in ["", "-wal", "-frontdesk"] {
      let found = try files.attributesOfItem(atPath: database.path + name)[.posixPermissions]
      #expect((found as? NSNumber)?.intValue == 0o600, "\(name)")
    }
    store.close()
  }
}

/// What the file does not take is refused to the one who ordered it.
@Suite struct RefusedRowTests {
  @Test(arguments: [
    "SELECT RAISE(ABORT, 'No notes during stocktaking')",
    "INSERT INTO no_such_table VALUES (1)",
    "INSERT INTO roles (role_id, name, display_name) VALUES (1, 'X', 'X')",
    "UPDATE bookings SET room_id = NULL WHERE booking_id = 1",
    "UPDATE bookings SET booking_notes = zeroblob(2000000000) WHERE booking_id = 1",
  ])
  func nobodyElseNotices(_ statement: String) async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    try await database.runForeignSQL([
      """
      CREATE TRIGGER shop_no AFTER UPDATE OF booking_notes ON bookings
      WHEN NEW.booking_notes IS NOT OLD.booking_notes BEGIN \(statement); END
      """
    ])
    let failure = await #expect(throws: StoreFailure.self) {
      try await store.perform(
        ContractSpa.command(ContractSpa.morning, .writeNotes("x")), by: ContractSpa.lan,
        now: ContractSpa.now)
    }
    #expect(failure?.code == .refused, "\(failure?.sentence ?? "")")
    #expect(failure?.words?.isEmpty == false)
    #expect(store.obstacle() == nil)
    _ = try await store.perform(
      ContractSpa.command(ContractSpa.other, ContractSpa.change(.confirmed)), by: ContractSpa.lan,
      now: ContractSpa.now)
    store.close()
  }
}
