import BookingDomain
import BookingStore
import GRDB

/// The embedded store: one SQLite file with the web shop's tables and FrontDesk's own, in WAL
/// mode, synchronous to the disk at every commit.
///
/// Reads see one snapshot each and never wait for the writer. Everything that is written goes
/// through one connection in `BEGIN IMMEDIATE` transactions (`SharedCommits`). Other programs may write to the
/// same file at any time; their commits become events as well (`SQLiteTriggers`).
package final class SQLiteStore: SQLStore {
  /// Seconds that a writer waits for another program's transaction before it gives up: longer than
  /// any usual transaction takes, shorter than people wait for an answer.
  static let patience = 5

  let path: String
  private let file: DatabaseFile
  package let register = CustomerRegister()
  package let sessionLooks = SessionLooks()
  private let watch: CommitWatch
  private let obstacleWatch: SQLiteObstacleWatch

  private init(_ file: DatabaseFile, _ watch: CommitWatch) {
    self.file = file
    self.watch = watch
    path = file.path
    obstacleWatch = SQLiteObstacleWatch(file)
  }

  /// - Parameters:
  ///   - createIfMissing: where there is no file, or an empty one, makes a database without rows;
  ///     otherwise that is an error.
  ///   - serves: whether this process is to serve the file; only one at a time may.
  /// - Throws: `StoreFailure` with a sentence for the operator.
  package static func open(path: String, createIfMissing: Bool, serves: Bool = false) async throws
    -> SQLiteStore
  {
    try await StoreFailure.wrapping(path) {
      let sidecar = LogSidecar(database: path)
      let file = try DatabaseFile(
        path: path, createIfMissing: createIfMissing, serves: serves, sidecar: sidecar)
      let store = SQLiteStore(file, CommitWatch(file, sidecar: sidecar))
      store.watch.start()
      store.obstacleWatch.start()
      return store
    }
  }

  /// Ends the streams of `commits()` and closes the file. Nothing may be asked afterwards.
  package func close() {
    guard watch.close() else { return }
    obstacleWatch.close()
    file.close()
  }

  deinit { close() }

  /// Of the file that is open at present.
  var pool: DatabasePool { get throws { try file.readable().pool } }
}

extension SQLiteStore {
  package func obstacle() -> StoreFailure? { obstacleWatch.failure }

  package func perform(
    _ command: Command, by person: Person, now: Moment, under policy: Decision.Policy
  ) async throws -> CommandAnswer {
    try await write { db in
      try CommandTransaction(
        command: command, person: person, now: now, policy: policy, ledger: SQLOrderLedger(db)
      ).answer()
    }
  }

  /// In one transaction, so that nobody can end the session after it was looked up and before the
  /// order is carried out.
  package func perform(
    _ command: Command, in session: StoredSession, now: Moment, under policy: Decision.Policy,
    where isUsable: @escaping @Sendable (StoredSession) -> Bool
  ) async throws -> (session: StoredSession, answer: CommandAnswer)? {
    try await write { db in
      guard let standing = try SessionRows.standing(session.tokenHash, db), isUsable(standing)
      else { return nil }
      let answer = try CommandTransaction(
        command: command, person: standing.person, now: now, policy: policy,
        ledger: SQLOrderLedger(db)
      ).answer()
      return (standing, answer)
    }
  }

  package func commits() -> AsyncStream<Void> { watch.stream() }
}

extension SQLiteStore {
  /// Never on the thread of the task that asks: GRDB gives a reader back in a task of its own,
  /// which needs a thread too. If all threads waited for a reader, none would ever be given back.
  package func read<T: Sendable>(
    _ work: @escaping @Sendable (SQLiteConnection) throws -> T
  ) async throws -> T {
    try await StoreFailure.wrapping(path) { try await pool.read { try work(SQLiteConnection($0)) } }
  }

  /// When it returns, the change is on the disk, in the file that is at the path, and readers of
  /// the log have been told to look.
  package func write<T: Sendable>(
    _ work: @escaping @Sendable (SQLiteConnection) throws -> T
  ) async throws -> T {
    do {
      let result = try await StoreFailure.wrapping(path, isOrder: true) {
        let open = try file.writable()
        do {
          return try await commit(to: open, work)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
          guard try await open.mendNumbers() else { throw error }
          return try await commit(to: open, work)
        }
      }
      obstacleWatch.wrote(nil)
      return result
    } catch let failure as StoreFailure {
      obstacleWatch.wrote(failure)
      throw failure
    }
  }

  private func commit<T: Sendable>(
    to open: OpenFile, _ work: @escaping @Sendable (SQLiteConnection) throws -> T
  ) async throws -> T {
    try await open.commits.write(
      to: open.pool,
      onDisk: { [file, watch] end in
        try file.confirm(open)
        watch.grew(to: end)
      }, work)
  }

  /// Tables that take no new rows, a sentence each.
  package func complaints() async throws -> [String] {
    try await StoreFailure.wrapping(path) {
      try await pool.read { try UsedUpNumbers(in: $0)?.sentences ?? [] }
    }
  }

  package func tryWriting() async throws {
    try await write { try SQLiteObstacleWatch.tryToWrite(SQLiteObstacleWatch.large, $0.db) }
  }
}
