import BookingClient
import BookingDomain
import Testing

@Suite struct ServerClockTests {
  private func time(_ milliseconds: Int64) -> Timestamp { at(milliseconds) }

  private func hears(
    _ clock: inout ServerClock, _ sent: Timestamp, _ writing: ServerClock.Writing, now: Timestamp,
    isStep: Bool
  ) {
    let isOne = clock.heard(sent, writing, now: now)
    #expect(isOne == isStep)
  }

  private func met() -> ServerClock {
    var clock = ServerClock()
    clock.welcomed(at: time(1_000_000), now: time(0))
    return clock
  }

  @Test func aMessageFromAheadShowsAStepForwardAtOnce() {
    var clock = met()
    hears(&clock, time(1_062_000), .own, now: time(1_000), isStep: true)
    #expect(clock.offset == 1_061_000)
  }

  @Test func aMessageThatWaitedOnTheWayChangesNothing() {
    var clock = met()
    hears(&clock, time(1_010_000), .own, now: time(40_000), isStep: false)
    hears(&clock, time(1_041_000), .own, now: time(41_000), isStep: false)
    hears(&clock, time(1_012_000), .own, now: time(60_000), isStep: false)
    #expect(clock.offset == 1_000_000)
  }

  @Test func aStepBackIsBelievedWhenEveryMessageSaysSoForAWhile() {
    var clock = met()
    hears(&clock, time(900_000), .own, now: time(0), isStep: false)
    hears(&clock, time(905_500), .own, now: time(5_000), isStep: false)
    hears(&clock, time(910_000), .own, now: time(10_000), isStep: true)
    #expect(clock.offset == 900_500, "the one that waited least")
  }

  @Test func aDigestThatIsSentAgainAndAgainIsAsOldAsItIs() {
    var clock = met()
    for seconds in stride(from: Int64(30), through: 300, by: 30) {
      hears(&clock, time(1_000_000), .shared, now: time(seconds * 1_000), isStep: false)
    }
    #expect(clock.offset == 1_000_000)
    hears(&clock, time(1_400_000), .shared, now: time(301_000), isStep: true)
  }

  @Test func anAnswerThatCannotHaveWaitedIsBelievedAtOnce() {
    var clock = met()
    hears(&clock, time(400_000), .fresh, now: time(0), isStep: true)
    #expect(clock.offset == 400_000)
  }
}
