import BookingDomain
import BookingStore
import Foundation
import GRDB
import Glibc
import Synchronization

/// The database file, for as long as the server runs. Meanwhile others may move it, delete it, put
/// another file in its place or take the right to write it away.
///
/// An order is acknowledged only when it is in the file that is at the path at that moment. Another
/// file that is put there is opened when it does not change any more, and gets a new log.
final class DatabaseFile: Sendable {
  private struct State {
    var open: OpenFile?
    /// Why nothing can be written; nil while the file at the path is the one that is open.
    var trouble: StoreFailure?
    /// The other file that is at the path, and since when it has not changed.
    var newcomer: (state: FileState, since: ContinuousClock.Instant)?
  }

  let path: String
  private let serves: Bool
  private let state: Mutex<State>
  private let sidecar: LogSidecar
  /// A new file must be unchanged for so long before it is opened: somebody may still be copying
  /// it.
  private static let stillness = Duration.seconds(1)

  /// - Parameter serves: whether this process is to be the one that serves the file.
  init(path: String, createIfMissing: Bool, serves: Bool, sidecar: LogSidecar) throws {
    try Self.check(path, createIfMissing: createIfMissing)
    // Before anything is upgraded while another server works with the file.
    if serves, let owner = ServingLock.owner(of: path) {
      throw StoreFailure(.unusable, owner.sentence(about: path))
    }
    try Self.keepOlderLayout(path)
    self.path = path
    self.serves = serves
    self.sidecar = sidecar
    let open = try OpenFile(path: path, serves: serves) { db in
      try Schema.prepare(db, path: path)
      try TriggerRepair.mendAtOpening(db)
      try sidecar.recogniseRestore(db)
    }
    state = Mutex(State(open: open, trouble: nil, newcomer: nil))
  }

  /// For reading: also a file that has been moved away can still be read.
  func readable() throws -> OpenFile {
    try state.withLock { state in
      if let open = state.open { return open }
      throw state.trouble ?? StoreFailure(.unavailable, "\(path) is closed.")
    }
  }

  /// For writing: only the file that is at the path now.
  func writable() throws -> OpenFile {
    try state.withLock { state in
      guard let open = state.open else {
        throw state.trouble ?? StoreFailure(.unavailable, "\(path) is closed.")
      }
      try check(open)
      return open
    }
  }

  /// Asked before an answer promises that a change is kept.
  /// - Throws: where `open` is not at the path any more: after a restart the server would not find
  /// the change.
  func confirm(_ open: OpenFile) throws {
    if let trouble = trouble(open.standing) { throw trouble }
  }

  private func check(_ open: OpenFile) throws {
    try confirm(open)
    guard access(path, W_OK) == 0 else {
      throw StoreFailure.mayNotBeWritten(path, String(cString: strerror(errno)))
    }
  }

  /// What stands in the way of writing; nil where nothing does.
  var obstacle: StoreFailure? {
    do {
      _ = try writable()
      return nil
    } catch {
      return StoreFailure(of: error, at: path)
    }
  }

  private func trouble(_ standing: OpenFile.Standing) -> StoreFailure? {
    switch standing {
    case .whole: nil
    case .left: trouble
    case .logLeft:
      StoreFailure(
        .unavailable,
        "The log of changes of \(path) (its -wal or -shm) has been moved away, deleted or replaced "
          + "while the server runs; what it held is written into the file, and the server goes on "
          + "by itself.", trouble: .gone)
    case .overwritten:
      StoreFailure(
        .unavailable,
        "Something has been written over \(path) while the server runs (a copy with cp?). It is opened "
          + "as soon as it stands still; what was not in it yet is lost with the bytes before.",
        trouble: .replaced)
    case .cutShort:
      StoreFailure(
        .unusable,
        "\(path) is damaged (it or its log of changes has been cut short while the server runs). "
          + "Stop the server and restore a backup.", trouble: .damaged)
    }
  }

