import BookingDomain
import BookingProtocol
import BookingStore
import NIOCore
import Testing

@testable import BookingServer

/// The parts of a socket that are rules: how fast it is read from, and what is answered next.
@Suite struct SocketPartsTests {
  private let start = NIODeadline.now()
  private let lan = PersonID.user(2)
  private let days = question(0)
  private let order = ClientEnvelope(.refreshSession)

  private static let day = LocalDate(dayNumber: 20_000)
  private static let year = 366.0

  private static func question(_ after: Int) -> ClientEnvelope {
    ClientEnvelope(.subscribeBookingUpdates(.init(from: day + after, to: day + after)))
  }

  @Test func whoSendsTooMuchIsReadFromLaterAndOnce() {
    var pace = ReadPace()
    #expect(pace.asksToRead(isInboxFull: false) == true)
    #expect(pace.pause() == .milliseconds(200))
    #expect(pace.pause() == nil, "the pause is under way")
    #expect(pace.asksToRead(isInboxFull: false) == false)
    #expect(pace.takeOwedRead(isInboxFull: false) == false)
    #expect(pace.pauseIsOver() == nil)
    #expect(pace.takeOwedRead(isInboxFull: false) == true)
    #expect(pace.takeOwedRead(isInboxFull: false) == false, "one read is owed, not two")
  }

  @Test func aFloodThatWasReadAlreadyIsWaitedForAfterwards() {
    var pace = ReadPace()
    for _ in 0..<1_000 { _ = pace.pause() }
    #expect(pace.pauseIsOver() == .seconds(5), "and not for longer")
    #expect(pace.pauseIsOver() == nil)
  }

  @Test func aFullInboxStopsTheReading() {
    var pace = ReadPace()
    #expect(pace.asksToRead(isInboxFull: true) == false)
    #expect(pace.takeOwedRead(isInboxFull: true) == false)
    #expect(pace.takeOwedRead(isInboxFull: false) == true)
  }

  @Test func ordersPassAQuestionThatWaitsForItsTurn() {
    var inbox = SocketInbox()
    inbox.add(Self.question(0))
    inbox.add(order)
    #expect(inbox.permission(for: lan, at: start) == .ask(lan))
    inbox.waits(for: 7)
    #expect(inbox.permission(for: lan, at: start) == .no, "it was asked for already")
    #expect(inbox.next(mayAsk: false) == order)
    #expect(inbox.next(mayAsk: false) == nil)
    #expect(inbox.turnCame() == true)
    #expect(inbox.permission(for: lan, at: start) == .yes)
    #expect(inbox.next(mayAsk: true) == Self.question(0))
    inbox.beginAnswering()
    #expect(!inbox.isDone, "it is being answered")
    #expect(inbox.answered(paying: 1, at: start) == true)
    #expect(inbox.isDone)
    #expect(inbox.answered(paying: 1, at: start) == false, "a turn is ended once")
  }

  @Test func ofDaysThatWaitTheLastAreWanted() {
    var inbox = SocketInbox()
    inbox.add(Self.question(0))
    inbox.waits(for: 7)
    inbox.add(Self.question(1))
    #expect(inbox.turnCame() == true)
    #expect(inbox.next(mayAsk: true) == Self.question(1))
    #expect(inbox.isDone)
  }

  @Test func whoHadMonthsReadPausesBeforeTheNext() {
    var inbox = SocketInbox()
    inbox.add(days)
    inbox.mayAskNow()
    #expect(inbox.next(mayAsk: true) == days)
    #expect(inbox.answered(paying: Self.year, at: start) == true)
    inbox.add(days)
    guard case .after(let pause) = inbox.permission(for: lan, at: start) else {
      Issue.record("no pause")
      return
    }
    inbox.pauseIsOver()
    #expect(inbox.permission(for: lan, at: start + pause) == .ask(lan))
  }

  @Test func aSocketThatEndsGivesItsTurnBack() {
    var inbox = SocketInbox()
    #expect(inbox.giveUp() == .nothing)
    inbox.add(days)
    inbox.waits(for: 7)
    #expect(inbox.giveUp() == .waiting(7))
    inbox.add(days)
    inbox.mayAskNow()
    #expect(inbox.giveUp() == .granted && inbox.isDone)
    #expect(inbox.turnCame() == false, "nothing is wanted any more")
  }

  @Test func theSameDaysFromNothingAreAskedAnew() {
    var inbox = SocketInbox()
    let wanted = ClientMessage.Subscription(from: Self.day, to: Self.day)
    #expect(inbox.isAskedAnew(wanted) == false)
    #expect(inbox.isAskedAnew(wanted) == true)
    let after = LogPosition(epoch: "e", seq: 1)
    #expect(inbox.isAskedAnew(.init(from: Self.day, to: Self.day, after: after)) == false)
  }

  @Test func anOutageIsSaidOnceAndForEachReason() {
    var outage = OutageNotice()
    let told = [nil, .away, .away, .full, nil, nil, .away].map { outage.isNews($0) }
    #expect(told == [false, true, false, true, true, false, true])
  }
}
