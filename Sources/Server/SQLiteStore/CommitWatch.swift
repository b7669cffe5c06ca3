import BookingDomain
import BookingStore
import Foundation
import GRDB
import Synchronization

/// Tells listeners that the log has grown. Our own commits report it themselves. Commits of other
/// programs are found by asking SQLite whether the file has changed (`PRAGMA data_version`, which
/// reads shared memory), when the size or time of its WAL has changed. Where such a commit has changed
/// tables, triggers of ours that went with them are made anew. Every few looks it is also checked
/// whether another file is at the path now.
final class CommitWatch: Sendable {
  /// Two looks fit into the 50 ms within which a foreign commit is promised to be seen.
  private static let seconds = 0.02
  /// The longest sleep, in milliseconds, while nothing happens in the folder; then it looks once.
  private static let longestSleep = 380
  /// Every 20th look asks SQLite even if the WAL looks unchanged.
  private static let looksPerQuery = 20
  /// After the WAL changes, the next 25 looks ask SQLite: it is written before its content is
  /// visible, and file times may be 10 ms coarse.
  private static let looksAfterChange = 25
  /// Every 5th look checks that the path still leads to the same file.
  private static let looksPerFileCheck = 5

  private let listeners = CommitListeners()
  private let known = Mutex(Known())
  private let glance = Mutex(Glance())

  /// What SQLite said of the file last.
  private struct Known {
    var data: Int64?
    /// Counts what changes tables and triggers; nil where the triggers have to be looked at.
    var schema: Int64?
  }

  /// What the WAL looked like last.
  private struct Glance {
    var turn = 0
    var wal: FileState?
    var lastChange = 0
  }

  private let file: DatabaseFile
  private let sidecar: LogSidecar
  private let isOver = Mutex(false)

  init(_ file: DatabaseFile, sidecar: LogSidecar) { (self.file, self.sidecar) = (file, sidecar) }

  /// Looks on a thread of its own. With a task or a timer one thread would wake another fifty times
  /// a second, which costs more than everything else that a server without work does.
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

  /// Sleeps until something happens in the file's folder, if nothing has happened there for a
  /// while.
  /// - Returns: false where it did not sleep.
  private func rest() -> Bool {
    let (isCalm, wal) = glance.withLock {
      ($0.turn - $0.lastChange >= Self.looksAfterChange, $0.wal)
    }
    guard isCalm, let open = try? file.readable() else { return false }
    return FolderWatch.shared.sleep(in: open.folder, atMost: Self.longestSleep) {
      open.walState != wal
    }
  }

  /// Ends every stream and the looking.
  /// - Returns: false where it had ended already.
  func close() -> Bool {
    guard listeners.close() else { return false }
    isOver.withLock { $0 = true }
    return true
  }

  func stream() -> AsyncStream<Void> { listeners.stream() }

  /// The log ends at this position now. Whoever notices it first announces it; it is announced
  /// once.
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
    if hasRested || turn % Self.looksPerFileCheck == 0, file.look() {
      known.withLock { $0 = Known() }
      listeners.announce()
    }
    if walHasChanged || hasRested || turn % Self.looksPerQuery == 0 { look() }
    return true
  }

  /// Every commit changes the WAL. To look at it is one system call; to ask SQLite takes ten, which
  /// is much for a server without work.
  private var walHasChanged: Bool {
    let found = try? file.readable().walState
    return glance.withLock { glance in
      if found == nil || found != glance.wal {
        glance.wal = found
        glance.lastChange = glance.turn
      }
      return glance.turn - glance.lastChange < Self.looksAfterChange
    }
  }

  private func look() {
    let known = known.withLock(\.self)
    let seen: (found: Known, end: LogPosition?)? = try? file.readable().watcher.unsafeRead { db in
      func pragma(_ name: String) throws -> Int64? {
        try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA \(name)"))
      }
      let data = try pragma("data_version")
      if data == known.data, known.schema != nil { return (known, nil) }
      let end = data == known.data ? nil : try SQLiteConnection(db).position()
      return (Known(data: data, schema: try pragma("schema_version")), end)
    }
    guard let seen else { return }
    var found = seen.found
    if found.schema != known.schema, !file.hasItsTriggers() { found.schema = nil }
    self.known.withLock { $0 = found }
    if let end = seen.end { grew(to: end) }
  }
}