  private var trouble: StoreFailure {
    guard FileIdentity(at: path) != nil else {
      return StoreFailure(
        .unavailable,
        "\(path) has been moved away or deleted while the server runs. Put it back, or put a backup "
          + "there; the server goes on by itself.", trouble: .gone)
    }
    return StoreFailure(
      .unavailable,
      "Another file has been put in the place of \(path) while the server runs; it is opened as "
        + "soon as it stands still.", trouble: .replaced)
  }

  /// Makes triggers anew that have gone.
  /// - Returns: false where that cannot be done now.
  func hasItsTriggers() -> Bool {
    do {
      let pool = try writable().pool
      if try pool.read(TriggerRepair.missing).isEmpty { return true }
      _ = try pool.write(TriggerRepair.mend)
      return true
    } catch {
      return false
    }
  }

  func close() {
    let open = state.withLock { state in
      defer { state.open = nil }
      return state.open
    }
    open?.close()
  }

  /// Looks at which file is at the path now.
  /// - Returns: whether another file was opened.
  func look(at now: ContinuousClock.Instant = .now) -> Bool {
    if let open = state.withLock(\.open), open.standing == .logLeft {
      return openAnew(open, at: now)
    }
    if let open = state.withLock(\.open), let header = open.newHeader {
      return adopt(header, over: open, at: now)
    }
    let isDue = state.withLock { state in
      guard let found = FileState(at: path), found.identity != state.open?.identity else {
        state.newcomer = nil
        return false
      }
      guard state.open != nil || state.trouble != nil else { return false }
      guard let newcomer = state.newcomer, newcomer.state == found else {
        state.newcomer = (found, now)
        return false
      }
      return newcomer.since.duration(to: now) >= Self.stillness
    }
    return isDue && adopt(at: now)
  }

  /// The file is the same, but its log of changes was replaced or removed. The open connections
  /// still see what was acknowledged: it is written into the file through them before they are
  /// closed.
  private func openAnew(_ old: OpenFile, at now: ContinuousClock.Instant) -> Bool {
    do {
      try old.settle()
    } catch {
      return false
    }
    state.withLock { state in
      state.open = nil
      state.trouble = trouble(.logLeft)
    }
    old.leaveSettled()
    return open(at: now)
  }

  /// The file is the same, but another database was written into it.
  private func adopt(_ header: [UInt8], over old: OpenFile, at now: ContinuousClock.Instant) -> Bool
  {
    let isDue = state.withLock { state in
      guard let found = FileState(at: path) else { return false }
      guard let newcomer = state.newcomer, newcomer.state == found else {
        state.newcomer = (found, now)
        return false
      }
      return newcomer.since.duration(to: now) >= Self.stillness && Self.isWhole(header, found.size)
    }
    guard isDue else { return false }
    do {
      try Self.checkHeader(header, path)
    } catch {
      return failed(error, at: now)
    }
    state.withLock { state in
      state.open = nil
      state.trouble = trouble(.overwritten)
    }
    old.abandon()
    return open(at: now)
  }

  /// Whether a file has as many pages as its header says (fileformat.html, 1.3).
  private static func isWhole(_ header: [UInt8], _ size: Int64) -> Bool {
    func number(_ bytes: some Sequence<UInt8>) -> Int64 { bytes.reduce(0) { $0 << 8 | Int64($1) } }
    guard header.count == 100 else { return false }
    let pageSize = number(header[16..<18])
    return (pageSize == 1 ? 65_536 : pageSize) * number(header[28..<32]) == size
  }

  private func adopt(at now: ContinuousClock.Instant) -> Bool {
    do {
      try Self.checkHeader(Self.header(path), path)
    } catch {
      return failed(error, at: now)
    }
    let old = state.withLock { state in
      defer { state.open = nil }
      state.trouble = trouble
      return state.open
    }
    old?.leave()
    return open(at: now)
  }

