import BookingStore
import Foundation
import Glibc
import Testing

@testable import SQLiteStore

@Suite struct BackupTests {
  @Test func whatACopyThatWasKilledHasLeftStopsNoOther() async throws {
    let database = try TemporaryDatabase()
    try await database.openContractSpa().close()
    let target = database.path + ".copy"
    try Data(repeating: 7, count: 50_000).write(to: URL(fileURLWithPath: target + ".partial"))
    try Data("a log".utf8).write(to: URL(fileURLWithPath: target + ".partial-wal"))
    try SQLiteBackup.copy(from: database.path, to: target)
    try await SQLiteStore.open(path: target, createIfMissing: false).close()
    let mode = try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(!FileManager.default.fileExists(atPath: target + ".partial"))
  }

  @Test func whatAnotherProcessIsWritingIsLeftToIt() async throws {
    let database = try TemporaryDatabase()
    try await database.openContractSpa().close()
    let target = database.path + ".copy"
    let other = Glibc.open(target + ".partial", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { Glibc.close(other) }
    #expect(flock(other, LOCK_EX | LOCK_NB) == 0 && Glibc.write(other, "half", 4) == 4)
    let failure = #expect(throws: StoreFailure.self) {
      try SQLiteBackup.copy(from: database.path, to: target)
    }
    #expect(failure?.sentence.contains("Another process is writing") == true)
    #expect(try Data(contentsOf: URL(fileURLWithPath: target + ".partial")) == Data("half".utf8))
  }
}
