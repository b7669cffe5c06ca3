import BookingDomain
import GRDB
import Synchronization

/// Everything that is written to one file. What arrives while the writer is busy is committed
/// together afterwards: the disk is forced once for all of it, and nobody waits longer than for a
/// commit of their own.
///
/// Each piece of work has its own savepoint: one that fails leaves nothing behind and does not
/// disturb the others. Nobody is told of any result before the commit is on the disk.
final class SharedCommits: Sendable {
  /// More would keep the first of them waiting for the last.
  private static let most = 16

  private let waiting = Mutex<[any WritePiece]>([])

  /// - Parameters:
  ///   - onDisk: called after the commit with the end of the log; what it throws is thrown to
  ///     everybody whose work was in the commit.
  /// - Throws: what `work` throws, or why the database did not take it.
  func write<T: Sendable>(
    to pool: DatabasePool, onDisk: @escaping @Sendable (LogPosition) throws -> Void,
    _ work: @escaping @Sendable (SQLiteConnection) throws -> T
  ) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      let piece = WaitingWrite(work: work, continuation: continuation)
      let isFirst = waiting.withLock { waiting in
        waiting.append(piece)
        return waiting.count == 1
      }
      if isFirst { commitSoon(to: pool, onDisk) }
    }
  }

  private func commitSoon(
    to pool: DatabasePool, _ onDisk: @escaping @Sendable (LogPosition) throws -> Void
  ) {
    pool.asyncWriteWithoutTransaction { [self] db in
      let (pieces, areLeft) = waiting.withLock { waiting in
        let first = Array(waiting.prefix(Self.most))
        waiting.removeFirst(first.count)
        return (first, !waiting.isEmpty)
      }
      if areLeft { commitSoon(to: pool, onDisk) }
      Self.commit(pieces, db, onDisk)
    }
  }

  private static func commit(
    _ pieces: [any WritePiece], _ db: Database, _ onDisk: (LogPosition) throws -> Void
  ) {
    do {
      try db.beginTransaction(.immediate)
    } catch {
      return pieces.forEach { $0.fail(error) }
    }
    do {
      try end(together: pieces, db, onDisk)
    } catch {
      try? db.rollback()
      guard pieces.count > 1 else { return pieces.forEach { $0.fail(error) } }
      // One of them may be the reason, so that each is tried by itself.
      for piece in pieces { commit([piece], db, onDisk) }
    }
  }

  private static func end(
    together pieces: [any WritePiece], _ db: Database, _ onDisk: (LogPosition) throws -> Void
  ) throws {
    let connection = SQLiteConnection(db)
    var failures: [(piece: any WritePiece, error: any Error)] = []
    var done: [any WritePiece] = []
    for piece in pieces {
      guard pieces.count > 1 else {
        try piece.run(connection)
        done.append(piece)
        continue
      }
      do {
        try db.inSavepoint {
          try piece.run(connection)
          return .commit
        }
        done.append(piece)
      } catch {
        // Where the disk is full the database itself has taken everything back.
        guard db.isInsideTransaction else { throw error }
        failures.append((piece, error))
      }
    }
    let reached = try connection.position()
    try db.commit()
    for (piece, error) in failures { piece.fail(error) }
    do {
      try onDisk(reached)
    } catch {
      return done.forEach { $0.fail(error) }
    }
    for piece in done { piece.succeed() }
  }
}

private protocol WritePiece: Sendable {
  func run(_ db: SQLiteConnection) throws
  /// One of these, once.
  func succeed()
  func fail(_ error: any Error)
}

private final class WaitingWrite<T: Sendable>: WritePiece {
  private let work: @Sendable (SQLiteConnection) throws -> T
  private let continuation: CheckedContinuation<T, any Error>
  private let result = Mutex<T?>(nil)

  init(
    work: @escaping @Sendable (SQLiteConnection) throws -> T,
    continuation: CheckedContinuation<T, any Error>
  ) {
    (self.work, self.continuation) = (work, continuation)
  }

  func run(_ db: SQLiteConnection) throws {
    let made = try work(db)
    result.withLock { $0 = made }
  }

  func succeed() {
    guard let made = result.withLock(\.self) else { return }
    continuation.resume(returning: made)
  }

  func fail(_ error: any Error) { continuation.resume(throwing: error) }
}
