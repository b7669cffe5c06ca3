import BookingDomain
import NIOCore
import Synchronization
import Testing

@testable import BookingServer

@Suite struct ClockStepsTests {
  /// The wall clock and the steady one, in milliseconds.
  private final class Clocks: Sendable {
    private let both = Mutex((wall: Int64(1_764_000_000_000), steady: UInt64(5_000)))

    var clock: Clock {
      Clock(
        { Timestamp(milliseconds: self.both.withLock { $0.wall }) },
        uptime: { .uptimeNanoseconds(self.both.withLock { $0.steady } * 1_000_000) })
    }

    func pass(_ milliseconds: Int64, set: Int64 = 0) {
      both.withLock {
        $0.wall += milliseconds + set
        $0.steady += UInt64(milliseconds)
      }
    }
  }

  @Test func aStepIsToldOnceAndPassingTimeIsNone() {
    let clocks = Clocks()
    var steps = ClockSteps()
    func isStepped() -> Bool { steps.isStepped(clocks.clock) }
    #expect(!isStepped(), "the first look knows nothing")
    clocks.pass(3_600_000)
    #expect(!isStepped(), "an hour that passes is no step")
    clocks.pass(1_000, set: 300)
    #expect(!isStepped(), "a clock that is put right by little is none")
    for step: Int64 in [-3_600_000, 61_000, 3_600_000, -2_000] {
      clocks.pass(1_000, set: step)
      #expect(isStepped(), "\(step)")
      clocks.pass(1_000)
      #expect(!isStepped(), "after \(step)")
    }
  }
}
