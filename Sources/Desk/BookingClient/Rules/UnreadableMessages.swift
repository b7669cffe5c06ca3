import BookingDomain

/// Messages that could not be read. Each may have been a change of the board, so the board is asked
/// for anew; a server that goes on sending such messages is not asked in a circle.
package struct UnreadableMessages: Hashable, Sendable {
  /// Milliseconds until the board is asked for a second time; doubled each time.
  private static let patience: Int64 = 2_000
  private static let longestPatience: Int64 = 60_000
  /// After so many milliseconds without such a message, the next one counts as the first again.
  private static let forgottenAfter: Int64 = 300_000

  private var count = 0
  private var last: Timestamp?

  package init() {}

  /// - Returns: when to ask for the board, which is at once for the first.
  package mutating func came(at now: Timestamp) -> Timestamp {
    if let last, now.milliseconds(since: last) >= Self.forgottenAfter { count = 0 }
    last = now
    defer { count += 1 }
    guard count > 0 else { return now }
    return now + min(Self.longestPatience, Self.patience << min(count - 1, 8))
  }
}
