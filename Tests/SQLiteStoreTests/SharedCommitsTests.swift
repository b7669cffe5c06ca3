import BookingDomain
import BookingStore
import BookingTesting
import Dispatch
import GRDB
import Synchronization
import Testing

@testable import SQLiteStore

@Suite struct SharedCommitsTests {
  private final class Tally: Sendable {
    private let number = Mutex(0)
    var count: Int { number.withLock(\.self) }
    func add() { number.withLock { $0 += 1 } }
  }

  /// Sixty-four who wait for the same writer; every fifth writes something and fails then.
  private func outcomes(
    of commits: SharedCommits, to pool: DatabasePool,
    onDisk: @escaping @Sendable (LogPosition) throws -> Void
  ) async throws -> [Bool] {
    let gate = DispatchSemaphore(value: 0)
    let asked = Tally()
    return try await withThrowingTaskGroup(of: (Int, Bool).self) { group in
      for number in 0..<64 {
        group.addTask {
          asked.add()
          let session = StoredSession(
            tokenHash: "hash-\(number)",
            person: Person(id: .user(1), role: .receptionist, name: "Lan"),
            expiry: .distantFuture)
          let done: Void? = try? await commits.write(to: pool, onDisk: onDisk) { db in
            gate.wait()
            gate.signal()
            try SessionRows.open(session, db)
            // The same key again.
            if number.isMultiple(of: 5) { try SessionRows.open(session, db) }
          }
          return (number, done != nil)
        }
      }
      try await Polled.until("sixty-four who ask") { asked.count == 64 }
      gate.signal()
      return try await group.reduce(into: Array(repeating: false, count: 64)) { $0[$1.0] = $1.1 }
    }
  }

  private func hashes(_ pool: DatabasePool) async throws -> Set<String> {
    let found = try await pool.read { db in
      try String.fetchAll(db, sql: "SELECT token_hash FROM frontdesk_sessions")
    }
    return Set(found.filter { $0.hasPrefix("hash-") })
  }

  @Test func whoeverWaitsTogetherIsCommittedTogetherAndFailsAlone() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    let pool = try DatabasePool(path: database.path)
    let written = Tally()
    let outcomes = try await outcomes(of: SharedCommits(), to: pool) { _ in
      written.add()
    }
    let expected = (0..<64).filter { !$0.isMultiple(of: 5) }
    #expect(outcomes.indices.filter { outcomes[$0] } == expected)
    #expect(try await hashes(pool) == Set(expected.map { "hash-\($0)" }))
    #expect(written.count < 32, "the disk is forced once for many")
    try pool.close()
    store.close()
  }

  @Test func whatIsNotOnTheDiskThatCountsIsToldToAll() async throws {
    struct Away: Error {}
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    let pool = try DatabasePool(path: database.path)
    let outcomes = try await outcomes(of: SharedCommits(), to: pool) { _ in throw Away() }
    #expect(!outcomes.contains(true))
    try pool.close()
    store.close()
  }

  @Test func nobodyIsLeftWaitingWhereTheFileIsClosed() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    let pool = try DatabasePool(path: database.path)
    try pool.close()
    await #expect(throws: (any Error).self) {
      try await SharedCommits().write(to: pool, onDisk: { _ in }) { try $0.execute("SELECT 1") }
    }
    store.close()
  }
}
