import BookingClient
import BookingTesting
import LinePromise
import Testing

@Suite struct RetryScheduleTests {
  private var schedule = RetrySchedule()
  private var randomness = SeededRandomness(seed: 7)

  @Test mutating func waitsDoubleUpToTheLongest() {
    for ceiling: Int64 in [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000] {
      let wait = schedule.failed(hadOpened: false, using: &randomness)
      #expect((1...ceiling).contains(wait))
    }
  }

  /// Full jitter: the waits of many clients fill the whole second, not a corner of it.
  @Test mutating func manyClientsDoNotComeBackTogether() {
    var quarters = [0, 0, 0, 0]
    for _ in 0..<400 {
      var one = RetrySchedule()
      let wait = one.failed(hadOpened: false, using: &randomness)
      quarters[min(3, Int(wait) / 250)] += 1
    }
    #expect(quarters.allSatisfy { $0 > 60 })
  }

  @Test mutating func fiveFailuresFallBack() {
    for attempt in 1...5 {
      #expect(!schedule.hasFallenBack)
      _ = schedule.failed(hadOpened: false, using: &randomness)
      #expect(schedule.failures == attempt)
    }
    #expect(schedule.hasFallenBack)
  }

  @Test mutating func threeFruitlessOpeningsFallBack() {
    for _ in 1...3 {
      #expect(!schedule.hasFallenBack)
      _ = schedule.failed(hadOpened: true, using: &randomness)
    }
    #expect(schedule.hasFallenBack)
  }

  @Test mutating func aMessageBeginsAnew() {
    for _ in 1...6 { _ = schedule.failed(hadOpened: true, using: &randomness) }
    schedule.succeeded()
    #expect(!schedule.hasFallenBack && schedule.failures == 0)
  }

  @Test mutating func serversSlotIsKeptOnce() {
    #expect(schedule.failed(hadOpened: false, slot: 2_345, using: &randomness) == 2_345)
    #expect(schedule.failed(hadOpened: false, slot: 9_999, using: &randomness) <= 2_000)
  }

  @Test mutating func whereNobodyListensIsAskedAgainSoonAndThenAsUsual() {
    _ = schedule.failed(hadOpened: false, slot: 100, using: &randomness)
    var whole: Int64 = 0
    for _ in 0..<RetrySchedule.quickAttempts {
      let wait = schedule.absent(using: &randomness)
      #expect((50...500).contains(wait))
      whole += wait
    }
    #expect((8_000...14_000).contains(whole))
    #expect(schedule.failures == 1, "it falls back no sooner for that")
    _ = schedule.absent(using: &randomness)
    #expect(schedule.failures == 2)
    schedule.succeeded()
    #expect(schedule.absent(using: &randomness) <= 500)
  }

  @Test mutating func outrageousSlotIsBounded() {
    let wait = schedule.failed(hadOpened: false, slot: .max, using: &randomness)
    #expect(wait == RetrySchedule.longest)
  }
}
