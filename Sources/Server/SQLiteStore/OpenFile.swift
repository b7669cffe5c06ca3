import BookingDomain
import BookingStore
import Foundation
import GRDB
import Glibc

/// The connections to one database file, and which file that is.
final class OpenFile: Sendable {
  let path: String
  let pool: DatabasePool
  /// A connection of its own: `data_version` counts the commits of all others, this process's
  /// writer among them.
  let watcher: DatabaseQueue
  let identity: FileIdentity
  /// Of the files beside it, which are of no use to any other database.
  private let companions: [String: FileIdentity]

  /// - Parameter prepare: brings the tables up to date, before anybody else gets at them.
  init(path: String, prepare: @escaping @Sendable (Database) throws -> Void) throws {
    self.path = path
    pool = try DatabasePool(path: path, configuration: Self.configuration)
    try pool.writeWithoutTransaction { db in
      try prepare(db)
      // GRDB sets NORMAL for WAL, which loses the last commits with the power.
      try db.execute(sql: "PRAGMA synchronous = FULL")
    }
    var configuration = Configuration()
    configuration.label = "frontdesk.watch"
    configuration.readonly = true
    configuration.busyMode = .timeout(1)
    watcher = try DatabaseQueue(path: path, configuration: configuration)
    guard let identity = FileIdentity(at: path) else {
      throw StoreFailure(.unavailable, "\(path) has gone while it was opened.")
    }
    self.identity = identity
    let beside = [path + "-wal", path + "-shm"]
    companions = Dictionary(
      beside.compactMap { path in FileIdentity(at: path).map { (path, $0) } }
    ) { first, _ in first }
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
  }

  /// Closes a file that does not stand at its path any more. What was committed goes into the file
  /// itself, wherever that is now, and its log of changes does not stay beside the one that stands
  /// there: SQLite would take it for that one's.
  func leave() {
    close()
    for (path, identity) in companions where FileIdentity(at: path) == identity {
      unlink(path)
    }
  }
}
