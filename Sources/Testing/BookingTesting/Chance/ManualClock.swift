import BookingDomain
import Synchronization

/// A clock that stands still until a test moves it.
package final class ManualClock: Sendable {
  private let time: Mutex<Timestamp>

  package init(_ start: Timestamp) { time = Mutex(start) }

  package var now: Timestamp { time.withLock { $0 } }

  package func advance(milliseconds: Int64) {
    time.withLock { $0 = Timestamp(milliseconds: $0.milliseconds + milliseconds) }
  }

  package func advance(_ minutes: Minutes) { time.withLock { $0 = $0 + minutes } }
}
