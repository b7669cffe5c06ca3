import BookingDomain
import NIOCore

#if canImport(Glibc)
  import Glibc
#endif

/// Where the present comes from: the system's clock, or a test's own.
package struct Clock: Sendable {
  package let now: @Sendable () -> Timestamp
  /// The monotonic clock, that nobody puts right: what allowances to log in grow by.
  let uptime: @Sendable () -> NIODeadline

  package init(_ now: @escaping @Sendable () -> Timestamp) { self.init(now, uptime: { .now() }) }

  init(
    _ now: @escaping @Sendable () -> Timestamp, uptime: @escaping @Sendable () -> NIODeadline
  ) {
    (self.now, self.uptime) = (now, uptime)
  }

  package static let system = Clock {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(
      milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}

/// Tells when somebody has set the wall clock: since the last look it has then gone on by another
/// time than the monotonic clock.
struct ClockSteps {
  /// Milliseconds that are no step: time servers put clocks right by less.
  private static let tolerance: Int64 = 1_000

  private var ahead: Int64?

  /// - Returns: whether it was set since it was last asked.
  mutating func isStepped(_ clock: Clock) -> Bool {
    let steady = Int64(clock.uptime().uptimeNanoseconds / 1_000_000)
    let now = clock.now().milliseconds - steady
    defer { ahead = now }
    return ahead.map { abs(now - $0) > Self.tolerance } ?? false
  }
}
