import BookingClient
import BookingDomain
import LinePromise
import Testing

@Suite struct HeartbeatTests {
  private var heartbeat = Heartbeat(interval: 15_000, now: at(0))

  @Test mutating func silenceIsAskedAboutThenStaleThenDead() {
    #expect(heartbeat.check(now: at(14_999)) == .alive)
    #expect(heartbeat.next == at(15_000))
    #expect(heartbeat.check(now: at(15_000)) == .ask)
    #expect(heartbeat.check(now: at(15_001)) == .alive)
    #expect(heartbeat.next == at(17_000))
    #expect(heartbeat.check(now: at(17_000)) == .stale(since: at(0)))
    #expect(heartbeat.check(now: at(17_001)) == .alive)
    #expect(heartbeat.check(now: at(25_000)) == .dead)
  }

  /// The promise: stale within 3 s of the missed heartbeat.
  @Test func staleWithinThreeSecondsOfTheMissedHeartbeat() {
    #expect(Heartbeat.grace <= 3_000)
  }

  @Test mutating func anyByteProvesLife() {
    _ = heartbeat.check(now: at(15_000))
    let wasStale = heartbeat.heard(now: at(16_000))
    #expect(!wasStale)
    #expect(heartbeat.check(now: at(30_999)) == .alive)
    #expect(heartbeat.check(now: at(31_000)) == .ask)
  }

  @Test mutating func hearingAgainEndsStaleness() {
    _ = heartbeat.check(now: at(17_000))
    let first = heartbeat.heard(now: at(18_000))
    let second = heartbeat.heard(now: at(18_001))
    #expect(first && !second)
  }

  @Test func outrageousIntervalIsBounded() {
    #expect(Heartbeat(interval: -1, now: at(0)).next == at(1_000))
    #expect(Heartbeat(interval: .max, now: at(0)).next == at(300_000))
  }
}
