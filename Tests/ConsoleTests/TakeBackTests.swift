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
  private func answer(_ desk: inout PaperDesk, _ status: BookingStatus? = nil) {
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

  private func confirmed(_ id: BookingID) -> PaperDesk {
    var desk = PaperDesk()
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

  @Test func whatIsNotAnsweredYetIsNotPassedOver() {
    var desk = confirmed(9)
    desk.select(6)
    desk.press(.character("c"))
    let sent = desk.sent.count
    desk.pass(milliseconds: 2_000)
    desk.press(.character("u"))
    #expect(desk.sent.count == sent)
    #expect(desk.toasts.last?.hasPrefix("Wait: confirm") == true)
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
    desk.say("7714 sw60 tran 17:30")
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
    var desk = PaperDesk()
    let (command, moved) = try desk.presses("c", on: 9) { $0.date = $0.date + 1 }
    desk.tell(.line(.accepted(command.id, moved)))
    #expect(desk.model.board.date == moved.date)
    #expect(desk.model.selection == 9)
  }

  @Test func anEarlyStartOpensTheLineForItsReason() {
    var desk = PaperDesk()
    guard let early = desk.model.board.ofTheDay.last(where: { $0.status.isAhead }) else { return }
    desk.select(early.id)
    desk.press(.character("s"))
    #expect(desk.line == "start ")
    desk.type("no traffic")
    desk.press(.enter)
    #expect(desk.sent.map(\.booking) == [early.id])
  }

  private static let waits = WaitingGuest(
    id: 8, customer: Reception.lan.customer,
    service: ServiceSummary(id: SampleSpa.swedish, name: "Swedish Massage"), therapist: nil,
    date: SampleSpa.date, from: SampleSpa.clock("15:00"), until: SampleSpa.clock("18:00"),
    note: "", byName: "", since: SampleSpa.at("09:00"))

  private static let lunch = Block(
    id: 5, therapist: SampleSpa.linh, date: SampleSpa.date, time: SampleSpa.clock("18:30"),
    duration: 30, reason: "lunch", byName: "Anna")

  /// Types a line, has it carried out, and takes it back from a booking that it is not about.
  private func tookBack(
    _ line: String, by person: Person? = nil, before: (inout PaperDesk) -> Void,
    after: (inout PaperDesk) -> Void
  ) -> PaperDesk {
    var desk = Reception.desk(as: person)
    before(&desk)
    desk.select(6)
    desk.press(.character(":"))
    desk.say(line)
    desk.press(.enter)
    guard let command = desk.sent.last else { return desk }
    after(&desk)
    desk.tell(.line(.accepted(command.id, nil)))
    desk.effects = []
    for _ in 0..<2 where desk.sent.isEmpty {
      desk.pass(milliseconds: 2_000)
      desk.press(.character("u"))
      desk.pass(milliseconds: 2_000)
    }
    return desk
  }

  @Test func whoWasPutOnTheWaitingListIsTakenOffAgain() {
    let desk = tookBack("wait 555102 sw 15-18", before: { _ in }) {
      $0.tell(.line(.waiting([Self.waits], on: SampleSpa.date)))
    }
    #expect(desk.sent.map(\.order) == [.stopWaiting(8)])
  }

  @Test func whoWasTakenOffTheWaitingListIsPutOnAgain() throws {
    let desk = tookBack("unwait lan") {
      $0.tell(.line(.waiting([Self.waits], on: SampleSpa.date)))
    } after: {
      $0.tell(.line(.waiting([], on: SampleSpa.date)))
    }
    guard case .wait(let wish)? = desk.sent.only?.order else {
      Issue.record("\(desk.sent) \(desk.toasts)")
      return
    }
    #expect(wish.customer == Self.waits.customer.id && wish.from == Self.waits.from)
    #expect(wish.until == Self.waits.until && wish.service == Self.waits.service.id)
  }

  @Test func timeThatWasBlockedIsFreedAgain() {
    let desk = tookBack("block linh 18:30 30 lunch", before: { _ in }) {
      $0.tell(.line(.blocks([Self.lunch], of: SampleSpa.linh, on: SampleSpa.date)))
    }
    #expect(desk.sent.map(\.order) == [.unblock(5)])
  }

  private static let dayOff = TimeOff(
    id: 7, therapist: SampleSpa.linh, days: SampleSpa.date...SampleSpa.date, reason: "ốm",
    byName: "Anna")

  private static func day(of timeOff: TimeOff) -> Block {
    timeOff.block(of: SampleSpa.linh, on: SampleSpa.date, hours: SampleSpa.spa.hours)
  }

  @Test func whoWasSaidToBeOffIsBack() {
    let desk = tookBack("off linh // ốm", before: { _ in }) {
      $0.tell(.line(.blocks([Self.day(of: Self.dayOff)], of: SampleSpa.linh, on: SampleSpa.date)))
    }
    #expect(desk.sent.map(\.order) == [.endTimeOff(7)])
  }

  @Test func timeOffThatWasGivenBackIsTakenAgainForItsReason() {
    let desk = tookBack("unblock linh") {
      $0.tell(.line(.blocks([Self.day(of: Self.dayOff)], of: SampleSpa.linh, on: SampleSpa.date)))
    } after: {
      $0.tell(.line(.blocks([], of: SampleSpa.linh, on: SampleSpa.date)))
    }
    #expect(desk.sent.map(\.order) == [.takeOff(NewTimeOff(Self.dayOff))])
  }

  private static let hours = [
    DayShifts(
      .on(SampleSpa.date), [Shift(from: TimeOfDay(hour: 9), until: TimeOfDay(hour: 12))])
  ]

  @Test func hoursThatWereSetGoBackToWhatTheyWere() {
    let desk = tookBack("shift linh today 9-12", by: SampleSpa.manager, before: { _ in }) { _ in }
    #expect(
      desk.sent.map(\.order)
        == [
          .setShifts(
            NewShifts(therapist: SampleSpa.linh, days: [DayShifts(.on(SampleSpa.date), nil)]))
        ])
  }

  @Test func hoursThatSomebodyHasSetAnewSinceStay() {
    var desk = Reception.desk(as: SampleSpa.manager)
    desk.press(.character(":"))
    desk.say("shift linh today 9-12")
    desk.press(.enter)
    guard let command = desk.sent.last else {
      Issue.record("\(desk.toasts)")
      return
    }
    #expect(command.order == .setShifts(NewShifts(therapist: SampleSpa.linh, days: Self.hours)))
    desk.tell(.line(.accepted(command.id, nil)))
    var spa = SampleSpa.spa
    spa.shifts = [SampleSpa.linh: WorkingHours([.on(SampleSpa.date): []])]
    desk.deliver(SampleSpa.bookings, spa: spa)
    desk.effects = []
    desk.select(6)
    for _ in 0..<2 {
      desk.pass(milliseconds: 2_000)
      desk.press(.character("u"))
    }
    #expect(desk.sent.isEmpty, "\(desk.sent)")
    #expect(desk.toasts.contains { $0.contains("other hours") }, "\(desk.toasts)")
  }

  @Test func timeThatWasFreedByHandIsNotOfferedASecondTime() throws {
    var desk = tookBack("block linh 18:30 30 lunch", before: { _ in }) {
      $0.tell(.line(.blocks([Self.lunch], of: SampleSpa.linh, on: SampleSpa.date)))
    }
    desk.tell(.line(.accepted(try #require(desk.sent.last).id, nil)))
    desk.tell(.line(.blocks([], of: SampleSpa.linh, on: SampleSpa.date)))
    desk.effects = []
    desk.select(9)
    desk.pass(milliseconds: 2_000)
    desk.press(.character("u"))
    #expect(desk.toasts.last?.contains("block") != true, "\(desk.toasts)")
  }

  @Test func timeThatWasFreedIsBlockedAgainForItsReason() {
    let desk = tookBack("unblock linh 18:30") {
      $0.tell(.line(.blocks([Self.lunch], of: SampleSpa.linh, on: SampleSpa.date)))
    } after: {
      $0.tell(.line(.blocks([], of: SampleSpa.linh, on: SampleSpa.date)))
    }
    let again = NewBlock(
      therapist: SampleSpa.linh, date: SampleSpa.date, time: SampleSpa.clock("18:30"),
      duration: 30, reason: "lunch")
    #expect(desk.sent.map(\.order) == [.block(again)])
  }

  @Test func theNewsSayWhatWasTakenBackAndNotThatItIsCancelled() throws {
    var desk = Reception.desk(typing: "b", "7714 sw tran 17:30")
    desk.press(.enter)
    let command = try #require(desk.sent.last)
    var booking = SampleSpa.booking(
      900, "Zora Quill", "17:30", with: SampleSpa.mai,
      lastChange: BookingChange(
        kind: .created, by: desk.model.person?.id, byName: "Anna", at: desk.now))
    desk.tell(.line(.accepted(command.id, booking)))
    desk.pass(milliseconds: 2_000)
    desk.press(.character("u"))
    let undo = try #require(desk.sent.last)
    #expect(undo.booking == 900)
    booking.version += 1
    booking.status = .cancelled
    let news = BookingNews(
      kind: .statusChanged(from: .scheduled, to: .cancelled), byName: "Anna", at: desk.now)
    for isEventFirst in [true, false] {
      var desk = desk
      if isEventFirst { desk.tell(.line(.booking(booking, news))) }
      desk.tell(.line(.accepted(undo.id, booking)))
      if !isEventFirst { desk.tell(.line(.booking(booking, news))) }
      #expect(
        desk.model.lastNews?.what(SampleSpa.date, on: desk.model.board)
          == "Taken back: book Zora Quill")
    }
  }

  /// At a desk that only watches: undone is said as undone, and not as what it leads to.
  @Test(arguments: [
    (BookingChange.Kind.created, BookingStatus.cancelled, "booked for 17:30"),
    (.status(from: .scheduled, to: .confirmed), .scheduled, "confirmed"),
    (.arrival, .scheduled, "has arrived"),
    (.notes(from: "a child"), .scheduled, "has no notes any more"),
  ])
  func otherDesksReadThatItIsUndone(
    kind: BookingChange.Kind, back: BookingStatus, what: String
  ) throws {
    var desk = Reception.desk()
    var booking = SampleSpa.booking(
      900, "Zora Quill", "17:30", with: SampleSpa.mai,
      lastChange: BookingChange(kind: kind, by: .user(12), byName: "Mai Trần", at: desk.now))
    let done = BookingNews(kind: .updated, byName: "Mai Trần", at: desk.now)
    desk.tell(.line(.booking(booking, done)))
    #expect(desk.model.lastNews?.what(SampleSpa.date, on: desk.model.board) == "Zora Quill \(what)")
    booking.version += 1
    booking.status = back
    booking.lastChange = nil
    let undone = BookingNews(
      kind: .statusChanged(from: .confirmed, to: back), byName: "Mai Trần", at: desk.now)
    desk.tell(.line(.booking(booking, undone)))
    #expect(
      desk.model.lastNews?.what(SampleSpa.date, on: desk.model.board)
        == "Taken back: Zora Quill \(what)")
    // What happens to it next is news of its own.
    booking.version += 1
    booking.lastChange = BookingChange(
      kind: .arrival, by: .user(12), byName: "Mai Trần", at: desk.now)
    desk.tell(.line(.booking(booking, done)))
    #expect(
      desk.model.lastNews?.what(SampleSpa.date, on: desk.model.board) == "Zora Quill has arrived")
  }

  @Test func whatThisDeskSentElsewhereIsNotMissed() throws {
    var desk = Reception.desk()
    desk.select(9)
    desk.press(.character("c"))
    #expect(desk.sent.last?.booking == 9)
    desk.tell(.line(.gone(9)))
    #expect(!desk.toasts.contains { $0.contains("no longer") })
    desk.tell(.line(.gone(6)))
    #expect(desk.toasts.contains { $0.contains("no longer") })
  }

  @Test func whatWasTypedEndsWithTheLogIn() {
    var desk = Reception.desk(typing: "f", "zora")
    desk.press(.enter, .escape, .character("L"))
    desk.tell(.loggedIn(SampleSpa.reception))
    desk.press(.character(":"), .up)
    #expect(desk.line == "")
  }
}
