import BookingDomain
import BookingStore
import BookingTesting
import Synchronization

/// A store that a test may take away from its server, and give back.
package final class FaultyStore: BookingStore {
  package enum Fault: Hashable, Sendable {
    case none
    /// Nothing is answered, nothing is done.
    case away
    /// Orders are carried out, and the connection breaks before the answer comes.
    case losesAnswers
    /// Everything can be read, and nothing written.
    case isFull
    /// Another program keeps locked what every order needs; nobody has ordered anything yet.
    case isLocked
  }

  private let store: any BookingStore
  private let present = Mutex(Fault.none)

  package init(_ store: any BookingStore) { self.store = store }

  package var fault: Fault {
    get { present.withLock { $0 } }
    set { present.withLock { $0 = newValue } }
  }

  private func reached() throws -> any BookingStore {
    guard fault != .away else { throw Self.failure }
    return store
  }

  private static let failure = StoreFailure(.unavailable, "The test has taken the database away.")
  private static let full = StoreFailure(
    .unavailable, "There is no room left on the disk of /srv/spa.db.", trouble: .full)

  package func perform(
    _ command: Command, by person: Person, now: Moment, under policy: Decision.Policy
  ) async throws -> CommandAnswer {
    guard fault != .isFull else { throw Self.full }
    let answer = try await reached().perform(command, by: person, now: now, under: policy)
    guard fault != .losesAnswers else { throw Self.failure }
    return answer
  }

  package func obstacle() -> StoreFailure? {
    switch fault {
    case .away: Self.failure
    case .isFull: Self.full
    case .isLocked: StoreFailure(.locked, "The test keeps the database locked.")
    case .none, .losesAnswers: store.obstacle()
    }
  }

  package func position() async throws -> LogPosition { try await reached().position() }

  /// Days that are read, as long as a test lets them.
  package let days = WorkGate()

  package func day(_ date: LocalDate, hoursSince: LocalDate) async throws -> DaySnapshot {
    await days.pass()
    return try await reached().day(date, hoursSince: hoursSince)
  }

  package func bookings(_ ids: [BookingID]) async throws -> [Booking] {
    try await reached().bookings(ids)
  }

  package func blocks(of therapist: UserID, on date: LocalDate) async throws -> [Block] {
    try await reached().blocks(of: therapist, on: date)
  }

  package func tasks() async throws -> [DeskTask] { try await reached().tasks() }

  package func waiting(on date: LocalDate) async throws -> [WaitingGuest] {
    try await reached().waiting(on: date)
  }

  package func history(of booking: BookingID) async throws -> [HistoryEntry] {
    try await reached().history(of: booking)
  }

  package func takings(on date: LocalDate, in span: Range<Timestamp>) async throws -> DayTakings {
    try await reached().takings(on: date, in: span)
  }

  package func changes(on date: LocalDate, limit: Int) async throws -> [DayChange] {
    try await reached().changes(on: date, limit: limit)
  }

  package func past(of date: LocalDate) async throws -> DayPast {
    try await reached().past(of: date)
  }

  package func customers(matching text: String, limit: Int, today: LocalDate) async throws
    -> [CustomerCard]
  {
    try await reached().customers(matching: text, limit: limit, today: today)
  }

  package func customerFile(_ id: CustomerID) async throws -> CustomerFile? {
    try await reached().customerFile(id)
  }

  package func unscheduled(limit: Int) async throws -> [UnscheduledSessions] {
    try await reached().unscheduled(limit: limit)
  }

  package func events(after position: LogPosition, limit: Int) async throws -> [BookingEvent]? {
    try await reached().events(after: position, limit: limit)
  }

  package func commits() -> AsyncStream<Void> { store.commits() }

  package func account(email: String) async throws -> Account? {
    try await reached().account(email: email)
  }

  package func spa(hoursSince: LocalDate) async throws -> Spa {
    try await reached().spa(hoursSince: hoursSince)
  }

  package func zoneName() async throws -> String? { try await reached().zoneName() }

  package func keepZone(named name: String) async throws -> String {
    try await reached().keepZone(named: name)
  }

  package func openSession(_ session: StoredSession) async throws {
    try await reached().openSession(session)
  }

  package func session(tokenHash: String) async throws -> StoredSession? {
    try await reached().session(tokenHash: tokenHash)
  }

  package func extendSession(tokenHash: String, to expiry: Timestamp) async throws {
    try await reached().extendSession(tokenHash: tokenHash, to: expiry)
  }

  package func closeSession(tokenHash: String) async throws {
    try await reached().closeSession(tokenHash: tokenHash)
  }

  package func openSessionHashes(now: Timestamp) async throws -> Set<String> {
    try await reached().openSessionHashes(now: now)
  }

  package func prune(now: Timestamp) async throws { try await reached().prune(now: now) }
}
