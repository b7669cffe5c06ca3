import BookingDomain

/// When to try again: the guide's 1 s × 2ⁿ (chapter 6), with full jitter, so that a thousand
/// consoles that lost one server in the same instant do not come back in the same instant.
package struct RetrySchedule: Hashable, Sendable {
  /// The guide's number of attempts. After these the line goes over to polling, and this goes on.
  package static let attempts = 5
  /// Connections in a row that opened and never delivered a message: something on the way opens
  /// WebSockets and does not carry them.
  package static let fruitlessOpenings = 3
  private static let base: Int64 = 1000
  /// Nobody waits longer than this for a server that is back.
  package static let longest: Int64 = 30_000
  /// A jitter near nothing must not become a busy loop against a server that refuses.
  private static let shortest: Int64 = 50
  /// Attempts in quick succession, for some ten seconds, where nobody listens: such an attempt
  /// costs nothing, and a server that restarts is back in a moment.
  package static let quickAttempts = 40
  private static let quick: Int64 = 500

  package private(set) var failures = 0
  private var fruitless = 0
  private var absences = 0
  private var isUnsupported = false

  package init() {}

  /// Whether the other transport has to carry on meanwhile.
  package var hasFallenBack: Bool {
    isUnsupported || failures >= Self.attempts || fruitless >= Self.fruitlessOpenings
  }

  /// - Parameter slot: milliseconds after which the server asked this client to come back.
  /// - Returns: milliseconds to wait before the next attempt.
  package mutating func failed(
    hadOpened: Bool, slot: Int64? = nil, using randomness: inout some RandomNumberGenerator
  ) -> Int64 {
    failures += 1
    fruitless = hadOpened ? fruitless + 1 : fruitless
    let exponent = min(failures - 1, 16)
    let ceiling = min(Self.longest, Self.base << exponent)
    if let slot, failures == 1 { return max(Self.shortest, min(slot, Self.longest)) }
    return Int64.random(in: Self.shortest...ceiling, using: &randomness)
  }

  /// It was said that there are no WebSockets: one look is enough, and another from time to time, since
  /// they may be switched on.
  package mutating func unsupported(using randomness: inout some RandomNumberGenerator) -> Int64 {
    isUnsupported = true
    return failed(hadOpened: false, using: &randomness)
  }

  /// Nobody listens there. The first such attempts do not count as failures: no other transport
  /// would do better.
  /// - Returns: milliseconds to wait before the next attempt.
  package mutating func absent(using randomness: inout some RandomNumberGenerator) -> Int64 {
    guard absences < Self.quickAttempts else {
      return failed(hadOpened: false, using: &randomness)
    }
    absences += 1
    failures = max(1, failures)
    return Int64.random(in: Self.shortest...Self.quick, using: &randomness)
  }

  /// A message was received: only that proves a connection.
  package mutating func succeeded() {
    failures = 0
    fruitless = 0
    absences = 0
    isUnsupported = false
  }
}
