import BookingDomain
import BookingProtocol
import BookingStore
import NIOCore
import WebSocket

/// What a client says, and what it is answered.
extension BookingSocket {
  func received(_ text: ByteBuffer) {
    guard !isClosing else { return }
    guard rules.admitsMessage(at: service.clock.now()) else {
      return problem("Too many messages at once; slow down.")
    }
    do throws(MessageProblem) {
      take(try ClientCoding.decode(text.readableBytesView))
    } catch {
      switch error {
      // The guide's own words (chapter 3); neither closes the socket.
      case .unknownType(let type): problem("Unknown message type: \(type.prefix(64))")
      case .malformed(let detail): problem("Invalid message format", detail)
      }
    }
  }

  private func problem(_ sentence: String, _ detail: String? = nil) {
    tell(desk.frame(.error(message: sentence, detail: detail)))
  }

  private func take(_ envelope: ClientEnvelope) {
    switch envelope.message {
    case .eventAck(let seq): stream.acknowledged(seq)
    case .ping where session != nil: tell(desk.frame(.pong, envelope.id))
    default:
      inbox.append(envelope)
      work()
    }
  }

  /// Answers the next message, when none is being answered and the client has taken the last
  /// answer.
  func work() {
    guard !isWorking, !isClosing, !queue.holdsAnswers, let context, let next = inbox.popFirst()
    else { return }
    readOn()
    isWorking = true
    if case .subscribeBookingUpdates = next.message { stream.beginCatchingUp() }
    reply(to: next, on: context.eventLoop).assumeIsolated().whenComplete { result in
      self.isWorking = false
      // A task that answers never throws; a failure means that the loop is going away.
      if case .success(let reply) = result { self.carryOut(reply) }
      self.work()
    }
  }

  private func reply(to envelope: ClientEnvelope, on loop: any EventLoop)
    -> EventLoopFuture<SocketDesk.Reply>
  {
    let desk = desk
    guard let session, let viewer else {
      guard case .authenticate(let token) = envelope.message else {
        return loop.makeSucceededFuture(.authenticated(nil))
      }
      return loop.makeFutureWithTask { await desk.authenticate(token) }
    }
    let here = NIOLoopBound(self, eventLoop: loop)
    let asker = Asker(connection: number, mask: viewer.mask) { frame in
      loop.execute { here.value.tell(frame) }
    }
    return loop.makeFutureWithTask {
      await desk.reply(to: envelope, from: session, asker: asker)
    }
  }

  private func carryOut(_ reply: SocketDesk.Reply) {
    guard !isClosing else { return }
    switch reply {
    case .nothing: break
    case .messages(let frames, let session):
      for frame in frames { answer(frame) }
      if let session { renewed(session) }
    case .authenticated(let session):
      authenticated(session)
    case .notSubscribed(let frame):
      answer(frame)
      for event in stream.endCatchingUp() { _ = receive(event) }
      flush()
    case .caughtUp(let caughtUp, let snapshot, let id):
      subscribed(caughtUp, snapshot, id)
    }
  }

  func renewed(_ session: StoredSession) {
    self.session = session
    rules.sessionLasts(until: session.expiry)
  }

  /// First everything missed, then `SUBSCRIBED`, then what happened meanwhile.
  private func subscribed(_ caughtUp: CatchUp, _ snapshot: WebSocketFrameBytes?, _ id: String?) {
    viewer?.days = caughtUp.days
    guard let viewer else { return }
    if let snapshot { answer(snapshot) }
    let replay = caughtUp.replay(for: viewer.person)
    for sent in replay {
      answer(sent.event.frame(sent.sight, mask: viewer.mask, prev: sent.prev))
    }
    let message = ServerMessage.Subscribed(
      from: caughtUp.days.lowerBound, to: caughtUp.days.upperBound, position: caughtUp.position,
      replayed: replay.count, hasSnapshot: snapshot != nil)
    answer(desk.frame(.subscribed(message), id))
    for event in stream.caughtUp(at: caughtUp.position.seq) { _ = receive(event) }
    flush()
    stream.isOld = caughtUp.isOld
    tellOfDatabase()
  }
}
