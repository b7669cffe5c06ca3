import BookingStore
import Testing

/// When a store looks whether it can write, on a clock of the test's own.
@Suite struct ObstacleTests {
  private let start = ContinuousClock.now
  private let full = StoreFailure(.unavailable, "There is no room left.")

  private func after(_ seconds: Int) -> ContinuousClock.Instant { start + .seconds(seconds) }

  @Test func aStoreThatWritesNeedsNoLookAndOneAtRestHasItEveryFiveSeconds() {
    let obstacle = Obstacle(now: start)
    #expect(obstacle.due(at: after(4)) == .none)
    #expect(obstacle.due(at: after(5)) == .write)
    obstacle.wrote(nil, at: after(5))
    #expect(obstacle.due(at: after(9)) == .none)
    #expect(obstacle.due(at: after(10)) == .write)
  }

  @Test func everythingIsLookedAtOnceAMinute() {
    let obstacle = Obstacle(now: start)
    #expect(obstacle.due(at: after(60)) == .whole)
    obstacle.looked(.whole, nil, at: after(60))
    #expect(obstacle.due(at: after(65)) == .write)
  }

  @Test func troubleIsLookedAtEverySecondUntilItIsGone() {
    let obstacle = Obstacle(now: start)
    obstacle.wrote(full, at: start)
    #expect(obstacle.failure == full)
    #expect(obstacle.due(at: after(1)) == .whole)
    obstacle.looked(.whole, full, at: after(1))
    #expect(obstacle.failure == full && obstacle.due(at: after(2)) == .whole)
    obstacle.looked(.whole, nil, at: after(2))
    #expect(obstacle.failure == nil && obstacle.due(at: after(3)) == .none)
  }

  @Test func oneRefusedOrderIsNobodyElsesTroubleButCastsDoubt() {
    let obstacle = Obstacle(now: start)
    obstacle.wrote(StoreFailure(.locked, "Locked."), at: start)
    #expect(obstacle.failure == nil && obstacle.due(at: after(1)) == .none)
    obstacle.wrote(StoreFailure(.refused, "A trigger says no."), at: start)
    #expect(obstacle.failure == nil && obstacle.due(at: after(1)) == .whole)
  }

  @Test func oneWriteDoesNotMendADamagedFile() {
    let obstacle = Obstacle(now: start)
    let damaged = StoreFailure(.unusable, "The file is damaged.")
    obstacle.wrote(damaged, at: start)
    obstacle.wrote(nil, at: start)
    #expect(obstacle.failure == damaged)
    obstacle.looked(.whole, nil, at: after(1))
    #expect(obstacle.failure == nil)
  }

  @Test func itLooksOnlyWhereItIsTime() async {
    let resting = Obstacle()
    await resting.look { _ in full }
    #expect(resting.failure == nil)
    let waiting = Obstacle(now: .now - .seconds(5))
    await waiting.look { look in look == .write ? full : nil }
    #expect(waiting.failure == full)
  }
}
