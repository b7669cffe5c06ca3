import BookingDomain
import BookingProtocol
import BookingStore
import NIOCore
import WebSocket

/// What a client says, and what it is answered.
extension BookingSocket {
  func received(_ text: ByteBuffer) {
    guard !isClosing else { return }
    let now = NIODeadline.now()
    guard rules.admitsMessage(at: now),
      session.map({ parts.messageRates.admits($0.person.id, at: now) }) ?? true
    else {
      // Said once, and not for each of thousands of messages.
      if !pace.isPaused { problem("Too many messages at once; slow down.") }
      return pause()
    }
    do throws(MessageProblem) {
      take(try ClientCoding.decode(text.readableBytesView))
    } catch {
      let id = ClientCoding.id(ofUnreadable: text.readableBytesView)
      switch error {
      // The guide's own words (chapter 3); neither closes the socket.
      case .unknownType(let type): problem("Unknown message type: \(MessageTypeName(type))", id: id)
      case .malformed(let detail): problem("Invalid message format", detail, id: id)
      }
    }
  }

  private func problem(_ sentence: String, _ detail: String? = nil, id: String? = nil) {
    tell(answerer.frame(.error(message: sentence, detail: detail), id))
  }

  private func take(_ envelope: ClientEnvelope) {
    switch envelope.message {
    case .eventAck(let seq):
      if isInStep { telling.stream.sent(lane.mark) }
      telling.stream.acknowledged(seq)
      parts.metrics.acknowledged(seq, by: number)
    case .hold(let slot) where session != nil: holdSlot(slot)
    case .ping where session != nil: tell(answerer.frame(.pong, envelope.id))
    default:
      if case .subscribeBookingUpdates(let wanted) = envelope.message, inbox.isAskedAnew(wanted) {
        parts.metrics.count(.boardsReadAnew)
      }
      inbox.add(envelope)
      work()
    }
  }

  /// Answers the next message, when none is being answered and the client has taken the last
  /// answer.
  func work() {
    guard !inbox.isAnswering, !isClosing, !telling.hasAnswers, let context,
      let next = telling.takeRenewal() ?? nextMessage(context)
    else { return }
    readOn()
    inbox.beginAnswering()
    if case .subscribeBookingUpdates = next.message {
      telling.stream.beginCatchingUp()
      settle()
    }
    reply(to: next, on: context.eventLoop).assumeIsolated().whenComplete { result in
      // A task that answers never throws; a failure means that the loop is going away.
      let reply = try? result.get()
      self.endTurn(paying: reply?.cost ?? 0)
      self.forgetQuestions()
      if let reply { self.carryOut(reply) }
      self.work()
    }
  }

  private func nextMessage(_ context: ChannelHandlerContext) -> ClientEnvelope? {
    let mayAsk = mayAsk(context)
    return inbox.next(mayAsk: mayAsk)
  }

  /// Whether a question may be answered now; else `work` is called when it may.
  private func mayAsk(_ context: ChannelHandlerContext) -> Bool {
    switch inbox.permission(for: session?.person.id, at: .now()) {
    case .yes: return true
    case .no: return false
    case .after(let pause):
      context.eventLoop.assumeIsolated().scheduleTask(in: pause) {
        self.inbox.pauseIsOver()
        self.work()
      }
      return false
    case .ask(let person):
      let (loop, here) = (context.eventLoop, NIOLoopBound(self, eventLoop: context.eventLoop))
      switch parts.questionTurns.ask(for: person, begin: { loop.execute { here.value.turnCame() } })
      {
      case .now:
        inbox.mayAskNow()
        return true
      case .later(let number):
        inbox.waits(for: number)
        return false
      }
    }
  }

  private func turnCame() {
    guard !isClosing, inbox.turnCame() else {
      if let person = session?.person.id { parts.questionTurns.end(for: person, paying: 0) }
      return
    }
    work()
  }

  /// The socket ends, perhaps before its turn has come.
  func giveUpTurn() {
    let abandoned = inbox.giveUp()
    guard let person = session?.person.id else { return }
    switch abandoned {
    case .nothing: return
    case .waiting(let number): parts.questionTurns.giveUp(number, of: person)
    case .granted: parts.questionTurns.end(for: person, paying: 0)
    }
  }

  private func endTurn(paying cost: Double) {
    let wasInTurn = inbox.answered(paying: cost, at: .now())
    if wasInTurn, let person = session?.person.id {
      parts.questionTurns.end(for: person, paying: cost)
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
      return parts.errands.future(on: loop) {
        await answerer.authenticate(token).rendered(compressed: false)
      }
    }
    let deflates = line.deflates
    if let known = answerer.replyAtOnce(to: envelope, for: session.person, compressed: deflates) {
      return loop.makeSucceededFuture(known)
    }
    let here = NIOLoopBound(self, eventLoop: loop)
    let asker = Asker(connection: number, person: session.person.id, mask: viewer.mask) { frame in
      loop.execute { here.value.tell(frame) }
    }
    return parts.errands.future(on: loop) {
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
    case .notLookedUp:
      close(.tryAgainLater(parts.database.refusal))
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
    let told = telling.caughtUp(
      caughtUp, snapshot: snapshot, subscribed: { answerer.frame(.subscribed($0), id) },
      event: { sent, mask in sent.event.frame(sent.sight, mask: mask, prev: sent.prev) })
    tellOfDatabase()
    // One answer, however many frames: what follows it is counted against what still waits.
    if !told.answers.isEmpty { answer(.joined(told.answers)) }
    for event in told.postponed { _ = receive(event) }
    flush()
    settle()
    if caughtUp.isOld { roster.lookSoon() }
  }
}
