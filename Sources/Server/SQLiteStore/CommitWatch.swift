import BookingDomain
import BookingStore
// A source of events may be used from any thread; it does not say so.
@preconcurrency import Dispatch
import GRDB
import Synchronization

/// Tells listeners that the log has grown. Our own commits say so themselves; those of other
/// programs are found by asking SQLite whether the file has changed (`PRAGMA data_version`, a look
/// into shared memory). The same look sees that another file stands there.
final class CommitWatch: Sendable {
  /// Two looks fit into the 50 ms within which a foreign commit is promised to be seen.
  private static let interval = DispatchTimeInterval.milliseconds(20)

  private let listeners = CommitListeners()
  private let dataVersion = Mutex<Int64?>(nil)
  private let file: DatabaseFile
  private let sidecar: LogSidecar
  /// Looks one after the other on a thread of its own: fifty times a second, a task that hops to the
  /// database and back would cost more than all else that a server at rest does.
  private let timer: any DispatchSourceTimer

  init(_ file: DatabaseFile, sidecar: LogSidecar) {
    self.file = file
    self.sidecar = sidecar
    timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "frontdesk.watch"))
    timer.schedule(deadline: .now(), repeating: Self.interval, leeway: .milliseconds(4))
  }

  deinit { timer.cancel() }

  func start() {
    timer.setEventHandler { [weak self] in self?.look() }
    timer.activate()
  }

  /// Ends every stream and the looking.
  /// - Returns: false where that was done before.
  func close() -> Bool {
    guard listeners.close() else { return false }
    timer.cancel()
    return true
  }

  func stream() -> AsyncStream<Void> { listeners.stream() }

  /// The log ends there now; announced once, whoever notices first.
  func grew(to end: LogPosition) {
    if sidecar.advance(to: end) { listeners.announce() }
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
