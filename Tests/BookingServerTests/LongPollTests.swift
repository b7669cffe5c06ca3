import BookingDomain
import BookingProtocol
import BookingTesting
import Testing

@testable import BookingServer

@Suite struct LongPollTests {
  /// Found by the simulation: `prev` was the position that the server had read up to meanwhile,
  /// which the client took for a gap, and the event was lost.
  @Test func theFirstEventFollowsWhatTheClientHasThoughOthersCameBetween() {
    var poll = LongPoll(.init(from: Self.day, to: Self.day, after: Self.at(17)))
    guard case .wait(past: 18) = take(18, of: Self.day + 5, by: &poll) else {
      Issue.record("an event of another day is waited past")
      return
    }
    guard case .answer(let messages) = take(19, of: Self.day, by: &poll),
      case .event(let event) = messages.first
    else {
      Issue.record("an event of the day is answered")
      return
    }
    #expect(event.seq == 19 && event.prev == 17)
  }

  /// Found with the simulation: the server asked a database that was away again and again, without a
  /// pause, for every poll that was behind.
  @Test func aDatabaseThatIsAwayEndsThePoll() {
    var poll = LongPoll(.init(from: Self.day, to: Self.day, after: Self.at(17)))
    let old = CatchUp(
      content: .missed([]), days: Self.day...Self.day, position: Self.at(17), isOld: true)
    guard case .answer(let messages) = take(old, by: &poll),
      case .subscribed(let end)? = messages.last
    else {
      Issue.record("it is answered")
      return
    }
    #expect(end.position == Self.at(17) && messages.count == 1)
  }

  private static let day = SampleSpa.date

  private static func at(_ seq: Int64) -> LogPosition { LogPosition(epoch: "e", seq: seq) }

  private func take(_ seq: Int64, of date: LocalDate, by poll: inout LongPoll) -> LongPoll.Step {
    let booking = SampleSpa.booking(1, "Guest", "10:00", with: SampleSpa.linh, on: date)
    let event = BookingEvent(
      seq: seq, kind: .updated, booking: 1, version: seq, audience: .init(date: date), by: nil,
      byName: "", at: SampleSpa.now)
    let caughtUp = CatchUp(
      content: .missed([PreparedEvent(event, current: booking, now: SampleSpa.now)]),
      days: Self.day...Self.day, position: Self.at(seq))
    return take(caughtUp, by: &poll)
  }

  private func take(_ caughtUp: CatchUp, by poll: inout LongPoll) -> LongPoll.Step {
    let welcome = ServerMessage.Welcome(
      protocolVersion: 1, connection: 0, serverTime: SampleSpa.now, zone: SampleSpa.zone,
      heartbeat: 15_000, position: caughtUp.position, reconnectSlot: 0)
    return poll.take(caughtUp, for: SampleSpa.reception, welcome: welcome, isOver: false)
  }
}
