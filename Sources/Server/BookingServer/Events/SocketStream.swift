import BookingDomain

/// How far one socket is in the stream of events. Pure; the socket writes what it says.
struct SocketStream {
  private enum State {
    /// Never subscribed: only own bookings are told of, as they come.
    case unsubscribed
    /// Everything up to here has been sent.
    case live(last: Int64)
  }

  /// How the client's picture stands to the database.
  private enum Age {
    case fresh
    /// It was the last one at hand while the database was away, and what happened since is missing.
    case old
    /// A new one was asked for.
    case renewing
  }

  private var state = State.unsubscribed
  /// Events that come while a subscription is being answered wait here: they may be part of the
  /// answer, or follow it. Nil while none is.
  private var postponed: [PreparedEvent]?
  private var age = Age.fresh
  /// Far more than happens while one query runs; past it the client connects anew.
  private static let postponedAtMost = 4_096

  /// What to do with an event.
  enum Take {
    case tell
    case postpone
    /// It was part of what the client has already.
    case skip
    /// The subscription takes too long to answer.
    case giveUp
  }

  mutating func take(_ event: PreparedEvent) -> Take {
    if let postponed {
      guard postponed.count < Self.postponedAtMost else { return .giveUp }
      self.postponed?.append(event)
      return .postpone
    }
    // Sent on top of an old picture, it would move the client's position past events that the
    // client never got. The new picture, which is on its way, has them.
    guard age == .fresh else { return .skip }
    if case .live(let last) = state, event.event.seq <= last { return .skip }
    return .tell
  }

  /// Whether the client's picture is as new as the log.
  var isFresh: Bool { age == .fresh }

  /// - Returns: true once for an old picture: it is to be asked for anew.
  mutating func beginRenewing() -> Bool {
    guard age == .old else { return false }
    age = .renewing
    return true
  }

  /// While a subscription is being answered nobody knows how far the client is.
  var isCatchingUp: Bool { postponed != nil }

  /// A subscription was asked for and is being worked out.
  mutating func beginCatchingUp() { postponed = postponed ?? [] }

  /// The client has been sent everything up to `position`.
  /// - Parameter isOld: whether it is the last picture from before the database went away, so that
  ///   a new one has to follow.
  /// - Returns: the events that came meanwhile, to be taken now.
  mutating func caughtUp(at position: Int64, isOld: Bool = false) -> [PreparedEvent] {
    state = .live(last: position)
    age = isOld ? .old : .fresh
    // Numbers of another epoch count from elsewhere.
    acknowledged = acknowledged.map { min($0, position) }
    return endCatchingUp()
  }

  /// There was no answer; what was there before goes on.
  mutating func endCatchingUp() -> [PreparedEvent] {
    defer { postponed = nil }
    if age == .renewing { age = .old }
    return postponed ?? []
  }

  /// `prev` of the next event; nil where the client keeps no position.
  var prev: Int64? {
    if case .live(let last) = state { last } else { nil }
  }

  /// How far the client says it has come. A number past what was sent to it is ignored.
  private var acknowledged: Int64?

  mutating func acknowledged(_ seq: Int64) {
    guard case .live(let last) = state, seq <= last else { return }
    acknowledged = max(seq, acknowledged ?? seq)
  }

  /// How many log positions the client is behind what was sent; nil where it acknowledges nothing.
  var behind: Int64? {
    guard case .live(let last) = state, let acknowledged else { return nil }
    return max(0, last - acknowledged)
  }

  mutating func sent(_ seq: Int64) {
    if case .live(let last) = state { state = .live(last: max(last, seq)) }
  }
}
