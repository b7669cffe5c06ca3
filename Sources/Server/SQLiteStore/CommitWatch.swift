import BookingDomain
import BookingStore
import GRDB
import Synchronization

/// Tells listeners that the log has grown. Our own commits say so themselves; those of other
/// programs are found by asking SQLite whether the file has changed (`PRAGMA data_version`, a look
/// into shared memory).
final class CommitWatch: Sendable {
  /// Two looks fit into the 50 ms within which a foreign commit is promised to be seen.
  private static let interval = Duration.milliseconds(20)

  private let listeners = CommitListeners()
  private let dataVersion = Mutex<Int64?>(nil)
  /// A connection of its own: `data_version` counts the commits of all others, this process's
  /// writer among them.
  private let connection: DatabaseQueue
  private let sidecar: LogSidecar
  private let polling: Mutex<Task<Void, Never>?> = Mutex(nil)

  init(path: String, sidecar: LogSidecar) throws {
    var configuration = Configuration()
    configuration.label = "frontdesk.watch"
    configuration.readonly = true
    configuration.busyMode = .timeout(1)
    connection = try DatabaseQueue(path: path, configuration: configuration)
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
    try? connection.close()
    return true
  }

  func stream() -> AsyncStream<Void> { listeners.stream() }

  /// The log ends there now; announced once, whoever notices first.
  func grew(to end: LogPosition) {
    if sidecar.advance(to: end) { listeners.announce() }
  }

  private func look() async {
    let known = dataVersion.withLock(\.self)
    let seen: (version: Int64, end: LogPosition?)? = try? await connection.unsafeRead { db in
      let version = try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
      return (version, version == known ? nil : try SQLiteConnection(db).position())
    }
    guard let seen else { return }
    dataVersion.withLock { $0 = seen.version }
    if let end = seen.end { grew(to: end) }
  }
}
