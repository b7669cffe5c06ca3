import BookingDomain

/// A key that is kept down repeats itself, and a terminal does not tell that from pressing it. A
/// press soon after another one waits for a moment: what a key that is kept down sends follows within it.
package struct RepeatedKey: Hashable, Sendable {
  /// Keyboards begin to repeat within a second, and then at least seven times in one (milliseconds).
  private static let mayBeRepeat: Int64 = 1_100
  private static let repeatsWithin: Int64 = 150

  private var lastAt: Timestamp?
  private var waiting: RequestID?
  private var isRepeating = false

  package init() {}

  /// - Returns: whether it is done at once.
  mutating func press(_ id: RequestID, at now: Timestamp) -> Bool {
    let since = lastAt.map { now.milliseconds - $0.milliseconds } ?? .max
    lastAt = now
    // Two presses this close are key repeat, not a person.
    isRepeating = since < Self.repeatsWithin && (isRepeating || waiting != nil)
    let isFirst = since >= Self.mayBeRepeat
    waiting = isFirst || isRepeating ? nil : id
    return isFirst
  }

  /// The press that has turned out to be one, once.
  mutating func taken(at now: Timestamp, isInterrupted: Bool) -> RequestID? {
    guard let id = waiting, let due = nextChange, isInterrupted || due <= now else { return nil }
    waiting = nil
    return id
  }

  /// When the press is known to be one.
  package var nextChange: Timestamp? {
    guard waiting != nil, let lastAt else { return nil }
    return Timestamp(milliseconds: lastAt.milliseconds + Self.repeatsWithin)
  }
}
