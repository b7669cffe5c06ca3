/// The outbox number from which on the relay looks.
///
/// While some program keeps an old snapshot open, the database only marks rows as deleted that were
/// moved to the log, and a look at the whole outbox has to step over all of them. So most looks
/// begin behind rows that were moved long ago. One look a second begins at the front: it finds the
/// rows of a transaction that was open for a long time.
struct OutboxHorizon {
  typealias Instant = ContinuousClock.Instant

  /// The longest time that a usual transaction takes. What a longer one commits is seen up to a
  /// second later.
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
