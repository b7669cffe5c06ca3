import BookingDomain
import BookingTesting
import Console
import DeskLanguage
import LinePromise
import Screen
import Testing

/// What is said at the desk, and what the console makes of it.
@Suite struct LanguageTests {
  @Test func aKnownCustomerIsBookedInTwentyKeys() throws {
    var desk = Reception.desk()
    let text = "7714 sw tran 1730"
    desk.press(.character("b"))
    desk.say(text)
    desk.press(.enter)
    #expect(text.count + 2 <= 20)
    let wanted = try #require(desk.booked.only)
    #expect(wanted.customer == .known(71))
    #expect(wanted.service == SampleSpa.swedish)
    #expect(wanted.therapist == SampleSpa.mai)
    #expect(wanted.time == SampleSpa.clock("17:30"))
    #expect(desk.model.mode == .normal)
  }

  @Test func theOrderOfTheWordsDoesNotMatter() throws {
    let words = ["7714", "sw60", "tran", "17:30"]
    var orders: Set<[NewBooking]> = []
    for first in words.indices {
      for second in words.indices where second != first {
        let rest = words.indices.filter { $0 != first && $0 != second }
        for order in [[first, second] + rest, [first, second] + rest.reversed()] {
          var desk = Reception.desk(typing: "b", order.map { words[$0] }.joined(separator: " "))
          desk.press(.enter)
          orders.insert(desk.booked)
        }
      }
    }
    #expect(orders.count == 1)
    #expect(orders.first?.count == 1)
  }

  @Test func aWalkInIsBookedInTwentyThreeKeysWithWhoIsFreeNext() throws {
    var desk = Reception.desk()
    let text = "Kim 0912345678 sw"
    desk.press(.character("w"))
    desk.say(text)
    desk.press(.enter)
    #expect(text.count + 2 <= 23)
    let wanted = try #require(desk.booked.only)
    #expect(wanted.customer == .new(NewCustomer(name: "Kim", phone: "0912345678")))
    #expect(wanted.time >= SampleSpa.clock("14:07"))
  }

  @Test(arguments: ["7714 sw 17:30 tran & linh", "7714 sw tran & linh 17:30"])
  func aCoupleComesTogetherWhereverTheTimeIsSaid(line: String) throws {
    let desk = Reception.desk(typing: "b", line)
    let order = try #require(desk.draft?.order ?? nil, "\(desk.draft?.says ?? "")")
    guard case .book(let wanted) = order else {
      Issue.record("\(order)")
      return
    }
    #expect(wanted.map(\.therapist) == [SampleSpa.mai, SampleSpa.linh])
    #expect(wanted.map(\.time) == [SampleSpa.clock("17:30"), SampleSpa.clock("17:30")])
    #expect(wanted.map(\.customer) == [.known(71), .companion])
  }

  @Test func whoWaitsCanBeTakenOffTheList() {
    var desk = Reception.desk()
    let guest = WaitingGuest(
      id: 8, customer: Reception.lan.customer,
      service: ServiceSummary(id: SampleSpa.swedish, name: "Swedish Massage"), therapist: nil,
      date: SampleSpa.date, from: .midnight, until: .endOfDay, note: "", byName: "",
      since: SampleSpa.at("09:00"))
    desk.tell(.line(.waiting([guest], on: SampleSpa.date)))
    desk.press(.character(":"))
    desk.say("unwait lan")
    desk.press(.enter)
    #expect(desk.sent.map(\.order) == [.stopWaiting(8)])
  }

  @Test func aNewGuestMayBeCalledAsATherapistIs() throws {
    var desk = Reception.desk(typing: "w", "Mai Moi 0912345678 sw")
    desk.press(.enter)
    let wanted = try #require(desk.booked.only)
    #expect(wanted.customer == .new(NewCustomer(name: "Mai Moi", phone: "0912345678")))
  }

