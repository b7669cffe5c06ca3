import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import LinePromise
import Screen
import Testing

/// The same again and again, over days that the board does not show.
@Suite struct SeriesTests {
  private let date = SampleSpa.date

  /// Zora's hour with Linh at five is selected.
  private func desk() -> PaperDesk {
    var desk = Reception.desk()
    var booking = SampleSpa.booking(
      801, "Zora Quill", "17:00", with: SampleSpa.linh, phone: "0901237714")
    booking.customer = Customer(id: 71, name: "Zora Quill", phone: "0901237714")
    booking.series = 801
    desk.deliver([booking])
    desk.select(801)
    return desk
  }

  /// The server's answers for each day that is asked for; what stands there is `taken`.
  /// - Returns: the days, in the order in which they were asked for.
  private func answerDays(_ desk: inout PaperDesk, taken: [Booking] = []) -> [LocalDate] {
    var all: [LocalDate] = []
    while true {
      let asked = desk.effects.compactMap { effect -> LocalDate? in
        if case .ask(.day(let date)) = effect { date } else { nil }
      }
      desk.effects.removeAll { if case .ask(.day) = $0 { true } else { false } }
      guard !asked.isEmpty else { return all }
      #expect(asked.count <= 4, "at once")
      all += asked
      for date in asked {
        let day = DaySnapshot(
          date: date, position: LogPosition(epoch: "", seq: 1), spa: SampleSpa.spa,
          bookings: taken.filter { $0.date == date }, blocks: [], waiting: [])
        desk.tell(.answered(.day(date), .success(.day(day)), id: PaperDesk.requestID(9_000)))
      }
    }
  }

  private func hearTheRegister(_ desk: inout PaperDesk) {
    for case .ask(.customers(let text)) in desk.effects {
      let answer = Answer.customers(Reception.matching(text))
      desk.tell(.answered(.customers(text), .success(answer), id: PaperDesk.requestID(7_000)))
    }
  }

  private func type(_ line: String, at desk: inout PaperDesk, taken: [Booking] = []) -> [LocalDate]
  {
    desk.press(.character(":"))
    desk.type(line)
    hearTheRegister(&desk)
    return answerDays(&desk, taken: taken)
  }

  @Test func eachDayIsAskedForOnceAndAllAreOneOrder() throws {
    var desk = desk()
    let asked = type("rebook 2w x6", at: &desk)
    #expect(asked.sorted() == (1...6).map { date + 14 * $0 })
    #expect(desk.draft?.chips.contains { $0.text.hasPrefix("6 times, every 2 weeks") } == true)
    #expect(
      desk.draft?.chips.last?.text == "3 of what is paid for, then 3 sold, 1,440,000 unpaid")
    #expect(desk.model.board.date == date, "the board stays where it is")
    desk.press(.enter)
    #expect(desk.booked.map(\.date) == (1...6).map { date + 14 * $0 })
    #expect(Set(desk.booked.map(\.time.hourMinute)) == ["17:00"])
  }

  @Test func whatIsTakenIsAnotherStartUnlessItIsLeftOut() throws {
    let taken = [
      SampleSpa.booking(900, "Ola Berg", "17:00", with: SampleSpa.linh, on: date + 14)
    ]
    var desk = desk()
    _ = type("rebook x3", at: &desk, taken: taken)
    #expect(desk.draft?.warning == "INSTEAD: 2.")
    let line = try #require(desk.draft?.choices.dropFirst().first?.text)
    #expect(line.contains("instead (-2 leaves it out)") && line.contains("Ola Berg"), "\(line)")
    desk.type(" -2")
    desk.press(.enter)
    #expect(desk.booked.map(\.date) == [date + 7, date + 21])
  }

  @Test func enterBeforeTheDaysAreThereSendsOnlyWhatNeedsNoLook() {
    let taken = [
      SampleSpa.booking(900, "Ola Berg", "17:00", with: SampleSpa.linh, on: date + 14)
    ]
    for (line, isSent) in [("rebook x3", false), ("rebook 3w x3", true)] {
      var desk = desk()
      desk.press(.character(":"))
      desk.type(line)
      hearTheRegister(&desk)
      desk.press(.enter)
      _ = answerDays(&desk, taken: taken)
      #expect(desk.booked.isEmpty == !isSent, "\(line)")
    }
  }

  @Test func aServerThatIsAwayIsNotAskedWithoutEnd() {
    var desk = desk()
    desk.press(.character(":"))
    desk.say("rebook x3")
    desk.effects = []
    for days in 1...3 {
      desk.tell(
        .answered(
          .day(date + 7 * days), .failure(QuestionFailure("Away.")), id: PaperDesk.requestID(9_000))
      )
    }
    #expect(desk.effects.allSatisfy { if case .ask(.day) = $0 { false } else { true } })
    desk.press(.character(" "))
    #expect(desk.effects.contains(.ask(.day(date + 7))))
  }

  @Test func whatIsLeftOfASeriesIsCancelledFromHereOn() throws {
    var desk = desk()
    desk.press(.character("x"))
    desk.say("series 1")
    let question = Question.customerFile(71)
    var booking = try #require(desk.model.board.bookings[801])
    let weeks = (-1...3).map { week -> Booking in
      booking.date = date + 7 * week
      return booking
    }.enumerated().map { index, one in
      Booking(
        id: BookingID(Int64(800 + index)), version: 1, customer: one.customer,
        service: one.service, therapist: one.therapist, date: one.date, time: one.time,
        duration: one.duration, buffer: one.buffer, status: one.status, place: one.place,
        paymentItem: one.paymentItem, series: 801)
    }
    desk.tell(
      .answered(
        question,
        .success(
          .customerFile(CustomerFile(card: Reception.zora, bookings: weeks.reversed()))),
        id: PaperDesk.requestID(9_001)))
    #expect(
      desk.draft?.says.hasPrefix("Cancel Zora Quill, 4 days") == true,
      "\(String(describing: desk.draft?.says))")
    #expect(desk.draft?.choices.count == 4)
    desk.press(.enter)
    guard case .changeTogether(let parts) = desk.sent.last?.order else {
      Issue.record("\(desk.sent)")
      return
    }
    #expect(parts.map(\.booking) == [801, 802, 803, 804])
  }
}
