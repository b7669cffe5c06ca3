import BookingClient
import BookingDomain
import BookingTesting
import Console
import Foundation
import Screen
import Testing

/// Whole screens, compared as text with the files beside this one. `make screens` writes them
/// anew; look at the difference.
@Suite struct ScreensTests {
  static let sizes = [
    Size(columns: 200, rows: 50), Size(columns: 120, rows: 36), Size(columns: 80, rows: 24),
    Size(columns: 40, rows: 12),
  ]

  private func expect(
    _ picture: Picture, _ name: String, showsPaint: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Screens/\(name).txt")
    let text = (showsPaint ? picture.frame.textWithPaint : picture.frame.text) + "\n"
    if ProcessInfo.processInfo.environment["FRONTDESK_WRITE"] == "screens" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(text == expected, "\(name) looks different", sourceLocation: sourceLocation)
  }

  @Test(arguments: sizes) func theReceptionistsBoard(size: Size) throws {
    var desk = Desk(size: size)
    desk.select(5)
    try expect(desk.picture(), "board-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes + [Size(columns: 40, rows: 24)]) func theTherapistsDay(size: Size) throws {
    var desk = Desk(as: SampleSpa.therapistLinh, size: size, bookings: SampleSpa.linhsDay)
    try expect(desk.picture(), "therapist-\(size.columns)x\(size.rows)", showsPaint: true)
    desk.press(.down)
    try expect(desk.picture(), "therapist-next-\(size.columns)x\(size.rows)", showsPaint: true)
  }

  @Test(arguments: sizes) func theRooms(size: Size) throws {
    var desk = Desk(size: size, bookings: House.bookings, spa: House.spa)
    desk.press(.character("3"))
    desk.select(5)
    try expect(desk.picture(), "rooms-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes) func theWeek(size: Size) throws {
    var desk = Desk(size: size, bookings: House.bookings, spa: House.spa)
    desk.select(5)
    desk.lookAtWeek()
    try expect(desk.picture(), "week-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes) func theAgenda(size: Size) throws {
    var desk = Desk(size: size, bookings: House.bookings, spa: House.spa)
    desk.press(.character("2"))
    try expect(desk.picture(), "agenda-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes) func theWall(size: Size) throws {
    var desk = Desk(
      as: SampleSpa.manager, size: size, bookings: House.bookings, spa: House.spa)
    desk.press(.character("5"))
    try expect(desk.picture(), "wall-\(size.columns)x\(size.rows)", showsPaint: true)
  }

  @Test func theWallOfFortyTherapistsIsPaged() throws {
    var desk = Desk(
      as: SampleSpa.manager, size: Size(columns: 200, rows: 50), bookings: House.busyDay(40),
      spa: House.therapists(40))
    desk.press(.character("5"))
    try expect(desk.picture(), "wall-paged-200x50", showsPaint: true)
  }

  @Test(arguments: ["2", "3", "4", "5"]) func everyViewIsReadWithoutColourAndUnicode(key: String)
    throws
  {
    var desk = Desk(
      size: Size(columns: 80, rows: 24), bookings: House.bookings, spa: House.spa)
    desk.press(.character(Character(key)))
    desk.deliverWatched(House.week, spa: House.spa)
    let picture = desk.picture(colors: .mono, unicode: false)
    #expect(picture.frame.text.utf8.allSatisfy { $0 < 0x80 })
    try expect(picture, "view-\(desk.model.view.rawValue)-ascii-80x24", showsPaint: key == "5")
  }

  @Test func theManagersBoard() throws {
    let desk = Desk(as: SampleSpa.manager, size: Size(columns: 160, rows: 36))
    try expect(desk.picture(), "manager-160x36")
  }

  @Test func withoutUnicode() throws {
    var desk = Desk(size: Size(columns: 80, rows: 24))
    desk.select(5)
    let picture = desk.picture(colors: .mono, unicode: false)
    #expect(picture.frame.text.utf8.allSatisfy { $0 < 0x80 })
    try expect(picture, "board-ascii-80x24")
  }

  @Test func manyTherapistsArePaged() throws {
    var spa = SampleSpa.spa
    spa.therapists += (20..<40).map { SampleSpa.therapist(UserID($0), "Therapist \($0)") }
    var desk = Desk(size: Size(columns: 80, rows: 24), spa: spa)
    desk.press(.character(">"))
    try expect(desk.picture(), "paged-80x24")
  }

  @Test func tagsAreAskedFor() throws {
    var desk = Desk(size: Size(columns: 80, rows: 24))
    desk.press(.character("C"))
    try expect(desk.picture(), "tags-80x24")
  }

  @Test func aLostLineAndAnUnansweredOrderAreSaid() throws {
    var desk = Desk(size: Size(columns: 120, rows: 36))
    let nextTry = Timestamp(milliseconds: desk.now.milliseconds + 10_000)
    desk.tell(
      .line(.link(.reconnecting(attempt: 2, nextTry: nextTry, reason: "the server is gone"))))
    desk.select(9)
    desk.press(.character("c"))
    desk.pass(milliseconds: 7_000)
    desk.press(.character("d"))
    try expect(desk.picture(), "offline-120x36")
  }

  @Test func helpListsTheKeyTable() throws {
    var desk = Desk(size: Size(columns: 120, rows: 36))
    desk.press(.character("?"))
    try expect(desk.picture(), "help-120x36")
  }

  @Test(arguments: sizes) func theMenu(size: Size) throws {
    var desk = Reception.desk(size)
    desk.select(6)
    desk.press(.function(10), .down, .down)
    try expect(desk.picture(), "menu-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes) func aBookingBeingTyped(size: Size) throws {
    var desk = Reception.desk(size)
    desk.press(.character("b"))
    desk.say("7714 sw mai 17:30")
    try expect(desk.picture(), "booking-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes) func aConflictBeingTyped(size: Size) throws {
    var desk = Reception.desk(size)
    desk.press(.character("b"))
    desk.say("7714 sw linh 16:15")
    desk.press(.enter)
    desk.pass(milliseconds: 2_000)
    try expect(desk.picture(), "conflict-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes) func aTherapistsGuestsBeingReassigned(size: Size) throws {
    var desk = Reception.desk(size)
    desk.press(.character("R"))
    desk.type("linh")
    try expect(desk.picture(), "reassign-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes) func customersBeingFound(size: Size) throws {
    var desk = Reception.desk(size)
    desk.press(.character("f"))
    desk.say("lan")
    try expect(desk.picture(), "find-\(size.columns)x\(size.rows)")
  }

  @Test func theCommandLineShowsWhatItWouldDo() throws {
    var desk = Desk(size: Size(columns: 80, rows: 24))
    desk.select(9)
    desk.type(":conf")
    #expect(desk.picture().frame.rows.last?.contains("Confirm") == true)
    desk.press(.escape)
    desk.type(":date nonsense")
    #expect(desk.picture().frame.rows.last?.contains("is not a day") == true)
  }

  @Test func detailsCoverASmallScreenOnlyWhenAsked() throws {
    var desk = Desk(size: Size(columns: 40, rows: 12))
    desk.select(5)
    desk.press(.enter)
    try expect(desk.picture(), "details-40x12")
    desk.press(.escape)
    #expect(!desk.picture().frame.text.contains("firm pressure"))
  }

  @Test func login() throws {
    var model = Model(
      setup: Model.Setup(server: "https://desk.lotus.example", email: "anna@lotus.example"),
      size: Size(columns: 80, rows: 24), now: SampleSpa.now,
      theme: Model.ThemeChoice(name: "default", available: []))
    for key in "secret".map(KeyPress.character) {
      _ = model.update(.key(key, id: Desk.requestID(1)), at: SampleSpa.now)
    }
    let capabilities = TerminalCapabilities(colors: .mono, isUnicode: true)
    let picture = Picture(model, theme: .standard, capabilities: capabilities)
    #expect(!picture.frame.text.contains("secret"))
    try expect(picture, "login-80x24")
  }

  @Test func tooSmallIsOneSentence() {
    let desk = Desk(size: Size(columns: 19, rows: 5))
    let words = desk.picture().frame.text.split(whereSeparator: \.isWhitespace)
    #expect(words.joined(separator: " ").contains("The window is too small"))
  }

  @Test func everyStatusIsToldApartWithoutColour() {
    var marks: Set<String> = []
    for status in BookingStatus.allCases {
      let booking = SampleSpa.booking(1, "Guest", "15:00", with: SampleSpa.linh, status)
      let desk = Desk(size: Size(columns: 80, rows: 24), bookings: [booking])
      let row = desk.picture(colors: .mono, unicode: false).frame.rows.first {
        $0.contains(" Guest")
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
    let text = Desk(bookings: bookings).picture().frame.text
    #expect(text.contains("Taker"))
    #expect(text.contains("✗X"))
  }

  @Test func bookingsOutsideBusinessHoursAreDrawn() {
    let early = SampleSpa.booking(1, "Early Bird", "06:10", with: SampleSpa.linh)
    var desk = Desk(bookings: [early])
    desk.select(1)
    desk.press(.home)
    #expect(desk.picture().frame.text.contains("Early Bird"))
  }

  @Test func oneStatusChangeChangesOnlyItsBlockAndTheStatusLine() {
    var desk = Desk(size: Size(columns: 120, rows: 36))
    desk.select(5)
    let before = desk.picture().frame
    desk.change(9) { $0.status = .confirmed }
    let changes = desk.picture().frame.changes(since: before)
    let cells = changes.reduce(0) { $0 + $1.columns.count }
    #expect(cells < 120)
  }
}

extension Frame {
  /// The text, with painted blanks as `#`: what a wall's figures and bars are made of.
  fileprivate var textWithPaint: String {
    (0..<size.rows).map { number in
      var line = row(number).reduce(into: "") { line, cell in
        let isPainted =
          cell.style.background != .standard || cell.style.attributes.contains(.reverse)
        line += cell.text == " " && isPainted ? "#" : cell.text
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
