import BookingClient
import BookingDomain
import BookingProtocol
import BookingStore
import LinePromise
import NIOCore
import WebSocket

@testable import BookingServer

/// A message that waits to be written, not encoded.
struct SimulatedFrame: WaitingFrame {
  let envelope: ServerEnvelope
  var byteCount: Int { 300 }
}

/// The server's end of one WebSocket: the real `SocketTelling`, `ConnectionRules` and `MessageAnswerer`
/// where `BookingSocket` puts a channel around them.
final class SimulatedSocket {
  let number: Int64
  let link: SimulatedLink
  let server: SimulatedServer
  let session: StoredSession
  let key: AudienceKey
  private var telling: SocketTelling<SimulatedFrame>
  private var rules: ConnectionRules
  private var inbox: [ClientEnvelope] = []
  private var isWorking = false
  private var isClosing = false
  private var isStalled = false
  /// Bookings whose news wait, for the bug that drops the newest.
  private var stalledNews: Set<BookingID> = []

  init(
    number: Int64, link: SimulatedLink, server: SimulatedServer, session: StoredSession,
    key: AudienceKey
  ) {
    (self.number, self.link, self.server) = (number, link, server)
    (self.session, self.key) = (session, key)
    let limits = server.parts.limits
    telling = SocketTelling(
      coalesceAboveBytes: limits.coalesceAboveBytes, closeAboveBytes: limits.closeAboveBytes)
    telling.viewer = Viewer(person: session.person)
    rules = ConnectionRules(
      limits: limits, sessionRules: server.parts.sessions.rules, now: server.world.deadline)
  }

  var person: Person { session.person }
  var isAlive: Bool { server.isAlive && !isClosing }
  private var world: World { server.world }

  func welcome() {
    answer(
      server.parts.envelope(.connectionEstablished(server.parts.welcome(connection: number))))
  }

  // MARK: - In

  func heard() { rules.heard(at: world.deadline) }

  func received(_ envelope: ClientEnvelope) {
    heard()
    guard isAlive else { return }
    if case .eventAck = envelope.message { return }
    inbox.append(envelope)
    work()
  }

  /// The log cannot be followed from where this socket stood: it gets its days anew.
  func subscribeAnew() {
    guard isAlive else { return }
    telling.mustRenew = true
    work()
  }

  private func work() {
    guard !isWorking, isAlive, !telling.hasAnswers else { return }
    let renewal = telling.takeRenewal()
    guard renewal != nil || !inbox.isEmpty else { return }
    let next = world.bugs.received(renewal ?? inbox.removeFirst())
    isWorking = true
    if case .subscribeBookingUpdates = next.message {
      if !world.bugs.has(.nothingHeldWhileCatchingUp) { telling.stream.beginCatchingUp() }
    }
    world.after(world.random(0...10)) { [self] in
      guard isAlive else { return }
      let asker = Asker(connection: number, person: person.id, mask: .init(person.role)) { _ in }
      let reply = await server.desk.reply(to: next, from: session, asker: asker)
      guard !world.killIfStruck(), isAlive else { return }
      world.after(world.random(0...40)) { [self] in
        isWorking = false
        guard isAlive else { return }
        carryOut(reply)
        work()
      }
    }
  }

