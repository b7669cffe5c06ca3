/// From which outbox number on the relay looks.
///
/// Rows that were moved are only marked as deleted as long as some program keeps an old snapshot
/// open, and a look at the whole outbox steps over every one of them. So most looks begin where
/// everything had long been moved, and one a second begins at the front, for what a transaction
/// committed that was open all the while.
struct OutboxHorizon {
  typealias Instant = ContinuousClock.Instant

  /// The longest that a usual transaction takes. What a longer one commits is seen up to a second
  /// late.
  private static let settling = Duration.seconds(5)
  private static let wholeEvery = Duration.seconds(1)

  private var floor: Int64 = 0
  private var nextFloor: Int64 = 0
  private var highest: Int64 = 0
  private var steppedAt: Instant
  private var wholeAt: Instant?

  init(now: Instant) { steppedAt = now }

  /// Where to begin; the front once a second.
  mutating func start(_ now: Instant) -> Int64 {
    if steppedAt.duration(to: now) >= Self.settling {
      floor = nextFloor
      nextFloor = highest
      steppedAt = now
    }
    guard let last = wholeAt, last.duration(to: now) < Self.wholeEvery else {
      wholeAt = now
      return 0
    }
    return floor
  }

  /// Everything visible up to here has been moved.
  mutating func moved(upTo outboxID: Int64) { highest = max(highest, outboxID) }
}
