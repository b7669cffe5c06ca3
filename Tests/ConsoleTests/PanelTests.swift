import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import Screen
import Testing

/// The panel is about what the line is about, or what is selected, and nobody else.
@Suite struct PanelTests {
  private func panel(_ desk: PaperDesk) -> String {
    desk.picture().frame.rows.dropFirst().prefix(20).map { String($0.suffix(34)) }
      .joined(separator: "\n")
  }

  @Test func aMoveToAnotherDayKeepsItsGuestInThePanel() {
    var desk = Reception.desk()
    desk.select(9)
    desk.press(.character("m"))
    desk.say("tomorrow")
    let tomorrow = SampleSpa.booking(
      801, "Somebody Else", "10:00", with: SampleSpa.linh, on: SampleSpa.date + 1)
    desk.deliverWatched([tomorrow], spa: SampleSpa.spa)
    #expect(desk.model.board.date == SampleSpa.date + 1)
    #expect(panel(desk).contains("Sofia Rossi"))
    #expect(!panel(desk).contains("Somebody Else"))
    desk.press(.escape)
    desk.deliverWatched(SampleSpa.bookings, spa: SampleSpa.spa)
    #expect(panel(desk).contains("Sofia Rossi"))
  }

  @Test func aBookingThatIsTypedHasItsOwnPanel() {
    var desk = Reception.desk()
    desk.select(9)
    desk.press(.character("b"))
    desk.say("7714 sw tomorrow")
    desk.deliverWatched(
      [
        SampleSpa.booking(
          801, "Somebody Else", "10:00", with: SampleSpa.linh, on: SampleSpa.date + 1)
      ], spa: SampleSpa.spa)
    #expect(panel(desk).contains("Zora Quill"))
    #expect(panel(desk).contains("3 of 10"))
    #expect(!panel(desk).contains("Somebody Else"))
  }

  @Test func whatHappenedOnAnotherDaySaysItsDay() throws {
    var desk = Reception.desk()
    desk.change(9) { $0.notes = "window" }
    desk.select(9)
    #expect(!panel(desk).contains("Sat 21"))
    var before = try #require(desk.model.board.bookings[9])
    before.version += 1
    before.lastChange = BookingChange(
      kind: .created, by: nil, byName: "Anna",
      at: Timestamp(milliseconds: desk.now.milliseconds - 86_400_000))
    desk.deliver([before], spa: SampleSpa.spa)
    desk.select(9)
    #expect(panel(desk).contains("Sat 21"))
  }

  @Test func whatIsOverIsNotMoved() {
    for status in [BookingStatus.completed, .cancelled, .noShow] {
      for key in "m%)(x" {
        var desk = Reception.desk()
        desk.change(9) { $0.status = status }
        desk.select(9)
        desk.press(.character(key))
        #expect(desk.line == nil, "\(key) on \(status)")
        #expect(!desk.toasts.isEmpty)
      }
    }
  }

  @Test func aSearchGoesToWhoIsExpectedBeforeWhoWasCancelled() {
    var desk = Reception.desk()
    let gone = SampleSpa.booking(801, "Quan Ho", "14:30", with: SampleSpa.linh, .cancelled)
    let standing = SampleSpa.booking(802, "Quan Le", "18:00", with: SampleSpa.mai)
    desk.deliver([gone, standing], spa: SampleSpa.spa)
    desk.press(.character("/"))
    desk.type("quan")
    #expect(desk.model.selection == 802)
  }

  /// `(+10)` says nothing where a mark stands on its end.
  @Test func aMarkCoversNoBadge() throws {
    let late = SampleSpa.booking(
      801, "Ada", "13:00", with: SampleSpa.linh, .inProgress, started: "13:20")
    let next = SampleSpa.booking(802, "Bea Lund", "14:15", with: SampleSpa.linh, .confirmed)
    let gone = SampleSpa.booking(803, "Cy", "14:30", with: SampleSpa.linh, .cancelled)
    for columns in [80, 120, 200] {
      var desk = Reception.desk(Size(columns: columns, rows: 36))
      desk.deliver([late, next, gone], spa: SampleSpa.spa)
      let block = try #require(desk.model.layout.block(of: 802))
      let mark = try #require(desk.model.layout.block(of: 803))
      #expect(block.delay != nil)
      let row = Array(desk.picture().frame.rows[mark.rect.row])
      let text = String(row[block.rect.column..<min(row.count, block.rect.endColumn)])
      #expect(!text.contains("(+") || text.contains(")"), "\(columns): \(text)")
    }
  }
}
