import BookingDomain
import BookingProtocol
import BookingStore
import NIOCore
import NIOHTTP1

/// The protocol without a WebSocket: the same envelopes, ids and masks, asked for one request at a
/// time. What a proxy does to a WebSocket, it does not do to these.
struct PollingEndpoint: Sendable {
  /// Seconds that a poll may be held: proxies give up on silence after 30.
  private static let longestWait = 25

  let service: Service

  /// `GET /api/events?after=EPOCH:SEQ&from=&to=&wait=`: everything after a position, or a snapshot
  /// where there is none or it is of no use. A first question is welcomed as a socket is: a client
  /// that never gets one needs the spa's clock too. Ends with `SUBSCRIBED`, whose position is the next
  /// `after`. With nothing new it waits, and answers as soon as there is.
  func events(_ request: HTTPRequest) async -> HTTPAnswer {
    await withSession(request) { session in
      var wanted: ClientMessage.Subscription
      do throws(CatchUpDesk.Impossible) { wanted = try subscription(request) } catch {
        return .problem(.badRequest, error.sentence)
      }
      // Where the viewer stands: the first event told follows this one, whatever is passed over.
      let start = wanted.after
      let wait = max(0, min(Self.longestWait, request.query("wait").flatMap(Int.init) ?? 0))
      let deadline = NIODeadline.now() + .seconds(Int64(wait))
      let welcome =
        wanted.after == nil
        ? [service.envelope(.connectionEstablished(service.welcome(connection: 0)))] : []
      while true {
        let caughtUp = try await service.catchUps.catchUp(wanted, for: session.person)
        let messages = messages(caughtUp, for: session.person, after: start?.seq)
        let isWorthSending = wanted.after == nil || messages.count > 1
        if isWorthSending || service.hub.isDraining || NIODeadline.now() >= deadline {
          return HTTPAnswer(.ok, json: ServerCoding.encode(welcome + messages))
        }
        // What was read was not for this viewer: go on after it.
        wanted = .init(from: wanted.from, to: wanted.to, after: caughtUp.position)
        await service.announcements.wait(
          past: caughtUp.position.seq, for: deadline - .now(), on: request.loop)
      }
    }
  }

  /// `POST /api/commands`: one client message, answered with an array of envelopes.
  func command(_ request: HTTPRequest) async -> HTTPAnswer {
    await withSession(request) { session in
      let envelope: ClientEnvelope
      do throws(MessageProblem) {
        envelope = try ClientCoding.decode(request.body.readableBytesView)
      } catch {
        switch error {
        case .unknownType(let type):
          return .problem(.badRequest, "Unknown message type: \(type.prefix(64))")
        case .malformed(let detail):
          return .problem(.badRequest, "Invalid message format: \(detail)")
        }
      }
      let answer = try await answer(to: envelope, session)
      return HTTPAnswer(.ok, json: ServerCoding.encode([answer]))
    }
  }

  private func answer(to envelope: ClientEnvelope, _ session: StoredSession) async throws
    -> ServerEnvelope
  {
    switch envelope.message {
    case .command(let command):
      let message = await service.commands.answer(command, by: session.person)
      return service.envelope(message, id: command.id.text)
    case .subscribeTherapistSchedule(let therapist, let date):
      return try await answer(to: .schedule(therapist: therapist, date), envelope, session)
    case .requestAvailability(let service, let therapist, let date):
      return try await answer(
        to: .availability(service, therapist: therapist, date), envelope, session)
    case .refreshSession:
      let refreshed = try await service.sessions.refresh(session)
      return service.envelope(.sessionRefreshed(expiresAt: refreshed.expiry), id: envelope.id)
    case .ping, .eventAck:
      return service.envelope(.pong, id: envelope.id)
    case .authenticate, .subscribeBookingUpdates:
      let sentence = "Over HTTP use the Authorization header and GET /api/events instead."
      return service.envelope(.error(message: sentence, detail: nil), id: envelope.id)
    }
  }

  private func answer(to question: Question, _ envelope: ClientEnvelope, _ session: StoredSession)
    async throws -> ServerEnvelope
  {
    if let refusal = try await service.dayDesk.refusal(of: question, to: session.person) {
      return service.envelope(.error(message: refusal, detail: nil), id: envelope.id)
    }
    let mask = Visibility.Mask(session.person.role)
    return service.envelope(
      try await service.dayDesk.answer(question, mask: mask), id: envelope.id)
  }

  private func messages(_ caughtUp: CatchUp, for person: Person, after: Int64?)
    -> [ServerEnvelope]
  {
    let mask = Visibility.Mask(person.role)
    let replay = caughtUp.replay(for: person, after: after)
    var messages = replay.map { $0.event.message($0.sight, mask: mask, prev: $0.prev) }
    var hasSnapshot = false
    if case .snapshot(let snapshot) = caughtUp.content {
      hasSnapshot = true
      messages.append(service.envelope(.bookingSnapshot(snapshot)))
    }
    let subscribed = ServerMessage.Subscribed(
      from: caughtUp.days.lowerBound, to: caughtUp.days.upperBound, position: caughtUp.position,
      replayed: replay.count, hasSnapshot: hasSnapshot)
    return messages + [service.envelope(.subscribed(subscribed))]
  }

  private func subscription(_ request: HTTPRequest) throws(CatchUpDesk.Impossible)
    -> ClientMessage.Subscription
  {
    ClientMessage.Subscription(
      from: try date("from", request), to: try date("to", request),
      after: try position(request))
  }

  private func date(_ name: String, _ request: HTTPRequest) throws(CatchUpDesk.Impossible)
    -> LocalDate?
  {
    guard let text = request.query(name), !text.isEmpty else { return nil }
    guard let date = LocalDate(text) else {
      throw CatchUpDesk.Impossible(sentence: "\"\(name)\" must be a date such as 2024-01-15.")
    }
    return date
  }

  private func position(_ request: HTTPRequest) throws(CatchUpDesk.Impossible) -> LogPosition? {
    guard let text = request.query("after"), !text.isEmpty else { return nil }
    guard let colon = text.lastIndex(of: ":"), let seq = Int64(text[text.index(after: colon)...])
    else {
      throw CatchUpDesk.Impossible(sentence: "\"after\" must be EPOCH:NUMBER, as last received.")
    }
    return LogPosition(epoch: String(text[..<colon]), seq: seq)
  }

  private func withSession(
    _ request: HTTPRequest, _ body: (StoredSession) async throws -> HTTPAnswer
  ) async -> HTTPAnswer {
    do {
      guard let session = try await service.sessions.find(request.token) else {
        return .problem(.unauthorized, "Log in first: there is no open session.")
          .with("WWW-Authenticate", "Bearer")
      }
      return try await body(try await service.sessions.slide(session))
    } catch let impossible as CatchUpDesk.Impossible {
      return .problem(.badRequest, impossible.sentence)
    } catch {
      if let failure = error as? StoreFailure { service.database.failed(failure) }
      return .problem(.serviceUnavailable, SocketDesk.databaseAway)
    }
  }
}
