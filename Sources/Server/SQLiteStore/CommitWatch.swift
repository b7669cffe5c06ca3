import BookingDomain
import BookingStore
import Foundation
import GRDB
import Synchronization

/// Tells listeners that the log has grown. Our own commits say so themselves; those of other
/// programs are found by asking SQLite whether the file has changed (`PRAGMA data_version`, a look
/// into shared memory), where its log of changes looks as if it had. Now and then the same look sees
/// that another file stands there.
final class CommitWatch: Sendable {
  /// Two looks fit into the 50 ms within which a foreign commit is promised to be seen.
  private static let seconds = 0.02
  /// Nothing has happened in the folder for as long as the log is not asked after a change: no look is
  /// needed before something does, and so often one is taken all the same.
  private static let calm = 380
  /// Of so many looks one asks SQLite whatever the log of changes looks like.
  private static let whole = 20
  /// So many looks ask SQLite after the log has changed: it is written to first, and forced to the
  /// disk, before anybody may see what is in it. The next change may also have the same time: some
  /// systems count in steps of 10 ms.
  private static let after = 25
  /// Of so many looks one asks which file stands there.
  private static let standing = 5

  private let listeners = CommitListeners()
  private let dataVersion = Mutex<Int64?>(nil)
  private let glance = Mutex(Glance())

  /// What the log of changes looked like last.
  private struct Glance {
    var turn = 0
    var log: FileState?
    var lastChange = 0
  }

  private let file: DatabaseFile
  private let sidecar: LogSidecar
  private let isOver = Mutex(false)

  init(_ file: DatabaseFile, sidecar: LogSidecar) {
    self.file = file
    self.sidecar = sidecar
  }

  /// Looks on a thread of its own: fifty times a second, a task or a timer that wakes one thread to
  /// wake another costs more than all else that a server does meanwhile.
  func start() {
    let thread = Thread { [weak self] in
      var hasRested = false
      while self?.lookAgain(afterRest: hasRested) == true {
        Thread.sleep(forTimeInterval: Self.seconds)
        hasRested = self?.rest() ?? false
      }
    }
    thread.start()
  }

  /// Sleeps until something happens beside the file, where nothing has for a while.
  /// - Returns: false where that was no time to sleep.
  private func rest() -> Bool {
    let (isCalm, log) = glance.withLock { ($0.turn - $0.lastChange >= Self.after, $0.log) }
    guard isCalm, let open = try? file.readable() else { return false }
    return FolderWatch.shared.sleep(in: open.folder, atMost: Self.calm) { open.logState != log }
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
  private func lookAgain(afterRest hasRested: Bool) -> Bool {
    guard !isOver.withLock(\.self) else { return false }
    let turn = glance.withLock { glance in
      glance.turn += 1
      return glance.turn
    }
    if hasRested || turn % Self.standing == 0, file.look() {
      dataVersion.withLock { $0 = nil }
      listeners.announce()
    }
    if logHasChanged || hasRested || turn % Self.whole == 0 { look() }
    return true
  }

  /// Nothing is committed that is not written there. One call of the system's; to ask SQLite takes
  /// ten, and is dear to a server at rest.
  private var logHasChanged: Bool {
    let found = try? file.readable().logState
    return glance.withLock { glance in
      if found == nil || found != glance.log {
        glance.log = found
        glance.lastChange = glance.turn
      }
      return glance.turn - glance.lastChange < Self.after
    }
  }

  private func look() {
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
