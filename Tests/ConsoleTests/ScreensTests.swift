import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import Foundation
import LinePromise
import Screen
import Testing

/// Whole screens, compared as text with the files beside this one.
@Suite struct ScreensTests {
  static let sizes = KeptScreen.sizes

  @Test(arguments: sizes) func theReceptionistsBoard(size: Size) throws {
    var desk = PaperDesk(size: size)
    desk.select(5)
    try KeptScreen.expect(desk, "board")
  }

  @Test(arguments: sizes + [Size(columns: 40, rows: 24)]) func theTherapistsDay(size: Size) throws {
    var desk = PaperDesk(as: SampleSpa.therapistLinh, size: size, bookings: SampleSpa.linhsDay)
    try KeptScreen.expect(desk, "therapist", showsPaint: true)
    desk.press(.down)
    try KeptScreen.expect(desk, "therapist-next", showsPaint: true)
  }

  @Test(arguments: sizes) func whoIsOffLiesStillWithTheReason(size: Size) throws {
    var desk = PaperDesk(size: size)
    let off = TimeOff(
      id: 7, therapist: SampleSpa.mai, days: SampleSpa.date...SampleSpa.date + 2,
      reason: "nghỉ phép", byName: "Anna")
    desk.tell(
      .line(
        .blocks(
          [off.block(of: SampleSpa.mai, on: SampleSpa.date, hours: SampleSpa.spa.hours)],
          of: SampleSpa.mai, on: SampleSpa.date)))
    desk.select(5)
    try KeptScreen.expect(desk, "time-off")
    desk.press(.character("2"))
    try KeptScreen.expect(desk, "time-off-agenda")
  }

  @Test(arguments: sizes) func whoWorksLaterLiesStillUntilThen(size: Size) throws {
    var spa = SampleSpa.spa
    spa.shifts = [
      SampleSpa.mai: WorkingHours([
        .every(SampleSpa.date.weekday): [
          Shift(from: SampleSpa.clock("09:00"), until: SampleSpa.clock("13:00")),
          Shift(from: SampleSpa.clock("15:30"), until: SampleSpa.clock("19:00")),
        ]
      ]),
      SampleSpa.linh: WorkingHours([.on(SampleSpa.date): []]),
    ]
    var desk = PaperDesk(as: SampleSpa.manager, size: size, spa: spa)
    desk.select(5)
    try KeptScreen.expect(desk, "shifts")
    desk.press(.character(":"))
    desk.say("shift mai today 16-20")
    try KeptScreen.expect(desk, "shift")
  }

  @Test(arguments: sizes) func theRooms(size: Size) throws {
    var desk = PaperDesk(size: size)
    desk.press(.character("3"))
    desk.select(5)
    try KeptScreen.expect(desk, "rooms")
  }

  @Test(arguments: sizes) func theWeek(size: Size) throws {
    var desk = PaperDesk(size: size)
    desk.select(5)
    desk.lookAtWeek()
    try KeptScreen.expect(desk, "week")
  }

  @Test(arguments: sizes) func theAgenda(size: Size) throws {
    var desk = PaperDesk(size: size)
    desk.press(.character("2"))
    try KeptScreen.expect(desk, "agenda")
  }

  @Test(arguments: sizes) func theWall(size: Size) throws {
    var desk = PaperDesk(
      as: SampleSpa.manager, size: size)
    desk.press(.character("5"))
    try KeptScreen.expect(desk, "wall", showsPaint: true)
  }

  @Test func theWallOfFortyTherapistsIsPaged() throws {
    var desk = PaperDesk(
      as: SampleSpa.manager, size: Size(columns: 200, rows: 50), bookings: House.busyDay(40),
      spa: House.therapists(40))
    desk.press(.character("5"))
    try KeptScreen.expect(desk, "wall-paged", showsPaint: true)
  }

  @Test(arguments: ["2", "3", "4", "5"]) func everyViewIsReadWithoutColourAndUnicode(key: String)
    throws
  {
    var desk = PaperDesk(
      size: Size(columns: 80, rows: 24))
    desk.press(.character(Character(key)))
    desk.deliverWatched(House.week, spa: SampleSpa.spa)
    let picture = desk.picture(colors: .mono, unicode: false)
    #expect(picture.frame.text.utf8.allSatisfy { $0 < 0x80 })
    try KeptScreen.expect(
      picture, "view-\(desk.model.view.rawValue)-ascii-80x24", showsPaint: key == "5")
  }

  @Test func theManagersBoard() throws {
    let desk = PaperDesk(as: SampleSpa.manager, size: Size(columns: 160, rows: 36))
    try KeptScreen.expect(desk, "manager")
  }

  @Test func withoutUnicode() throws {
    var desk = PaperDesk(size: Size(columns: 80, rows: 24))
    desk.select(5)
    let picture = desk.picture(colors: .mono, unicode: false)
    #expect(picture.frame.text.utf8.allSatisfy { $0 < 0x80 })
    try KeptScreen.expect(picture, "board-ascii-80x24")
  }

