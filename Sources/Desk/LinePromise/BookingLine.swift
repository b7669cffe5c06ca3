import BookingDomain

/// The line to one booking server: logs in, keeps connected, delivers events once and in order,
/// and sees every command through to its answer.
///
/// The promise alone, so that whoever uses a line needs nothing of what keeps it: `BookingClient`
/// does over a network, and tests do without one.
package protocol BookingLine: Sendable {
  /// Everything that happens, for one reader.
  var events: AsyncStream<ClientEvent> { get }

  /// Opens a session. Returns who it is for.
  /// - Throws: `LoginFailure` with the sentence to show.
  func login(email: String, password: String) async throws -> Person

  /// Shows these days from now on: a snapshot, then every change. Replaces what was watched.
  func watch(from: LocalDate, to: LocalDate)

  /// Sees `command` through: sent now or after the reconnect, under the one request id, until it
  /// is accepted, refused or past its `notAfter`. The outcome comes as an event.
  func send(_ command: Command)

  /// Tells the other desks what is being typed here; nil that it is not any more. Where the line is
  /// not live nobody hears it.
  func hold(_ slot: HeldSlot?)

  /// Customers whose name (without case and diacritics), phone number or e-mail has `text`, the best
  /// match first.
  /// - Throws: `QuestionFailure` with the sentence to show, as do the other questions.
  func customers(matching text: String, limit: Int) async throws -> [CustomerCard]

  /// A customer with their newest bookings.
  func customerFile(_ id: CustomerID) async throws -> CustomerFile

  /// A day that is not watched, as it is now.
  func day(_ date: LocalDate) async throws -> DaySnapshot

  /// Who did what to a booking, oldest first.
  func history(of booking: BookingID) async throws -> [HistoryEntry]

  /// What was done to the bookings of a day, newest first; for managers.
  func changes(on date: LocalDate) async throws -> [DayChange]

  /// What a day brought, by ways of payment; for managers.
  func takings(on date: LocalDate) async throws -> DayTakings
  /// All that is known of a day's past; for reception and managers.
  func past(of date: LocalDate) async throws -> DayPast

  /// Paid, not yet scheduled; the oldest payment first.
  func unscheduled(limit: Int) async throws -> [UnscheduledSessions]

  /// The next free starts, earliest first.
  func firstFree(_ question: FreeQuestion) async throws -> [FreeStart]

  /// How full each of these days is; at most `DayFullness.mostDays`.
  func fullness(of days: ClosedRange<LocalDate>) async throws -> [DayFullness]

  /// Does what a manager typed about accounts or the house (`users off mai@lotus.example`), or shows
  /// them (`users`, `house`). Done once or not at all; whether it was done shows in the page.
  /// - Parameter password: for a line that gives one to an account; empty has one made.
  func house(_ line: String, password: String) async throws -> HousePage

  /// What was changed of accounts and the house on a day, newest first; for managers.
  func houseChanges(on date: LocalDate) async throws -> [HouseChange]

  /// Logs out and closes. `events` ends.
  func close() async
}
