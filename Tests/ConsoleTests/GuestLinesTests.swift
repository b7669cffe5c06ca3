import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import LinePromise
import Screen
import Testing

/// What the desk writes of guests, and guests who are called at no number of their own.
@Suite struct GuestLinesTests {
  private func order(_ desk: PaperDesk) throws -> Order { try #require(desk.sent.last?.order) }

  @Test func anAlertIsWrittenInOneLine() throws {
    var desk = Reception.desk()
    let guest = try #require(desk.model.board.bookings[5]).customer
    desk.select(5)
    desk.press(.character("E"))
    let stands = try #require(guest.alert)
    // What stands there does not go because something else is written.
    desk.say("alert no nuts")
    #expect(desk.draft?.isReady == false)
    #expect(
      desk.draft?.options.map(\.text)
        == ["both: \(stands); no nuts", "instead: no nuts"])
    desk.press(.escape)
    desk.press(.character("E"))
    desk.say("alert = no nuts")
    #expect(
      desk.draft?.chips.map(\.text) == [guest.name, "alert: no nuts", "was: \(stands)"])
    desk.press(.enter)
    #expect(
      try order(desk) == .guest(GuestChange(.alert, "no nuts", seen: stands), of: guest.id))
  }

  @Test func whatIsNoFactIsRedAndAllFactsAreOffered() {
    var desk = Reception.desk()
    desk.select(5)
    desk.press(.character("E"))
    desk.say("shoesize 38")
    #expect(desk.draft?.unread == [0..<8] && desk.draft?.isReady == false)
    #expect(desk.draft?.options.count == GuestFact.allCases.count)
    desk.press(.down, .enter)
    #expect(desk.line?.hasPrefix("guest name ") == true, "\(desk.line ?? "")")
  }

  @Test func anothersNumberIsRefusedWithTheirName() {
    var desk = Reception.desk()
    desk.select(5)
    desk.press(.character("E"))
    desk.say("phone 0938 555 102")
    #expect(desk.draft?.isProblem == true && desk.draft?.says.contains("Phạm Thị Lan") == true)
    desk.press(.enter)
    #expect(desk.sent.isEmpty)
  }

  @Test func aFamilysNumberAsksWhoIsMeant() throws {
    var desk = Reception.desk(typing: "b", "Minh Anh 0938555102 sw60 tran 16:30")
    #expect(desk.draft?.says.contains("or another of that family?") == true)
    #expect(desk.draft?.options.count == 2)
    desk.press(.down, .down, .enter)
    desk.hearAnswers()
    #expect(desk.line?.hasSuffix(" family") == true)
    #expect(desk.draft?.isReady == true, "\(desk.draft?.says ?? "")")
    desk.press(.enter)
    #expect(
      desk.booked.first?.customer
        == .new(NewCustomer(name: "Minh Anh", reach: .familyOf(Reception.lan.customer.id))))
  }

  @Test func theSameGuestIsTheNameLeftOut() {
    var desk = Reception.desk(typing: "b", "Minh Anh 0938555102 sw60 tran 16:30")
    desk.press(.down, .enter)
    desk.hearAnswers()
    #expect(desk.line == "book 0938555102 sw60 tran 16:30")
    #expect(desk.draft?.isReady == true, "\(desk.draft?.says ?? "")")
  }

  @Test func whoHasNoNumberIsTakenAfterSayingSo() {
    var desk = Reception.desk(typing: "w", "Thảo sw60")
    #expect(desk.draft?.isReady == false)
    #expect(desk.draft?.choices.first?.text.contains("nonumber") == true)
    desk.say(" nonumber")
    #expect(desk.draft?.isReady == true, "\(desk.draft?.says ?? "")")
    desk.press(.enter)
    #expect(desk.booked.first?.customer == .new(NewCustomer(name: "Thảo", reach: .nowhere)))
  }

  @Test(arguments: ["order oil tomorrow 10:00", "order oil lúc 10:00 ngày mai"])
  func aTaskEndsWithWhenItIsDue(line: String) throws {
    var desk = Reception.desk(typing: ":", "task \(line)")
    desk.press(.enter)
    #expect(
      try order(desk)
        == .addTask(
          NewTask(
            text: "order oil", date: SampleSpa.date + 1, time: TimeOfDay(hour: 10))))
  }

  @Test(arguments: ["order oil 10", "call Mai about may flowers", "room 3: new bulb"])
  func whatIsNoTimeStaysInTheTask(line: String) throws {
    var desk = Reception.desk(typing: ":", "task \(line)")
    desk.press(.enter)
    #expect(try order(desk) == .addTask(NewTask(text: line)))
  }
}

