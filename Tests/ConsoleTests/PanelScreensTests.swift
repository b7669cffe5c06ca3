import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import LinePromise
import Screen
import Testing

/// What lies over the board when it is asked for, and the login before it.
@Suite struct PanelScreensTests {
  @Test(arguments: KeptScreen.sizes) func help(size: Size) throws {
    var desk = PaperDesk(size: size)
    desk.press(.character("?"))
    try KeptScreen.expect(desk, "help")
  }

  @Test(arguments: KeptScreen.sizes) func theDetailsOfABooking(size: Size) throws {
    var desk = PaperDesk(size: size)
    desk.select(5)
    // The smallest screen has no room for them beside the board.
    if size.columns == 40 { desk.press(.enter) }
    try KeptScreen.expect(desk, "details")
  }

  @Test(arguments: KeptScreen.sizes) func aGuestBeingSearched(size: Size) throws {
    var desk = PaperDesk(size: size)
    desk.press(.character("/"))
    desk.type("anh")
    try KeptScreen.expect(desk, "search")
  }

  @Test(arguments: KeptScreen.sizes) func aCommandBeingTyped(size: Size) throws {
    var desk = PaperDesk(size: size)
    desk.select(9)
    desk.press(.character(":"))
    desk.type("conf")
    try KeptScreen.expect(desk, "command")
  }

  @Test(arguments: KeptScreen.sizes) func theCardOfACustomer(size: Size) throws {
    try KeptScreen.expect(Self.deskWithCard(size), "card")
  }

  /// A desk on which the card of somebody with a past lies open.
  static func deskWithCard(_ size: Size) -> PaperDesk {
    var desk = Reception.desk(size, typing: "f", "7714")
    desk.press(.enter)
    let customer = Customer(
      id: 71, name: "Zora Quill", phone: "0901237714", alert: "Allergy: lavender oil")
    let card = CustomerCard(
      customer: customer, email: "zora@quill.example",
      notes: "Allergy: lavender oil\nComes with her mother. Likes the room with the garden.",
      sessions: [
        PaidSessions(
          item: 1, service: ServiceSummary(id: 1, name: "Swedish Massage"), total: 10, left: 3,
          paidAt: SampleSpa.at("10:00", SampleSpa.date - 40)),
        PaidSessions(
          item: 2, service: ServiceSummary(id: 2, name: "Hot Stone"), total: 5, left: 0,
          paidAt: SampleSpa.at("10:00", SampleSpa.date - 200)),
      ],
      lastVisit: SampleSpa.date - 9, nextVisit: SampleSpa.date + 5)
    let bookings: [Booking] = (0..<5).map { nth in
      SampleSpa.booking(
        Int64(200 + nth), "Zora Quill", nth % 2 == 0 ? "14:30" : "09:00",
        with: nth % 2 == 0 ? SampleSpa.linh : SampleSpa.mai,
        [.scheduled, .completed, .noShow, .cancelled, .completed][nth],
        on: SampleSpa.date + 5 - nth * 14)
    }
    desk.tell(
      .answered(
        .customerFile(71), .success(.customerFile(CustomerFile(card: card, bookings: bookings))),
        id: PaperDesk.requestID(7_000)))
    return desk
  }

  @Test(arguments: KeptScreen.sizes) func theHistoryOfABooking(size: Size) throws {
    var desk = PaperDesk(size: size)
    desk.select(5)
    desk.press(.character("H"))
    func change(_ kind: BookingChange.Kind, _ name: String, _ time: String, _ back: Int = 0)
      -> BookingChange
    {
      BookingChange(
        kind: kind, by: name.isEmpty ? nil : .user(2), byName: name,
        at: SampleSpa.at(time, SampleSpa.date - back))
    }
    let slot = BookedSlot(
      therapist: SampleSpa.mai, date: SampleSpa.date, time: SampleSpa.clock("16:00"),
      duration: 60, place: Place(room: 1, roomName: "Orchid", bed: 2, bedName: "2"))
    let entries = [
      HistoryEntry(change: change(.created, "", "21:14", 12), reason: nil),
      HistoryEntry(change: change(.moved(from: slot), "Anna Lee", "11:02", 1), reason: nil),
      HistoryEntry(
        change: change(.status(from: .scheduled, to: .cancelled), "Anna Lee", "11:10"),
        reason: "guest is ill", undoneAt: SampleSpa.at("11:12"), undoneByName: "Ms Tran"),
      HistoryEntry(
        change: change(.status(from: .scheduled, to: .confirmed), "Anna Lee", "11:20"),
        reason: nil),
      HistoryEntry(change: change(.notes(from: nil), "Anna Lee", "11:21"), reason: nil),
      HistoryEntry(change: change(.arrival, "Anna Lee", "14:01"), reason: nil),
    ]
    desk.tell(
      .answered(.history(5), .success(.history(entries)), id: PaperDesk.requestID(7_000)))
    try KeptScreen.expect(desk, "history")
  }

