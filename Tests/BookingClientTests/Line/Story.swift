import BookingClient
import BookingDomain
import BookingProtocol
import BookingTesting
import LinePromise
import Testing

/// The rules of a line, told what happens; it notes what they tell, ask and do.
struct Story {
  private var rules: LineRules
  private(set) var now = at(0)
  /// Since the last look.
  private var effects: [LineRules.Effect] = []
  /// The newest socket that was to be opened.
  private(set) var socket = 0
  private(set) var server = 0
  /// The newest poll.
  private(set) var poll: (number: Int, wanted: ClientMessage.Subscription)?
  private(set) var polledServer: Int?

  var pollWait: Int { rules.pollWait }

  init(servers: Int = 1, transport: TransportChoice = .auto, seed: UInt64 = 1) {
    rules = LineRules(
      servers: servers, transport: transport, randomness: SeededRandomness(seed: seed))
  }

  static let days = SampleSpa.date...SampleSpa.date

  /// Logged in, welcomed, watching the day with bookings 1 and 2, at position 10.
  static func live(servers: Int = 1) -> Story {
    var story = Story(servers: servers)
    story.happens(.loggedIn(login(), server: 0))
    story.happens(.watch(days))
    story.opens()
    story.comesLevel()
    _ = story.told()
    _ = story.said()
    return story
  }

  mutating func happens(_ input: LineRules.Input) {
    for effect in rules.handle(input, now: now) {
      if case .openSocket(let number, let server, _) = effect {
        (socket, self.server) = (number, server)
      }
      if case .poll(let number, let server, let wanted, _) = effect {
        (poll, polledServer) = ((number, wanted), server)
      }
      effects.append(effect)
    }
    // A time in the past would wake the line again at once, for ever.
    if let next = rules.next, next <= now { Issue.record("it wants to be woken in the past") }
  }

  /// Lets time pass, waking the rules whenever they want.
  mutating func passes(milliseconds: Int64) {
    let end = Timestamp(milliseconds: now.milliseconds + milliseconds)
    while let next = rules.next, next <= end {
      now = max(now, next)
      happens(.time)
    }
    now = end
    happens(.time)
  }

  /// The first booking leaves the day that is watched.
  mutating func hearsOfAMoveToTomorrow() {
    var moved = picture(1, version: 2)
    moved.date = SampleSpa.date + 1
    hears(
      .event(
        EventMessage(
          kind: .updated, booking: 1, current: moved, customer: nil, therapist: SampleSpa.linh,
          seq: 11, prev: 10, byName: "", at: at(0))))
  }

  mutating func hears(_ message: ServerMessage, id: String? = nil) {
    happens(.socket(socket, .message(ServerEnvelope(message, id: id, timestamp: now))))
  }

  /// The line breaks and is there again; what was asked for on the way is forgotten.
  mutating func comesBack() {
    breaks()
    retries()
    opens()
    _ = said()
  }

  mutating func opens() {
    happens(.socket(socket, .opened))
    hears(welcome(serverTime: now))
  }

  /// The answer to the subscription of the whole day.
  mutating func comesLevel() {
    hears(.bookingSnapshot(snapshot([1: 1, 2: 1], seq: 10)))
    hears(subscribed(10), id: pendingSubscription)
  }

  mutating func ends(_ ending: LineRules.SocketEnding) { happens(.socket(socket, .ended(ending))) }

  mutating func breaks() { ends(.failed(sentence: "the connection was lost")) }

  /// Waits until a socket is opened again.
  mutating func retries() {
    let before = socket
    while socket == before, let next = rules.next {
      now = max(now, next)
      happens(.time)
    }
  }

  /// Breaks again and again, until polling begins.
  mutating func fallsBack() {
    for _ in 1..<RetrySchedule.attempts {
      breaks()
      retries()
    }
    breaks()
  }

  mutating func polls(_ messages: [ServerMessage]) {
    let envelopes = messages.map { ServerEnvelope($0, timestamp: now) }
    happens(.polled(poll?.number ?? 0, .answered(envelopes)))
  }

  // MARK: - What came of it, since the last look

  mutating func told() -> [ClientEvent] {
    defer { effects.removeAll { if case .tell = $0 { true } else { false } } }
    return effects.compactMap { if case .tell(let event) = $0 { event } else { nil } }
  }

  mutating func said() -> [ClientMessage] {
    defer { effects.removeAll { if case .say = $0 { true } else { false } } }
    return effects.compactMap {
      if case .say(let envelope, _) = $0 { envelope.message } else { nil }
    }
  }

  mutating func posted() -> [Command] {
    defer { effects.removeAll { if case .post = $0 { true } else { false } } }
    return effects.compactMap { if case .post(let command, _, _) = $0 { command } else { nil } }
  }

  func count(of isMeant: (LineRules.Effect) -> Bool) -> Int { effects.filter(isMeant).count }

  private var pendingSubscription: String? {
    effects.compactMap { effect -> String? in
      guard case .say(let envelope, _) = effect,
        case .subscribeBookingUpdates = envelope.message
      else { return nil }
      return envelope.id
    }.last
  }
}

extension [ClientEvent] {
  var links: [LinkState] { compactMap { if case .link(let state) = $0 { state } else { nil } } }
}

extension [ClientMessage] {
  var subscriptions: [ClientMessage.Subscription] {
    compactMap { if case .subscribeBookingUpdates(let wanted) = $0 { wanted } else { nil } }
  }

  var commands: [Command] {
    compactMap { if case .command(let command) = $0 { command } else { nil } }
  }
}
