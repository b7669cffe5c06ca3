import BookingDomain

/// One WebSocket after the other: when the next is opened, when one has proved itself, when it is
/// given up. "Usable" means that a message was received: a proxy may open a socket and carry
/// nothing.
package struct Connection: Sendable {
  package enum State: Hashable, Sendable {
    /// Nobody is logged in, or it is over.
    case idle
    case waiting(until: Timestamp)
    case opening(since: Timestamp)
    /// The server agreed to a WebSocket and has said nothing yet.
    case opened(since: Timestamp)
    case usable
  }

  /// How one came to its end.
  package enum Loss: Hashable, Sendable {
    /// Nobody listens where the server was.
    case absent
    /// What answers there has no WebSockets.
    case unsupported
    case other
  }

  /// Milliseconds for opening, and once more for the first message.
  package static let patience: Int64 = 10_000
  /// Milliseconds between looks whether a certificate has been put right meanwhile.
  package static let distrust: Int64 = 60_000

  package private(set) var state = State.idle
  /// Counts the sockets: what comes from an older one than the present is ignored.
  package private(set) var number = 0
  package private(set) var retry = RetrySchedule()
  /// When the server asked to be called again, from its welcome or its farewell.
  package var slot: Int64?
  private var heartbeat: Heartbeat?

  package init() {}

  package var isUsable: Bool { state == .usable }

  /// - Returns: whether the time has come; the socket with the new `number` is to be opened then.
  package mutating func opensNow(at now: Timestamp) -> Bool {
    guard case .waiting(let until) = state, until <= now else { return false }
    state = .opening(since: now)
    number += 1
    return true
  }

  package mutating func begin(at now: Timestamp) {
    state = .waiting(until: now)
    retry = RetrySchedule()
    slot = nil
    heartbeat = nil
  }

  package mutating func stop() {
    state = .idle
    heartbeat = nil
    number += 1
  }

  package mutating func opened(at now: Timestamp) { state = .opened(since: now) }

  /// - Returns: true with the first message of this socket.
  package mutating func delivered() -> Bool {
    defer { state = .usable }
    retry.succeeded()
    return state != .usable
  }

  package mutating func beats(every interval: Int, now: Timestamp) {
    heartbeat = Heartbeat(interval: interval, now: now)
  }

  /// - Returns: whether the picture was called stale until now.
  package mutating func heard(at now: Timestamp) -> Bool { heartbeat?.heard(now: now) ?? false }

  package mutating func check(at now: Timestamp) -> Heartbeat.Verdict {
    switch state {
    case .idle, .waiting: return .alive
    case .opening(let since), .opened(let since):
      return now.milliseconds(since: since) >= Self.patience ? .dead : .alive
    case .usable: return heartbeat?.check(now: now) ?? .alive
    }
  }

  /// - Returns: when the next attempt begins.
  package mutating func ended(
    at now: Timestamp, _ loss: Loss = .other, using randomness: inout some RandomNumberGenerator
  ) -> Timestamp {
    var hadOpened = false
    if case .opened = state { hadOpened = true }
    let wait =
      switch loss {
      case .absent: retry.absent(using: &randomness)
      case .unsupported: retry.unsupported(using: &randomness)
      case .other: retry.failed(hadOpened: hadOpened, slot: slot, using: &randomness)
      }
    let next = now + wait
    end(waitingUntil: next)
    return next
  }

  /// The server's certificate is not to be trusted: no schedule helps, only a person.
  package mutating func distrusted(at now: Timestamp) { end(waitingUntil: now + Self.distrust) }

  private mutating func end(waitingUntil next: Timestamp) {
    state = .waiting(until: next)
    slot = nil
    heartbeat = nil
    number += 1
  }

  /// When `opensNow` or `check` has something new to say.
  package var next: Timestamp? {
    switch state {
    case .idle: nil
    case .waiting(let until): until
    case .opening(let since), .opened(let since): since + Self.patience
    case .usable: heartbeat?.next
    }
  }
}
