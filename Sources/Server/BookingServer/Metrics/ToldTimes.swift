import NIOCore

/// When the newest events were told, by their place in the log.
struct ToldTimes: Sendable {
  /// Batches. An acknowledgement of something older says nothing about how fast news travels.
  private static let kept = 256

  private var times = CircularBuffer<(seq: Int64, at: ContinuousClock.Instant)>()

  mutating func told(upTo seq: Int64, at now: ContinuousClock.Instant) {
    if times.count >= Self.kept { times.removeFirst() }
    times.append((seq, now))
  }

  /// Nil for an event that was told too long ago, or never.
  func time(of seq: Int64) -> ContinuousClock.Instant? {
    guard let first = times.first, let last = times.last, first.seq <= seq, seq <= last.seq else {
      return nil
    }
    return times.first { $0.seq >= seq }?.at
  }
}