  @Test func manyTherapistsArePaged() throws {
    var spa = SampleSpa.spa
    spa.therapists += (20..<40).map { SampleSpa.therapist(UserID($0), "Therapist \($0)") }
    var desk = PaperDesk(size: Size(columns: 80, rows: 24), spa: spa)
    desk.press(.character(">"))
    try KeptScreen.expect(desk, "paged")
  }

  @Test func tagsAreAskedFor() throws {
    var desk = PaperDesk(size: Size(columns: 80, rows: 24))
    desk.press(.character("C"))
    try KeptScreen.expect(desk, "tags")
  }

  @Test func aLostLineAndAnUnansweredOrderAreSaid() throws {
    var desk = PaperDesk(size: Size(columns: 120, rows: 36))
    let nextTry = Timestamp(milliseconds: desk.now.milliseconds + 10_000)
    desk.tell(
      .line(.link(.reconnecting(attempt: 2, nextTry: nextTry, reason: "the connection was lost"))))
    desk.select(9)
    desk.press(.character("c"))
    desk.pass(milliseconds: 7_000)
    desk.press(.character("d"))
    try KeptScreen.expect(desk, "offline")
  }

  @Test(arguments: sizes) func theMenu(size: Size) throws {
    var desk = Reception.desk(size)
    desk.select(6)
    desk.press(.function(10), .down, .down)
    try KeptScreen.expect(desk, "menu")
  }

  @Test(arguments: sizes) func aBookingBeingTyped(size: Size) throws {
    let desk = Reception.desk(size, typing: "b", "7714 sw tran 17:30")
    try KeptScreen.expect(desk, "booking")
  }

  @Test(arguments: sizes) func aConflictBeingTyped(size: Size) throws {
    var desk = Reception.desk(size, typing: "b", "7714 sw linh 16:15")
    desk.press(.enter)
    desk.pass(milliseconds: 2_000)
    try KeptScreen.expect(desk, "conflict")
  }

  @Test(arguments: sizes) func aTherapistsGuestsBeingReassigned(size: Size) throws {
    var desk = Reception.desk(size)
    desk.press(.character("R"))
    desk.type("linh")
    try KeptScreen.expect(desk, "reassign")
  }

  @Test(arguments: sizes) func customersBeingFound(size: Size) throws {
    let desk = Reception.desk(size, typing: "f", "lan")
    try KeptScreen.expect(desk, "find")
  }

  @Test func theCommandLineShowsWhatItWouldDo() throws {
    var desk = PaperDesk(size: Size(columns: 80, rows: 24))
    desk.select(9)
    desk.type(":conf")
    #expect(desk.picture().frame.rows.last?.contains("Confirm") == true)
    desk.press(.escape)
    desk.type(":date nonsense")
    #expect(desk.picture().frame.text.contains("is not a day"))
  }

  @Test func detailsCoverASmallScreenOnlyWhenAsked() throws {
    var desk = PaperDesk(size: Size(columns: 40, rows: 12))
    desk.select(5)
    desk.press(.enter)
    try KeptScreen.expect(desk, "details")
    desk.press(.escape)
    #expect(!desk.picture().frame.text.contains("firm pressure"))
  }

  @Test func tooSmallIsOneSentence() {
    let desk = PaperDesk(size: Size(columns: 19, rows: 5))
    let words = desk.picture().frame.text.split(whereSeparator: \.isWhitespace)
    #expect(words.joined(separator: " ").contains("The window is too small"))
  }

  @Test func everyStatusIsToldApartWithoutColour() {
    var marks: Set<String> = []
    for status in BookingStatus.allCases {
      let booking = SampleSpa.booking(1, "Guest", "15:00", with: SampleSpa.linh, status)
      let desk = PaperDesk(size: Size(columns: 80, rows: 24), bookings: [booking])
      let row = desk.picture(colors: .mono, unicode: false).frame.rows.first {
        $0.contains("Guest")
      }
      marks.insert(String(row?.dropFirst(7).prefix(2) ?? ""))
    }
    #expect(marks.count == BookingStatus.allCases.count)
  }

  @Test func cancelledBookingsNeverCoverOthers() throws {
    let bookings = [
      SampleSpa.booking(1, "Cancelled", "15:00", with: SampleSpa.linh, .cancelled),
      SampleSpa.booking(2, "Taker", "15:00", with: SampleSpa.linh),
    ]
    let text = PaperDesk(bookings: bookings).picture().frame.text
    #expect(text.contains("Taker"))
    #expect(text.contains("✗X"))
  }

  @Test func bookingsOutsideBusinessHoursAreDrawn() {
    let early = SampleSpa.booking(1, "Early Bird", "06:10", with: SampleSpa.linh)
    var desk = PaperDesk(bookings: [early])
    desk.select(1)
    desk.press(.home)
    #expect(desk.picture().frame.text.contains("Early Bird"))
  }

  @Test func oneStatusChangeChangesOnlyItsBlockAndTheStatusLine() {
    var desk = PaperDesk(size: Size(columns: 120, rows: 36))
    desk.select(5)
    let before = desk.picture().frame
    desk.change(9) { $0.status = .confirmed }
    let changes = desk.picture().frame.changes(since: before)
    let cells = changes.reduce(0) { $0 + $1.columns.count }
    // Its block, the count of the unconfirmed, and what is said of it.
    #expect(cells < 140)
  }
}
