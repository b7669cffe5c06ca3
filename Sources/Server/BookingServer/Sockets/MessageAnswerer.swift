import BookingDomain
import BookingProtocol
import BookingStore
import WebSocket

/// Answers one client message. What has to wait for the database waits here, away from the event
/// loops.
struct MessageAnswerer: Sendable {
  let parts: ServerParts

  func authenticate(_ token: String) async -> SocketReply<ServerEnvelope> {
    do {
      return .authenticated(try await parts.sessions.find(token))
    } catch {
      return .notLookedUp
    }
  }

  func reply(
    to envelope: ClientEnvelope, from session: StoredSession, asker: Asker
  ) async -> SocketReply<ServerEnvelope> {
    let person = session.person
    switch envelope.message {
    case .authenticate:
      return error("This connection is authenticated already.", envelope)
    case .command(let command):
      return await carryOut(command, session)
    case .subscribeBookingUpdates(let wanted):
      return await subscribe(wanted, person, envelope.id)
    case .subscribeTherapistSchedule(let therapist, let date):
      return await answer(.schedule(therapist: therapist, date), asker, person, envelope)
    case .requestAvailability(let service, let therapist, let date):
      return await answer(
        .availability(service, therapist: therapist, date), asker, person, envelope)
    case .refreshSession:
      return await refresh(session, envelope)
    case .ping:
      return .messages([parts.envelope(.pong, id: envelope.id)], session: nil)
    case .eventAck, .hold:
      return .nothing
    }
  }

  /// The answer where it is at hand and costs the event loop next to nothing, as that of most boards
  /// after a restart: to send it off and back would cost more than the answer itself.
  func replyAtOnce(to envelope: ClientEnvelope, for person: Person, compressed: Bool)
    -> SocketReply<WebSocketFrameBytes>?
  {
    guard case .subscribeBookingUpdates(let wanted) = envelope.message,
      let caughtUp = parts.catchUps.atHand(wanted, for: person),
      caughtUp.picture?.isQuick(compressed: compressed) ?? true
    else { return nil }
    return subscribed(caughtUp, envelope.id).rendered(compressed: compressed)
  }

  private func carryOut(_ command: Command, _ session: StoredSession) async -> SocketReply<
    ServerEnvelope
  > {
    let (sessions, commands) = (parts.sessions, parts.commands)
    do {
      let (message, found) = try await parts.orderTurns.during(
        session.person.id, most: FairTurns.waitingAtMost, worth: { _ in 1 }
      ) {
        await commands.answer(command, in: session) { sessions.isUsable($0) }
      }
      let envelope = parts.envelope(message, id: command.id.asSent)
      switch found {
      case .unknown: return .messages([envelope], session: nil)
      case .ended: return .sessionEnded(envelope)
      case .standing(let standing):
        let slid = try? await sessions.slide(standing)
        return .messages([envelope], session: slid ?? standing)
      }
    } catch {
      let refusal = commands.refuse(
        command, by: session.person,
        "Too many orders of yours wait, so this is not done. Try again in a moment.")
      return .messages([parts.envelope(refusal, id: command.id.asSent)], session: nil)
    }
  }

  /// The session as it is now; nil where it may not be used any more. While the database does not
  /// answer it stays as it was.
  func checkSession(_ session: StoredSession) async -> StoredSession? {
    do {
      return try await parts.commands.store.session(tokenHash: session.tokenHash)
    } catch {
      return session
    }
  }

  private func subscribe(
    _ wanted: ClientMessage.Subscription, _ person: Person, _ id: String?
  ) async -> SocketReply<ServerEnvelope> {
    guard Rights.scope(of: .watchSpa, for: person.role) != .none || wanted.after != nil else {
      let sentence = "News of your own bookings comes by itself; the spa's is for its staff."
      return .notSubscribed(parts.envelope(.error(message: sentence, detail: nil), id: id))
    }
    do {
      return subscribed(try await parts.catchUps.catchUp(wanted, for: person), id)
    } catch let impossible as CatchUpAnswerer.Impossible {
      return .notSubscribed(
        parts.envelope(.error(message: impossible.sentence, detail: nil), id: id))
    } catch {
      return .notSubscribed(
        parts.envelope(.error(message: parts.database.refusal, detail: nil), id: id))
    }
  }

  private func subscribed(_ caughtUp: CatchUp, _ id: String?) -> SocketReply<ServerEnvelope> {
    guard case .snapshot(let snapshot) = caughtUp.content else {
      return .caughtUp(caughtUp, snapshot: nil, id: id)
    }
    return .caughtUp(
      caughtUp, snapshot: parts.envelope(.bookingSnapshot(snapshot), id: id), id: id)
  }

  private func answer(
    _ question: DayQuestion, _ asker: Asker, _ person: Person, _ envelope: ClientEnvelope
  ) async -> SocketReply<ServerEnvelope> {
    do {
      if let refusal = try await parts.dayAnswers.refusal(of: question, to: person) {
        return error(refusal, envelope)
      }
      let answer = try await parts.questions.ask(question, by: asker)
      return .messages([parts.envelope(answer, id: envelope.id)], session: nil)
    } catch {
      return self.error(parts.database.refusal, envelope)
    }
  }

  private func refresh(_ session: StoredSession, _ envelope: ClientEnvelope) async -> SocketReply<
    ServerEnvelope
  > {
    do {
      guard let standing = try await parts.sessions.standing(session) else {
        let sentence = "Your session was ended; log in again."
        return .sessionEnded(
          parts.envelope(.error(message: sentence, detail: nil), id: envelope.id))
      }
      let refreshed = try await parts.sessions.refresh(standing)
      return .messages(
        [parts.envelope(.sessionRefreshed(expiresAt: refreshed.expiry), id: envelope.id)],
        session: refreshed)
    } catch {
      return self.error(parts.database.refusal, envelope)
    }
  }

  private func error(_ sentence: String, _ envelope: ClientEnvelope) -> SocketReply<ServerEnvelope>
  {
    .messages(
      [parts.envelope(.error(message: sentence, detail: nil), id: envelope.id)], session: nil)
  }

  func frame(_ message: ServerMessage, _ id: String? = nil) -> WebSocketFrameBytes {
    WebSocketFrameBytes(parts.envelope(message, id: id))
  }
}
