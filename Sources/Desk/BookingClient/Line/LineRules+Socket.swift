import BookingDomain
import BookingProtocol
import LinePromise

/// The WebSocket: from opening to its end.
extension LineRules {
  mutating func socket(_ event: SocketEvent, _ now: Timestamp) {
    switch event {
    case .opened: connection.opened(at: now)
    case .heard: heard(now)
    case .message(let envelope):
      heard(now)
      let isFirst = connection.delivered()
      if isFirst { becameUsable(now) }
      received(envelope, now)
      // Whatever the first message is: if the welcome was lost on the way, nothing else would ask
      // for the days.
      if isFirst, session != nil { subscribe(now) }
    case .unreadable(let detail):
      heard(now)
      // Where not even the welcome can be read, this server does not speak our language.
      guard connection.isUsable else {
        dropSocket()
        return lost("the server's messages cannot be read (\(detail.prefix(200)))", now)
      }
      cannotRead(detail, now)
    case .ended(let ending): ended(ending, now)
    }
  }

  private mutating func heard(_ now: Timestamp) {
    if connection.heard(at: now) { tellWhetherLive() }
  }

  private mutating func becameUsable(_ now: Timestamp) {
    stopPolling()
    // Orders that polling had sent may still be answered or not. They are sent again under the same
    // ids, which can do no harm.
    disconnected()
    connection.beats(every: Self.usualHeartbeat, now: now)
  }

  /// Milliseconds between pings, where the server does not say.
  private static let usualHeartbeat = 15_000

  func isLive() -> Bool { connection.isUsable && followed.isCaughtUp }

  mutating func tellWhetherLive() { if isLive() { tell(link: .live) } }

  private mutating func ended(_ ending: SocketEnding, _ now: Timestamp) {
    switch ending {
    // RFC 6455, 7.4.1: 1008 is a broken policy; the guide closes with it whoever has no session.
    case .closed(1008, let reason), .refused(401, let reason): endSession(reason)
    case .closed(let code, let reason):
      lost(reason.isEmpty ? "the server closed the connection (\(code))" : reason, now)
    case .refused(let status, let sentence) where Self.isFinal(status):
      lost(sentence, now, .unsupported)
    case .failed(let sentence), .refused(_, let sentence): lost(sentence, now)
    case .absent(let sentence): lost(sentence, now, .absent)
    case .distrusted(let sentence):
      disconnected()
      connection.distrusted(at: now)
      tell(link: .refused(reason: sentence))
    }
  }

  /// Whether somebody who answers with this carries no WebSockets, instead of being in trouble or
  /// having too much to do: the server has them switched off, or a proxy lets none pass.
  private static func isFinal(_ status: Int) -> Bool {
    (300..<500).contains(status) && ![408, 425, 429].contains(status) || status == 501
  }

  mutating func lost(_ reason: String, _ now: Timestamp, _ loss: Connection.Loss = .other) {
    // While polling works, polling chooses the server.
    if !polling.isOn { servers.tryNext() }
    disconnected()
    let next = connection.ended(at: now, loss, using: &randomness)
    // While polling works, only polling says what state the link is in.
    if polling.isOn { return }
    if connection.retry.hasFallenBack, transport == .auto { polling.begin(at: now) }
    tell(link: .reconnecting(attempt: connection.retry.failures, nextTry: next, reason: reason))
  }

  mutating func checkHeartbeat(_ now: Timestamp) {
    switch connection.check(at: now) {
    case .alive: break
    case .ask: effects.append(.ping(socket: connection.number))
    case .stale(let since): tell(link: .stale(since: since))
    case .dead:
      dropSocket()
      lost("nothing was heard from the server any more", now)
    }
  }

  mutating func dropSocket() {
    switch connection.state {
    case .idle, .waiting: break
    case .opening, .opened, .usable: effects.append(.dropSocket(connection.number))
    }
  }

  mutating func sendWhatIsDue(_ now: Timestamp) {
    if let asksAgain = followed.asksAgain, asksAgain <= now { subscribe(now) }
    for command in commands.takeUnsent(now: now) { say(.command(command)) }
    if let seq = followed.takeDueAcknowledgement(now: now) {
      say(.eventAck(seq: seq))
    }
  }

  mutating func say(_ message: ClientMessage, id: String? = nil) {
    effects.append(.say(ClientEnvelope(message, id: id), socket: connection.number))
  }
}
