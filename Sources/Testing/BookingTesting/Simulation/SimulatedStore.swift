import BookingDomain
import BookingStore
import Synchronization

/// A store in memory that behaves as `BookingStore` promises. Its database lives longer than its
/// servers, and a test can make it fail at any moment of a transaction.
///
/// Nothing in it really waits, so that a simulation which awaits one thing after the other is
/// deterministic. `meanwhile` is called between any two reads of one question.
package final class SimulatedStore: BookingStore {
  /// What goes wrong with an order's transaction.
  package enum Strike: Hashable, Sendable {
    /// The database is away: nothing happens.
    case away
    /// The server dies before the commit: what was written is gone.
    case beforeCommit
    /// The server dies after the commit: what was written stays, and nobody is told.
    case afterCommit
  }

  /// The server was killed in the middle of something.
  package struct Killed: Error {}

  private struct State {
    var books: SimulatedBooks
    var strike: Strike?
    var isAway = false
    var wasKilled = false
  }

  private let state: Mutex<State>
  private let listeners = CommitListeners()
  /// Is told of every order that was committed for the first time. The test keeps this record: no
  /// crash and no backup changes it.
  private let committed: @Sendable (Command, CommandAnswer.Result, Moment) -> Void
  /// Happens between any two reads.
  private let meanwhile: @Sendable () async -> Void

  package init(
    _ books: SimulatedBooks,
    committed: @escaping @Sendable (Command, CommandAnswer.Result, Moment) -> Void = { _, _, _ in },
    meanwhile: @escaping @Sendable () async -> Void = {}
  ) {
    state = Mutex(State(books: books))
    self.committed = committed
    self.meanwhile = meanwhile
  }

  package var books: SimulatedBooks { state.withLock { $0.books } }

  /// This happens to the next order.
  package func strikeNext(_ strike: Strike?) { state.withLock { $0.strike = strike } }

  /// Whether a failure has killed the server since this was asked last.
  package func takeKilled() -> Bool {
    state.withLock { state in
      defer { state.wasKilled = false }
      return state.wasKilled
    }
  }

  package var isAway: Bool {
    get { state.withLock { $0.isAway } }
    set { state.withLock { $0.isAway = newValue } }
  }

  /// What others commit: other programs, operators, somebody who restores a backup.
  package func commit(_ change: (inout SimulatedBooks) -> Void) {
    state.withLock { change(&$0.books) }
    listeners.announce()
  }

  func read<T>(_ look: (SimulatedBooks) -> T) throws -> T {
    try state.withLock { state in
      guard !state.isAway else { throw Self.failure }
      return look(state.books)
    }
  }

  private static let failure = StoreFailure(.unavailable, "The simulated database is away.")
}

extension SimulatedStore {
  package func obstacle() -> StoreFailure? { isAway ? Self.failure : nil }

  package func perform(
    _ command: Command, by person: Person, now: Moment, under policy: Decision.Policy
  ) async throws -> CommandAnswer {
    let (answer, strike) = try state.withLock { state in
      defer { state.strike = nil }
      guard !state.isAway, state.strike != .away else { throw Self.failure }
      let ledger = SimulatedLedger(state.books)
      let transaction = CommandTransaction(
        command: command, person: person, now: now, policy: policy, ledger: ledger)
      let answer = try transaction.answer()
      state.wasKilled = state.strike != nil
      guard state.strike != .beforeCommit else { throw Killed() }
      state.books = ledger.books
      return (answer, state.strike)
    }
    if !answer.isReplayed { committed(command, answer.result, now) }
    listeners.announce()
    if strike == .afterCommit { throw Killed() }
    return answer
  }

  package func position() async throws -> LogPosition { try read(\.position) }

  package func day(_ date: LocalDate, hoursSince: LocalDate) async throws -> DaySnapshot {
    await meanwhile()
    return try read {
      DaySnapshot(
        date: date, position: $0.position, spa: $0.spa, bookings: $0.day(date),
        blocks: $0.blocks(date), waiting: $0.waiting(date), tasks: $0.shownTasks)
    }
  }

  package func bookings(_ ids: [BookingID]) async throws -> [Booking] {
    await meanwhile()
    return try read { books in ids.compactMap { books.bookings[$0] } }
  }

  package func events(after position: LogPosition, limit: Int) async throws -> [BookingEvent]? {
    await meanwhile()
    return try read { $0.events(after: position, limit: limit) }
  }

  package func commits() -> AsyncStream<Void> { listeners.stream() }

  package func account(email: String) async throws -> Account? { nil }
  package func spa(hoursSince: LocalDate) async throws -> Spa { try read(\.spa) }
  package func zoneName() async throws -> String? { nil }

  package func keepZone(named name: String) async throws -> String { name }

  package func openSession(_ session: StoredSession) async throws {
    commit { $0.sessions[session.tokenHash] = session }
  }

  package func session(tokenHash: String) async throws -> StoredSession? {
    try read { $0.sessions[tokenHash] }
  }

  package func extendSession(tokenHash: String, to expiry: Timestamp) async throws {
    commit { books in
      guard let session = books.sessions[tokenHash] else { return }
      books.sessions[tokenHash] = session.lasting(until: expiry)
    }
  }

  package func closeSession(tokenHash: String) async throws {
    commit { $0.sessions[tokenHash] = nil }
  }

  package func openSessionHashes(now: Timestamp) async throws -> Set<String> {
    try read { Set($0.sessions.filter { $0.value.expiry > now }.keys) }
  }

  package func prune(now: Timestamp) async throws { commit { $0.prune(now: now) } }
}
