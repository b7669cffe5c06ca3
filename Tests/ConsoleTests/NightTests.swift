import BookingDomain
import BookingTesting
import Console
import LinePromise
import Screen
import Testing

/// A treatment that goes on at midnight stays in sight until it is completed.
@Suite struct NightTests {
  private static let yesterday = SampleSpa.date

  private func evening(_ size: Size = Size(columns: 120, rows: 36), at time: String = "23:50")
    -> PaperDesk
  {
    var desk = PaperDesk(
      at: SampleSpa.at(time), size: size, bookings: [Self.late, Self.done], spa: SampleSpa.spa)
    desk.tell(
      .line(
        .welcome(
          ClientEvent.Welcome(
            person: SampleSpa.reception, zone: SampleSpa.zone, clockOffset: 0))))
    return desk
  }

  private static let late = SampleSpa.booking(
    901, "Nora Night", "23:15", with: SampleSpa.linh, .inProgress, started: "23:15")
  private static let done = SampleSpa.booking(
    902, "Dan Day", "21:00", with: SampleSpa.linh, .completed, started: "21:00", ended: "22:00")

  private func nextDay(_ desk: inout PaperDesk) {
    desk.pass(milliseconds: 20 * 60_000)
    desk.deliverWatched([Self.late, Self.done], spa: SampleSpa.spa)
  }

  @Test func itStandsOnBoardAgendaAndWallOfTheNewDay() {
    for size in [Size(columns: 120, rows: 36), Size(columns: 80, rows: 24)] {
      var desk = evening(size)
      nextDay(&desk)
      #expect(desk.model.board.date == Self.yesterday + 1)
      for view in ["1", "2", "3", "5"] {
        desk.press(.character(Character(view)))
        desk.deliverWatched([Self.late, Self.done], spa: SampleSpa.spa)
        let text = desk.picture().frame.text
        #expect(text.contains(view == "5" ? "►" : "Nora"), "view \(view) at \(size)\n\(text)")
        #expect(!text.contains("Dan Day"))
      }
    }
  }

  @Test func aBoardThatIsOpenedAfterMidnightHasItToo() {
    var desk = PaperDesk(at: SampleSpa.at("23:50"), bookings: [])
    desk = PaperDesk(
      at: Timestamp(milliseconds: desk.now.milliseconds + 40 * 60_000), bookings: [],
      spa: SampleSpa.spa)
    desk.deliverWatched([Self.late, Self.done], spa: SampleSpa.spa)
    #expect(desk.model.board.watched == Self.yesterday...Self.yesterday + 1)
    #expect(desk.picture().frame.text.contains("Nora Night"))
    desk.select(901)
    #expect(desk.model.selectedBooking?.id == 901)
  }

  @Test func tomorrowsBoardGetsItAtMidnight() {
    var desk = evening()
    desk.press(.character("]"))
    desk.deliverWatched([], spa: SampleSpa.spa)
    desk.pass(milliseconds: 20 * 60_000)
    desk.deliverWatched([Self.late], spa: SampleSpa.spa)
    #expect(desk.picture().frame.text.contains("Nora Night"))
  }

  @Test func itsTherapistAndBedAreNotFree() throws {
    var desk = evening()
    nextDay(&desk)
    let day = try #require(desk.model.board.availability?.at(desk.model.moment))
    let night = try #require(day.bookings.first { $0.id == 901 })
    let kept = night.occupied(on: desk.model.board.date)
    #expect(kept.start < .midnight && kept.end > desk.model.moment.local.time)
  }

  @Test func completedItLeavesTheNewDayAndTheCursorStaysOnIt() throws {
    var desk = evening()
    nextDay(&desk)
    let command = try desk.presses("d", on: 901)
    #expect(command.booking == 901)
    var completed = Self.late
    completed.version += 1
    completed.status = .completed
    desk.tell(.line(.accepted(command.id, completed)))
    #expect(desk.model.board.date == Self.yesterday + 1, "nobody is carried back to yesterday")
    #expect(!desk.model.board.ofTheDay.contains { $0.id == 901 })
  }

  @Test func byNoonNothingGoesOnAnyMore() {
    var desk = evening()
    nextDay(&desk)
    desk.pass(milliseconds: 13 * 3_600_000)
    #expect(desk.model.board.overnight.isEmpty)
  }
}
