import BookingDomain
import BookingProtocol
import LinePromise
import NIOCore
import NIOHTTP1

/// Does what `LineRules` says: sockets, requests and the clock around the rules. Belongs to its
/// event loop.
final class LineDriver {
  let connector: Connector
  private let addresses: [ServerAddress]
  private let clock: @Sendable () -> Timestamp
  private let events: EventQueue
  private var rules: LineRules
  private var socket: (number: Int, socket: LineSocket)?
  private var poll: (number: Int, call: HTTPCall)?
  private var posts: [RequestID: HTTPCall] = [:]
  private var asked: [Int: HTTPCall] = [:]
  private var questions = 0
  private var alarm: Scheduled<Void>?
  private var isClosed = false

  init(
    _ addresses: [ServerAddress], _ transport: TransportChoice, _ connector: Connector,
    _ events: EventQueue, randomness: any RandomNumberGenerator,
    clock: @escaping @Sendable () -> Timestamp
  ) {
    self.addresses = addresses
    self.connector = connector
    self.events = events
    self.clock = clock
    rules = LineRules(
      servers: addresses.count, transport: transport, randomness: randomness)
  }

  func handle(_ input: LineRules.Input) {
    guard !isClosed else { return }
    for effect in rules.handle(input, now: clock()) { perform(effect) }
    setAlarm()
  }

  typealias OpenSession = (session: ClientSession, address: ServerAddress)

  /// The session that is to be logged out from in the end, and where.
  var openSession: OpenSession? { rules.session.map { ($0, addresses[rules.servers.current]) } }

  /// Ends everything that is under way. Returns the session to log out from.
  func close() -> OpenSession? {
    isClosed = true
    alarm?.cancel()
    socket?.socket.drop()
    poll?.call.cancel()
    for call in posts.values { call.cancel() }
    events.end()
    return openSession
  }

  /// One question beside the line, to the server that it is on.
  /// - Parameter body: what is asked, where it does not stand in the path.
  func ask(
    _ path: String, posting body: [UInt8]? = nil,
    _ ending: @escaping (Result<HTTPCall.Answer, TransportFailure>) -> Void
  ) {
    guard !isClosed, let session = rules.session else {
      return ending(.failure(TransportFailure("nobody is logged in")))
    }
    questions += 1
    let number = questions
    let request = HTTPCall.Request(
      method: body == nil ? .GET : .POST, path: path, token: session.token, body: body)
    let call = HTTPCall(request, to: addresses[rules.servers.current]) { [weak self] result in
      self?.asked[number] = nil
      ending(result)
    }
    asked[number] = call
    call.start(connector)
  }

  private func setAlarm() {
    alarm?.cancel()
    guard let next = rules.next else { return }
    let delay = max(0, next.milliseconds(since: clock()))
    alarm = connector.loop.assumeIsolated().scheduleTask(in: .milliseconds(delay)) {
      self.handle(.time)
    }
  }

  private func perform(_ effect: LineRules.Effect) {
    switch effect {
    case .tell(let event): events.append(event)
    case .openSocket(let number, let server, let session):
      openSocket(number, addresses[server], session)
    case .say(let envelope, let number):
      socket(number)?.say(ClientCoding.encode(envelope, timestamp: clock()))
    case .ping(let number): socket(number)?.ping()
    case .dropSocket(let number):
      socket(number)?.drop()
      if socket?.number == number { socket = nil }
    case .poll(let number, let server, let wanted, let session):
      startPoll(number, addresses[server], .events(wanted, session, wait: rules.pollWait))
    case .cancelPoll(let number):
      if poll?.number == number { poll?.call.cancel() }
    case .post(let command, let server, let session):
      post(command, addresses[server], session)
    }
  }

  private func socket(_ number: Int) -> LineSocket? {
    socket?.number == number ? socket?.socket : nil
  }

  private func openSocket(_ number: Int, _ address: ServerAddress, _ session: ClientSession) {
    let new = LineSocket(to: address, for: session) { [weak self] event in
      self?.handle(.socket(number, event))
    }
    socket = (number, new)
    new.start(connector)
  }

  private func startPoll(_ number: Int, _ address: ServerAddress, _ request: HTTPCall.Request) {
    let call = HTTPCall(request, to: address) { [weak self] result in
      self?.handle(.polled(number, LineRules.HTTPOutcome(result)))
    }
    poll = (number, call)
    call.start(connector)
  }

  private func post(_ command: Command, _ address: ServerAddress, _ session: ClientSession) {
    let call = HTTPCall(.command(command, session, now: clock()), to: address) {
      [weak self] result in
      self?.posts[command.id] = nil
      self?.handle(.posted(command.id, LineRules.HTTPOutcome(result)))
    }
    posts[command.id] = call
    call.start(connector)
  }
}
