import BookingDomain
import BookingStore

/// The production store: the database that the spa's web shop writes to as well, in which our tables
/// and triggers stand beside the shop's (`Migration`). Several servers may work on one database.
///
/// Our own orders number their events in their own transaction. What other programs commit is
/// numbered a moment later by the relay, which looks many times a second.
package final class MySQLStore: SQLStore {
  let address: MySQLAddress
  let relay: Relay
  package let register = CustomerRegister()
  package let sessionLooks = SessionLooks()
  private let pool: ConnectionPool
  private let obstacleWatch: MySQLObstacleWatch

  private init(_ address: MySQLAddress) {
    self.address = address
    let generation = ConnectionGeneration()
    pool = ConnectionPool(address, generation)
    relay = Relay(address, generation)
    obstacleWatch = MySQLObstacleWatch(address, generation)
  }

  /// - Throws: `StoreFailure.unusable` where FrontDesk's tables are missing or are of another
  ///   layout, `.unavailable` where the database is away.
  package static func open(_ address: MySQLAddress) async throws -> MySQLStore {
    let store = MySQLStore(address)
    do {
      try await StoreFailure.wrapping(address) {
        try await store.pool.run { db in
          try Installation(db: db, place: address.description).checkComplete()
        }
        try await store.relay.catchUp()
      }
    } catch {
      await store.close()
      throw error
    }
    store.relay.start()
    store.obstacleWatch.start()
    return store
  }

  /// Ends the streams of `commits()` and the connections. Nothing may be asked afterwards.
  package func close() async {
    await obstacleWatch.close()
    await relay.close()
    await pool.close()
  }
}

extension MySQLStore {
  var poolUse: (size: Int, busy: Int, waiting: Int) { get async { await pool.use } }

  package func obstacle() -> StoreFailure? { obstacleWatch.obstacle.failure }

  package func perform(
    _ command: Command, by person: Person, now: Moment, under policy: Decision.Policy
  ) async throws -> CommandAnswer {
    let answer = try await write { db in
      try Self.answer(command, by: person, now, policy, db)
    }
    tell(answer)
    return answer
  }

  /// In one transaction: to look the session up by itself would cost three more round trips to the
  /// database.
  package func perform(
    _ command: Command, in session: StoredSession, now: Moment, under policy: Decision.Policy,
    where isUsable: @escaping @Sendable (StoredSession) -> Bool
  ) async throws -> (session: StoredSession, answer: CommandAnswer)? {
    let done = try await write { db -> (session: StoredSession, answer: CommandAnswer)? in
      guard let standing = try SessionRows.standing(session.tokenHash, db), isUsable(standing)
      else { return nil }
      return (standing, try Self.answer(command, by: standing.person, now, policy, db))
    }
    if let done { tell(done.answer) }
    return done
  }

  private static func answer(
    _ command: Command, by person: Person, _ now: Moment, _ policy: Decision.Policy,
    _ db: MySQLConnection
  ) throws -> CommandAnswer {
    do {
      return try CommandTransaction(
        command: command, person: person, now: now, policy: policy, ledger: SQLOrderLedger(db)
      ).answer()
    } catch {
      // Where this fails the connection is closed, and its variables are gone with it.
      try? db.clearAuthor()
      throw error
    }
  }

  private func tell(_ answer: CommandAnswer) {
    if case .accepted(let seq, _) = answer.result { relay.grew(to: seq) }
  }

  package func commits() -> AsyncStream<Void> { relay.stream() }
}

extension MySQLStore {
  /// None: they were looked for when the store was opened, and `obstacleWatch` goes on looking.
  package func complaints() async throws -> [String] { [] }

  package func tryWriting() async throws { try await write { try $0.lock([.obstacle]) } }

  /// One snapshot of the database.
  package func read<T: Sendable>(
    _ work: @escaping @Sendable (MySQLConnection) throws -> T
  ) async throws -> T {
    try await attempted { db in try db.reading { try work(db) } }
  }

  /// One transaction. When it returns, the change is as durable as the database's settings make it
  /// (`innodb_flush_log_at_trx_commit = 1`).
  package func write<T: Sendable>(
    _ work: @escaping @Sendable (MySQLConnection) throws -> T
  ) async throws -> T {
    do {
      let result = try await attempted(isOrder: true) { db in try db.writing { try work(db) } }
      obstacleWatch.obstacle.wrote(nil)
      return result
    } catch let failure as StoreFailure {
      obstacleWatch.obstacle.wrote(failure)
      throw failure
    }
  }

  private func attempted<T: Sendable>(
    isOrder: Bool = false, _ work: @Sendable (MySQLConnection) throws -> T
  ) async throws -> T {
    try await StoreFailure.wrapping(address, isOrder: isOrder) {
      var attempts = Attempts()
      while true {
        do {
          return try await pool.run(work)
        } catch let error as MySQLError {
          guard let pause = attempts.pause(after: error) else { throw error }
          try await Task.sleep(for: pause)
        }
      }
    }
  }
}
