import BookingDomain
import BookingTesting
import DeskLanguage
import LinePromise
import Screen
import Testing

@testable import Console

/// After an order: the cursor is on what it was about, and what is said is what was done.
@Suite struct AfterwardsTests {
  private let tomorrow = SampleSpa.date + 1

  /// On the day after somebody else stands first.
  private func others() -> [Booking] {
    [
      SampleSpa.booking(70, "Ola Berg", "09:00", with: SampleSpa.linh, on: tomorrow),
      SampleSpa.booking(71, "Ivy Chen", "10:00", with: SampleSpa.mai, on: tomorrow),
    ]
  }

  private func change(
    _ kind: BookingChange.Kind, _ name: String = "Anna", at now: Timestamp = SampleSpa.now
  ) -> BookingChange {
    BookingChange(
      kind: kind, by: name == "Anna" ? SampleSpa.reception.id : .user(12), byName: name, at: now)
  }

  /// Sofia is sent to tomorrow; the order waits for its answer.
  private func moving() throws -> (PaperDesk, Command, Booking) {
    var desk = Reception.desk()
    desk.select(9)
    var moved = try #require(desk.model.board.bookings[9])
    moved.version += 1
    moved.lastChange = change(.moved(from: moved.slot))
    (moved.date, moved.time) = (tomorrow, SampleSpa.clock("12:00"))
    desk.press(.character("m"))
    desk.say("tomorrow 12:00")
    desk.deliverWatched(others(), spa: SampleSpa.spa)
    desk.press(.enter)
    return (desk, try #require(desk.sent.last), moved)
  }

  @Test func whoIsMovedToAnotherDayIsSelectedThere() throws {
    for comesFirst in [true, false] {
      var (desk, command, moved) = try moving()
      let news = BookingNews(kind: .updated, byName: "Anna", at: desk.now)
      if comesFirst { desk.tell(.line(.booking(moved, news))) }
      desk.tell(.line(.accepted(command.id, moved)))
      if !comesFirst { desk.tell(.line(.booking(moved, news))) }
      #expect(desk.model.board.date == tomorrow && desk.model.selectedBooking?.id == 9)
      desk.effects = []
      desk.press(.character("c"))
      #expect(desk.sent.map(\.booking) == [9])
    }
  }

  @Test func nobodyElseIsSelectedBeforeTheAnswer() throws {
    var (desk, command, moved) = try moving()
    desk.effects = []
    desk.press(.character("c"))
    #expect(desk.sent.isEmpty && desk.model.selectedBooking == nil)
    // A picture of the day from before it came there.
    desk.deliverWatched(others(), spa: SampleSpa.spa)
    #expect(desk.model.selectedBooking == nil)
    desk.tell(.line(.accepted(command.id, moved)))
    #expect(desk.model.selectedBooking?.id == 9)
  }

  @Test func whatIsRefusedStandsAgainForWhomItWasAbout() throws {
    var (desk, command, _) = try moving()
    desk.tell(.line(.refused(command.id, Refusal(.slotTaken, "Ola Berg was first."), current: nil)))
    #expect(desk.line?.hasPrefix("move") == true)
    desk.press(.control("u"))
    desk.say("tomorrow 15:00")
    desk.deliverWatched(others(), spa: SampleSpa.spa)
    desk.effects = []
    desk.press(.enter)
    #expect(desk.sent.map(\.booking) == [9])
  }

  @Test func keysThatOnlyLookDoNotKeepTheCursorFromIt() throws {
    var desk = Reception.desk(typing: "b", "7714 sw60 tran 17:30")
    desk.press(.enter)
    let command = try #require(desk.sent.last)
    desk.press(.character("?"), .escape)
    let booked = SampleSpa.booking(900, "Zora Quill", "17:30", with: SampleSpa.mai)
    desk.tell(.line(.accepted(command.id, booked)))
    #expect(desk.model.selection == 900)
  }

  @Test func aWarningThatIsGoneIsNotMeantAnyMore() throws {
    let keys: [[KeyPress]] = [[.tab], [.down], [.character("?"), .escape], []]
    for keys in keys {
      var desk = Reception.desk()
      let (command, confirmed) = try desk.presses("c", on: 9) {
        $0.status = .confirmed
        $0.lastChange = change(.status(from: .scheduled, to: .confirmed))
      }
      desk.tell(.line(.accepted(command.id, confirmed)))
      desk.effects = []
      desk.select(6)
      desk.press(.character("u"))
      #expect(desk.toasts.last?.hasPrefix("u once more") == true)
      for key in keys { desk.press(key) }
      if keys.isEmpty { desk.pass(milliseconds: 20_000) }
      desk.select(6)
      desk.pass(milliseconds: 2_000)
      desk.press(.character("u"))
      desk.pass(milliseconds: 500)
      #expect(desk.sent.isEmpty, "\(keys)")
      #expect(desk.toasts.last?.hasPrefix("u once more") == true, "\(keys)")
    }
  }

  @Test func whatIsRefusedComesAgainAfterTheStepBeforeIt() throws {
    var desk = Reception.desk()
    for id in [9, 11] as [BookingID] {
      let (command, confirmed) = try desk.presses("c", on: id) {
        $0.status = .confirmed
        $0.lastChange = change(.status(from: .scheduled, to: .confirmed))
      }
      desk.tell(.line(.accepted(command.id, confirmed)))
    }
    desk.effects = []
    func undo() {
      desk.pass(milliseconds: 2_000)
      desk.press(.character("u"))
      desk.pass(milliseconds: 500)
    }
    undo()
    let refused = try #require(desk.sent.last)
    #expect(refused.booking == 11)
    desk.tell(.line(.refused(refused.id, Refusal(.therapistAway, "Mai is off."), current: nil)))
    undo()
    #expect(desk.sent.count == 1 && desk.model.selection == 9, "the one before is said first")
    undo()
    let second = try #require(desk.sent.last)
    #expect(second.booking == 9)
    var back = try #require(desk.model.board.bookings[9])
    (back.version, back.status, back.lastChange) = (back.version + 1, .scheduled, nil)
    desk.tell(.line(.accepted(second.id, back)))
    undo()
    undo()
    #expect(desk.sent.map(\.booking) == [11, 9, 11])
  }

  @Test func theFirstUndoOfTheDaySaysWhatItWas() throws {
    var desk = Reception.desk()
    var confirmed = try #require(desk.model.board.bookings[9])
    confirmed.version += 1
    confirmed.status = .confirmed
    confirmed.lastChange = change(.status(from: .scheduled, to: .confirmed))
    let news = BookingNews(kind: .updated, byName: "Anna", at: desk.now)
    desk.tell(.line(.booking(confirmed, news)))
    desk.pass(milliseconds: 2_000)
    desk.select(9)
    desk.press(.character("u"))
    desk.pass(milliseconds: 500)
    let undo = try #require(desk.sent.last, "\(desk.toasts)")
    var back = try #require(desk.model.board.bookings[9])
    (back.version, back.status, back.lastChange) = (back.version + 1, .scheduled, nil)
    desk.tell(.line(.accepted(undo.id, back)))
    desk.tell(
      .line(
        .booking(
          back,
          BookingNews(
            kind: .statusChanged(from: .confirmed, to: .scheduled), byName: "Anna", at: desk.now))))
    #expect(
      desk.model.lastNews?.what(SampleSpa.date, on: desk.model.board)
        == "Taken back: Sofia Rossi confirmed (14:07)")
  }

