import BookingDomain
import BookingProtocol
import BookingStore
import NIOHTTP1

/// Questions about customers, what they have paid for, and who changed what: asked when somebody
/// wants to know, never pushed.
struct RegisterEndpoint: Sendable {
  /// As many as anybody reads; more text finds fewer.
  private static let mostFound = 50
  /// The newest of a day; a busy spa changes its 190 bookings some five times each.
  private static let mostChanges = 1_000

  let parts: ServerParts

  /// `GET /api/customers?find=TEXT&limit=`: the best match first, today's guests before others.
  func customers(_ request: HTTPRequest) async -> HTTPAnswer {
    await parts.withSession(request) { session in
      try requireRegister(session.person)
      return try await found(request)
    }
  }

  private func found(_ request: HTTPRequest) async throws -> HTTPAnswer {
    let text = request.query("find") ?? ""
    guard !text.isBlank else { return .problem(.badRequest, "Ask for a name or a number.") }
    if let sentence = TextLimit.search.sentence(against: text) {
      return .problem(.badRequest, sentence)
    }
    let today = Moment(parts.clock.now(), in: parts.configuration.zone).today
    let cards = try await parts.store.customers(
      matching: text, limit: limit(request), today: today)
    return HTTPAnswer(.ok, json: RegisterCoding.encode(cards))
  }

  /// `GET /api/customers/ID`: with the newest bookings.
  func customer(_ id: CustomerID, _ request: HTTPRequest) async -> HTTPAnswer {
    await parts.withSession(request) { session in
      try requireRegister(session.person)
      guard let file = try await parts.store.customerFile(id) else {
        return .problem(.notFound, "There is no customer \(id).")
      }
      return HTTPAnswer(.ok, json: RegisterCoding.encode(file))
    }
  }

  /// `GET /api/sessions?limit=`: paid, not yet scheduled.
  func unscheduled(_ request: HTTPRequest) async -> HTTPAnswer {
    await parts.withSession(request) { session in
      try requireRegister(session.person)
      let list = try await parts.store.unscheduled(limit: limit(request))
      return HTTPAnswer(.ok, json: RegisterCoding.encode(list))
    }
  }

  /// `GET /api/bookings/ID/history`: oldest first.
  func history(of id: BookingID, _ request: HTTPRequest) async -> HTTPAnswer {
    await parts.withSession(request) { session in
      let person = session.person
      guard let booking = try await parts.store.bookings([id]).first,
        Visibility.maySee(booking, person)
      else { return .problem(.notFound, "There is no booking \(id).") }
      guard Rights.allows(.seeHistory, on: booking, by: person) else {
        return .problem(.forbidden, "Who changed what is for the spa's staff.")
      }
      let entries = try await parts.store.history(of: id)
      return HTTPAnswer(
        .ok, json: RegisterCoding.encode(Visibility.masked(entries, for: person)))
    }
  }

  /// `GET /api/changes?date=YYYY-MM-DD`: newest first.
  func changes(_ request: HTTPRequest) async -> HTTPAnswer {
    await aboutDay(request, .audit, "Who changed what on a day is for managers.") { date, _ in
      RegisterCoding.encode(try await parts.store.changes(on: date, limit: Self.mostChanges))
    }
  }

  /// `GET /api/takings?date=YYYY-MM-DD`: by ways of payment.
  func takings(_ request: HTTPRequest) async -> HTTPAnswer {
    await aboutDay(request, .seeTakings, "What a day brought is for managers.") { date, _ in
      let span = parts.configuration.zone.span(of: date)
      return TakingsCoding.encode(try await parts.store.takings(on: date, in: span))
    }
  }

  /// `GET /api/past?date=YYYY-MM-DD`: all that is known of the day's past.
  func past(_ request: HTTPRequest) async -> HTTPAnswer {
    let sentence = "A day's past is for reception and managers."
    return await aboutDay(request, .seeHistory, sentence) { date, person in
      // Every change of every booking of a day is read: in turns, as days are that are asked for.
      let past = try await parts.questionTurns.during(
        person.id, most: FairTurns.waitingAtMost, worth: { _ in 1 }
      ) { try await parts.store.past(of: date) }
      return RegisterCoding.encode(past)
    }
  }

  /// A question about one day.
  /// - Parameter sentence: for whoever may not ask it.
  private func aboutDay(
    _ request: HTTPRequest, _ operation: Operation, _ sentence: String,
    answer: (LocalDate, Person) async throws -> [UInt8]
  ) async -> HTTPAnswer {
    await parts.withSession(request) { session in
      try session.person.require(operation, sentence)
      return HTTPAnswer(.ok, json: try await answer(request.date(), session.person))
    }
  }

  private func requireRegister(_ person: Person) throws(RefusedRequest) {
    try person.require(
      .seeCustomers, "The customers' register is for reception and managers.")
  }

  private func limit(_ request: HTTPRequest) -> Int {
    let wanted = request.query("limit").flatMap(Int.init) ?? Self.mostFound
    return max(1, min(Self.mostFound, wanted))
  }
}
