import BookingDomain

/// The promise of storage. Every driver keeps it, and one contract suite proves it for each.
///
/// A driver turns every committed write to the spa's tables, its own and foreign ones, into
/// numbered, dense entries of one event log, in commit order per booking.
package protocol BookingStore: Sendable {
  /// Carries one order out in one transaction: was this request id answered before? · read the
  /// row · `Decision` · write · event · remember the answer. When it returns, the answer is
  /// durable.
  /// - Parameter policy: the limits that this spa has set for itself.
  /// - Returns: the first answer, with `isReplayed` set, where the id is known (7 days at least).
  /// - Throws: `StoreFailure` where the database could not do it; nothing is half-done then. Its code
  ///   says whom it concerns.
  func perform(
    _ command: Command, by person: Person, now: Moment, under policy: Decision.Policy
  ) async throws -> CommandAnswer

  /// The same, for whoever showed a session a while ago: by its person, while it stands.
  /// - Parameter isUsable: whether a session that stands may still be used.
  /// - Returns: nil where there is none that may; nothing is done then.
  func perform(
    _ command: Command, in session: StoredSession, now: Moment, under policy: Decision.Policy,
    where isUsable: @escaping @Sendable (StoredSession) -> Bool
  ) async throws -> (session: StoredSession, answer: CommandAnswer)?

  /// Why orders cannot be carried out at present, in a sentence; nil where a write was carried out
  /// lately or can be. Known without asking the database, and never flaps between two orders: once a
  /// write failed, only a write that works says that all is well again.
  func obstacle() -> StoreFailure?

  /// How hard the way to the database is used; nothing is where that is a file.
  func strain() async -> StoreStrain

  /// The end of the log. Read before rows, so that what is read is at least that new.
  func position() async throws -> LogPosition

  /// The day with all its bookings, and the log position it is at least as new as.
  /// - Parameter hoursSince: what somebody works on single days before is left out: every day that
  ///   was ever planned would be read and told for ever.
  func day(_ date: LocalDate, hoursSince: LocalDate) async throws -> DaySnapshot

  /// Bookings by number, in no order; numbers without a row are missing from the answer.
  func bookings(_ ids: [BookingID]) async throws -> [Booking]

  /// The time of that therapist that is blocked on that day, by time.
  func blocks(of therapist: UserID, on date: LocalDate) async throws -> [Block]

  /// Who waits for a slot on that day, whoever waits longest first.
  func waiting(on date: LocalDate) async throws -> [WaitingGuest]

  /// The desk's tasks: all that are open, and the last that were done.
  func tasks() async throws -> [DeskTask]

  /// Who changed the booking, oldest first; empty where nothing is known.
  func history(of booking: BookingID) async throws -> [HistoryEntry]

  /// What was done to the bookings that stand on that day, newest first, at most `limit`.
  func changes(on date: LocalDate, limit: Int) async throws -> [DayChange]

  /// What was paid in that span, and what guests of that day still have to pay.
  /// - Parameter span: the spa's day, in instants.
  func takings(on date: LocalDate, in span: Range<Timestamp>) async throws -> DayTakings
  /// Every booking that stands on that day or once did, with all that was done to it.
  func past(of date: LocalDate) async throws -> DayPast

  /// Customers whose name (without case and diacritics), phone number or e-mail has `text`, the
  /// best match first, at most `limit`; in 30 ms with 100,000 of them.
  ///
  /// - Parameter today: who is booked on that day comes first of those who match as well.
  func customers(matching text: String, limit: Int, today: LocalDate) async throws
    -> [CustomerCard]

  /// A customer with their newest bookings, at most 50; nil where there is none.
  func customerFile(_ id: CustomerID) async throws -> CustomerFile?

  /// Paid, not yet scheduled: the sessions left of everybody, oldest payment first.
  func unscheduled(limit: Int) async throws -> [UnscheduledSessions]

  /// Entries after `seq`, oldest first, at most `limit`. Nil where some of them have been pruned
  /// or `position` is of another epoch or lies in the future: the reader needs a snapshot.
  func events(after position: LogPosition, limit: Int) async throws -> [BookingEvent]?

  /// The same, each entry with its booking as that is now, where there is one.
  func news(after position: LogPosition, limit: Int) async throws -> StoredNews?

  /// Yields after commits that added to the log, foreign ones too (within 50 ms); several commits
  /// may be one yield. Each call is a stream of its own.
  func commits() -> AsyncStream<Void>

  /// Who logs in with this e-mail: `users` first, then `customers`. Nil where nobody does.
  func account(email: String) async throws -> Account?

  /// - Parameter hoursSince: as of `day`.
  func spa(hoursSince: LocalDate) async throws -> Spa

  /// The name of the spa's time zone, which its rows are written in; nil where none was kept yet.
  func zoneName() async throws -> String?
  /// Keeps the zone where none is kept yet.
  /// - Returns: the one that is kept now, of several servers the first one's.
  func keepZone(named name: String) async throws -> String

  // Sessions: the store only ever sees a hash of the token.
  func openSession(_ session: StoredSession) async throws
  /// Nil where there is none that stands: one ends with its row, and when its person is deleted,
  /// deactivated, given another role or another password, by whatever program. An expired one is
  /// returned: the caller compares.
  func session(tokenHash: String) async throws -> StoredSession?
  func extendSession(tokenHash: String, to expiry: Timestamp) async throws
  func closeSession(tokenHash: String) async throws
  /// All that stand and have not expired: a socket of any other is closed.
  func openSessionHashes(now: Timestamp) async throws -> Set<String>

  /// Removes log entries, request ids and sessions that are past keeping, a small step at a time.
  func prune(now: Timestamp) async throws
}