  private func carryOut(_ reply: SocketReply<ServerEnvelope>) {
    switch reply {
    case .nothing, .authenticated, .notLookedUp: break
    case .messages(let messages, _):
      for message in messages { answer(world.bugs.answered(message)) }
    case .notSubscribed(let message):
      answer(message)
      for event in telling.stream.endCatchingUp() { receive(event) }
    case .sessionEnded(let message):
      answer(world.bugs.answered(message))
      close(code: 1008, "Your session was ended; log in again.")
    case .caughtUp(let caughtUp, let snapshot, let id):
      if caughtUp.isOld { world.servedOld.insert(person.id) }
      let told = telling.caughtUp(
        world.bugs.corrupt(caughtUp, for: person),
        snapshot: snapshot.map { SimulatedFrame(envelope: $0) },
        subscribed: { [server] in
          SimulatedFrame(envelope: server.parts.envelope(.subscribed($0), id: id))
        },
        event: { SimulatedFrame(envelope: $0.event.message($0.sight, mask: $1, prev: $0.prev)) })
      var answers = world.bugs.corruptReplay(told.answers.map(\.envelope), caughtUp, person)
      if world.bugs.has(.liveBeforeReplay) {
        if let last = answers.popLast() { answers.insert(last, at: 0) }
        if let last = answers.first { answer(last) }
        for event in told.postponed { receive(event) }
        for message in answers.dropFirst() { answer(message) }
        return
      }
      for message in answers { answer(message) }
      for event in told.postponed { receive(event) }
    }
  }

  // MARK: - Out

  func receive(_ event: PreparedEvent) {
    guard isAlive else { return }
    if world.bugs.has(.noGoneOnReassignment), let viewer = telling.viewer,
      EventSight(event.event, current: event.current, for: viewer) == .gone
    {
      return
    }
    if world.bugs.has(.latestWinsDropsNewest), isStalled, let booking = event.event.booking,
      !stalledNews.insert(booking).inserted
    {
      return
    }
    carryOut(telling.receive(event, canWrite: !isStalled))
  }

  func news(_ message: ServerMessage) {
    carryOut(
      telling.offer(
        .news(SimulatedFrame(envelope: server.parts.envelope(message))), canWrite: !isStalled))
  }

  private func answer(_ envelope: ServerEnvelope) {
    carryOut(telling.offer(.answer(SimulatedFrame(envelope: envelope)), canWrite: !isStalled))
  }

  private func carryOut(_ step: SocketTelling<SimulatedFrame>.Step) {
    switch step {
    case .nothing: break
    case .write(let leaving): write(leaving)
    case .close(let sentence): close(code: 1013, sentence)
    }
  }

  private func write(_ leaving: SocketTelling<SimulatedFrame>.Leaving) {
    switch leaving {
    case .frame(let frame): link.send(frame.envelope)
    case .event(let prepared, let sight, let mask, let prev):
      let mask = world.bugs.has(.maskMissingLive) ? .staff : mask
      link.send(prepared.message(sight, mask: mask, prev: prev))
    }
  }

  /// The client reads nothing for a while.
  func stall(for milliseconds: Int64) {
    guard !isStalled else { return }
    isStalled = true
    stalledNews = []
    world.after(milliseconds) { [self] in
      isStalled = false
      while isAlive, let leaving = telling.next() { write(leaving) }
      work()
    }
  }

  // MARK: - Time and end

  func tick() async {
    guard isAlive else { return }
    for step in rules.tick(at: world.deadline, wallClock: world.serverTime) {
      switch step {
      case .ping:
        link.toClient(.heard)
        await sendDigest()
        // The client's WebSocket answers by itself.
        if link.isOpen { heard() }
      case .close(let reason): close(code: reason.code, reason.reason)
      case .checkSession: break
      }
    }
    if server.parts.database.isAvailable, telling.stream.beginRenewing() { subscribeAnew() }
  }

  private func sendDigest() async {
    guard world.verifies, let viewer = telling.viewer, let days = viewer.days, telling.isLevel,
      let digest = await server.parts.digests.digest(of: days, for: viewer.person),
      isAlive, server.isLevel(at: digest.position), telling.isLevel, telling.viewer?.days == days
    else { return }
    news(.boardDigest(digest))
  }

  func close(code: UInt16, _ reason: String) {
    guard !isClosing else { return }
    link.toClient(.ended(.closed(code: code, reason: reason)))
    ended()
  }

  func ended() {
    isClosing = true
    inbox = []
    server.leave(self)
  }
}
