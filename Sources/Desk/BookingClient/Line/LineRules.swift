import BookingDomain
import BookingProtocol
import LinePromise

/// The whole line to the booking server as rules over time, without I/O: what happens goes in with
/// the time, what to do comes out. Sockets, HTTP and clocks stand around it, and so can a
/// simulation from a seed.
///
/// `now` is a clock of milliseconds that never jumps; what the server means by its times is told
/// apart by `serverClock`.
package struct LineRules {
  package enum Input: Sendable {
    /// `server` is the one that the person logged in at; the line begins with it.
    case loggedIn(LoginAnswer, server: Int)
    case watch(ClosedRange<LocalDate>)
    case send(Command)
    case hold(HeldSlot?)
    /// Sockets are told apart by the number they were opened with.
    case socket(Int, SocketEvent)
    case polled(Int, HTTPOutcome)
    case posted(RequestID, HTTPOutcome)
    /// Nothing happened but time: `next` has come.
    case time
  }

  package enum SocketEvent: Hashable, Sendable {
    case opened
    /// Bytes came, whatever they are.
    case heard
    case message(ServerEnvelope)
    /// A message came that is none of the protocol's; `detail` says what is wrong with it.
    case unreadable(detail: String)
    case ended(SocketEnding)
  }

  package enum SocketEnding: Hashable, Sendable {
    /// `reason` is the server's sentence, or empty.
    case closed(code: UInt16, reason: String)
    case failed(sentence: String)
    /// Nobody listens there.
    case absent(sentence: String)
    /// The answer to the handshake was another than yes.
    case refused(status: Int, sentence: String)
    case distrusted(sentence: String)
  }

  package enum HTTPOutcome: Hashable, Sendable {
    case answered([ServerEnvelope])
    /// The answer came, and is none of the protocol's.
    case unreadable(detail: String)
    case failed(sentence: String)
    case refused(status: Int, sentence: String)
    case distrusted(sentence: String)
  }

  package enum Effect: Sendable {
    case openSocket(Int, server: Int, ClientSession)
    case say(ClientEnvelope, socket: Int)
    case ping(socket: Int)
    case dropSocket(Int)
    case poll(Int, server: Int, ClientMessage.Subscription, ClientSession)
    case cancelPoll(Int)
    case post(Command, server: Int, ClientSession)
    case tell(ClientEvent)
  }

  let transport: TransportChoice
  var randomness: any RandomNumberGenerator
  var servers: ServerChoice
  var session: ClientSession?
  var lastPerson: Person?
  var connection = Connection()
  var polling = Polling()
  var posting = Posting()
  var commands = WaitingCommands()
  var followed = FollowedDays()
  var link: LinkState?
  var otherDesks = OtherDesks()
  var serverClock = ServerClock()
  var database = DatabaseWord()
  var effects: [Effect] = []

  package init(
    servers: Int, transport: TransportChoice = .auto, randomness: any RandomNumberGenerator
  ) {
    self.servers = ServerChoice(of: servers)
    (self.transport, self.randomness) = (transport, randomness)
  }

  package mutating func handle(_ input: Input, now: Timestamp) -> [Effect] {
    switch input {
    case .loggedIn(let answer, let server):
      servers.begin(at: server)
      loggedIn(answer, now)
    case .watch(let days): watch(days, now)
    case .send(let command): send(command)
    // Best effort: while the line is down it is dropped, since the slot may be another's by then.
    case .hold(let slot): if connection.isUsable { say(.hold(slot)) }
    case .socket(let number, let event) where number == connection.number:
      socket(event, now)
    case .polled(let number, let outcome) where number == polling.number:
      polled(outcome, now)
    case .posted(let id, let outcome): posted(id, outcome, now)
    case .socket, .polled, .time: break
    }
    advance(to: now)
    defer { effects = [] }
    return effects
  }

  /// Seconds that the server is to hold the poll that is sent now.
  package var pollWait: Int { polling.wait }

  /// When to come back with `.time`, if nothing happens before.
  package var next: Timestamp? {
    let expiry = commands.nextExpiry.map { $0 + -serverClock.offset }
    var times = [expiry]
    if session != nil {
      times += [connection.next, polling.next, followed.asksAgain]
      if connection.isUsable { times += [followed.acknowledgementDue, commands.nextResend] }
      if polling.isOn { times += [posting.next(of: commands)] }
    }
    return times.compactMap { $0 }.min()
  }

  /// Does what is due.
  private mutating func advance(to now: Timestamp) {
    for id in commands.expire(serverTime: now + serverClock.offset) { tell(.expired(id)) }
    guard let session else { return }
    if connection.opensNow(at: now) {
      effects.append(.openSocket(connection.number, server: servers.current, session))
    }
    checkHeartbeat(now)
    checkPolling(now)
    if connection.isUsable { sendWhatIsDue(now) }
  }

  mutating func tell(_ event: ClientEvent) { effects.append(.tell(event)) }

  mutating func tell(link state: LinkState) {
    guard state != link else { return }
    link = state
    tell(.link(state))
  }

  private mutating func send(_ command: Command) {
    guard !commands.add(command) else { return }
    let sentence = "Too many changes are waiting for the server already; wait until it is back."
    tell(.refused(command.id, Refusal(.tooMany, sentence), current: nil))
  }
}
