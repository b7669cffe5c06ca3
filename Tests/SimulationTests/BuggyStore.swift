import BookingDomain
import BookingStore
import BookingTesting

/// The simulated store behind a seam at which some of the planted bugs sit.
///
/// Unchecked: one task drives the world and awaits everything in it, one thing after the other.
final class BuggyStore: BookingStore, @unchecked Sendable {
  private let bug: PlantedBug
  private unowned let world: World
  private var store: SimulatedStore { world.store }

  init(_ bug: PlantedBug, _ world: World) { (self.bug, self.world) = (bug, world) }

  func perform(
    _ command: Command, by person: Person, now: Moment, under policy: Decision.Policy
  ) async throws -> CommandAnswer {
    if bug == .bookingsNotRemembered, command.booking == nil {
      store.commit { $0.requests[command.id] = nil }
    }
    if bug == .timeOffNotLookedAt, case .book = command.order {
      world.awayUnseen = store.books.timesOff
      store.commit { $0.timesOff = [:] }
      defer {
        store.commit { [world] in $0.timesOff = world.awayUnseen }
        world.awayUnseen = [:]
      }
      return try await store.perform(command, by: person, now: now, under: policy)
    }
    if bug == .shiftsNotLookedAt, case .book = command.order {
      world.shiftsUnseen = store.books.spa.shifts
      store.commit { $0.spa.shifts = [:] }
      defer {
        store.commit { [world] in $0.spa.shifts = world.shiftsUnseen }
        world.shiftsUnseen = [:]
      }
      return try await store.perform(command, by: person, now: now, under: policy)
    }
    guard bug == .ackBeforeCommit else {
      return try await store.perform(command, by: person, now: now, under: policy)
    }
    let server = world.server
    world.after(60) { [self] in
      if server?.isAlive == true {
        _ = try? await store.perform(command, by: person, now: now, under: policy)
      }
    }
    return try await SimulatedStore(store.books).perform(
      command, by: person, now: now, under: policy)
  }

  func day(_ date: LocalDate, hoursSince: LocalDate) async throws -> DaySnapshot {
    let day = try await store.day(date, hoursSince: hoursSince)
    guard bug == .positionAfterRows else { return day }
    await world.meanwhile()
    return DaySnapshot(
      date: date, position: try await store.position(), spa: day.spa, bookings: day.bookings,
      blocks: day.blocks, waiting: day.waiting, tasks: day.tasks)
  }

  func events(after position: LogPosition, limit: Int) async throws -> [BookingEvent]? {
    let events = try await store.events(after: position, limit: limit)
    guard bug == .replayAfterPruning, events == nil else { return events }
    let books = store.books
    guard position.epoch == books.epoch, position.seq <= books.end else { return nil }
    return Array(books.events.prefix(limit))
  }

  func obstacle() -> StoreFailure? { store.obstacle() }

  func position() async throws -> LogPosition { try await store.position() }
  func bookings(_ ids: [BookingID]) async throws -> [Booking] { try await store.bookings(ids) }
  func blocks(of therapist: UserID, on date: LocalDate) async throws -> [Block] {
    try await store.blocks(of: therapist, on: date)
  }
  func tasks() async throws -> [DeskTask] { try await store.tasks() }

  func waiting(on date: LocalDate) async throws -> [WaitingGuest] {
    try await store.waiting(on: date)
  }
  func history(of booking: BookingID) async throws -> [HistoryEntry] {
    try await store.history(of: booking)
  }
  func changes(on date: LocalDate, limit: Int) async throws -> [DayChange] {
    try await store.changes(on: date, limit: limit)
  }
  func takings(on date: LocalDate, in span: Range<Timestamp>) async throws -> DayTakings {
    try await store.takings(on: date, in: span)
  }

  func past(of date: LocalDate) async throws -> DayPast { try await store.past(of: date) }
  func customers(matching text: String, limit: Int, today: LocalDate) async throws
    -> [CustomerCard]
  {
    try await store.customers(matching: text, limit: limit, today: today)
  }
  func customerFile(_ id: CustomerID) async throws -> CustomerFile? {
    try await store.customerFile(id)
  }
  func unscheduled(limit: Int) async throws -> [UnscheduledSessions] {
    try await store.unscheduled(limit: limit)
  }
  func commits() -> AsyncStream<Void> { store.commits() }
  func account(email: String) async throws -> Account? { try await store.account(email: email) }
  func spa(hoursSince: LocalDate) async throws -> Spa {
    try await store.spa(hoursSince: hoursSince)
  }
  func zoneName() async throws -> String? { try await store.zoneName() }

  func keepZone(named name: String) async throws -> String {
    try await store.keepZone(named: name)
  }
  func openSession(_ session: StoredSession) async throws { try await store.openSession(session) }
  func session(tokenHash: String) async throws -> StoredSession? {
    try await store.session(tokenHash: tokenHash)
  }
  func extendSession(tokenHash: String, to expiry: Timestamp) async throws {
    try await store.extendSession(tokenHash: tokenHash, to: expiry)
  }
  func closeSession(tokenHash: String) async throws {
    try await store.closeSession(tokenHash: tokenHash)
  }
  func openSessionHashes(now: Timestamp) async throws -> Set<String> {
    try await store.openSessionHashes(now: now)
  }
  func prune(now: Timestamp) async throws { try await store.prune(now: now) }
}
