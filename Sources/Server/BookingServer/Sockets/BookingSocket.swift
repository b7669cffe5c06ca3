import BookingDomain
import BookingProtocol
import BookingStore
import Logging
import NIOCore
import WebSocket

/// One client's WebSocket. Everything here happens on the connection's event loop; what has to
/// wait for the database is a task of `MessageAnswerer`, one at a time, so that answers come in the
/// order of the questions.
final class BookingSocket: ChannelDuplexHandler, ServedSocket {
  typealias InboundIn = WebSocketEvent
  typealias InboundOut = Never
  typealias OutboundIn = WebSocketFrameBytes
  typealias OutboundOut = WebSocketFrameBytes

  /// How a socket begins. It is forgotten afterwards, so that a socket at rest keeps its session
  /// only once.
  indirect enum Entry: Sendable {
    case session(StoredSession)
    /// No session was shown; the first message has to.
    case unknown
    /// A session was shown, and it is not the one for this path.
    case unauthorized
  }

  let number: Int64
  let parts: ServerParts
  let answerer: MessageAnswerer
  let path: SocketPath
  let roster: Roster
  /// The WebSocket under this handler.
  let line: WebSocketHandler
  private var entry: Entry?
  /// Where it is from, as sockets are counted; nil for those that are not.
  private let network: Network?

  var context: ChannelHandlerContext?
  var rules: ConnectionRules
  var session: StoredSession?
  var admittedAt: NIODeadline?
  var telling: SocketTelling<WebSocketFrameBytes>
  var inbox = SocketInbox()
  var pace = ReadPace()
  var hold = SoftHold()
  var outage = OutageNotice()
  var isClosing = false
  /// The connection has ended.
  private(set) var isOver = false
  var lane: WebSocketLane { line.lane }
  var viewer: Viewer? { telling.viewer }
  var isOutOfDate: Bool { !telling.stream.isFresh }
  var sessionDue: Timestamp? { rules.sessionDue }
  var behind: Int64? {
    if isInStep { telling.stream.sent(lane.mark) }
    return telling.stream.behind
  }
  var waitingBytes: Int { telling.waitingBytes }
  private var deadline: Scheduled<Void>?

  init(
    number: Int64, parts: ServerParts, path: SocketPath, roster: Roster, line: WebSocketHandler,
    entry: Entry, network: Network?
  ) {
    self.number = number
    self.parts = parts
    self.answerer = MessageAnswerer(parts: parts)
    self.path = path
    self.roster = roster
    self.line = line
    self.entry = entry
    self.network = network
    rules = ConnectionRules(
      limits: parts.limits, sessionRules: parts.sessions.rules, now: .now())
    telling = SocketTelling(
      coalesceAboveBytes: parts.limits.coalesceAboveBytes,
      closeAboveBytes: parts.limits.closeAboveBytes)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    roster.join(self)
    defer { entry = nil }
    switch entry {
    case .session(let session): authenticated(session)
    case .unauthorized, nil: authenticated(nil)
    case .unknown:
      deadline = context.eventLoop.assumeIsolated().scheduleTask(
        in: TimeAmount(parts.limits.authentication)
      ) {
        self.close(.policy("No session was shown in time: log in and send AUTHENTICATE."))
      }
    }
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
  }

  /// Takes the session, or turns the client away as the guide says.
  func authenticated(_ found: StoredSession?) {
    guard let found, path.isFor(found.person), let key = AudienceKey(found.person) else {
      return close(.policy("Unauthorized"))
    }
    guard parts.doors.isOf(found.person.id) else {
      return close(.tryAgainLater("Too many connections of yours are open; close some."))
    }
    deadline?.cancel()
    parts.metrics.count(.socketsOpened, found.person.role.userType)
    admittedAt = .now()
    telling.viewer = Viewer(person: found.person)
    renewed(found)
    parts.hub.socketAdmitted()
    parts.log.info(
      "socket opened",
      metadata: [
        "connection": .stringConvertible(number), "user": "\(path.userType)/\(path.userID)",
      ])
    answer(answerer.frame(.connectionEstablished(parts.welcome(connection: number))))
    roster.admit(self, as: key)
  }
}

// MARK: - The channel

extension BookingSocket {
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    rules.heard(at: .now())
    switch unwrapInboundIn(data) {
    case .text(let text): received(text)
    case .binary: close(WebSocketClose(1003, "Messages are JSON text."))
    case .ping, .pong: if !rules.admitsSign(at: .now()) { pause() }
    case .closed(let close): ended(close)
    }
  }

  func read(context: ChannelHandlerContext) {
    if pace.asksToRead(isInboxFull: inbox.isFull) { context.read() }
  }

  func readOn() { if pace.takeOwedRead(isInboxFull: inbox.isFull) { context?.read() } }

  /// Whoever sends too much is read from less often.
  func pause() {
    guard let context, let pause = pace.pause() else { return }
    readOn(after: pause, on: context.eventLoop)
  }

  private func readOn(after pause: TimeAmount, on loop: any EventLoop) {
    loop.assumeIsolated().scheduleTask(in: pause) {
      if let longer = self.pace.pauseIsOver() {
        self.readOn(after: longer, on: loop)
      } else {
        self.readOn()
      }
    }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable { drainQueue() }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    parts.log.debug(
      "socket error", metadata: ["connection": .stringConvertible(number), "error": "\(error)"])
    context.close(promise: nil)
  }

  /// Says why and ends. The reason is a sentence that the person gets to read.
  func close(_ close: WebSocketClose) {
    guard !isClosing, let context else { return }
    isClosing = true
    context.triggerUserOutboundEvent(WebSocketOrder.close(close), promise: nil)
  }

  private func ended(_ close: WebSocketClose) {
    isClosing = true
    deadline?.cancel()
    giveUpTurn()
    releaseSlot()
    roster.leave(self, as: session.flatMap { AudienceKey($0.person) })
    parts.hub.socketClosed()
    parts.doors.closeSocket(from: network, of: session?.person.id)
    parts.metrics.count(.socketsClosed, "\(close.code)")
    isOver = true
    forgetQuestions()
    var metadata: Logger.Metadata = [
      "connection": .stringConvertible(number), "code": .stringConvertible(close.code),
      "reason": "\(close.reason)",
    ]
    metadata["behind"] = telling.stream.behind.map { .stringConvertible($0) }
    parts.log.info("socket closed", metadata: metadata)
  }

  /// Also what is answered after the connection has ended.
  func forgetQuestions() {
    guard isOver, let person = session?.person.id else { return }
    let (questions, number) = (parts.questions, number)
    Task { await questions.forget(number, of: person) }
  }
}
