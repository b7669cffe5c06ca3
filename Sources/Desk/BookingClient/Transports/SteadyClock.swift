import BookingDomain
import Glibc

/// The wall clock as it was when the program started, and from then on the time elapsed, the
/// machine's sleep included: it never jumps, whatever is done to the wall clock.
package struct SteadyClock: Sendable {
  private let wallAtStart: Int64
  private let elapsedAtStart: Int64

  package init() {
    wallAtStart = Self.milliseconds(CLOCK_REALTIME)
    elapsedAtStart = Self.milliseconds(CLOCK_BOOTTIME)
  }

  package var now: Timestamp {
    Timestamp(
      milliseconds: wallAtStart + Self.milliseconds(CLOCK_BOOTTIME) - elapsedAtStart)
  }

  private static func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
