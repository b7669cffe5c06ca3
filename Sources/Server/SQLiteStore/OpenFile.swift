import BookingDomain
import BookingStore
import Foundation
import GRDB
import Glibc
import Synchronization

/// The connections to one database file, and which file that is.
final class OpenFile: Sendable {
  let path: String
  let pool: DatabasePool
  let commits = SharedCommits()
  /// A connection of its own: on it `data_version` counts the commits of every other connection,
  /// also those of this process's own writer.
  let watcher: DatabaseQueue
  let identity: FileIdentity
  /// The files that SQLite keeps beside this one, by path. They are of no use to another database.
  private let companions: [String: FileIdentity]
  /// Where the file and its log of changes are.
  let folder: String
  /// Where the log of changes (`-wal`) is: where `path` is a link, it stands beside the file that
  /// the link leads to.
  private let log: String
  private let sizes: Mutex<Sizes>
  private let probe: FileProbe

  private static let smallestPage = 512

  private struct Sizes {
    var file: Int64
    var log: Int64
    var isCutShort = false
  }

  /// - Parameters:
  ///   - serves: whether this process is to be the one that serves the file.
  ///   - prepare: brings the tables up to date, before anybody else gets at them.
  init(path: String, serves: Bool, prepare: @escaping @Sendable (Database) throws -> Void) throws {
    self.path = path
    pool = try DatabasePool(path: path, configuration: Self.configuration)
    try pool.writeWithoutTransaction { db in
      try prepare(db)
      // GRDB sets NORMAL for WAL, which loses the last commits with the power.
      try db.execute(sql: "PRAGMA synchronous = FULL")
    }
    watcher = try DatabaseQueue(path: path, configuration: Self.watching)
    guard let identity = FileIdentity(at: path) else {
      throw StoreFailure(.unavailable, "\(path) has gone while it was opened.")
    }
    self.identity = identity
    let home = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    log = home + "-wal"
    folder = URL(fileURLWithPath: home).deletingLastPathComponent().path
    companions = Dictionary(
      [log, home + "-shm"].compactMap { path in FileIdentity(at: path).map { (path, $0) } }
    ) { first, _ in first }
    guard companions.count == 2 else {
      throw StoreFailure(.unavailable, "What belongs to \(path) has gone while it was opened.")
    }
    sizes = Mutex(
      Sizes(file: FileState(at: path)?.size ?? 0, log: FileState(at: log)?.size ?? 0))
    let (pageSize, pages) = try pool.read { try Self.probedPages($0) }
    guard
      let probe = FileProbe(database: path, index: home + "-shm", pageSize: pageSize, pages: pages)
    else { throw StoreFailure(.unavailable, "\(path) has gone while it was opened.") }
    self.probe = probe
    guard !serves || probe.claim() else {
      close()
      throw StoreFailure(.unusable, "\(path) is served by another process already; stop that one.")
    }
  }

  /// Of the log of changes, which every commit of any program writes to.
  var walState: FileState? { FileState(at: log) }

  /// What has become of the files that the connections have open.
  enum Standing: Hashable, Sendable {
    case whole
    /// Another file is at the path, or none.
    case left
    /// The connections still use files that a program which opens the database now does not find
    /// any more.
    case logLeft
    /// Pages are missing.
    case cutShort
    /// Something else than SQLite has written into the file.
    case overwritten
  }

  var standing: Standing {
    guard let found = FileState(at: path), found.identity == identity else { return .left }
    let areBeside = companions.allSatisfy { FileIdentity(at: $0) == $1 }
    let logSize = areBeside ? FileState(at: log)?.size : nil
    let isOverwritten = probe.isOverwritten(found)
    guard !isCutShort(file: found.size, log: logSize) else { return .cutShort }
    if isOverwritten { return .overwritten }
    return areBeside ? .whole : .logLeft
  }

  /// The beginning of what has been written over the file; nil where nothing has.
  var newHeader: [UInt8]? {
    guard let found = FileState(at: path), found.identity == identity, probe.isOverwritten(found)
    else { return nil }
    return probe.header
  }

  /// Both files may become shorter when another program tidies up; then nothing is missing.
  private func isCutShort(file: Int64, log: Int64?) -> Bool {
    sizes.withLock { sizes in
      // SQLite deletes the log of a file without a page as soon as it is opened.
      if file < Self.smallestPage {
        sizes.isCutShort = true
      } else if let log, file < sizes.file || log < sizes.log {
        sizes.isCutShort = sizes.isCutShort || !isReadable
      }
      if let log { (sizes.file, sizes.log) = (file, log) }
      return sizes.isCutShort
    }
  }

  /// Looks with a new connection, which has no pages in its memory yet.
  private var isReadable: Bool {
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(1)
      let fresh = try DatabaseQueue(path: path, configuration: configuration)
      defer { try? fresh.close() }
      let settings = try fresh.read { db in
        try DatabaseFile.checkWhole(db, path: path)
        return try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM frontdesk_settings")
      }
      return settings != nil
    } catch {
      return false
    }
  }

  /// What `FileProbe` looks at. Every event counts in the first page, and every spa has an epoch of
  /// its own in the second.
  private static func probedPages(_ db: Database) throws -> (size: Int, pages: [Int]) {
    let roots = try Int.fetchAll(
      db,
      sql: "SELECT rootpage FROM sqlite_schema"
        + " WHERE name IN ('sqlite_sequence', 'frontdesk_settings')")
    return (try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 4_096, [1] + roots)
  }

  private static var watching: Configuration {
    var configuration = Configuration()
    configuration.label = "frontdesk.watch"
    configuration.readonly = true
    configuration.busyMode = .timeout(1)
    return configuration
  }

  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "frontdesk"
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(TimeInterval(SQLiteStore.patience))
    configuration.maximumReaderCount = 4
    return configuration
  }

  func close() {
    try? watcher.close()
    // The readers close last and may not write, so that SQLite would leave the log of changes
    // beside the file, and whoever copies the file alone would copy an old one.
    try? pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    try? pool.close()
    probe.close()
  }

  /// Closes a file over which something else was written. Its log of changes belongs to the former
  /// bytes and must not be brought into the new ones. SQLite would do that when the last connection
  /// closes, so that the last one here is one that may not write.
  func abandon() {
    try? pool.close()
    try? watcher.close()
    probe.close()
    for (path, identity) in companions where FileIdentity(at: path) == identity {
      unlink(path)
    }
  }

  /// Closes a file that is not at its path any more. What was committed is written into the file
  /// itself, wherever it is now. Its log of changes is removed: SQLite would take it for the log of
  /// the file that is at the path now.
  func leave() {
    close()
    for (path, identity) in companions where FileIdentity(at: path) == identity {
      unlink(path)
    }
  }

  /// Writes what only these connections still see into the file itself.
  /// - Throws: where that cannot be done now; the connections stay, and keep it.
  func settle() throws {
    try pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
  }

  /// Closes a file that is still at its path, after `settle()`. A file that was put where its log
  /// of changes was does not belong to it, and is kept under another name.
  func leaveSettled() {
    leave()
    rename(log, log + ".stray")
    for path in companions.keys { unlink(path) }
  }
}
