import BookingDomain

/// Whether the other end is still there. Only received bytes prove life: a half-open connection
/// takes everything that is written to it.
package struct Heartbeat: Hashable, Sendable {
  package enum Verdict: Hashable, Sendable {
    case alive
    /// Ask: the server's own heartbeat is overdue.
    case ask
    /// The picture may be old since then.
    case stale(since: Timestamp)
    case dead
  }

  /// Milliseconds from the missed heartbeat until the picture is called stale: room for a slow
  /// network, within the 3 s that the person is promised.
  package static let grace: Int64 = 2_000
  /// Milliseconds from our ping until the connection is given up.
  package static let patience: Int64 = 10_000

  /// Milliseconds between the server's pings.
  private let interval: Int64
  private var lastHeard: Timestamp
  private var hasAsked = false
  private var isStale = false

  /// - Parameter interval: as the server said; anything outrageous is bounded to 1 s … 5 min.
  package init(interval: Int, now: Timestamp) {
    self.interval = Int64(max(1_000, min(interval, 300_000)))
    lastHeard = now
  }

  /// - Returns: whether the picture was called stale until now.
  package mutating func heard(now: Timestamp) -> Bool {
    lastHeard = max(now, lastHeard)
    hasAsked = false
    defer { isStale = false }
    return isStale
  }

  /// Each step is returned once.
  package mutating func check(now: Timestamp) -> Verdict {
    let silence = now.milliseconds(since: lastHeard)
    if silence >= interval + Self.patience { return .dead }
    if silence >= interval + Self.grace, !isStale {
      isStale = true
      return .stale(since: lastHeard)
    }
    if silence >= interval, !hasAsked {
      hasAsked = true
      return .ask
    }
    return .alive
  }

  /// When `check` has something new to say, if nothing is heard until then.
  package var next: Timestamp {
    if !hasAsked { return lastHeard + interval }
    return lastHeard + interval + (isStale ? Self.patience : Self.grace)
  }
}
