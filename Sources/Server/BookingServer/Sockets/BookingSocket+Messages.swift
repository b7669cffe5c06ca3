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
      // Once, and not for each of thousands.
      if !isHeldBack { problem("Too many messages at once; slow down.") }
      return holdBack()
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
      if case .subscribeBookingUpdates(let wanted) = envelope.message { countAnew(wanted) }
      // Of days asked for while they wait for their turn, those asked for last are wanted.
      if isPausing, envelope.isAboutDays { inbox.removeAll { $0.isAboutDays } }
      inbox.append(envelope)
      work()
    }
  }

  /// A board that asks for the same days from nothing has found that its picture and our digest
  /// differ.
  private func countAnew(_ wanted: ClientMessage.Subscription) {
    let days = [wanted.from, wanted.to].hashValue | 1
    if wanted.after == nil, days == daysAsked { parts.metrics.count(.boardsReadAnew) }
    daysAsked = days
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
      let reply = try? result.get()
      self.endTurn(paying: reply?.cost ?? 0)
      self.forgetQuestions()
      if let reply { self.carryOut(reply) }
      self.work()
    }
  }

  private var isPausing: Bool {
    switch turn {
    case .pausing, .waiting: true
    case .none, .granted: false
    }
  }

  /// What came first; questions wait for their turn, and orders pass them.
  private func nextMessage(_ context: ChannelHandlerContext) -> ClientEnvelope? {
    let mayAsk = mayAsk(context)
    guard let index = inbox.firstIndex(where: { mayAsk || !$0.isQuestion }) else { return nil }
    let next = inbox.remove(at: index)
    if next.isQuestion, turn == .granted {
      turn = .none
      isTurnTaken = true
    }
    if inbox.isEmpty { inbox = [] }
    return next
  }

  /// Whether a question may be asked now; else `work` is called when it may.
  private func mayAsk(_ context: ChannelHandlerContext) -> Bool {
    if turn == .granted { return true }
    guard turn == .none, inbox.contains(where: \.isQuestion) else { return false }
    // Nobody is known yet, and it will not be answered.
    guard let person = session?.person.id else { return true }
    let pause = budget?.pause(at: .now()) ?? .zero
    guard pause <= .zero else {
      turn = .pausing
      context.eventLoop.assumeIsolated().scheduleTask(in: pause) {
        if self.turn == .pausing { self.turn = .none }
        self.work()
      }
      return false
    }
    let (loop, here) = (context.eventLoop, NIOLoopBound(self, eventLoop: context.eventLoop))
    switch parts.questionTurns.ask(for: person, begin: { loop.execute { here.value.turnCame() } }) {
    case .now:
      turn = .granted
      return true
    case .later(let number):
      turn = .waiting(number)
      return false
    }
  }

  private func turnCame() {
    guard !isClosing, case .waiting = turn, inbox.contains(where: \.isQuestion) else {
      turn = .none
      if let person = session?.person.id { parts.questionTurns.end(for: person, paying: 0) }
      return
    }
    turn = .granted
    work()
  }

  /// The socket ends before its turn has come.
  func giveUpTurn() {
    defer { turn = .none }
    guard let person = session?.person.id else { return }
    switch turn {
    case .none, .pausing: return
    case .waiting(let number): parts.questionTurns.giveUp(number, of: person)
    case .granted: parts.questionTurns.end(for: person, paying: 0)
    }
  }

  private func endTurn(paying cost: Double) {
    guard isTurnTaken, let person = session?.person.id else { return }
    isTurnTaken = false
    parts.questionTurns.end(for: person, paying: cost)
    let now = NIODeadline.now()
    var budget = budget ?? ReadingBudget(ReadingBudget.connection, now: now)
    budget.pay(cost, at: now)
    self.budget = budget
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
    let asker = Asker(connection: number, person: session.person.id, mask: viewer.mask) { frame in
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

  /// Whether days have to be read or free time worked out for it.
  fileprivate var isQuestion: Bool {
    switch message {
    case .subscribeBookingUpdates, .subscribeTherapistSchedule, .requestAvailability: true
    default: false
    }
  }
}
