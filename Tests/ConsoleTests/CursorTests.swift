import BookingDomain
import BookingTesting
import DeskLanguage
import LinePromise
import Screen
import Testing

@testable import Console

/// The cursor between bookings: on free time, which can be booked there, and on blocked time.
///
/// Mai is free from 16:00 to 19:30, Linh from 17:30 to closing time at 21:00; Hoa is on leave.
@Suite struct CursorTests {
  private static let mai = GridColumn.therapist(SampleSpa.mai)

  private func spot(_ time: String, _ column: GridColumn = mai) -> Cursor {
    .spot(Spot(column: column, date: SampleSpa.date, time: SampleSpa.clock(time)))
  }

  private func deskOnFreeTime() -> PaperDesk {
    var desk = Reception.desk()
    desk.select(10)
    desk.press(.down)
    return desk
  }

  private func block(_ time: String, _ minutes: Minutes) -> Block {
    Block(
      id: 5, therapist: SampleSpa.mai, date: SampleSpa.date, time: SampleSpa.clock(time),
      duration: minutes, reason: "lunch", byName: "Anna Lee")
  }

  @Test func downGoesFromABookingToFreeTimeAndOn() {
    var desk = deskOnFreeTime()
    #expect(desk.model.cursor == spot("16:00"))
    #expect(desk.picture().frame.text.contains("16:00 to 19:30"))
    desk.press(.down)
    #expect(desk.model.selection == 11)
    desk.press(.up, .up)
    #expect(desk.model.selection == 10)
  }

  @Test func sidewaysFreeTimeIsEnteredAtTheSameHeight() {
    var desk = Reception.desk()
    desk.select(11)
    desk.press(.left)
    #expect(desk.model.cursor == spot("19:30", .therapist(SampleSpa.linh)))
    desk.press(.right)
    #expect(desk.model.selection == 11)
  }

  @Test func timeThatIsOverOrNobodysToBookIsPassedOver() {
    var desk = Reception.desk()
    desk.select(1)
    desk.press(.down, .down, .down)
    #expect(desk.model.selection == 4)
    var therapist = Reception.desk(as: SampleSpa.therapistLinh)
    therapist.press(.character("4"), .end, .down)
    #expect(therapist.model.selectedSpot == nil)
    let leave = GridColumn.therapist(SampleSpa.hoa)
    #expect(desk.model.stops(in: leave).isEmpty)
  }

  @Test func bookingFromFreeTimeTakesTherapistAndTimeFromIt() throws {
    var desk = deskOnFreeTime()
    let text = "7714 sw"
    desk.press(.character("b"))
    #expect(desk.line == "book tran 16:00 ")
    desk.say(text)
    desk.press(.enter)
    let wanted = try #require(desk.booked.first)
    #expect(wanted.therapist == SampleSpa.mai && wanted.time == SampleSpa.clock("16:00"))
  }

  @Test func whereNamesDoNotTellTheNumberDoes() throws {
    var spa = SampleSpa.spa
    spa.therapists = [11, 12].map { SampleSpa.therapist(UserID($0), "Mai Trần") }
    var desk = PaperDesk(bookings: SampleSpa.bookings, spa: spa)
    desk.select(10)
    desk.press(.down, .character("b"))
    #expect(desk.line == "book t12 16:00 ")
    desk.say("7714 sw")
    #expect(desk.draft?.ghosts.first?.therapist == 12)
  }

  @Test func severalDaysAreReadBeforeOneKeyGivesThemBack() {
    let leave = TimeOff(
      id: 8, therapist: SampleSpa.mai, days: SampleSpa.date...SampleSpa.date + 9, reason: "phép",
      byName: "Anna")
    var desk = deskOnFreeTime()
    let day = leave.block(of: SampleSpa.mai, on: SampleSpa.date, hours: SampleSpa.spa.hours)
    desk.tell(.line(.blocks([day], of: SampleSpa.mai, on: SampleSpa.date)))
    desk.press(.character("u"))
    #expect(desk.sent.isEmpty && desk.line?.hasPrefix("unblock ") == true, "\(desk.line ?? "-")")
    #expect(desk.draft?.says.contains("is back: not off \(leave.days.words)") == true)
    desk.press(.enter)
    #expect(desk.sent.map(\.order) == [.endTimeOff(8)])
  }

  @Test func ordersSayThatNobodyIsBookedThere() {
    var desk = deskOnFreeTime()
    desk.press(.character("c"))
    #expect(desk.sent.isEmpty)
    #expect(desk.toasts.last == "Nobody is booked here: b books.")
  }

