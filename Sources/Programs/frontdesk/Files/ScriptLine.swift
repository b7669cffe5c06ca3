import BookingClient
import BookingDomain
import BookingProtocol
import DeskSettings
import LinePromise
import Settings

/// The line of a program that nobody sits at: it goes on with the session of the one before, logs in
/// where that has ended, and leaves its own to the next.
struct ScriptLine: BookingLine {
  let events: AsyncStream<ClientEvent>
  let person: Person
  private let client: BookingClient

  /// - Throws: `SettingsProblem`, `LoginFailure`.
  static func open(_ settings: DeskSettings) async throws -> ScriptLine {
    let environment = Environment()
    let kept = KeptSession(settings, environment)
    let client = try settings.client(device: KeptMark(settings, environment).device)
    let login: @Sendable () async throws -> LoginAnswer = {
      let session = try await client.openSession(
        email: settings.user, password: try settings.password() ?? "")
      kept.keep(session)
      client.resume(session)
      return session
    }
    do {
      if let session = kept.session(now: SteadyClock().now) {
        client.resume(session)
        return ScriptLine(client, session.person) {
          kept.forget()
          _ = try await login()
        }
      }
      return ScriptLine(client, try await login().person, loggingInAgain: nil)
    } catch {
      await client.abandon()
      throw error
    }
  }

  /// - Parameter login: once, for a session that was ended behind our back; nil where it is new.
  private init(
    _ client: BookingClient, _ person: Person,
    loggingInAgain login: (@Sendable () async throws -> Void)?
  ) {
    self.client = client
    self.person = person
    let (events, told) = AsyncStream.makeStream(of: ClientEvent.self)
    self.events = events
    let pump = Task {
      var login = login
      for await event in client.events {
        guard case .sessionEnded = event, let again = login else {
          told.yield(event)
          continue
        }
        login = nil
        do {
          try await again()
        } catch {
          told.yield(.sessionEnded(reason: (error as? LoginFailure)?.sentence ?? "\(error)"))
        }
      }
      told.finish()
    }
    told.onTermination = { _ in pump.cancel() }
  }

  func login(email: String, password: String) async throws -> Person {
    try await client.login(email: email, password: password)
  }

  func watch(from: LocalDate, to: LocalDate) { client.watch(from: from, to: to) }
  func send(_ command: Command) { client.send(command) }
  func hold(_ slot: HeldSlot?) { client.hold(slot) }

  func customers(matching text: String, limit: Int) async throws -> [CustomerCard] {
    try await client.customers(matching: text, limit: limit)
  }

  func customerFile(_ id: CustomerID) async throws -> CustomerFile {
    try await client.customerFile(id)
  }

  func day(_ date: LocalDate) async throws -> DaySnapshot { try await client.day(date) }

  func history(of booking: BookingID) async throws -> [HistoryEntry] {
    try await client.history(of: booking)
  }

  func past(of date: LocalDate) async throws -> DayPast { try await client.past(of: date) }

  func changes(on date: LocalDate) async throws -> [DayChange] {
    try await client.changes(on: date)
  }

  func takings(on date: LocalDate) async throws -> DayTakings {
    try await client.takings(on: date)
  }

  func unscheduled(limit: Int) async throws -> [UnscheduledSessions] {
    try await client.unscheduled(limit: limit)
  }

  func firstFree(_ question: FreeQuestion) async throws -> [FreeStart] {
    try await client.firstFree(question)
  }

  func fullness(of days: ClosedRange<LocalDate>) async throws -> [DayFullness] {
    try await client.fullness(of: days)
  }

  func house(_ line: String, password: String) async throws -> HousePage {
    try await client.house(line, password: password)
  }
  func houseChanges(on date: LocalDate) async throws -> [HouseChange] {
    try await client.houseChanges(on: date)
  }

  /// The session stays open for the next.
  func close() async { await client.abandon() }
}
