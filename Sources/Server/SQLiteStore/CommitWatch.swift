import BookingDomain
import BookingStore
import Foundation
import GRDB
import Synchronization

/// Tells listeners that the log has grown. Our own commits say so themselves; those of other
/// programs are found by asking SQLite whether the file has changed (`PRAGMA data_version`, a look
/// into shared memory). The same look sees that another file stands there.
final class CommitWatch: Sendable {
  /// Two looks fit into the 50 ms within which a foreign commit is promised to be seen.
  private static let seconds = 0.02

  private let listeners = CommitListeners()
  private let dataVersion = Mutex<Int64?>(nil)
  private let file: DatabaseFile
  private let sidecar: LogSidecar
  private let isOver = Mutex(false)

  init(_ file: DatabaseFile, sidecar: LogSidecar) {
    self.file = file
    self.sidecar = sidecar
  }

  /// Looks on a thread of its own: fifty times a second, a task or a timer that wakes one thread to
  /// wake another costs more than all else that a server at rest does.
  func start() {
    let thread = Thread { [weak self] in
      while self?.lookAgain() == true { Thread.sleep(forTimeInterval: Self.seconds) }
    }
    thread.start()
  }

  /// Ends every stream and the looking.
  /// - Returns: false where that was done before.
  func close() -> Bool {
    guard listeners.close() else { return false }
    isOver.withLock { $0 = true }
    return true
  }

  func stream() -> AsyncStream<Void> { listeners.stream() }

  /// The log ends there now; announced once, whoever notices first.
  func grew(to end: LogPosition) {
    if sidecar.advance(to: end) { listeners.announce() }
  }

  /// - Returns: whether to go on.
  private func lookAgain() -> Bool {
    guard !isOver.withLock(\.self) else { return false }
    look()
    return true
  }

  private func look() {
    if file.look() {
      dataVersion.withLock { $0 = nil }
      listeners.announce()
    }
    let known = dataVersion.withLock(\.self)
    let seen: (version: Int64, end: LogPosition?)? = try? file.readable().watcher.unsafeRead { db in
      let version = try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
      return (version, version == known ? nil : try SQLiteConnection(db).position())
    }
    guard let seen else { return }
    dataVersion.withLock { $0 = seen.version }
    if let end = seen.end { grew(to: end) }
  }
}
