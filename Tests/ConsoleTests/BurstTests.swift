import BookingDomain
import BookingTesting
import Console
import Screen
import Testing

/// Characters that come all at once are a paste, a held key, or what was typed ahead: none of them
/// gives orders that nobody meant.
@Suite struct BurstTests {
  @Test(arguments: [
    "cancelled", "Nguyễn Thị Hương", "confirmed by phone", "accads", "0901 234 567", "uuc uuc",
    "dasc dasc", "LLockedd",
  ])
  func aPastedTextGivesNoOrders(text: String) {
    var desk = Reception.desk()
    desk.select(9)
    desk.press(.burst(text))
    #expect(desk.sent.isEmpty)
    #expect(desk.line == nil)
    #expect(desk.model.stage == .day && desk.model.mode == .normal && desk.model.overlay == nil)
    #expect(desk.toasts.last?.contains("nothing was done") == true)
  }

  @Test func whatWasTypedAheadBeginsItsLine() {
    var desk = Reception.desk()
    desk.press(.burst("b7714 sw tran 17:30"))
    desk.hearAnswers()
    #expect(desk.line == "book 7714 sw tran 17:30")
    desk.press(.enter)
    #expect(desk.booked.count == 1)
  }

  @Test func inALineItIsText() {
    var desk = Reception.desk()
    desk.press(.character("b"), .burst("7714 sw tran 17:30"))
    #expect(desk.line == "book 7714 sw tran 17:30")
  }

  /// A list has its own letters: `n` begins a task there, and `d` ticks one off.
  @Test func overAListItBeginsTheListsLine() {
    var desk = Reception.desk()
    desk.press(.character("T"), .burst("nkeys to Mai"))
    #expect(desk.line == "task keys to Mai")
    desk.press(.escape, .burst("ddelivery"))
    #expect(desk.sent.isEmpty && desk.line == nil)
    #expect(desk.toasts.last?.contains("nothing was done") == true)
    desk.press(.burst("qb7714 sw tran 17:30"))
    desk.hearAnswers()
    #expect(desk.line == "book 7714 sw tran 17:30", "closed, and a line begun on the board")
  }

  @Test func aHeldArrowLetterMovesOn() {
    var desk = Reception.desk()
    desk.select(1)
    desk.press(.burst("jjjjjj"))
    var steps = Reception.desk()
    steps.select(1)
    steps.type("jjjjjj")
    #expect(desk.model.cursor == steps.model.cursor)
  }

  @Test func inTheMenuItNarrows() {
    var desk = Reception.desk()
    desk.press(.function(10), .burst("confirm"))
    #expect(desk.sent.isEmpty)
    #expect(desk.picture().frame.text.contains("/confirm"))
  }
}