  @Test(arguments: KeptScreen.sizes) func whoWaits(size: Size) throws {
    func guest(
      _ id: WaitingID, _ card: CustomerCard, _ from: String, _ until: String,
      with therapist: UserID? = nil, note: String = ""
    ) -> WaitingGuest {
      WaitingGuest(
        id: id, customer: card.customer,
        service: ServiceSummary(id: SampleSpa.swedish, name: "Swedish Massage"),
        therapist: therapist, date: SampleSpa.date, from: SampleSpa.clock(from),
        until: SampleSpa.clock(until), note: note, byName: "Anna Lee",
        since: SampleSpa.at("09:0\(id.number)"))
    }
    var desk = Reception.desk(size)
    let guests = [
      guest(1, Reception.zora, "16:00", "20:00"),
      guest(2, Reception.lan, "16:15", "16:30", with: SampleSpa.linh, note: "calls at three"),
      guest(3, Reception.otherLan, "17:00", "19:00", with: SampleSpa.mai),
    ]
    desk.tell(.line(.waiting(guests, on: SampleSpa.date)))
    desk.press(.character("W"))
    try KeptScreen.expect(desk, "waiting")
  }

  @Test(arguments: KeptScreen.sizes) func whoPaidAndHasNoDate(size: Size) throws {
    var desk = Reception.desk(size)
    desk.press(.character("p"))
    func paid(_ card: CustomerCard, _ left: Int, of total: Int, _ back: Int) -> UnscheduledSessions
    {
      UnscheduledSessions(
        customer: card.customer,
        sessions: PaidSessions(
          item: PaymentItemID(Int64(back)),
          service: ServiceSummary(id: SampleSpa.swedish, name: "Swedish Massage"), total: total,
          left: left, paidAt: SampleSpa.at("10:00", SampleSpa.date - back)))
    }
    let lines = [
      paid(Reception.zora, 3, of: 10, 240), paid(Reception.lan, 1, of: 1, 30),
      paid(Reception.otherLan, 10, of: 10, 2),
    ]
    desk.tell(
      .answered(.unscheduled, .success(.unscheduled(lines)), id: PaperDesk.requestID(7_000)))
    try KeptScreen.expect(desk, "paid")
  }

  @Test(arguments: KeptScreen.sizes) func howFullTheMonthIs(size: Size) throws {
    var desk = Reception.desk(size)
    desk.press(.character("6"))
    let month = MonthView(at: SampleSpa.date, weekBegins: desk.model.setup.weekBegins)
    let days = month.shown.enumerated().map { index, date in
      DayFullness(
        date: date, bookings: index, bookedMinutes: index * 60, openMinutes: 1_800,
        closed: index == 30 ? "Tết" : nil, ahead: [:])
    }
    desk.tell(
      .answered(
        .fullness(month.shown), .success(.fullness(days)), id: PaperDesk.requestID(7_000)))
    try KeptScreen.expect(desk, "month", quoting: ["Tết"])
  }

  @Test(arguments: KeptScreen.sizes) func whatWasSaidToday(size: Size) throws {
    var desk = PaperDesk(size: size)
    let sentences = [
      "Your session ends in five minutes.",
      "Not done (confirm Sofia Rossi): Mai Trần confirmed it at 14:05 already, and this sentence "
        + "is one that no small screen has room for.",
    ]
    for sentence in sentences {
      desk.tell(.line(.notice(sentence)))
      desk.pass(milliseconds: 61_000)
    }
    desk.press(.function(2))
    try KeptScreen.expect(desk, "messages", quoting: sentences)
  }

  @Test(arguments: KeptScreen.sizes) func theLineToTheServer(size: Size) throws {
    var desk = PaperDesk(size: size)
    desk.pass(milliseconds: 125_000)
    desk.press(.function(12))
    try KeptScreen.expect(desk, "link")
  }

  @Test(arguments: KeptScreen.sizes) func login(size: Size) throws {
    var model = Model(
      setup: Model.Setup(server: "https://desk.lotus.example", email: "anna@lotus.example"),
      size: size, now: SampleSpa.now,
      theme: Model.ThemeChoice(name: "default", available: []))
    for key in "secret".map(KeyPress.character) {
      _ = model.update(.key(key, id: PaperDesk.requestID(1)), at: SampleSpa.now)
    }
    let capabilities = TerminalCapabilities(colors: .mono, isUnicode: true)
    let picture = DeskPicture(model, theme: .standard, capabilities: capabilities)
    #expect(!picture.frame.text.contains("secret"))
    try KeptScreen.expect(picture, "login-\(size.columns)x\(size.rows)")
  }
}
