import NIOCore

/// A rate with a burst: `capacity` at once, then `perSecond` on average. A plain value; the time is
/// passed in, from the monotonic clock, so that nobody is shut out or let in by a clock that was
/// put right.
struct TokenBucket: Hashable, Sendable {
  let capacity: Double
  let perSecond: Double
  private var level: Double
  private var filled: NIODeadline

  init(capacity: Double, perSecond: Double, now: NIODeadline) {
    self.capacity = capacity
    self.perSecond = perSecond
    level = capacity
    filled = now
  }

  /// Takes one; false where none is left.
  mutating func take(at now: NIODeadline) -> Bool {
    refill(at: now)
    guard level >= 1 else { return false }
    level -= 1
    return true
  }

  /// What was taken was not used after all.
  mutating func giveBack(at now: NIODeadline) {
    refill(at: now)
    level = min(capacity, level + 1)
  }

  /// How full it is, from 0 to 1. A full one can be forgotten: a new one is the same.
  func fullness(at now: NIODeadline) -> Double {
    var later = self
    later.refill(at: now)
    return later.level / later.capacity
  }

  func hasOne(at now: NIODeadline) -> Bool { fullness(at: now) * capacity >= 1 }

  private mutating func refill(at now: NIODeadline) {
    guard now > filled else { return }
    level = min(capacity, level + Double((now - filled).nanoseconds) / 1e9 * perSecond)
    filled = now
  }
}
