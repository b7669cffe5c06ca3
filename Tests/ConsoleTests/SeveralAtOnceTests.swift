import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import LinePromise
import Screen
import Testing

/// Lines that are several orders and one thing to say.
@Suite struct SeveralAtOnceTests {
  /// A part of a day for everybody is one deed: one key takes all of it back.
  @Test func everybodyIsBlockedAndGivenBackAsOne() {
    var desk = Reception.desk()
    desk.press(.character(":"))
    desk.say("block all 20:00 60 meeting")
    desk.press(.enter)
    let blocks = desk.sent.compactMap { command -> NewBlock? in
      if case .block(let block) = command.order { block } else { nil }
    }
    #expect(Set(blocks.map(\.therapist)) == [SampleSpa.linh], "Mai's guest is there until 21:30")
    #expect(blocks.allSatisfy { $0.reason == "meeting" && $0.duration == 60 })
  }

  /// Each day of the span has its line in the list, and all of it is said once.
  @Test func waitingForAWeekIsALineForEachDay() {
    var desk = Reception.desk()
    desk.press(.character(":"))
    desk.say("wait 7714 sw next week 14-18")
    desk.deliverWatched([], spa: SampleSpa.spa)
    desk.press(.enter)
    let wishes = desk.sent.compactMap { command -> NewWaiting? in
      if case .wait(let wish) = command.order { wish } else { nil }
    }
    #expect(wishes.map(\.date) == (1...7).map { SampleSpa.date + $0 })
    #expect(Set(wishes.map(\.from.hourMinute)) == ["14:00"])
    for command in desk.sent { desk.tell(.line(.accepted(command.id, nil))) }
    #expect(desk.toasts.filter { $0.contains("waits for") }.count == 1, "\(desk.toasts)")
  }
}
