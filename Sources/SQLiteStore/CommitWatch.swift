import BookingDomain
import GRDB
import Synchronization

/// Tells listeners that the log has grown. Our own commits say so themselves; those of other
/// programs are found by asking SQLite whether the file has changed (`PRAGMA data_version`, a look
/// into shared memory).
final class CommitWatch: Sendable {
  /// Two looks fit into the 50 ms within which a foreign commit is promised to be seen.
  private static let interval = Duration.milliseconds(20)

  private struct State {
    var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
    var nextListener = 0
    var dataVersion: Int64?
    var isClosed = false
  }

  private let state = Mutex(State())
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
    let listeners = state.withLock { state -> [AsyncStream<Void>.Continuation]? in
      guard !state.isClosed else { return nil }
      state.isClosed = true
      defer { state.listeners = [:] }
      return Array(state.listeners.values)
    }
    guard let listeners else { return false }
    polling.withLock { $0?.cancel() }
    for listener in listeners { listener.finish() }
    try? connection.close()
    return true
  }

  func stream() -> AsyncStream<Void> {
    // One waiting yield is enough: it says "look at the log", not how much there is.
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      let number = state.withLock { state -> Int? in
        guard !state.isClosed else { return nil }
        state.nextListener += 1
        state.listeners[state.nextListener] = continuation
        return state.nextListener
      }
      guard let number else {
        continuation.finish()
        return
      }
      continuation.onTermination = { [weak self] _ in
        self?.state.withLock { $0.listeners[number] = nil }
      }
    }
  }

  /// The log ends there now; announced once, whoever notices first.
  func grew(to end: LogPosition) {
    guard sidecar.advance(to: end) else { return }
    let listeners = state.withLock { Array($0.listeners.values) }
    for listener in listeners { listener.yield() }
  }

  private func look() async {
    let known = state.withLock(\.dataVersion)
    let seen: (version: Int64, end: LogPosition?)? = try? await connection.unsafeRead { db in
      let version = try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
      return (version, version == known ? nil : try SQLiteConnection(db).position())
    }
    guard let seen else { return }
    state.withLock { $0.dataVersion = seen.version }
    if let end = seen.end { grew(to: end) }
  }
}