/// Entries of the log, and the bookings that they are about, in no order.
package struct StoredNews: Hashable, Sendable {
  package let events: [BookingEvent]
  package let bookings: [Booking]
}

extension BookingStore {
  package func perform(
    _ command: Command, in session: StoredSession, now: Moment, under policy: Decision.Policy,
    where isUsable: @escaping @Sendable (StoredSession) -> Bool
  ) async throws -> (session: StoredSession, answer: CommandAnswer)? {
    guard let standing = try await self.session(tokenHash: session.tokenHash), isUsable(standing)
    else { return nil }
    let answer = try await perform(command, by: standing.person, now: now, under: policy)
    return (standing, answer)
  }

  package func news(after position: LogPosition, limit: Int) async throws -> StoredNews? {
    guard let events = try await events(after: position, limit: limit) else { return nil }
    let ids = Set(events.compactMap(\.booking))
    return StoredNews(events: events, bookings: ids.isEmpty ? [] : try await bookings(Array(ids)))
  }

  /// Under the limits that a spa has which sets none.
  package func perform(_ command: Command, by person: Person, now: Moment) async throws
    -> CommandAnswer
  {
    try await perform(command, by: person, now: now, under: Decision.Policy())
  }
}

/// What a command came to, as it is remembered under its request id.
package struct CommandAnswer: Hashable, Sendable {
  package enum Result: Hashable, Sendable {
    case accepted(seq: Int64, version: Int64)
    case refused(Refusal)
  }

  package let result: Result
  /// The booking as it stands now; nil where there is none. The caller masks it.
  package let current: Booking?
  package var isReplayed = false
}

/// A row of `users` or `customers` that may log in.
package struct Account: Hashable, Sendable {
  package let person: Person
  /// As stored, possibly malformed or missing; only the password check reads it.
  package let passwordHash: String?
  package let isActive: Bool
}

package struct StoredSession: Hashable, Sendable {
  /// SHA-256 of the token, hexadecimal: a stolen database opens no session.
  package let tokenHash: String
  package let person: Person
  package let expiry: Timestamp
  /// Of the password that opened it; nil for one that no change of password ends.
  package let passwordSeal: PasswordSeal?

  package init(
    tokenHash: String, person: Person, expiry: Timestamp, passwordSeal: PasswordSeal? = nil
  ) {
    self.tokenHash = tokenHash
    self.person = person
    self.expiry = expiry
    self.passwordSeal = passwordSeal
  }

  package func lasting(until expiry: Timestamp) -> StoredSession {
    StoredSession(
      tokenHash: tokenHash, person: person, expiry: expiry, passwordSeal: passwordSeal)
  }
}

extension BookingStore {
  package func strain() async -> StoreStrain { .none }
}
