import NIOCore

/// How much a connection or a person may have read for them, in days of the spa: a board that turns
/// the pages of its calendar never notices, and a program that asks for months in a loop waits,
/// instead of everybody else. Paid afterwards, since most pictures are at hand and cost next to
/// nothing. On the monotonic clock.
struct ReadingBudget: Hashable, Sendable {
  struct Rate: Hashable, Sendable {
    /// At once.
    let days: Double
    let perSecond: Double
  }

  /// Three months at once, then a month in two seconds.
  static let connection = Rate(days: 126, perSecond: 20)

  private let rate: Rate
  private var left: Double
  private var reckonedAt: NIODeadline

  init(_ rate: Rate, now: NIODeadline) {
    self.rate = rate
    left = rate.days
    reckonedAt = now
  }

  mutating func pay(_ cost: Double, at now: NIODeadline) {
    reckon(now)
    left -= cost
  }

  /// How long the next question has to wait; zero where it need not.
  mutating func pause(at now: NIODeadline) -> TimeAmount {
    reckon(now)
    return left >= 0 ? .zero : .nanoseconds(Int64(-left / rate.perSecond * 1_000_000_000) + 1)
  }

  /// Nothing is owed any more: it can be forgotten, and a new one is the same.
  mutating func isFull(at now: NIODeadline) -> Bool {
    reckon(now)
    return left >= rate.days
  }

  private mutating func reckon(_ now: NIODeadline) {
    guard now > reckonedAt else { return }
    let elapsed = Double((now - reckonedAt).nanoseconds) / 1_000_000_000
    left = min(rate.days, left + elapsed * rate.perSecond)
    reckonedAt = now
  }
}
