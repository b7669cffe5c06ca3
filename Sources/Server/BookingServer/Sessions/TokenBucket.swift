import BookingDomain

/// A rate with a burst: `capacity` at once, then `perSecond` on average. A plain value; the time is
/// passed in and may stand still or go back without handing out more.
struct TokenBucket: Hashable, Sendable {
  let capacity: Double
  let perSecond: Double
  private var level: Double
  private var filled: Timestamp

  init(capacity: Double, perSecond: Double, now: Timestamp) {
    self.capacity = capacity
    self.perSecond = perSecond
    level = capacity
    filled = now
  }

  /// Takes one; false where none is left.
  mutating func take(at now: Timestamp) -> Bool {
    refill(at: now)
    guard level >= 1 else { return false }
    level -= 1
    return true
  }

  /// Nobody would notice if this bucket were forgotten.
  func isFull(at now: Timestamp) -> Bool {
    var later = self
    later.refill(at: now)
    return later.level >= capacity
  }

  private mutating func refill(at now: Timestamp) {
    let elapsed = Double(max(0, now.milliseconds - filled.milliseconds)) / 1000
    level = min(capacity, level + elapsed * perSecond)
    filled = max(filled, now)
  }
}
