import BookingDomain
import NIOCore
import WebSocket

/// Life, rate and session of one socket over time, without I/O: what was heard and what the clocks
/// show in, what to do out. Life is counted on the monotonic clock, since a corrected wall clock
/// must not end anybody's connection; sessions on the wall clock, since they are dates.
struct ConnectionRules {
  enum Step: Hashable {
    case ping
    /// The session is about to end, as far as this connection knows: look it up.
    case checkSession
    case close(WebSocketClose)
  }

  private let heartbeat: TimeAmount
  private let sessionRules: SessionRules
  private var lastHeard: NIODeadline
  private let begun: NIODeadline
  private var lastPing: NIODeadline?
  private var messages: TokenBucket
  /// Pings and pongs have a rate of their own: a client that only answers our pings has sent no
  /// message.
  private var signs: TokenBucket
  private var expiry: Timestamp?
  /// The expiry that the person has been warned of.
  private var warnedOf: Timestamp?

  init(
    limits: ServerConfiguration.Limits, sessionRules: SessionRules, now: NIODeadline
  ) {
    heartbeat = TimeAmount(limits.heartbeat)
    self.sessionRules = sessionRules
    lastHeard = now
    begun = now
    messages = TokenBucket(
      capacity: limits.messageBurst, perSecond: limits.messagesPerSecond, now: now)
    signs = messages
  }

  /// Only received bytes prove life.
  mutating func heard(at now: NIODeadline) { lastHeard = now }

  mutating func sessionLasts(until expiry: Timestamp) {
    self.expiry = expiry
    if let warnedOf, expiry > warnedOf { self.warnedOf = nil }
  }

  /// Whether one more message is within the rate.
  mutating func admitsMessage(at now: NIODeadline) -> Bool { messages.take(at: now) }

  /// Whether one more ping or pong is.
  mutating func admitsSign(at now: NIODeadline) -> Bool { signs.take(at: now) }

  /// When the session has to be looked up, as far as this connection knows.
  var sessionDue: Timestamp? {
    expiry.map { warnedOf == $0 ? $0 : sessionRules.warningTime(before: $0) }
  }

  /// To be asked about once a heartbeat at least; more often does no harm.
  mutating func tick(at now: NIODeadline, wallClock: Timestamp) -> [Step] {
    // A ping can be lost with a moment's outage; three in a row are a dead line.
    if now - lastHeard >= heartbeat * 3 {
      return [.close(.goingAway("Nothing was heard from you for too long; connect again."))]
    }
    var steps: [Step] = []
    // Rounds differ a little. The first ping comes with the first round, since the client counts from
    // the beginning.
    let next = lastPing.map { $0 + .nanoseconds(heartbeat.nanoseconds * 3 / 4) }
    if now > begun, next.map({ now >= $0 }) ?? true {
      lastPing = now
      steps.append(.ping)
    }
    if let expiry, warnedOf != expiry,
      wallClock >= expiry || sessionRules.isExpiring(expiry, at: wallClock)
    {
      warnedOf = wallClock >= expiry ? nil : expiry
      steps.append(.checkSession)
    }
    return steps
  }
}
