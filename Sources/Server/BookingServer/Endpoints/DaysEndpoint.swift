import BookingDomain
import BookingProtocol
import BookingStore
import NIOHTTP1

/// Questions about many days: the next free starts, and how full each day is. They are read day by
/// day, in turns with everybody else's, and no order waits for them.
struct DaysEndpoint: Sendable {
  let parts: ServerParts

  /// `GET /api/free?service=&therapist=&from=&to=&after=&before=`: the next free starts, earliest first.
  func free(_ request: HTTPRequest) async -> HTTPAnswer {
    await parts.withSession(request) { session in
      let person = session.person
      guard Rights.scope(of: .seeAvailability, for: person.role) != .none else {
        return .problem(.forbidden, "Free slots are not open to your role.")
      }
      guard let service = request.query("service").flatMap(Int64.init).map({ ServiceID($0) }),
        let days = days(request), days.count <= FreeQuestion.mostDays
      else {
        return .problem(
          .badRequest,
          "Ask for a service and for days, as in service=5&from=2026-11-27&to=2026-12-10; "
            + "at most \(FreeQuestion.mostDays) of them.")
      }
      let therapist = Parameter("therapist", in: request) { Int64($0).map { UserID($0) } }
      let after = Parameter("after", in: request) { TimeOfDay($0) }
      let before = Parameter("before", in: request) { TimeOfDay($0) }
      if therapist.isWrong { return Self.wrong("therapist", "a therapist's number, like 789") }
      if after.isWrong { return Self.wrong("after", "a time, like 14:30") }
      if before.isWrong { return Self.wrong("before", "a time, like 14:30") }
      let question = FreeQuestion(
        service: service, therapist: therapist.value, days: days, from: after.value,
        until: before.value)
      let starts = try await inTurn(person, days) {
        try await parts.dayAnswers.starts(for: question, mask: Visibility.Mask(person.role))
      }
      return HTTPAnswer(.ok, json: DaysCoding.encode(starts))
    }
  }

  /// `GET /api/fullness?from=&to=&therapist=`: for reception and managers; therapists see their own.
  func fullness(_ request: HTTPRequest) async -> HTTPAnswer {
    await parts.withSession(request) { session in
      let person = session.person
      let asked = Parameter("therapist", in: request) { Int64($0).map { UserID($0) } }
      if asked.isWrong { return Self.wrong("therapist", "a therapist's number, like 789") }
      var therapist = asked.value
      switch Rights.scope(of: .watchSpa, for: person.role) {
      case .all: break
      case .own: if case .user(let own) = person.id { therapist = own }
      case .none: return .problem(.forbidden, "How full the days are is for the spa's staff.")
      }
      guard let days = days(request), days.count <= DayFullness.mostDays else {
        return .problem(
          .badRequest,
          "Ask for days, as in from=2026-11-01&to=2026-11-30; "
            + "at most \(DayFullness.mostDays) of them.")
      }
      let found = try await inTurn(person, days) { [therapist] in
        try await parts.dayAnswers.fullness(of: days, therapist)
      }
      return HTTPAnswer(.ok, json: DaysCoding.encode(found))
    }
  }

  /// One that may be left out, or empty.
  private struct Parameter<Value> {
    let value: Value?
    /// It is there, and is none.
    let isWrong: Bool

    init(_ name: String, in request: HTTPRequest, _ read: (String) -> Value?) {
      let text = request.query(name).flatMap { $0.isEmpty ? nil : $0 }
      value = text.flatMap(read)
      isWrong = text != nil && value == nil
    }
  }

  private static func wrong(_ name: String, _ what: String) -> HTTPAnswer {
    .problem(
      .badRequest, "The parameter \"\(name)\" is \(what); leave it out where it is not meant.")
  }

  private func days(_ request: HTTPRequest) -> ClosedRange<LocalDate>? {
    guard let from = request.query("from").flatMap(LocalDate.init),
      let to = request.query("to").flatMap(LocalDate.init), from <= to
    else { return nil }
    return from...to
  }

  private func inTurn<Found: Sendable>(
    _ person: Person, _ days: ClosedRange<LocalDate>,
    _ work: @Sendable () async throws -> Found
  ) async throws -> Found {
    try await parts.questionTurns.during(
      person.id, most: FairTurns.waitingAtMost, worth: { _ in Double(days.count) }, work)
  }
}