  @Test func whatWasBlockedIsUnderTheCursorAndOneKeyGivesItBack() throws {
    var desk = deskOnFreeTime()
    desk.press(.character("B"))
    desk.type("30 lunch")
    desk.press(.enter)
    let order = try #require(desk.sent.first)
    guard case .block(let wanted) = order.order else {
      Issue.record("not a block: \(order.order)")
      return
    }
    #expect(wanted.time == SampleSpa.clock("16:00") && wanted.duration == 30)
    desk.tell(
      .line(.blocks([block("16:00", 30)], of: SampleSpa.mai, on: SampleSpa.date)))
    desk.tell(.line(.accepted(order.id, nil)))
    #expect(desk.model.cursor == spot("16:00"))
    #expect(desk.picture().frame.text.contains("u gives it back"))
    desk.press(.character("u"))
    #expect(desk.sent.last?.order == .unblock(5))
  }

  @Test func freeTimeThatAnotherDeskBooksIsNoFreeTimeAnyMore() throws {
    var desk = deskOnFreeTime()
    let taken = SampleSpa.booking(77, "Faster Guest", "16:00", with: SampleSpa.mai)
    let news = BookingNews(kind: .created, byName: "Bella", at: desk.now)
    desk.tell(.line(.booking(taken, news)))
    #expect(desk.model.selection == 77)
    desk.press(.character("c"))
    #expect(desk.sent.isEmpty, "the key was not meant for a guest who came that moment")
    desk.press(.character("c"))
    #expect(desk.sent.map(\.booking) == [77])
  }

  @Test func freeTimeShrinksAsTheClockGoesOn() {
    var desk = deskOnFreeTime()
    desk.pass(milliseconds: 2 * 3_600_000)
    #expect(desk.model.cursor == spot("16:10"))
  }

  @Test func aClickOnEmptyTimeSelectsItAndADoubleClickBooks() throws {
    var desk = Reception.desk()
    let layout = desk.model.layout
    let column = try #require(layout.columns.first { $0.gridColumn == Self.mai })
    let row = layout.axis.dayRow(with: 17 * 60) - layout.axis.topRow
    let at = Point(column: column.rect.column + 1, row: column.rect.row + row)
    desk.press(.mouse(KeyPress.Mouse(action: .press, at: at)))
    #expect(desk.model.cursor == spot("17:00"))
    desk.press(.mouse(KeyPress.Mouse(action: .doubleClick, at: at)))
    #expect(desk.line == "book tran 17:00 ")
  }

  @Test func anEmptyDayIsEnteredByAnArrow() throws {
    var desk = Reception.desk()
    desk.press(.character("]"))
    desk.deliverWatched([], spa: SampleSpa.spa)
    #expect(desk.model.cursor == nil)
    desk.press(.down)
    let spot = try #require(desk.model.selectedSpot)
    #expect(spot.time == SampleSpa.clock("09:00"))
    desk.press(.character("2"))
    #expect(desk.model.cursor == nil)
  }

  @Test(arguments: [Size(columns: 120, rows: 36), Size(columns: 80, rows: 24)])
  func freeTimeIsSaidInTheDetails(size: Size) {
    var desk = Reception.desk(size)
    desk.select(10)
    desk.press(.down)
    let text = desk.picture(colors: .mono).frame.text
    #expect(text.contains("16:00 free"))
    #expect(text.contains("16:00 to 19:30"))
    #expect(text.contains("Swedish Massage,") && text.contains("Hot Stone"))
  }
}

/// Moving by arrows: in the line that was opened for it, the ghost goes where they point.
@Suite struct PushingTests {
  @Test func arrowsMoveTheGhostUntilEnterSendsIt() throws {
    var desk = Reception.desk()
    desk.select(6)
    desk.press(.character("m"), .down)
    #expect(desk.line == "move 16:30")
    desk.press(.right)
    #expect(desk.line == "move 16:30 tran")
    desk.press(.up)
    #expect(desk.line == "move tran")
    desk.press(.left, .down, .down, .enter)
    let order = try #require(desk.sent.first)
    guard case .change(.move(let move), of: 6, _) = order.order else {
      Issue.record("not a move: \(order.order)")
      return
    }
    #expect(move.time == SampleSpa.clock("16:45") && move.therapist == nil)
  }

  @Test func whoDoesNotWorkIsPassedOverAndWhatIsTypedIsLeftAlone() {
    var desk = Reception.desk()
    desk.select(6)
    desk.press(.character("m"), .right, .right)
    #expect(desk.line == "move tran")
    desk.press(.escape, .character("m"))
    desk.type("17")
    desk.press(.left)
    desk.type("x")
    #expect(desk.line == "move 1x7")
  }
}

@Suite struct ThemePreviewTests {
  @Test func aThemeIsWornWhileItsNameStandsInTheLine() {
    var desk = PaperDesk()
    desk.type(":theme night")
    #expect(desk.effects == [.previewTheme("night")])
    desk.effects = []
    desk.press(.escape)
    #expect(desk.effects == [.previewTheme(nil)])
  }

  @Test func enterKeepsIt() {
    var desk = PaperDesk()
    desk.type(":theme paper")
    desk.press(.enter)
    #expect(desk.effects == [.previewTheme("paper"), .useTheme("paper")])
  }
}
