import BookingDomain
import BookingProtocol
import BookingStore
import WebSocket

/// Answers one client message. What has to wait for the database waits here, away from the event
/// loops.
struct SocketDesk: Sendable {
  enum Reply: Sendable {
    case nothing
    case messages([WebSocketFrameBytes], session: StoredSession?)
    case caughtUp(CatchUp, snapshot: WebSocketFrameBytes?, id: String?)
    /// The subscription that was asked for did not come about; an older one stays.
    case notSubscribed(WebSocketFrameBytes)
    case authenticated(StoredSession?)
  }

  static let databaseAway =
    "The booking database does not answer at the moment. Try again shortly."

  let service: Service

  func authenticate(_ token: String) async -> Reply {
    .authenticated(try? await service.sessions.find(token))
  }

  func reply(
    to envelope: ClientEnvelope, from session: StoredSession, asker: Asker
  ) async -> Reply {
    let person = session.person
    switch envelope.message {
    case .authenticate:
      return error("This connection is authenticated already.", envelope)
    case .command(let command):
      let answer = await service.commands.answer(command, by: person)
      let slid = try? await service.sessions.slide(session)
      return .messages([frame(answer, command.id.text)], session: slid)
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
      return .messages([frame(.pong, envelope.id)], session: nil)
    case .eventAck:
      return .nothing
    }
  }

  /// Whether the session may still be used, and until when.
  func checkSession(_ session: StoredSession) async -> StoredSession? {
    guard let stored = try? await service.commands.store.session(tokenHash: session.tokenHash)
    else { return session }
    return stored
  }

  private func subscribe(
    _ wanted: ClientMessage.Subscription, _ person: Person, _ id: String?
  ) async -> Reply {
    guard Rights.scope(of: .watchSpa, for: person.role) != .none else {
      let sentence = "News of your own bookings comes by itself; the spa's is for its staff."
      return .notSubscribed(frame(.error(message: sentence, detail: nil), id))
    }
    do {
      let caughtUp = try await service.catchUps.catchUp(wanted, for: person)
      guard case .snapshot(let snapshot) = caughtUp.content else {
        return .caughtUp(caughtUp, snapshot: nil, id: id)
      }
      return .caughtUp(caughtUp, snapshot: frame(.bookingSnapshot(snapshot), id), id: id)
    } catch let impossible as CatchUpDesk.Impossible {
      return .notSubscribed(frame(.error(message: impossible.sentence, detail: nil), id))
    } catch {
      return .notSubscribed(frame(.error(message: Self.databaseAway, detail: nil), id))
    }
  }

  private func answer(
    _ question: Question, _ asker: Asker, _ person: Person, _ envelope: ClientEnvelope
  ) async -> Reply {
    do {
      if let refusal = try await service.dayDesk.refusal(of: question, to: person) {
        return error(refusal, envelope)
      }
      let answer = try await service.questions.ask(question, by: asker)
      return .messages([frame(answer, envelope.id)], session: nil)
    } catch {
      return self.error(Self.databaseAway, envelope)
    }
  }

  private func refresh(_ session: StoredSession, _ envelope: ClientEnvelope) async -> Reply {
    guard let refreshed = try? await service.sessions.refresh(session) else {
      return error(Self.databaseAway, envelope)
    }
    return .messages(
      [frame(.sessionRefreshed(expiresAt: refreshed.expiry), envelope.id)], session: refreshed)
  }

  private func error(_ sentence: String, _ envelope: ClientEnvelope) -> Reply {
    .messages([frame(.error(message: sentence, detail: nil), envelope.id)], session: nil)
  }

  func frame(_ message: ServerMessage, _ id: String? = nil) -> WebSocketFrameBytes {
    WebSocketFrameBytes(service.envelope(message, id: id))
  }
}
