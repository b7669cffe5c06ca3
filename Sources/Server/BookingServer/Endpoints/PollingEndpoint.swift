import BookingDomain
import BookingProtocol
import BookingStore
import NIOCore
import NIOHTTP1

/// The protocol without a WebSocket: the same envelopes, ids and masks, asked for one request at a
/// time. Proxies that break WebSockets let these through.
struct PollingEndpoint: Sendable {
  /// Seconds that a poll may be held: proxies give up on silence after 30.
  private static let longestWait = 25
  /// The same while the database takes no orders: no event tells a waiting poll that it is back.
  private static let outageWait = 2

  let parts: ServerParts

  /// `GET /api/events?after=EPOCH:SEQ&from=&to=&wait=`: everything after a position, or a snapshot
  /// where there is none or it is of no use. A first question is welcomed as a socket is: a client
  /// that never gets one needs the spa's clock too. Ends with `SUBSCRIBED`, whose position is the next
  /// `after`, and the digest of the board as it is there. With nothing new it waits, and answers as soon as there is.
  func events(_ request: HTTPRequest) async -> HTTPAnswer {
    await parts.withSession(request) { found in
      var session = found
      let wanted: ClientMessage.Subscription
      do throws(CatchUpAnswerer.Impossible) { wanted = try subscription(request) } catch {
        return .problem(.badRequest, error.sentence)
      }
      let wait = max(0, min(Self.longestWait, request.query("wait").flatMap(Int.init) ?? 0))
      let asker = session.person.id
      guard parts.doors.isOf(asker) else { throw FairTurns.TooMany() }
      defer { parts.doors.pollEnded(of: asker) }
      let trouble = parts.database.trouble
      let deadline =
        NIODeadline.now() + .seconds(Int64(trouble == nil ? wait : min(wait, Self.outageWait)))
      let welcome = parts.welcome(connection: 0)
      var poll = LongPoll(wanted)
      while true {
        let caughtUp = try await caughtUp(with: poll.wanted, for: session.person)
        let isOver =
          parts.hub.isDraining || parts.database.trouble != trouble
          || NIODeadline.now() >= deadline
        let schedules = try await schedules(in: caughtUp, for: session.person)
        switch poll.take(
          caughtUp, schedules: schedules, for: session.person, welcome: welcome, isOver: isOver)
        {
        case .answer(var messages):
          if let digest = await parts.digests.digest(after: caughtUp, for: session.person) {
            messages.append(.boardDigest(digest))
          }
          if let trouble = parts.database.trouble?.told(to: session.person.role) {
            messages.insert(.databaseState(trouble: trouble.onBoards), at: 0)
          }
          return HTTPAnswer(.ok, json: ServerCoding.encode(messages.map { parts.envelope($0) }))
        case .wait(let seq):
          await parts.announcements.wait(
            past: seq, for: deadline - .now(), by: session.tokenHash, on: request.loop)
          // The session may have ended while the poll waited, or its person may have another role
          // by now.
          guard let standing = try await parts.sessions.standing(session) else {
            return .noSession
          }
          session = standing
        }
      }
    }
  }

  private func caughtUp(with wanted: ClientMessage.Subscription, for person: Person) async throws
    -> CatchUp
  {
    try await parts.questionTurns.during(
      person.id, most: FairTurns.waitingAtMost, worth: \.cost
    ) {
      try await parts.catchUps.catchUp(wanted, for: person)
    }
  }

  /// What a socket is told by itself where a therapist's hours or state have changed.
  private func schedules(in caughtUp: CatchUp, for person: Person) async throws -> [ServerMessage] {
    let today = Moment(parts.clock.now(), in: parts.configuration.zone).today
    let mask = Visibility.Mask(person.role)
    var schedules: [ServerMessage] = []
    for therapist in caughtUp.therapistsWithNewHours {
      let isMeant =
        mask == .staff ? caughtUp.days.contains(today) : person.isTherapist(therapist)
      guard isMeant else { continue }
      schedules.append(try await parts.dayAnswers.today(of: therapist, mask: mask))
    }
    return schedules
  }

