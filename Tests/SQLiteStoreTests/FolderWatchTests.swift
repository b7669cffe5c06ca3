import BookingTesting
import Foundation
import Testing

@testable import SQLiteStore

/// A minute is longer than any of these tests: only what happens in the folder ends such a sleep.
@Suite struct FolderWatchTests {
  private let folder: String

  init() throws { folder = try TestRun.privateDirectory("folder") }

  /// - Parameter work: what somebody else does once it is watched.
  private func sleep(while work: @escaping @Sendable () -> Void) -> Bool {
    FolderWatch.shared.sleep(in: folder, atMost: 60_000) {
      Thread(block: work).start()
      return false
    }
  }

  @Test func whatIsWrittenThereEndsTheSleep() throws {
    let file = "\(folder)/spa.db-wal"
    try Data("a".utf8).write(to: URL(fileURLWithPath: file))
    #expect(
      sleep {
        let handle = FileHandle(forWritingAtPath: file)
        try? handle?.write(contentsOf: Data("b".utf8))
      })
  }

  @Test func whatIsMovedThereEndsItToo() throws {
    let elsewhere = try TestRun.privateDirectory("elsewhere") + "/copy"
    try Data("a".utf8).write(to: URL(fileURLWithPath: elsewhere))
    let folder = folder
    #expect(sleep { rename(elsewhere, "\(folder)/spa.db") })
  }

  @Test func aFolderThatGoesIsNotWaitedForAgain() {
    let folder = folder
    #expect(sleep { rmdir(folder) })
    #expect(!sleep {})
  }

  @Test func twoWhoSleepOnOneFolderAreBothWoken() async throws {
    let file = "\(folder)/spa.db"
    let folder = folder
    await withTaskGroup(of: Bool.self) { group in
      let both = DispatchSemaphore(value: 0)
      for _ in 0..<2 {
        group.addTask {
          await withCheckedContinuation { done in
            Thread {
              let slept = FolderWatch.shared.sleep(in: folder, atMost: 60_000) {
                both.signal()
                return false
              }
              done.resume(returning: slept)
            }.start()
          }
        }
      }
      Thread {
        for _ in 0..<2 { both.wait() }
        try? Data("a".utf8).write(to: URL(fileURLWithPath: file))
      }.start()
      for await slept in group { #expect(slept) }
    }
  }

  @Test func whatHasHappenedAlreadyIsNotSleptOn() {
    #expect(FolderWatch.shared.sleep(in: folder, atMost: 60_000) { true })
  }
}