  @Test func halfOfACoupleThatGoesElsewhereSaysWhoStays() {
    var desk = Reception.desk()
    desk.deliver(
      [
        SampleSpa.booking(801, "Ada Lund", "17:00", with: SampleSpa.linh, .confirmed),
        SampleSpa.booking(802, "Ada Lund", "17:00", with: SampleSpa.mai, .confirmed),
      ].map { booking in
        var booking = booking
        booking.customer = Customer(id: 801, name: "Ada Lund")
        booking.visit = 801
        return booking
      }, spa: SampleSpa.spa)
    for line in ["move 18:00 only", "cancel only ill"] {
      desk.select(801)
      desk.press(.character(":"))
      desk.type(line)
      #expect(desk.draft?.warning == "VISIT: 17:00 Swedish Massage with Mai Trần stays.", "\(line)")
      desk.press(.escape)
    }
    desk.press(.character(":"))
    desk.type("move 75m")
    #expect(desk.draft?.warning == "", "both still begin together")
  }

  @Test func whereNobodyWasNamedNobodyIsBlamed() throws {
    let taken = SampleSpa.spa.therapists.enumerated().map { index, therapist in
      SampleSpa.booking(
        Int64(700 + index), "Guest \(index)", "18:00", with: therapist.id, .confirmed)
    }
    var desk = Reception.desk()
    desk.deliver(taken, spa: SampleSpa.spa)
    desk.press(.character("b"))
    desk.say("7714 sw 18:00")
    let draft = try #require(desk.draft)
    #expect(draft.says.hasPrefix("Nobody is free for Swedish Massage"), "\(draft.says)")
    #expect(!draft.alternatives.isEmpty)
  }

  @Test func whatAWordCouldBeIsChosenFromAList() throws {
    var desk = Reception.desk()
    desk.press(.character("b"))
    desk.type("7714 sw mai 1730")
    let draft = try #require(desk.draft)
    #expect(draft.isProblem && draft.says.hasPrefix("\"mai\" could be"))
    let wanted = try #require(draft.options.firstIndex { $0.text.hasPrefix("Mai Trần") })
    for _ in 0...wanted { desk.press(.down) }
    desk.press(.enter)
    #expect(desk.line == "book 7714 sw tran 1730")
  }

  @Test func undoOfASwapIsAnUndoOfOneHalfAndOnlyForWhoMayUndo() throws {
    func swapped(at minute: String, by person: Person = SampleSpa.reception) -> [Booking] {
      var first = SampleSpa.booking(801, "Ada", "17:00", with: SampleSpa.linh, .scheduled)
      var second = SampleSpa.booking(802, "Bea", "17:00", with: SampleSpa.mai, .scheduled)
      func change(from slot: BookedSlot, with other: BookingID) -> BookingChange {
        BookingChange(
          kind: .swapped(from: slot, with: other), by: person.id, byName: "",
          at: SampleSpa.at(minute))
      }
      (first.lastChange, second.lastChange) = (
        change(from: second.slot, with: second.id), change(from: first.slot, with: first.id)
      )
      return [first, second]
    }
    var desk = Reception.desk()
    desk.deliver(swapped(at: "14:05"), spa: SampleSpa.spa)
    desk.select(801)
    desk.press(.character("u"))
    guard case .change(.undo, of: 801, _) = desk.sent.only?.order else {
      Issue.record("\(desk.sent)")
      return
    }
    desk = Reception.desk()
    desk.deliver(swapped(at: "13:30"), spa: SampleSpa.spa)
    desk.select(801)
    desk.press(.character("u"))
    #expect(desk.sent.isEmpty, "more than fifteen minutes are too late")
  }

  @Test func whatIsLeftOutIsFilledInAndSaid() throws {
    let desk = Reception.desk(typing: "b", "7714")
    let draft = try #require(desk.draft)
    // What she has paid for, with whoever is free first.
    #expect(draft.order != nil)
    #expect(draft.says.contains("Swedish Massage"))
    #expect(draft.says.contains("3 of 10"))
  }

  @Test func aConflictIsSaidBeforeEnterAndADigitChoosesAnotherStart() throws {
    var desk = Reception.desk(typing: "b", "7714 sw linh 16:15")
    let draft = try #require(desk.draft)
    #expect(draft.isProblem && draft.says.contains("محمد علي"))
    #expect(draft.ghosts.map(\.kind) == [.conflict])
    let other = try #require(draft.alternatives.first)
    desk.press(.enter)
    #expect(desk.sent.isEmpty && desk.line != nil)
    desk.press(.character("1"))
    #expect(desk.draft?.ghosts.map(\.time) == [other])
    desk.press(.enter)
    #expect(desk.booked.map(\.time) == [other])
  }

