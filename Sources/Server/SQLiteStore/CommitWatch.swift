import BookingDomain
import BookingStore
import GRDB
import Synchronization

/// Tells listeners that the log has grown. Our own commits say so themselves; those of other
/// programs are found by asking SQLite whether the file has changed (`PRAGMA data_version`, a look
/// into shared memory). The same look sees that another file stands there.
final class CommitWatch: Sendable {
  /// Two looks fit into the 50 ms within which a foreign commit is promised to be seen.
  private static let interval = Duration.milliseconds(20)

  private let listeners = CommitListeners()
  private let dataVersion = Mutex<Int64?>(nil)
  private let file: DatabaseFile
  private let sidecar: LogSidecar
  private let polling: Mutex<Task<Void, Never>?> = Mutex(nil)

  init(_ file: DatabaseFile, sidecar: LogSidecar) {
    self.file = file
    self.sidecar = sidecar
  }

  func start() {
    let task = Task { [weak self] in
      while !Task.isCancelled {
        await self?.look()
        guard self != nil, (try? await Task.sleep(for: Self.interval)) != nil else { return }
      }
    }
    polling.withLock { $0 = task }
  }

  /// Ends every stream and the looking.
  /// - Returns: false where that was done before.
  func close() -> Bool {
    guard listeners.close() else { return false }
    polling.withLock { $0?.cancel() }
    return true
  }

  func stream() -> AsyncStream<Void> { listeners.stream() }

  /// The log ends there now; announced once, whoever notices first.
  func grew(to end: LogPosition) {
    if sidecar.advance(to: end) { listeners.announce() }
  }

  private func look() async {
    if file.look() {
      dataVersion.withLock { $0 = nil }
      listeners.announce()
    }
    let known = dataVersion.withLock(\.self)
    let seen: (version: Int64, end: LogPosition?)? = try? await file.readable().watcher.unsafeRead {
      db in
      let version = try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
      return (version, version == known ? nil : try SQLiteConnection(db).position())
    }
    guard let seen else { return }
    dataVersion.withLock { $0 = seen.version }
    if let end = seen.end { grew(to: end) }
  }
}