  private func open(at now: ContinuousClock.Instant) -> Bool {
    do {
      let path = path
      let open = try OpenFile(path: path, serves: serves) { db in
        try Self.checkWhole(db, path: path)
        try Schema.prepare(db, path: path)
        try TriggerRepair.mendAtOpening(db)
        try db.inTransaction(.immediate) {
          try Schema.beginEpoch(db)
          return .commit
        }
      }
      let end = try open.pool.read { try SQLiteConnection($0).position() }
      sidecar.begin(at: end)
      state.withLock { state in
        state.open = open
        state.trouble = nil
        state.newcomer = nil
      }
      return true
    } catch {
      return failed(error, at: now)
    }
  }

  private func failed(_ error: any Error, at now: ContinuousClock.Instant) -> Bool {
    let failure = StoreFailure(of: error, at: path).outsideOrders
    state.withLock { state in
      if state.open == nil { state.trouble = failure }
      // Once more when it has changed, or after a while.
      state.newcomer?.since = now
    }
    return false
  }

  /// Before an upgrade the file is copied: whoever goes back to the older program needs the copy.
  private static func keepOlderLayout(_ path: String) throws {
    let looking = try DatabaseQueue(path: path, configuration: OpenFile.configuration)
    let found = try looking.read { try Schema.check($0, path: path) }
    try looking.close()
    guard (1..<Schema.version).contains(found) else { return }
    if let owner = ServingLock.owner(of: path) {
      throw StoreFailure(
        .unusable,
        "\(path) is of an older layout and served by \(owner), an older program; restart that one "
          + "first (systemctl restart frontdesk-server).")
    }
    let kept = "\(path).layout-\(found)"
    guard !FileManager.default.fileExists(atPath: kept) else { return }
    try SQLiteBackup.copy(from: path, to: kept)
  }

  /// - Throws: where something is damaged. With the bookings of a season the check takes about a
  /// second.
  static func checkWhole(_ db: Database, path: String) throws {
    let found = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "nothing"
    guard found == "ok" else {
      throw StoreFailure(
        .unusable, "\(path) is damaged (\(found)). Restore it from a backup.", trouble: .damaged)
    }
  }

  private static func header(_ path: String) -> [UInt8]? {
    FileHandle(forReadingAtPath: path).flatMap { file -> Data? in
      defer { try? file.close() }
      return try? file.read(upToCount: 100)
    }.map(Array.init)
  }

  /// SQLite takes an empty file for an empty database, and would fill it.
  private static func checkHeader(_ header: [UInt8]?, _ path: String) throws {
    guard let header, header.count == 100, header.starts(with: Array("SQLite format 3".utf8)),
      header.dropFirst(68).prefix(4).reduce(0, { $0 << 8 | Int($1) }) == Schema.applicationID
    else {
      throw StoreFailure(
        .unavailable,
        "What has been put in the place of \(path) is no database of FrontDesk's. Put the file or a "
          + "backup of it back; the server goes on by itself.", trouble: .replaced)
    }
  }

  /// SQLite's own message for all of these is "unable to open database file".
  private static func check(_ path: String, createIfMissing: Bool) throws {
    var isDirectory: ObjCBool = false
    let files = FileManager.default
    if files.fileExists(atPath: path, isDirectory: &isDirectory) {
      guard !isDirectory.boolValue else {
        throw StoreFailure(.unusable, "\(path) is a directory; name a file in it.")
      }
      guard files.isWritableFile(atPath: path) else {
        throw StoreFailure(
          .unusable, "\(path) may not be written; the server writes to its database.")
      }
      guard createIfMissing || !EmptyFile.stands(at: path) else {
        throw StoreFailure(.unusable, EmptyFile.sentence(about: path))
      }
      return
    }
    guard createIfMissing else {
      throw StoreFailure(
        .unusable,
        "There is no \(path). `frontdesk-server setup --database sqlite:\(path)` begins a spa there, "
          + "`frontdesk-server demo` one to try everything on.")
    }
    let directory = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard files.fileExists(atPath: directory) else {
      throw StoreFailure(.unusable, "There is no directory \(directory); make it first.")
    }
    // Nobody else on this machine may read guests' names and numbers. The files that SQLite makes
    // beside it get the same rights.
    let made = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if made >= 0 { _ = Glibc.close(made) }
  }
}
