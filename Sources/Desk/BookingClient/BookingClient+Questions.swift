import BookingDomain
import BookingProtocol
import LinePromise
import NIOCore

/// Questions about the register and the history go over HTTP, whichever way the line travels.
extension BookingClient {
  package func customers(matching text: String, limit: Int) async throws -> [CustomerCard] {
    let found = text.queryEncoded
    return try await ask("/api/customers?find=\(found)&limit=\(limit)", RegisterCoding.cards)
  }

  package func customerFile(_ id: CustomerID) async throws -> CustomerFile {
    try await ask("/api/customers/\(id)", RegisterCoding.file)
  }

  /// As a poll without a position is answered.
  package func day(_ date: LocalDate) async throws -> DaySnapshot {
    try await ask("/api/events?wait=0&from=\(date)&to=\(date)") {
      (bytes) throws(MessageProblem) in
      for envelope in try ServerCoding.decodeArray(bytes) {
        guard case .bookingSnapshot(let found) = envelope.message else { continue }
        return DaySnapshot(
          date: date, position: found.position, spa: found.spa, bookings: found.bookings,
          blocks: found.blocks, waiting: found.waiting)
      }
      throw .malformed(detail: "the day is missing")
    }
  }

  package func history(of booking: BookingID) async throws -> [HistoryEntry] {
    try await ask("/api/bookings/\(booking)/history", RegisterCoding.history)
  }

  package func changes(on date: LocalDate) async throws -> [DayChange] {
    try await ask("/api/changes?date=\(date)", RegisterCoding.changes)
  }

  package func takings(on date: LocalDate) async throws -> DayTakings {
    try await ask("/api/takings?date=\(date)", TakingsCoding.takings)
  }

  package func past(of date: LocalDate) async throws -> DayPast {
    try await ask("/api/past?date=\(date)", RegisterCoding.past)
  }

  package func unscheduled(limit: Int) async throws -> [UnscheduledSessions] {
    try await ask("/api/sessions?limit=\(limit)", RegisterCoding.unscheduled)
  }

  package func house(_ line: String, password: String) async throws -> HousePage {
    try await ask(
      "/api/house", posting: HouseCoding.encode(line, password: password), HouseCoding.page)
  }

  package func houseChanges(on date: LocalDate) async throws -> [HouseChange] {
    try await ask("/api/house/changes?date=\(date)", HouseCoding.changes)
  }

  package func firstFree(_ question: FreeQuestion) async throws -> [FreeStart] {
    var path = "/api/free?service=\(question.service)"
    path += "&from=\(question.days.lowerBound)&to=\(question.days.upperBound)"
    if let therapist = question.therapist { path += "&therapist=\(therapist)" }
    if let from = question.from { path += "&after=\(from)" }
    if let until = question.until { path += "&before=\(until)" }
    return try await ask(path, DaysCoding.starts)
  }

  package func fullness(of days: ClosedRange<LocalDate>) async throws -> [DayFullness] {
    try await ask(
      "/api/fullness?from=\(days.lowerBound)&to=\(days.upperBound)", DaysCoding.fullness)
  }

  private func ask<Answer: Sendable>(
    _ path: String, posting body: [UInt8]? = nil,
    _ read: @escaping @Sendable (ByteBufferView) throws(MessageProblem) -> Answer
  ) async throws -> Answer {
    let promise = loop.makePromise(of: Answer.self)
    loop.execute { [driver] in
      driver.value.ask(path, posting: body) { result in
        do {
          promise.succeed(try Self.answer(result, read))
        } catch {
          promise.fail(error)
        }
      }
    }
    return try await promise.futureResult.get()
  }

  private static func answer<Answer>(
    _ result: Result<HTTPCall.Answer, TransportFailure>,
    _ read: (ByteBufferView) throws(MessageProblem) -> Answer
  ) throws(QuestionFailure) -> Answer {
    switch result {
    case .failure(let failure):
      throw QuestionFailure("This cannot be asked just now: \(failure.sentence).")
    case .success(let answer) where answer.status == 200:
      do throws(MessageProblem) {
        return try read(answer.body.readableBytesView)
      } catch {
        throw QuestionFailure("The server's answer could not be read.")
      }
    case .success(let answer):
      let sentence = ErrorBody.sentence(in: answer.body)
      throw QuestionFailure(sentence ?? "The server answered \(answer.status).")
    }
  }
}