  @Test func enterBeforeTheAnswerSendsWhenItComes() {
    var desk = Reception.desk()
    desk.press(.character("b"))
    desk.type("7714 sw tran 1730")
    desk.press(.enter)
    #expect(desk.sent.isEmpty)
    desk.hearAnswers()
    #expect(desk.booked.count == 1)
  }

  @Test func whoTypesOnAfterEnterSendsNothingByAccident() {
    var desk = Reception.desk()
    desk.press(.character("b"))
    desk.type("7714 sw tran 173")
    desk.press(.enter, .character("0"))
    desk.hearAnswers()
    #expect(desk.sent.isEmpty)
    desk.press(.enter)
    #expect(desk.booked.map(\.time) == [SampleSpa.clock("17:30")])
  }

  @Test func aServerThatIsAwayIsAskedOnceForEachKey() {
    var desk = Reception.desk()
    desk.press(.character("b"))
    desk.type("7714")
    desk.effects = []
    for _ in 0..<5 {
      desk.tell(
        .answered(
          .customers("7714"), .failure(QuestionFailure("Nobody answers.")),
          id: PaperDesk.requestID(1)))
    }
    #expect(desk.effects.isEmpty)
    desk.press(.character(" "))
    #expect(desk.effects.contains(.ask(.customers("7714"))))
  }

  @Test func whoWasAskedForInVainIsSeenBeforeAnythingIsSent() {
    var desk = Reception.desk()
    desk.press(.character("b"))
    desk.type("7714 sw tran 1730")
    desk.tell(
      .answered(
        .customers("7714"), .failure(QuestionFailure("Nobody answers.")), id: PaperDesk.requestID(1)
      ))
    desk.effects = []
    desk.press(.enter)
    #expect(desk.effects.contains(.ask(.customers("7714"))))
    desk.hearAnswers()
    #expect(desk.sent.isEmpty)
    desk.press(.enter)
    #expect(desk.booked.count == 1)
  }

  @Test func aServerThatIsBackIsAskedForTheLineThatStands() {
    var desk = Reception.desk()
    desk.press(.character("b"))
    desk.type("7714 sw tran 1730")
    desk.tell(.line(.link(.stale(since: desk.now))))
    desk.tell(
      .answered(
        .customers("7714"), .failure(QuestionFailure("Nobody answers.")), id: PaperDesk.requestID(1)
      ))
    desk.effects = []
    desk.tell(.line(.link(.live)))
    #expect(desk.effects.contains(.ask(.customers("7714"))))
  }

  @Test func somebodyNewWithAKnownNumberOrNameIsNoticed() throws {
    var desk = Reception.desk(typing: "w", "Kim 0901237714 sw")
    #expect(desk.draft?.isProblem == true)
    #expect(desk.draft?.says.contains("Zora Quill") == true)
    desk.press(.escape, .character("w"))
    desk.say("Zora Quill 0911111111 sw")
    let draft = try #require(desk.draft)
    #expect(draft.order != nil)
    #expect(draft.choices.contains { $0.text.contains("0901237714") })
  }

  @Test func aLineIsAboutTheBookingThatIsSelectedNow() throws {
    var desk = Reception.desk()
    desk.select(9)
    desk.press(.character("x"), .escape)
    desk.select(6)
    desk.type(":cancel 2")
    desk.press(.enter)
    #expect(desk.sent.map(\.booking) == [6])
  }