  @Test func aLongerTreatmentIsTakenBackAsThat() throws {
    var desk = Reception.desk()
    desk.select(11)
    desk.press(.character("("))
    desk.say("30")
    desk.press(.enter)
    let command = try #require(desk.sent.last)
    var shorter = try #require(desk.model.board.bookings[11])
    shorter.lastChange = change(.moved(from: shorter.slot))
    (shorter.version, shorter.duration) = (shorter.version + 1, 90)
    desk.tell(.line(.accepted(command.id, shorter)))
    #expect(desk.model.undoOfTheSelected == "shorten Late Guest")
  }

  @Test func aRecordThatChangesIsSaidToHaveChanged() throws {
    var desk = Reception.desk()
    desk.change(9) { $0.time = SampleSpa.clock("14:30") }
    var noted = try #require(desk.model.board.bookings[9])
    noted.version += 1
    noted.customer = Customer(
      id: noted.customer.id, name: "Sofia Rossi", phone: noted.customer.phone, alert: "no nuts")
    desk.tell(
      .line(.booking(noted, BookingNews(kind: .updated, byName: "Bella", at: desk.now))))
    #expect(
      desk.model.lastNews?.what(SampleSpa.date, on: desk.model.board)
        == "Sofia Rossi: alert: no nuts")
  }

  @Test func newsOfAnotherDaySayWhichDay() throws {
    var desk = Reception.desk()
    let tomorrow = SampleSpa.date + 1
    var next = try #require(desk.model.board.bookings[9])
    (next.date, next.version, next.status) = (tomorrow, next.version + 1, .confirmed)
    let kind = BookingNews.Kind.statusChanged(from: .scheduled, to: .confirmed)
    desk.tell(.line(.booking(next, BookingNews(kind: kind, byName: "Bella", at: desk.now))))
    #expect(
      desk.model.lastNews?.what(SampleSpa.date, on: desk.model.board) == "Sofia Rossi confirmed")
    #expect(desk.model.lastNews?.day(SampleSpa.date) == tomorrow.short)
    #expect(
      desk.picture().frame.text.contains("Sofia Rossi confirmed, \(tomorrow.short)"))
  }

  @Test func aVisitIsSaidFromItsFirstStartToItsLastEnd() throws {
    var desk = Reception.desk()
    let done = change(.created, "Bella")
    let parts = [("16:00", SampleSpa.mai), ("17:00", SampleSpa.linh)].enumerated().map {
      var part = SampleSpa.booking(
        Int64(900 + $0), "Sarah Kim", $1.0, with: $1.1, lastChange: done)
      part.visit = 900
      return part
    }
    for part in parts {
      desk.tell(.line(.booking(part, BookingNews(kind: .created, byName: "Bella", at: done.at))))
    }
    #expect(
      desk.model.lastNews?.what(SampleSpa.date, on: desk.model.board)
        == "Sarah Kim booked for 16:00–18:00")
    for var part in parts {
      (part.version, part.status, part.lastChange) = (2, .cancelled, nil)
      desk.tell(
        .line(
          .booking(
            part,
            BookingNews(
              kind: .statusChanged(from: .scheduled, to: .cancelled), byName: "Bella",
              at: desk.now))))
    }
    #expect(
      desk.model.lastNews?.what(SampleSpa.date, on: desk.model.board)
        == "Taken back: Sarah Kim booked for 16:00–18:00")
  }

  @Test func aLineWhoseBookingChangesUnderItStopsOnce() throws {
    var desk = Reception.desk()
    desk.select(11)
    desk.press(.character("m"))
    desk.say("19:00")
    var moved = try #require(desk.model.board.bookings[11])
    moved.version += 1
    moved.lastChange = change(.moved(from: moved.slot), "Bella")
    moved.time = SampleSpa.clock("18:30")
    desk.tell(.line(.booking(moved, BookingNews(kind: .updated, byName: "Bella", at: desk.now))))
    desk.effects = []
    desk.press(.enter)
    #expect(desk.sent.isEmpty && desk.line == "move 19:00")
    #expect(
      desk.toasts.last
        == "Bella has just changed Late Guest, moved to 18:30, was 19:30: look, then press again.")
    desk.press(.enter)
    #expect(desk.sent.map(\.booking) == [11])
  }

  @Test func digitsInThePastBeginItsTimeAndRecordsAreNotThose() throws {
    var desk = PaperDesk()
    desk.press(.character("@"))
    var guest = try #require(SampleSpa.bookings.first { $0.id == 9 })
    guest.customer = Customer(id: guest.customer.id, name: "Sofia Rossi", alert: "written since")
    let entry = HistoryEntry(
      change: BookingChange(
        kind: .created, by: .user(2), byName: "Anna Lee", at: SampleSpa.at("09:00")),
      reason: nil, undoneAt: nil, undoneByName: nil, undone: nil)
    let past = DayPast(
      date: SampleSpa.date, lives: [DayPast.Life(booking: guest, history: [entry])])
    desk.tell(.answered(.past(SampleSpa.date), .success(.past(past)), id: PaperDesk.requestID(1)))
    desk.type("9h29")
    #expect(desk.line == "at 9h29")
    desk.press(.enter)
    let text = desk.picture().frame.text
    #expect(text.contains("AS IT WAS AT 09:29") && text.contains("days off and shifts as of now"))
    #expect(!text.contains("written since"))
  }

  @Test func ofSeveralAtOneNumberTheSelectedOneIsMeant() throws {
    var desk = Reception.desk()
    let number = "0903555777"
    let cards = [(81, "Ngô Thị Sáu"), (82, "Ngô Văn Bảy")].map {
      Reception.card(Int64($0.0), $0.1, number)
    }
    var booking = SampleSpa.booking(801, "Ngô Văn Bảy", "17:00", with: SampleSpa.linh)
    booking.customer = cards[1].customer
    desk.deliver([booking])
    desk.select(801)
    desk.press(.character("="))
    desk.tell(
      .answered(
        .customers(String(number.dropFirst())), .success(.customers(cards)),
        id: PaperDesk.requestID(7_000)))
    #expect(desk.draft?.says.contains("Which") == false, "\(desk.draft?.says ?? "-")")
    #expect(desk.draft?.says.contains("Ngô Văn Bảy") == true, "\(desk.draft?.says ?? "-")")
  }

  @Test func whoIsCalledSoStandsBeforeWhoseNameBeginsSo() {
    var desk = Reception.desk()
    desk.press(.character("f"))
    desk.type("hoa")
    let cards = ["Hoàng Bảo Đông", "Trần Khoa", "Nguyễn Thị Hòa"].enumerated().map {
      Reception.card(Int64(90 + $0), $1, "09012345\(60 + $0)")
    }
    desk.tell(
      .answered(.customers("hoa"), .success(.customers(cards)), id: PaperDesk.requestID(7_000)))
    let order = desk.draft?.choices.map(\.text) ?? []
    #expect(order.first?.contains("Nguyễn Thị Hòa") == true, "\(order)")
    #expect(order.last?.contains("Trần Khoa") == true, "\(order)")
  }

  @Test func whoComesAlongHasANameOfTheirOwnOnTheBoard() {
    var desk = Reception.desk(Size(columns: 120, rows: 36))
    let both = [(900, SampleSpa.linh, nil), (901, SampleSpa.mai, "Hoa, window")].map {
      var part = SampleSpa.booking(
        Int64($0.0), "Đức Phan", "17:00", with: $0.1, notes: $0.2)
      part.customer = Customer(id: 1_900, name: "Đức Phan")
      part.visit = 900
      return part
    }
    desk.deliver(both)
    #expect(both.map(desk.model.board.name(of:)) == ["Đức Phan", "Hoa (Đức Phan)"])
  }

  @Test func helpIsReadWholeOnANarrowScreen() {
    let columns = HelpText.columns(on: Size(columns: 80, rows: 24))
    let model = PaperDesk().model
    let rows = HelpText.rows(model, columns: columns)
    let width = columns - HelpText.helpColumn(in: columns)
    for row in rows {
      switch row {
      case .binding(_, _, let help, _), .more(let help, _):
        #expect(DisplayText(help).columns <= width, "\(help)")
      case .heading, .sign, .blank: break
      }
    }
    #expect(rows.count > HelpText.lines(model).count)
  }

  @Test func aCallInVainThatIsTakenBackIsNoCallAnyMore() throws {
    var desk = Reception.desk()
    desk.press(.character("K"))
    desk.tell(.line(.link(.live)))
    var booking = try #require(desk.model.board.bookings[9])
    var version = booking.version
    func answer(_ kind: BookingChange.Kind?, _ desk: inout PaperDesk) throws {
      let command = try #require(desk.sent.last)
      version += 1
      booking.version = version
      booking.lastChange = kind.map { change($0, at: desk.now) }
      desk.tell(.line(.accepted(command.id, booking)))
    }
    desk.press(.escape)
    desk.select(9)
    desk.press(.character(":"))
    desk.say("no-answer engaged")
    desk.press(.enter)
    try answer(.called(.notReached), &desk)
    desk.pass(milliseconds: 2_000)
    desk.press(.character("u"))
    try answer(.called(.calling), &desk)
    #expect(desk.sent.suffix(2).map(\.order.change) == [.undo, .undo], "the call goes too")
  }
}