/// The card and the desk's lists.
@Suite struct GuestListsTests {
  private func card(_ size: Size) -> PaperDesk {
    var desk = Reception.desk(size, typing: "f", "7714")
    desk.press(.enter)
    let card = CustomerCard(
      customer: Customer(
        id: 71, name: "Zora Quill", phone: "0901237714", alert: "alert: no nuts",
        preferences: "soft pressure"), email: "zora@quill.example",
      notes: "alert: no nuts\nprefers: soft pressure\nComes with her mother.",
      sessions: [
        PaidSessions(
          item: 2, service: ServiceSummary(id: 2, name: "Hot Stone"), total: 5, left: 0, paidAt: nil
        ),
        PaidSessions(
          item: 1, service: ServiceSummary(id: 1, name: "Swedish Massage"), total: 10, left: 3,
          paidAt: nil),
      ],
      lastVisit: SampleSpa.date - 9, nextVisit: SampleSpa.date + 5,
      past: GuestPast(
        next: GuestPast.Visit(
          service: ServiceSummary(id: 1, name: "Swedish Massage"),
          slot: HeldSlot(
            therapist: SampleSpa.linh, date: SampleSpa.date + 5, time: SampleSpa.clock("14:30"),
            duration: 60)), missed: 2),
      family: "Phạm Thị Lan")
    let bookings = (0..<5).map { nth in
      SampleSpa.booking(
        Int64(200 + nth), "Zora Quill", "14:30", with: SampleSpa.linh, .completed,
        on: SampleSpa.date + 5 - nth * 14)
    }
    let record = [
      GuestChangeEntry(
        fact: .alert, before: "", after: "no nuts", byName: "Anna Lee", at: SampleSpa.at("09:10")),
      GuestChangeEntry(
        fact: .phone, before: "0901", after: "0901237714", byName: "Mai Trần",
        at: SampleSpa.at("09:00", SampleSpa.date - 3)),
    ]
    let file = CustomerFile(card: card, bookings: bookings, record: record)
    desk.tell(
      .answered(.customerFile(71), .success(.customerFile(file)), id: PaperDesk.requestID(7_000)))
    return desk
  }

  @Test(arguments: KeptScreen.sizes) func everythingOfACardCanBeScrolledTo(size: Size) throws {
    var desk = card(size)
    try KeptScreen.expect(desk, "record")
    var seen = ""
    for _ in 0..<40 {
      seen += desk.picture().frame.text
      desk.press(.down)
    }
    for wanted in [
      "no nuts (Anna Lee", "soft pressure", "2 no-shows", "3 of 10", "mother",
      "Mai Trần: phone",
    ] {
      #expect(seen.contains(wanted), "\(wanted) at \(size)")
    }
    let left = try #require(seen.firstRange(of: "3 of 10"))
    let used = try #require(seen.firstRange(of: "0 of 5"))
    #expect(left.lowerBound < used.lowerBound, "what is used up stands last")
  }

  @Test(arguments: KeptScreen.sizes) func whomToCall(size: Size) throws {
    var desk = Reception.desk(size)
    desk.press(.character(":"))
    desk.type("calls today")
    desk.press(.enter)
    let open = desk.model.board.ofTheDay.filter { $0.status == .scheduled }
    let tried = try #require(open.first)
    desk.change(tried.id) {
      $0.call = CallMark(
        outcome: .notReached, note: "engaged", byName: "Mai Trần", at: SampleSpa.at("10:40"))
    }
    desk.pass(milliseconds: 10_000)
    try KeptScreen.expect(desk, "calls")
    desk.press(.character("-"))
    let order = try #require(desk.sent.last?.order)
    guard case .change(.noteCall(.notReached, _), let id, _) = order else {
      Issue.record("\(order)")
      return
    }
    #expect(id != tried.id, "who was not reached stands below the others")
  }

  @Test(arguments: KeptScreen.sizes) func whatIsToBeDone(size: Size) throws {
    var desk = Reception.desk(size)
    let tasks = [
      DeskTask(
        id: 1, text: "Đặt dầu massage", date: SampleSpa.date, time: SampleSpa.clock("10:00"),
        byName: "Mai Trần", at: SampleSpa.at("09:00", SampleSpa.date - 1)),
      DeskTask(
        id: 2, text: "Keys to the landlord", date: nil, time: nil, byName: "Anna Lee",
        at: SampleSpa.at("09:30")),
      DeskTask(
        id: 3, text: "Lamp in Lotus", date: nil, time: nil, byName: "Anna Lee",
        at: SampleSpa.at("09:30"),
        done: DeskTask.Done(byName: "Mai Trần", at: SampleSpa.at("11:00"))),
    ]
    desk.tell(.line(.tasks(tasks)))
    // Who wrote a task down is not told of it.
    #expect(desk.toasts.last?.contains("Đặt dầu massage") == true, "\(desk.toasts)")
    desk.pass(milliseconds: 10_000)
    desk.press(.character("T"))
    try KeptScreen.expect(desk, "tasks")
    desk.press(.down, .enter)
    #expect(desk.sent.last?.order == .markTask(2, as: .done))
    desk.press(.down, .character("d"))
    #expect(desk.sent.last?.order == .markTask(3, as: .open))
  }
}