  /// `POST /api/commands`: one client message, answered with an array of envelopes.
  func command(_ request: HTTPRequest) async -> HTTPAnswer {
    await parts.withSession(request) { session in
      let envelope: ClientEnvelope
      do throws(MessageProblem) {
        envelope = try ClientCoding.decode(request.body.readableBytesView)
      } catch {
        switch error {
        case .unknownType(let type):
          return .problem(.badRequest, "Unknown message type: \(MessageTypeName(type))")
        case .malformed(let detail):
          return .problem(.badRequest, "Invalid message format: \(detail)")
        }
      }
      let answer = try await answer(to: envelope, session)
      return HTTPAnswer(.ok, json: ServerCoding.encode([answer]))
    }
  }

  func answer(to envelope: ClientEnvelope, _ session: StoredSession) async throws
    -> ServerEnvelope
  {
    switch envelope.message {
    case .command(let command):
      let message = try await parts.orderTurns.during(
        session.person.id, most: FairTurns.waitingAtMost
      ) {
        await parts.commands.answer(command, by: session.person)
      }
      return parts.envelope(message, id: command.id.asSent)
    case .subscribeTherapistSchedule(let therapist, let date):
      return try await answer(to: .schedule(therapist: therapist, date), envelope, session)
    case .requestAvailability(let service, let therapist, let date):
      return try await answer(
        to: .availability(service, therapist: therapist, date), envelope, session)
    case .refreshSession:
      let refreshed = try await parts.sessions.refresh(session)
      return parts.envelope(.sessionRefreshed(expiresAt: refreshed.expiry), id: envelope.id)
    case .ping, .eventAck, .hold:
      return parts.envelope(.pong, id: envelope.id)
    case .authenticate, .subscribeBookingUpdates:
      let sentence = "Over HTTP use the Authorization header and GET /api/events instead."
      return parts.envelope(.error(message: sentence, detail: nil), id: envelope.id)
    }
  }

  private func answer(
    to question: DayQuestion, _ envelope: ClientEnvelope, _ session: StoredSession
  )
    async throws -> ServerEnvelope
  {
    let person = session.person
    return try await parts.questionTurns.during(person.id, most: FairTurns.waitingAtMost) {
      if let refusal = try await parts.dayAnswers.refusal(of: question, to: person) {
        return parts.envelope(.error(message: refusal, detail: nil), id: envelope.id)
      }
      let mask = Visibility.Mask(person.role)
      return parts.envelope(
        try await parts.dayAnswers.answer(question, mask: mask), id: envelope.id)
    }
  }

  private func subscription(_ request: HTTPRequest) throws(CatchUpAnswerer.Impossible)
    -> ClientMessage.Subscription
  {
    ClientMessage.Subscription(
      from: try date("from", request), to: try date("to", request),
      after: try position(request))
  }

  private func date(_ name: String, _ request: HTTPRequest) throws(CatchUpAnswerer.Impossible)
    -> LocalDate?
  {
    guard let text = request.query(name), !text.isEmpty else { return nil }
    guard let date = LocalDate(text) else {
      throw CatchUpAnswerer.Impossible(sentence: "\"\(name)\" must be a date such as 2024-01-15.")
    }
    return date
  }

  private func position(_ request: HTTPRequest) throws(CatchUpAnswerer.Impossible) -> LogPosition? {
    guard let text = request.query("after"), !text.isEmpty else { return nil }
    guard let colon = text.lastIndex(of: ":"), let seq = Int64(text[text.index(after: colon)...])
    else {
      throw CatchUpAnswerer.Impossible(
        sentence: "\"after\" must be EPOCH:NUMBER, as last received.")
    }
    return LogPosition(epoch: String(text[..<colon]), seq: seq)
  }
}
