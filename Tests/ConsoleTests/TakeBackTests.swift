import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import LinePromise
import Screen
import Testing

/// `u` takes back what was done last at this desk, in words, one step a press.
@Suite struct TakeBackTests {
  /// The server carries out what was ordered last.
  private func answer(_ desk: inout Desk, _ status: BookingStatus? = nil) {
    guard let command = desk.sent.last, let id = command.booking,
      var now = desk.model.board.bookings[id]
    else { return }
    let before = now.status
    now.version += 1
    if let status { now.status = status }
    let isUndo = if case .change(.undo, _, _) = command.order { true } else { false }
    now.lastChange =
      isUndo
      ? nil
      : BookingChange(
        kind: .status(from: before, to: now.status), by: desk.model.person?.id, byName: "Anna",
        at: desk.now)
    desk.tell(.line(.accepted(command.id, now)))
  }

  private func confirmed(_ id: BookingID) -> Desk {
    var desk = Desk()
    desk.select(id)
    desk.press(.character("c"))
    answer(&desk, .confirmed)
    desk.effects = []
    return desk
  }

  @Test func whatWasDoneLastIsTakenBackAtOnceWhereItIsSelected() {
    var desk = confirmed(9)
    #expect(desk.picture().frame.text.contains("takes back: confirm"))
    desk.press(.character("u"))
    #expect(desk.sent.map(\.booking) == [9])
    #expect(desk.toasts.last?.hasPrefix("Taking back: confirm") == true)
  }

  @Test func fromElsewhereItIsGoneToAndSaidFirst() {
    var desk = confirmed(9)
    desk.select(6)
    desk.press(.character("u"))
    #expect(desk.sent.isEmpty)
    #expect(desk.model.selection == 9)
    #expect(desk.toasts.last?.hasPrefix("u once more takes back: confirm") == true)
    desk.pass(milliseconds: 2_000)
    desk.press(.character("u"))
    #expect(desk.sent.map(\.booking) == [9])
  }

  @Test func aHeldKeyTakesOneStepBack() {
    var desk = confirmed(9)
    desk.press(.character("u"))
    answer(&desk, .scheduled)
    // As a keyboard repeats: after half a second, then thirty times in one.
    desk.pass(milliseconds: 500)
    for _ in 0..<60 {
      desk.press(.character("u"))
      desk.pass(milliseconds: 33)
    }
    desk.pass(milliseconds: 500)
    #expect(desk.sent.count == 1)
  }

  @Test func aSecondPressIsASecondStep() throws {
    var desk = confirmed(9)
    let other = try #require(
      desk.model.board.ofTheDay.first {
        desk.model.refusal(of: .changeStatus(to: .confirmed, reason: nil), on: $0) == nil
      })
    desk.select(other.id)
    desk.pass(milliseconds: 1_000)
    desk.press(.character("c"))
    answer(&desk, .confirmed)
    desk.effects = []
    desk.press(.character("u"))
    answer(&desk, .scheduled)
    desk.pass(milliseconds: 400)
    desk.press(.character("u"))
    desk.pass(milliseconds: 200)
    #expect(desk.model.selection == 9)
    desk.pass(milliseconds: 2_000)
    desk.press(.character("u"))
    #expect(desk.sent.map(\.booking) == [other.id, 9])
  }

  @Test func whatSomebodyElseChangedSinceIsNotTakenBack() {
    var desk = confirmed(9)
    desk.change(9) { $0.notes = "window" }
    desk.pass(milliseconds: 1_000)
    desk.press(.character("u"))
    #expect(desk.sent.isEmpty)
    #expect(desk.toasts.last?.contains("Mai Trần has changed") == true)
  }

  @Test func anAnswerThatComesLateLeavesTheCursorWhereHandsPutIt() throws {
    var desk = Reception.desk()
    desk.press(.character("%"))
    desk.select(6)
    desk.press(.escape)
    desk.press(.character("b"))
    desk.say("7714 sw60 mai 17:30")
    desk.press(.enter)
    let command = try #require(desk.sent.first)
    desk.press(.down)
    let selected = desk.model.cursor
    desk.tell(
      .line(
        .accepted(
          command.id,
          SampleSpa.booking(900, "Zora Quill", "17:30", 60, with: SampleSpa.mai, .scheduled))))
    #expect(desk.model.cursor == selected)
  }

  @Test func theSelectionGoesWithTheBookingToAnotherDay() throws {
    var desk = Desk()
    desk.select(9)
    desk.press(.character("c"))
    let command = try #require(desk.sent.first)
    var moved = try #require(desk.model.board.bookings[9])
    moved.version += 1
    moved.date = moved.date + 1
    desk.tell(.line(.accepted(command.id, moved)))
    #expect(desk.model.board.date == moved.date)
    #expect(desk.model.selection == 9)
  }

  @Test func anEarlyStartOpensTheLineForItsReason() {
    var desk = Desk()
    guard let early = desk.model.board.ofTheDay.last(where: { $0.status.isAhead }) else { return }
    desk.select(early.id)
    desk.press(.character("s"))
    #expect(desk.line == "start ")
    desk.type("no traffic")
    desk.press(.enter)
    #expect(desk.sent.map(\.booking) == [early.id])
  }
}
