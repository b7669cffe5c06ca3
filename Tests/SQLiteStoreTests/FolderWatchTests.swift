import BookingTesting
import Foundation
import Testing

@testable import SQLiteStore

/// A minute is longer than any of these tests: only what happens in the folder ends such a sleep.
@Suite struct FolderWatchTests {
  private static let long: Int32 = 60_000

  private let folder: String

  init() throws { folder = try TestRun.privateDirectory("folder") }

  @Test func whatIsWrittenThereEndsTheSleep() throws {
    let file = "\(folder)/spa.db-wal"
    try Data("a".utf8).write(to: URL(fileURLWithPath: file))
    let watch = FolderWatch(folder)
    let handle = try #require(FileHandle(forWritingAtPath: file))
    try handle.write(contentsOf: Data("b".utf8))
    #expect(watch.sleep(atMost: Self.long))
  }

  @Test func whatIsMovedThereEndsItToo() throws {
    let copy = "\(folder)/copy"
    try Data("a".utf8).write(to: URL(fileURLWithPath: copy))
    let watch = FolderWatch(folder)
    try FileManager.default.moveItem(atPath: copy, toPath: "\(folder)/spa.db")
    #expect(watch.sleep(atMost: Self.long))
  }

  @Test func aFolderThatGoesIsNotWaitedForAgain() throws {
    let watch = FolderWatch(folder)
    try FileManager.default.removeItem(atPath: folder)
    #expect(watch.sleep(atMost: Self.long))
    #expect(!watch.sleep(atMost: Self.long))
  }

  @Test func aFolderThatIsNotThereIsNotWaitedFor() {
    #expect(!FolderWatch("\(folder)/nowhere").sleep(atMost: Self.long))
  }
}
