import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import LinePromise
import Screen
import Testing

@Suite struct TherapistDayTests {
  private func desk(
    _ size: Size = Size(columns: 40, rows: 12), at now: Timestamp = SampleSpa.now,
    bookings: [Booking] = SampleSpa.linhsDay
  ) -> PaperDesk {
    PaperDesk(as: SampleSpa.therapistLinh, at: now, size: size, bookings: bookings)
  }

  private func minutes(_ count: Int64) -> Int64 { count * 60_000 }

  @Test func theGuestOnTheTableIsShownBeforeTheNextOne() {
    var desk = desk()
    #expect(desk.model.selection == 4)
    #expect(desk.picture().frame.text.contains("7 min over"))
    desk.change(4) { $0.status = .completed }
    desk.tell(.tick)
    #expect(desk.model.selection == 5)
    #expect(desk.picture().frame.text.contains("waiting 6 min"))
  }

  @Test func whoPressedAKeyStaysWithTheGuestLookedAt() {
    var desk = desk()
    desk.press(.down, .down)
    #expect(desk.model.selection == 6)
    desk.pass(milliseconds: 60_000)
    #expect(desk.model.selection == 6)
    desk.pass(milliseconds: 60_000)
    #expect(desk.model.selection == 4)
    desk.press(.down, .character("."))
    #expect(desk.model.selection == 4)
  }

  @Test func aKeyOnItsWayWhenTheScreenGoesOnIsRefusedOnce() {
    var desk = desk(
      at: SampleSpa.at("12:55"), bookings: SampleSpa.linhsDay.filter { $0.id == 6 || $0.id == 5 })
    desk.press(.down)
    #expect(desk.model.selection == 6)
    desk.pass(milliseconds: Model.lookTime)
    #expect(desk.model.selection == 5)
    desk.press(.character("s"))
    #expect(desk.sent.isEmpty)
    #expect(desk.toasts.contains { $0.contains("went on to Trần Quốc Bảo") })
  }

  @Test func aGuestForgottenOnTheTableKeepsNobodyFromTheNext() {
    let desk = desk(at: SampleSpa.at("15:10"))
    #expect(desk.model.selection == 5)
  }

  @Test func anAlertAndNotesStandWholeOnForty() {
    var desk = desk()
    desk.press(.down)
    let words = desk.picture().frame.text.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(words.contains("! Allergy: lavender oil"))
    #expect(words.contains("Prefers firm pressure. Brings her own towel."))
  }

  @Test func anAlertIsPaintedOverItsWholeRowWithoutColourToo() throws {
    var desk = desk()
    desk.press(.down)
    let frame = desk.picture(colors: .mono).frame
    let row = try #require(frame.rows.firstIndex { $0.contains("lavender") })
    #expect(frame.row(row).allSatisfy { $0.style.attributes.contains(.reverse) })
  }

  @Test func whenNobodyIsLeftTheDayIsSummedUp() {
    let over = SampleSpa.linhsDay.map { booking in
      var booking = booking
      if !booking.status.isAhead && booking.status != .inProgress { return booking }
      booking.status = .completed
      return booking
    }
    var desk = desk(at: SampleSpa.at("20:00"), bookings: over)
    #expect(desk.model.selection == nil)
    #expect(desk.picture().frame.text.contains("No guest is left today."))
    #expect(desk.picture().frame.text.contains("4 treatments done"))
    desk.press(.up)
    #expect(desk.model.selection == 6)
  }

  @Test func aDayWithoutGuestsSaysSo() {
    #expect(desk(bookings: []).picture().frame.text.contains("No guest on this day."))
  }

  @Test func blockedTimeIsAPartOfTheDay() {
    var desk = desk(Size(columns: 40, rows: 24))
    let lunch = Block(
      id: 1, therapist: SampleSpa.linh, date: SampleSpa.date, time: TimeOfDay(hour: 12),
      duration: 30, reason: "lunch", byName: "Anna Lee")
    desk.tell(.line(.blocks([lunch], of: SampleSpa.linh, on: SampleSpa.date)))
    #expect(
      desk.picture().frame.rows.contains { $0.contains("12:00") && $0.contains("lunch, 30 min") })
  }

  @Test func aMinuteChangesFewCells() {
    for size in ScreensTests.sizes {
      var desk = desk(size)
      let before = desk.picture().frame
      desk.pass(milliseconds: minutes(1))
      let cells = desk.picture().frame.changes(since: before).reduce(0) { $0 + $1.columns.count }
      #expect(cells <= 8, "\(size)")
    }
  }

  @Test func theListStandsStillFromGuestToGuest() {
    var desk = desk(Size(columns: 80, rows: 24))
    let before = TherapistDay(desk.model).list
    desk.press(.down)
    #expect(TherapistDay(desk.model).list == before)
  }
}
