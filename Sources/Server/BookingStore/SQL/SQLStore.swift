import BookingDomain

/// A store whose tables are reached by SQL. What every driver answers with the same statements is
/// here, once; how a transaction begins, ends and is tried again is each driver's own.
package protocol SQLStore: BookingStore {
  associatedtype Connection: OrderConnection

  /// Runs `work` on one snapshot of the database.
  func read<T: Sendable>(_ work: @escaping @Sendable (Connection) throws -> T) async throws -> T

  /// Runs `work` in one transaction, durable when this returns.
  func write<T: Sendable>(_ work: @escaping @Sendable (Connection) throws -> T) async throws -> T

  var register: CustomerRegister { get }
  var sessionLooks: SessionLooks { get }

  /// What of the database itself keeps some orders from being done while it is otherwise well, a
  /// sentence each with its remedy.
  func complaints() async throws -> [String]

  /// Writes as much as an order does, where no order will see it.
  /// - Throws: `StoreFailure` where no order can be carried out.
  func tryWriting() async throws
}

extension SQLStore {
  /// As `read`, for whoever does not care which driver it is.
  package func inSnapshot<T: Sendable>(
    _ work: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    try await read { try work($0) }
  }

  /// As `write`, for whoever does not care which driver it is.
  package func inTransaction<T: Sendable>(
    _ work: @escaping @Sendable (any OrderConnection) throws -> T
  ) async throws -> T {
    try await write { try work($0) }
  }

  package func position() async throws -> LogPosition { try await read { try $0.position() } }

  package func day(_ date: LocalDate, hoursSince: LocalDate) async throws -> DaySnapshot {
    try await read {
      try BookingRows.snapshot(
        of: date, hours: hoursSince...LocalDate.last, at: try $0.position(), $0)
    }
  }

  package func events(after position: LogPosition, limit: Int) async throws -> [BookingEvent]? {
    try await read { try EventRows.after(position, end: try $0.position(), limit: limit, $0) }
  }

  /// All of it is read in one call: each further change of threads would make the boards wait.
  package func news(after position: LogPosition, limit: Int) async throws -> StoredNews? {
    try await read { db in
      let found = try EventRows.after(position, end: try db.position(), limit: limit, db)
      return try found.map { events in
        StoredNews(
          events: events,
          bookings: try BookingRows.some(Array(Set(events.compactMap(\.booking))), db))
      }
    }
  }

  package func bookings(_ ids: [BookingID]) async throws -> [Booking] {
    try await inSnapshot { try BookingRows.some(ids, $0) }
  }

  package func spa(hoursSince: LocalDate) async throws -> Spa {
    try await inSnapshot { try SpaRows.fetch($0, shiftsOn: hoursSince...LocalDate.last) }
  }

  package func zoneName() async throws -> String? {
    try await inSnapshot {
      try $0.row("SELECT zone_name FROM frontdesk_settings WHERE id = 1")?.text("zone_name")
    }
  }

  package func keepZone(named name: String) async throws -> String {
    try await inTransaction { db in
      try db.execute(
        "UPDATE frontdesk_settings SET zone_name = ? WHERE id = 1 AND zone_name IS NULL",
        [.text(name)])
      let kept = try db.row("SELECT zone_name FROM frontdesk_settings WHERE id = 1")
      return kept?.text("zone_name") ?? name
    }
  }

  package func account(email: String) async throws -> Account? {
    try await inSnapshot { try AccountRows.one(email: email, $0) }
  }
}

// MARK: - Blocked time, history and the register

extension SQLStore {
  package func blocks(of therapist: UserID, on date: LocalDate) async throws -> [Block] {
    try await inSnapshot { try BlockRows.of(therapist, on: date, $0) }
  }

  package func waiting(on date: LocalDate) async throws -> [WaitingGuest] {
    try await inSnapshot { try WaitingRows.ofDay(date, $0) }
  }

  package func tasks() async throws -> [DeskTask] {
    try await inSnapshot { try TaskRows.all($0) }
  }

  package func history(of booking: BookingID) async throws -> [HistoryEntry] {
    try await inSnapshot { try HistoryRows.of(booking, $0) }
  }

  package func changes(on date: LocalDate, limit: Int) async throws -> [DayChange] {
    try await inSnapshot { try HistoryRows.ofDay(date, newest: limit, $0) }
  }

  package func takings(on date: LocalDate, in span: Range<Timestamp>) async throws -> DayTakings {
    try await inSnapshot { try TakingsRows.ofDay(date, span, $0) }
  }

  package func past(of date: LocalDate) async throws -> DayPast {
    try await inSnapshot { try HistoryRows.past(of: date, $0) }
  }

  package func customers(matching text: String, limit: Int, today: LocalDate) async throws
    -> [CustomerCard]
  {
    try await read { [register] db in
      let rows = CustomerRows(db: db)
      return try rows.cards(
        try register.matches(
          text, limit: limit, first: try rows.guests(on: today), at: try db.position(), db))
    }
  }

  package func customerFile(_ id: CustomerID) async throws -> CustomerFile? {
    try await inSnapshot { try CustomerRows(db: $0).file(id) }
  }

  package func unscheduled(limit: Int) async throws -> [UnscheduledSessions] {
    try await inSnapshot { try CustomerRows(db: $0).unscheduled(limit: limit) }
  }
}

// MARK: - Sessions

extension SQLStore {
  package func openSession(_ session: StoredSession) async throws {
    try await inTransaction { try SessionRows.open(session, $0) }
  }

  package func session(tokenHash: String) async throws -> StoredSession? {
    try await sessionLooks.session(tokenHash) { [self] tokenHashes in
      let found = try await read { try SessionRows.some(tokenHashes, $0) }
      await end(found.fallen)
      return found.standing
    }
  }

  package func extendSession(tokenHash: String, to expiry: Timestamp) async throws {
    try await inTransaction { try SessionRows.extend(tokenHash, to: expiry, $0) }
  }

  package func closeSession(tokenHash: String) async throws {
    try await inTransaction { try SessionRows.close(tokenHash, $0) }
  }

  package func openSessionHashes(now: Timestamp) async throws -> Set<String> {
    let found = try await inSnapshot { try SessionRows.open(at: now, $0) }
    await end(found.fallen)
    return Set(found.standing.map(\.tokenHash))
  }

  /// Sessions whose account does not allow them any more are removed. Where that cannot be written
  /// now they are of no use either, and the next look tries again.
  private func end(_ fallen: [String]) async {
    guard !fallen.isEmpty else { return }
    try? await inTransaction { db in
      for tokenHash in fallen { try SessionRows.close(tokenHash, db) }
    }
  }
}
