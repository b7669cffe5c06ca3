import Testing

@testable import MySQLStore

@Suite struct OutboxHorizonTests {
  private let begin = ContinuousClock.now

  private func after(_ milliseconds: Int) -> ContinuousClock.Instant {
    begin + .milliseconds(milliseconds)
  }

  @Test func theFirstLookIsWholeAndOneASecondAfterIt() {
    var horizon = OutboxHorizon(now: begin)
    #expect(horizon.start(begin) == 0)
    horizon.moved(upTo: 100)
    _ = horizon.start(after(5000))
    _ = horizon.start(after(10_000))
    #expect(horizon.start(after(10_020)) == 100)
    #expect(horizon.start(after(10_980)) == 100)
    #expect(horizon.start(after(11_000)) == 0)
  }

  @Test func whatWasJustMovedIsNotSteppedOver() {
    var horizon = OutboxHorizon(now: begin)
    _ = horizon.start(begin)
    horizon.moved(upTo: 100)
    #expect(horizon.start(after(500)) == 0)
    _ = horizon.start(after(5000))
    #expect(horizon.start(after(5020)) == 0, "moved, but not five seconds ago for certain")
    _ = horizon.start(after(10_000))
    horizon.moved(upTo: 200)
    #expect(horizon.start(after(10_020)) == 100)
  }
}