  @Test func cancellingWithAReasonTakesThreeKeys() throws {
    var desk = Reception.desk()
    desk.select(6)
    desk.press(.character("x"), .character("1"), .enter)
    guard case .change(.changeStatus(.cancelled, let reason?), 6, _)? = desk.sent.only?.order else {
      Issue.record("not cancelled")
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test func movingTakesSixKeysAndAnotherTherapistFive() throws {
    var desk = Reception.desk()
    desk.select(6)
    desk.press(.character("m"))
    desk.type("1800")
    #expect(desk.draft?.ghosts.map(\.time) == [SampleSpa.clock("18:00")])
    desk.press(.enter)
    desk.select(11)
    desk.press(.character("m"))
    desk.type("linh")
    desk.press(.enter)
    let moves = desk.sent.compactMap { command -> Move? in
      if case .change(.move(let move), _, _) = command.order { move } else { nil }
    }
    #expect(moves == [Move(time: SampleSpa.clock("18:00")), Move(therapist: SampleSpa.linh)])
  }

  @Test func homeIsWhereTheTypedWordsBegin() {
    var desk = Reception.desk()
    desk.press(.character("b"))
    desk.say("mt60")
    desk.press(.home)
    desk.say("5838 ")
    #expect(desk.line == "book 5838 mt60")
    desk.press(.home, .home)
    desk.say("x")
    #expect(desk.line == "xbook 5838 mt60")
  }

  @Test func aTherapistAndAWeekdayOfTheSameLettersAreAskedAbout() throws {
    var spa = SampleSpa.spa
    spa.therapists.append(SampleSpa.therapist(19, "Thu Hà"))
    var desk = PaperDesk(bookings: SampleSpa.bookings, spa: spa)
    desk.select(6)
    desk.press(.character("m"))
    desk.type("ha")
    #expect(desk.draft?.ghosts.map(\.therapist) == [19])
    desk.press(.escape, .character("m"))
    desk.type("thursday")
    #expect(desk.model.board.date == SampleSpa.date + 4)
    desk = PaperDesk(bookings: SampleSpa.bookings, spa: spa)
    desk.select(6)
    desk.press(.character("m"))
    desk.type("thu")
    #expect(desk.draft?.isProblem == true)
    #expect(desk.draft?.choices.count == 2)
  }

  @Test func thirtyMinutesAreBlockedInThirteenKeys() throws {
    var desk = Reception.desk()
    desk.press(.character("B"))
    desk.type("tran 1830 30")
    desk.press(.enter)
    guard case .block(let block)? = desk.sent.only?.order else {
      Issue.record("nothing blocked")
      return
    }
    #expect(block.therapist == SampleSpa.mai && block.duration == 30)
  }

  @Test func aSickTherapistsGuestsGoToWhoIsFree() throws {
    var desk = Reception.desk()
    desk.press(.character("R"))
    desk.type("linh")
    let draft = try #require(desk.draft)
    #expect(draft.choices.contains { $0.text.contains("محمد علي → Mai Trần") })
    desk.press(.enter)
    let ids = desk.sent.map(\.id)
    #expect(!ids.isEmpty && Set(ids).count == ids.count)
    for command in desk.sent {
      guard case .change(.move(let move), _, _) = command.order else {
        Issue.record("no move")
        return
      }
      #expect(move.therapist == SampleSpa.mai)
    }
  }

  @Test func eachOfACoupleStandsInTheGridUnderTheirOwnName() {
    for (line, names) in [
      ("7714 sw linh 17:30 & 5102 tran", ["Zora Quill …7714", "Phạm Thị Lan …5102"]),
      ("7714 sw linh 17:30 & Hoa tran", ["Zora Quill …7714", "Hoa"]),
      ("7714 sw linh 17:30 & tran", ["Zora Quill …7714", "Zora Quill …7714"]),
    ] {
      let desk = Reception.desk(typing: "b", line)
      #expect(desk.draft?.ghosts.map(\.text) == names, "\(line): \(desk.draft?.says ?? "-")")
    }
  }

  @Test func aRefusedLineComesBackWithItsReason() throws {
    var desk = Reception.desk(typing: "b", "7714 sw tran 1730")
    desk.press(.enter)
    let command = try #require(desk.sent.only)
    #expect(desk.model.ghosts.map(\.kind) == [.sent])
    let refusal = Refusal(
      .slotTaken, "Binh has just booked that.", alternatives: [SampleSpa.clock("18:45")])
    desk.tell(.line(.refused(command.id, refusal, current: nil)))
    #expect(desk.line == "book 7714 sw tran 1730")
    #expect(desk.toasts.last?.contains("Binh has just booked that.") == true)
  }

  @Test func aLineOutlivesTheSessionButNotThePerson() {
    for (person, line) in [(SampleSpa.reception, "book 77"), (SampleSpa.manager, nil)] {
      var desk = Reception.desk()
      desk.press(.character("b"))
      desk.type("77")
      desk.tell(.line(.sessionEnded(reason: "it was revoked.")))
      desk.tell(.loggedIn(person))
      #expect(desk.line == line)
    }
  }

  @Test func linesAreRecalledByWhoTypedThemAndNobodyElse() {
    var desk = Reception.desk()
    for line in ["date 2026-11-22", "theme night"] {
      desk.type(":" + line)
      desk.press(.enter)
    }
    desk.press(.character(":"), .up, .up)
    #expect(desk.line == "date 2026-11-22")
    desk.press(.down)
    #expect(desk.line == "theme night")
    desk.press(.escape, .character("L"))
    desk.tell(.loggedIn(SampleSpa.manager))
    desk.press(.character(":"), .up)
    #expect(desk.line == "")
  }

  @Test func aDayThatIsTypedIsOnlyLookedAtUntilItsWordIsErased() {
    for ending in [KeyPress.escape, .control("u")] {
      var desk = Reception.desk()
      desk.select(6)
      desk.press(.character("m"))
      desk.type("+3")
      #expect(desk.model.board.date == SampleSpa.date + 3)
      desk.deliverWatched(SampleSpa.bookings, spa: SampleSpa.spa)
      if ending == .escape { desk.press(.escape) } else { desk.press(.backspace, .backspace) }
      desk.deliverWatched(SampleSpa.bookings, spa: SampleSpa.spa)
      #expect(desk.model.board.date == SampleSpa.date)
      #expect(desk.model.selection == 6)
      guard ending != .escape else { continue }
      desk.type("1800")
      desk.press(.enter)
      guard case .change(.move(let move), of: 6, _) = desk.sent.only?.order else {
        Issue.record("\(desk.sent)")
        return
      }
      #expect(move == Move(time: SampleSpa.clock("18:00")), "on the day it stands on")
    }
  }

  @Test func aNameThatBeginsAsADayMovesNoBoard() {
    var desk = Reception.desk()
    desk.press(.character("b"))
    for character in "Bùi Thù" {
      desk.say(String(character))
      #expect(desk.model.board.date == SampleSpa.date)
    }
  }

  @Test func anEarlyStartOpensTheLineForItsReason() {
    var desk = Reception.desk()
    desk.select(11)
    desk.press(.character("s"))
    #expect(desk.line == "start " && desk.sent.isEmpty)
    desk.type("guest is early")
    desk.press(.enter)
    #expect(desk.sent.map(\.booking) == [11])
  }

  @Test func whatHappenedIsSaidInWords() throws {
    var desk = Reception.desk()
    desk.press(.character("B"))
    desk.type("tran 1830 30 lunch")
    desk.press(.enter)
    let command = try #require(desk.sent.only)
    desk.tell(.line(.accepted(command.id, nil)))
    #expect(desk.toasts.last == "Lunch 18:30–19:00 for Mai Trần blocked.")
  }

  @Test func aGuestBookedTwiceWithinTheHourIsSaidBeforeEnter() throws {
    var desk = Reception.desk()
    var booking = SampleSpa.booking(900, "Zora Quill", "17:00", with: SampleSpa.linh)
    booking = Booking(
      id: 900, version: 1, customer: Reception.zora.customer, service: booking.service,
      therapist: SampleSpa.linh, date: SampleSpa.date, time: SampleSpa.clock("18:00"),
      duration: 60, buffer: 15, status: .scheduled, place: booking.place, paymentItem: 1)
    desk.tell(.line(.booking(booking, BookingNews(kind: .created, byName: "", at: desk.now))))
    desk.press(.character("b"))
    desk.say("7714 sw tran 1730")
    #expect(desk.draft?.warning.contains("18:00") == true)
    #expect(desk.draft?.says.hasPrefix("TWICE") == true)
  }
}

extension Array {
  var only: Element? { count == 1 ? first : nil }
}
