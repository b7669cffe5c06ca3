import BookingDomain
import BookingStore
import Foundation
import GRDB
import Glibc

/// The embedded store: one SQLite file with the web shop's tables and FrontDesk's own, in WAL
/// mode, synchronous to the disk at every commit.
///
/// Reads see one snapshot each and never wait for the writer. Everything that is written goes
/// through one connection in one `BEGIN IMMEDIATE` transaction. Other programs may write to the
/// same file at any time; their commits become events as well (`SQLiteTriggers`).
package final class SQLiteStore: SQLStore {
  /// Seconds that a writer waits for another program's transaction before it gives up: longer
  /// than any honest transaction, shorter than a person's patience.
  static let patience = 5

  let pool: DatabasePool
  let path: String
  private let register = CustomerRegister()
  private let watch: CommitWatch

  private init(pool: DatabasePool, path: String, watch: CommitWatch) {
    self.pool = pool
    self.path = path
    self.watch = watch
  }

  /// - Parameter createIfMissing: makes a spa without rows where there is no file, or an empty
  ///   one; else that is an error.
  /// - Throws: `StoreFailure` with a sentence for the operator.
  package static func open(path: String, createIfMissing: Bool) async throws -> SQLiteStore {
    try await StoreFailure.wrapping(path) {
      try checkFile(path, createIfMissing: createIfMissing)
      let sidecar = LogSidecar(database: path)
      try keepOlderLayout(path)
      let pool = try DatabasePool(path: path, configuration: configuration)
      try await pool.writeWithoutTransaction { db in
        try Schema.prepare(db, path: path)
        // GRDB sets NORMAL for WAL, which loses the last commits with the power.
        try db.execute(sql: "PRAGMA synchronous = FULL")
        try recogniseRestore(db, sidecar)
      }
      let watch = try CommitWatch(path: path, sidecar: sidecar)
      watch.start()
      return SQLiteStore(pool: pool, path: path, watch: watch)
    }
  }

  /// Ends the streams of `commits()` and closes the file. Nothing may be asked afterwards.
  package func close() {
    guard watch.close() else { return }
    // The readers close last and may not write, so that SQLite would leave the log of changes
    // beside the file, and whoever copies the file alone would copy an old one.
    try? pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    try? pool.close()
  }

  deinit { close() }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "frontdesk"
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(TimeInterval(patience))
    configuration.maximumReaderCount = 4
    return configuration
  }

  /// SQLite's own message for all of these is "unable to open database file".
  private static func checkFile(_ path: String, createIfMissing: Bool) throws {
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
      return
    }
    guard createIfMissing else {
      throw StoreFailure(
        .unusable,
        "There is no \(path). `frontdesk-server demo --database sqlite:\(path)` makes a "
          + "demonstration spa there; `frontdesk-server serve` begins an empty one.")
    }
    let directory = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard files.fileExists(atPath: directory) else {
      throw StoreFailure(.unusable, "There is no directory \(directory); make it first.")
    }
    // SQLite would make it readable for everybody; its files beside it are as this one is.
    let file = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if file >= 0 { Glibc.close(file) }
  }

  /// Before an upgrade the file as it was is kept beside it, for whoever goes back to the older program.
  private static func keepOlderLayout(_ path: String) throws {
    let looking = try DatabaseQueue(path: path, configuration: configuration)
    let found = try looking.read { try Schema.check($0, path: path) }
    try looking.close()
    guard (1..<Schema.version).contains(found) else { return }
    let kept = "\(path).layout-\(found)"
    guard !FileManager.default.fileExists(atPath: kept) else { return }
    try SQLiteBackup.copy(from: path, to: kept)
  }

  /// A log that ends before the place its readers have seen is an old copy: positions in it mean
  /// something else from here on, so that it gets a new epoch.
  private static func recogniseRestore(_ db: Database, _ sidecar: LogSidecar) throws {
    let found = try SQLiteConnection(db).position()
    let isContinued =
      sidecar.stored().map { $0.epoch == found.epoch && $0.seq <= found.seq } ?? (found.seq == 0)
    if !isContinued {
      try db.inTransaction(.immediate) {
        try Schema.beginEpoch(db)
        return .commit
      }
    }
    sidecar.begin(at: try SQLiteConnection(db).position())
  }
}

extension SQLiteStore {
  package func perform(_ command: Command, by person: Person, now: Moment) async throws
    -> CommandAnswer
  {
    try await write { db in
      try CommandTransaction(
        command: command, person: person, now: now, ledger: SQLOrderLedger(db)
      ).answer()
    }
  }

  package func position() async throws -> LogPosition { try await read { try $0.position() } }

  package func day(_ date: LocalDate) async throws -> DaySnapshot {
    try await read { db in
      try BookingRows.snapshot(of: date, at: try db.position(), db)
    }
  }

  package func events(after position: LogPosition, limit: Int) async throws -> [BookingEvent]? {
    try await read { db in
      try EventRows.after(position, end: try db.position(), limit: limit, db)
    }
  }

  package func customers(matching text: String, limit: Int) async throws -> [CustomerCard] {
    try await read { db in
      try CustomerRows(db: db).cards(
        try register.matches(text, limit: limit, at: try db.position(), db))
    }
  }

  package func commits() -> AsyncStream<Void> { watch.stream() }

  package func inSnapshot<T: Sendable>(
    _ work: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    try await read { try work($0) }
  }

  package func inTransaction<T: Sendable>(
    _ work: @escaping @Sendable (any OrderConnection) throws -> T
  ) async throws -> T {
    try await write { try work($0) }
  }
}

extension SQLiteStore {
  func read<T: Sendable>(_ work: @Sendable (SQLiteConnection) throws -> T) async throws -> T {
    try await StoreFailure.wrapping(path) { try await pool.read { try work(SQLiteConnection($0)) } }
  }

  /// One transaction; when it returns, it is on the disk, and readers of the log are on their way.
  func write<T: Sendable>(_ work: @Sendable (SQLiteConnection) throws -> T) async throws -> T {
    try await StoreFailure.wrapping(path) {
      let (result, end) = try await pool.write { db in
        let connection = SQLiteConnection(db)
        return (try work(connection), try connection.position())
      }
      watch.grew(to: end)
      return result
    }
  }
}
