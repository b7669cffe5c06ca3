import BookingDomain

/// The line over plain HTTP, while no WebSocket carries it: one long poll after the other.
package struct Polling: Sendable {
  /// Seconds the server may hold a poll without news: proxies give up on silence after 30.
  private static let longestWait = 25
  /// Milliseconds until a poll that is not answered is given up: the wait and a slow network.
  package static let patience: Int64 = 40_000
  /// Milliseconds between polls that brought nothing: a server that does not wait is not flooded.
  private static let pause: Int64 = 1_000

  private enum State: Hashable {
    case off
    case waiting(until: Timestamp)
    case asked(at: Timestamp)
  }

  private var state = State.off
  /// Counts the polls: an answer to an older one than the present is ignored.
  package private(set) var number = 0
  private var retry = RetrySchedule()
  /// Whether the last poll was answered.
  private var isProven = false

  package init() {}

  /// Seconds that the server is asked to hold the next poll. One whose predecessor failed is to be
  /// answered at once: until then nobody can say that the line works.
  package var wait: Int { isProven ? Self.longestWait : 0 }

  package var isOn: Bool { state != .off }
  package var failures: Int { retry.failures }

  package mutating func begin(at now: Timestamp) {
    guard !isOn else { return }
    state = .waiting(until: now)
    retry = RetrySchedule()
    isProven = false
  }

  package mutating func stop() {
    state = .off
    number += 1
  }

  /// Other days are wanted: what is under way is of no use.
  package mutating func startAgain(at now: Timestamp) {
    guard isOn else { return }
    state = .waiting(until: now)
    number += 1
  }

  /// - Returns: whether to ask now, by the new `number`.
  package mutating func asksNow(at now: Timestamp) -> Bool {
    guard case .waiting(let until) = state, until <= now else { return false }
    state = .asked(at: now)
    number += 1
    return true
  }

  package mutating func answered(hadNews: Bool, at now: Timestamp) {
    guard case .asked(let asked) = state else { return }
    retry.succeeded()
    isProven = true
    let next = hadNews ? now : max(now, asked + Self.pause)
    state = .waiting(until: next)
  }

  /// - Returns: when it asks again.
  package mutating func failed(
    at now: Timestamp, using randomness: inout some RandomNumberGenerator
  ) -> Timestamp {
    let next = now + retry.failed(hadOpened: false, using: &randomness)
    state = .waiting(until: next)
    number += 1
    isProven = false
    return next
  }

  /// No schedule helps; a person has to put something right first.
  package mutating func pause(until time: Timestamp) {
    state = .waiting(until: time)
    number += 1
  }

  package func isOverdue(at now: Timestamp) -> Bool {
    guard case .asked(let asked) = state else { return false }
    return now.milliseconds(since: asked) >= Self.patience
  }

  package var next: Timestamp? {
    switch state {
    case .off: nil
    case .waiting(let until): until
    case .asked(let asked): asked + Self.patience
    }
  }
}
