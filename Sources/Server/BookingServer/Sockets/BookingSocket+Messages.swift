import BookingDomain
import BookingProtocol
import BookingStore
import NIOCore
import WebSocket

/// What a client says, and what it is answered.
extension BookingSocket {
  func received(_ text: ByteBuffer) {
    guard !isClosing else { return }
    guard rules.admitsMessage(at: parts.clock.now()) else {
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
    tell(answerer.frame(.error(message: sentence, detail: detail)))
  }

  private func take(_ envelope: ClientEnvelope) {
    switch envelope.message {
    case .eventAck(let seq): telling.stream.acknowledged(seq)
    case .hold(let slot) where session != nil: hold(slot)
    case .ping where session != nil: tell(answerer.frame(.pong, envelope.id))
    default:
      inbox.append(envelope)
      work()
    }
  }

  /// Answers the next message, when none is being answered and the client has taken the last
  /// answer.
  func work() {
    guard !isWorking, !isClosing, !telling.holdsAnswers, let context,
      let next = telling.takeRenewal() ?? inbox.popFirst()
    else { return }
    readOn()
    isWorking = true
    if case .subscribeBookingUpdates = next.message { telling.stream.beginCatchingUp() }
    reply(to: next, on: context.eventLoop).assumeIsolated().whenComplete { result in
      self.isWorking = false
      // A task that answers never throws; a failure means that the loop is going away.
      if case .success(let reply) = result { self.carryOut(reply) }
      self.work()
    }
  }

  private func reply(to envelope: ClientEnvelope, on loop: any EventLoop)
    -> EventLoopFuture<SocketReply<WebSocketFrameBytes>>
  {
    let answerer = answerer
    guard let session, let viewer = telling.viewer else {
      guard case .authenticate(let token) = envelope.message else {
        return loop.makeSucceededFuture(.authenticated(nil))
      }
      return loop.makeFutureWithTask { await answerer.authenticate(token).rendered }
    }
    let here = NIOLoopBound(self, eventLoop: loop)
    let asker = Asker(connection: number, mask: viewer.mask) { frame in
      loop.execute { here.value.tell(frame) }
    }
    return loop.makeFutureWithTask {
      await answerer.reply(to: envelope, from: session, asker: asker).rendered
    }
  }

  private func carryOut(_ reply: SocketReply<WebSocketFrameBytes>) {
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
      for event in telling.stream.endCatchingUp() { _ = receive(event) }
      flush()
    case .caughtUp(let caughtUp, let snapshot, let id):
      subscribed(caughtUp, snapshot, id)
    }
  }

  func renewed(_ session: StoredSession) {
    self.session = session
    rules.sessionLasts(until: session.expiry)
  }

  private func subscribed(_ caughtUp: CatchUp, _ snapshot: WebSocketFrameBytes?, _ id: String?) {
    let told = telling.caughtUp(
      caughtUp, snapshot: snapshot, subscribed: { answerer.frame(.subscribed($0), id) },
      event: { sent, mask in sent.event.frame(sent.sight, mask: mask, prev: sent.prev) })
    for frame in told.answers { answer(frame) }
    for event in told.held { _ = receive(event) }
    flush()
    tellOfDatabase()
  }
}
