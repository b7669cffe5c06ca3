import BookingDomain
import BookingProtocol
import BookingStore
import NIOCore
import WebSocket

/// What a client says, and what it is answered.
extension BookingSocket {
  func received(_ text: ByteBuffer) {
    guard !isClosing else { return }
    guard rules.admitsMessage(at: .now()) else {
      return problem("Too many messages at once; slow down.")
    }
    do throws(MessageProblem) {
      take(try ClientCoding.decode(text.readableBytesView))
    } catch {
      switch error {
      // The guide's own words (chapter 3); neither closes the socket.
      case .unknownType(let type): problem("Unknown message type: \(MessageTypeName(type))")
      case .malformed(let detail): problem("Invalid message format", detail)
      }
    }
  }

  private func problem(_ sentence: String, _ detail: String? = nil) {
    tell(answerer.frame(.error(message: sentence, detail: detail)))
  }

  private func take(_ envelope: ClientEnvelope) {
    switch envelope.message {
    case .eventAck(let seq):
      if isInStep { telling.stream.sent(lane.mark) }
      telling.stream.acknowledged(seq)
      parts.metrics.acknowledged(seq, by: number)
    case .hold(let slot) where session != nil: hold(slot)
    case .ping where session != nil: tell(answerer.frame(.pong, envelope.id))
    default:
      // Of days asked for while the budget is spent, those asked for last are wanted.
      if isPausing, envelope.isAboutDays { inbox.removeAll { $0.isAboutDays } }
      inbox.append(envelope)
      work()
    }
  }

  /// Answers the next message, when none is being answered and the client has taken the last
  /// answer.
  func work() {
    guard !isWorking, !isClosing, !telling.holdsAnswers, let context,
      let next = telling.takeRenewal() ?? nextMessage(context)
    else { return }
    readOn()
    isWorking = true
    if case .subscribeBookingUpdates = next.message {
      telling.stream.beginCatchingUp()
      settle()
    }
    reply(to: next, on: context.eventLoop).assumeIsolated().whenComplete { result in
      self.isWorking = false
      // A task that answers never throws; a failure means that the loop is going away.
      if case .success(let reply) = result { self.carryOut(reply) }
      self.work()
    }
  }

  /// What came first; questions for days wait while the budget is spent, and orders pass them.
  private func nextMessage(_ context: ChannelHandlerContext) -> ClientEnvelope? {
    let mustPause = mustPause(context)
    guard let index = inbox.firstIndex(where: { !mustPause || !$0.isAboutDays }) else { return nil }
    let next = inbox.remove(at: index)
    if inbox.isEmpty { inbox = [] }
    return next
  }

  private func mustPause(_ context: ChannelHandlerContext) -> Bool {
    guard !isPausing else { return true }
    guard let person = session?.person, inbox.contains(where: \.isAboutDays) else { return false }
    let now = NIODeadline.now()
    let pause = max(
      budget?.pause(at: now) ?? .zero, parts.readingBudgets.pause(for: person, at: now))
    guard pause > .zero else { return false }
    isPausing = true
    context.eventLoop.assumeIsolated().scheduleTask(in: pause) {
      self.isPausing = false
      self.work()
    }
    return true
  }

  private func pay(for caughtUp: CatchUp) {
    guard caughtUp.daysRead > 0, let person = session?.person else { return }
    let now = NIODeadline.now()
    var budget = budget ?? ReadingBudget(ReadingBudget.connection, now: now)
    budget.pay(caughtUp.daysRead, at: now)
    self.budget = budget
    parts.readingBudgets.pay(caughtUp.daysRead, for: person, at: now)
  }

  private func reply(to envelope: ClientEnvelope, on loop: any EventLoop)
    -> EventLoopFuture<SocketReply<WebSocketFrameBytes>>
  {
    let answerer = answerer
    guard let session, let viewer = telling.viewer else {
      guard case .authenticate(let token) = envelope.message else {
        return loop.makeSucceededFuture(.authenticated(nil))
      }
      return loop.makeFutureWithTask {
        await answerer.authenticate(token).rendered(compressed: false)
      }
    }
    let here = NIOLoopBound(self, eventLoop: loop)
    let deflates = line.deflates
    let asker = Asker(connection: number, mask: viewer.mask) { frame in
      loop.execute { here.value.tell(frame) }
    }
    return loop.makeFutureWithTask {
      await answerer.reply(to: envelope, from: session, asker: asker).rendered(
        compressed: deflates)
    }
  }

  private func carryOut(_ reply: SocketReply<WebSocketFrameBytes>) {
    guard !isClosing else { return }
    switch reply {
    case .nothing: break
    case .messages(let frames, let session):
      if !frames.isEmpty { answer(.joined(frames)) }
      if let session { renewed(session) }
    case .sessionEnded(let frame):
      answer(frame)
      close(.policy("Your session was ended; log in again."))
    case .authenticated(let session):
      authenticated(session)
    case .notSubscribed(let frame):
      answer(frame)
      for event in telling.stream.endCatchingUp() { _ = receive(event) }
      if isOutOfDate { roster.lookSoon() }
      flush()
      settle()
    case .caughtUp(let caughtUp, let snapshot, let id):
      subscribed(caughtUp, snapshot, id)
    }
  }

  func renewed(_ session: StoredSession) {
    self.session = session
    rules.sessionLasts(until: session.expiry)
    if let due = rules.sessionDue { roster.sessionIsDue(at: due) }
  }

  private func subscribed(_ caughtUp: CatchUp, _ snapshot: WebSocketFrameBytes?, _ id: String?) {
    pay(for: caughtUp)
    let told = telling.caughtUp(
      caughtUp, snapshot: snapshot, subscribed: { answerer.frame(.subscribed($0), id) },
      event: { sent, mask in sent.event.frame(sent.sight, mask: mask, prev: sent.prev) })
    // One answer, however many frames: what follows it is counted against what still waits.
    if !told.answers.isEmpty { answer(.joined(told.answers)) }
    for event in told.held { _ = receive(event) }
    flush()
    settle()
    if caughtUp.isOld { roster.lookSoon() }
    tellOfDatabase()
  }
}

extension ClientEnvelope {
  fileprivate var isAboutDays: Bool {
    if case .subscribeBookingUpdates = message { true } else { false }
  }
}
