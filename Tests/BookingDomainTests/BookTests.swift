import BookingDomain
import Testing

@Suite struct BookTests {
  private let hoa = Customer(id: 7, name: "Nguyen Thi Hoa", phone: "0901234567")

  private func wanted(
    _ customer: NewBooking.Guest = .known(7), at hour: Int = 14, _ minute: Int = 0,
    with therapist: UserID = mai, _ service: ServiceID = 5, bed: BedID? = nil,
    payment: NewBooking.Payment = .paidSessionOrSale(.cash), override: String? = nil
  ) -> NewBooking {
    NewBooking(
      customer: customer, service: service, therapist: therapist, date: day,
      time: TimeOfDay(hour: hour, minute: minute), bed: bed, payment: payment,
      overrideReason: override)
  }

  private func paid(_ item: PaymentItemID, left: Int, day: Int64 = 1) -> PaidSessions {
    PaidSessions(
      item: item, service: ServiceSummary(id: 5, name: "Swedish Massage"), total: 10, left: left,
      paidAt: Timestamp(seconds: day * 86_400))
  }

  private func book(
    _ wanted: [NewBooking], by person: Person = reception, now: Moment = at(10),
    among bookings: [Booking] = [], blocks: [Block] = [], sessions: [PaidSessions] = [],
    registered: [NewCustomer: Customer] = [:]
  ) -> Result<[Decision.Booked], Refusal> {
    Decision.book(
      wanted, by: person, now: now,
      given: Decision.Demand(
        days: whole(bookings, blocks: blocks), customers: [7: hoa], sessions: [7: sessions],
        registered: registered))
  }

  private func refusal(_ result: Result<[Decision.Booked], Refusal>) -> Refusal? {
    if case .failure(let refusal) = result { refusal } else { nil }
  }

  @Test func aGuestGetsTheSmallestRoomAndTheCouplesRoomStaysFree() throws {
    #expect(try book([wanted()]).get()[0].slot.place.bed == 1)
    let lotusTaken = booking(2, at: 14, with: linh, bed: 1)
    #expect(try book([wanted()], among: [lotusTaken]).get()[0].slot.place.roomName == "Couples")
  }

  @Test func theOldestPaidSessionIsUsedBeforeAnythingIsSold() throws {
    let sessions = [paid(22, left: 5, day: 9), paid(21, left: 1, day: 3), paid(20, left: 0)]
    #expect(try book([wanted()], sessions: sessions).get()[0].settlement == .session(21))
    #expect(try book([wanted()]).get()[0].settlement == .sale(.cash))
    #expect(refusal(book([wanted(payment: .paidSession)]))?.code == .noSessionLeft)
    #expect(
      try book([wanted(payment: .item(22))], sessions: sessions).get()[0].settlement
        == .session(22))
    #expect(
      refusal(book([wanted(payment: .item(20))], sessions: sessions))?.code == .noSessionLeft)
  }

  @Test(arguments: [LocalDate.first, .last, day + 3_654, day - 3_654])
  func noReasonBooksOrMovesBeyondTenYears(_ date: LocalDate) {
    var far = wanted(override: "the manager says so")
    far.date = date
    let sentence = "\(date) is more than ten years from today."
    #expect(refusal(book([far], by: manager))?.sentence == sentence)
    let moved = outcome(
      of: .move(Move(date: date, overrideReason: "the manager says so")), on: booking(),
      by: manager, now: at(9))
    guard case .failure(let refusal) = moved else {
      Issue.record("moved to \(date)")
      return
    }
    #expect(refusal == Refusal(.malformed, sentence))
  }

  @Test func aBookingSaysWhoItIsFor() {
    let nobodys = wanted(.companion, payment: .paidSession)
    let customers = refusal(book([nobodys], by: guest))
    #expect(customers?.sentence == "Say who the booking is for: your own customerId.")
    #expect(Decision.refusal(ofAsking: .book([nobodys]), by: guest) == customers)
    #expect(
      refusal(book([nobodys, wanted()]))?.sentence
        == "Say who the booking is for: customerId or newCustomer.")
  }

  @Test func aSessionOfAnotherServiceIsNoUse() {
    let wish = wanted(with: 13, 6, payment: .paidSession)
    #expect(refusal(book([wish], sessions: [paid(21, left: 3)]))?.code == .noSessionLeft)
  }

  @Test func aTakenSlotIsRefusedWithWhoHasItWhoBookedItAndThreeAlternatives() throws {
    let taken = booking(2, at: 14).with {
      $0.lastChange = BookingChange(
        kind: .created, by: otherDesk.id, byName: "Binh", at: at(9).instant)
    }
    let refused = try #require(refusal(book([wanted()], among: [taken])))
    #expect(refused.code == .slotTaken)
    #expect(
      refused.sentence == "Mai has Nguyen Thi Hoa, 14:00–15:00 then, booked by Binh.")
    #expect(refused.alternatives.map(\.hourMinute) == ["12:45", "15:15", "12:30"])
  }

  @Test func theBufferOfTheOneBeforeCounts() throws {
    let before = booking(2, at: 12, 55, with: mai, bed: 1)
    #expect(refusal(book([wanted()], among: [before]))?.code == .slotTaken)
    let earlier = booking(2, at: 12, 50, with: mai, bed: 1)
    #expect(try book([wanted()], among: [earlier]).get().count == 1)
  }

  @Test func rulesOfStaffHoursAndPastAreSaid() {
    #expect(refusal(book([wanted(with: 13)]))?.code == .notQualified)
    #expect(refusal(book([wanted(with: 14)]))?.code == .therapistAway)
    #expect(refusal(book([wanted(with: 99)]))?.code == .noSuchTherapist)
    #expect(refusal(book([wanted(at: 20, 30)]))?.code == .outsideHours)
    #expect(refusal(book([wanted(at: 8)]))?.code == .outsideHours)
    #expect(refusal(book([wanted()], now: at(15, 1)))?.code == .alreadyPast)
    #expect(refusal(book([wanted()], now: at(15)))?.code == nil, "a walk-in who lies there already")
    #expect(refusal(book([wanted(.known(8))]))?.code == .noSuchCustomer)
    #expect(refusal(book([wanted(bed: 4)]))?.code == .bedBusy, "its room is out of use")
  }

  @Test func blockedTimeIsRefusedWithItsReason() {
    let lunch = Block(
      id: 1, therapist: mai, date: day, time: TimeOfDay(hour: 14, minute: 30), duration: 30,
      reason: "lunch", byName: "An")
    let refused = refusal(book([wanted()], blocks: [lunch]))
    #expect(refused?.code == .blocked)
    #expect(refused?.sentence == "Mai is blocked 14:30–15:00 (lunch).")
  }

  @Test func onlyAManagerOverbooksAndOnlyWithAReason() throws {
    let taken = [booking(2, at: 13, 30)]
    let wish = wanted(override: "The guest insists")
    #expect(refusal(book([wish], among: taken))?.code == .slotTaken)
    #expect(try book([wish], by: manager, among: taken).get()[0].slot.time == TimeOfDay(hour: 14))
    #expect(refusal(book([wanted(override: "")], by: manager, among: taken))?.code == .slotTaken)
    // Two that begin in the same minute the shop's own keys forbid to everybody.
    #expect(refusal(book([wish], by: manager, among: [booking(2, at: 14)]))?.code == .slotTaken)
  }

  @Test func aCustomerBooksForThemselvesWithWhatIsPaidFor() throws {
    let sessions = [paid(21, left: 1)]
    let own = wanted(payment: .paidSession)
    #expect(try book([own], by: guest, sessions: sessions).get().count == 1)
    #expect(refusal(book([wanted()], by: guest, sessions: sessions))?.code == .notAllowed)
    #expect(
      refusal(book([wanted(.known(8), payment: .paidSession)], by: guest))?.code == .notAllowed)
    #expect(refusal(book([own], by: ownTherapist, sessions: sessions))?.code == .notAllowed)
  }

  @Test func aCoupleLiesInOneRoomOrIsNotBookedAtAll() throws {
    let couple = [wanted(), wanted(.companion, with: linh)]
    let booked = try book(couple).get()
    #expect(booked.map(\.slot.place.room) == [2, 2])
    #expect(Set(booked.map(\.slot.place.bed)) == [2, 3])
    let oneBedTaken = booking(2, at: 14, with: 13, bed: 3)
    #expect(refusal(book(couple, among: [oneBedTaken]))?.code == .noBedFree)
    #expect(refusal(book([wanted(), wanted(.companion)]))?.code == .slotTaken, "one therapist")
  }

  @Test func aCoupleIsOfferedStartsAtWhichBothAreFree() throws {
    let couple = [wanted(), wanted(.companion, with: linh)]
    let standing = [booking(2, at: 14, with: 13, bed: 3), booking(3, at: 16, with: linh, bed: 1)]
    let offered = try #require(refusal(book(couple, among: standing))).alternatives
    #expect(offered.count == 3)
    for start in offered {
      let moved = couple.map { one in
        var one = one
        one.time = start
        return one
      }
      #expect(try book(moved, among: standing).get().count == 2, "\(start)")
    }
  }

  @Test func aRefusedCoupleIsToldWhoOfThemCannot() throws {
    let couple = [wanted(), wanted(.companion, with: linh)]
    let standing = [booking(2, at: 14, with: mai, bed: 3), booking(3, at: 14, with: linh, bed: 1)]
    let sentence = try #require(refusal(book(couple, among: standing))).sentence
    #expect(sentence.contains("Mai has ") && sentence.contains("Linh has "), "\(sentence)")
    let one = try #require(refusal(book(couple, among: [standing[1]]))).sentence
    #expect(!one.contains("Mai has ") && one.contains("Linh has "), "\(one)")
  }

  @Test func twoOfOnePartyNeverUseOneLastSession() throws {
    let couple = [wanted(), wanted(.companion, with: linh)]
    let booked = try book(couple, sessions: [paid(21, left: 1)]).get()
    #expect(booked.map(\.settlement) == [.session(21), .sale(.cash)])
  }

  @Test func somebodyKnownIsNotMadeTwice() {
    let new = NewCustomer(name: "Hoa N.", phone: "0901234567")
    let refused = refusal(book([wanted(.new(new))], registered: [new: hoa]))
    #expect(refused?.code == .customerExists)
    #expect(refused?.sentence.contains("Nguyen Thi Hoa") == true)
  }

  @Test(arguments: ["09 77.712.345", "+84 (0)9-777.123456", "0901/234/567"])
  func aPhoneNumberMayBeWrittenAsPeopleDo(phone: String) {
    let new = NewCustomer(name: "Hoa N.", phone: phone)
    #expect(refusal(book([wanted(.new(new))]))?.code != .malformed)
  }

  @Test(arguments: [
    NewCustomer(name: "", phone: "0901"), NewCustomer(name: "A", phone: "12"),
    NewCustomer(name: "A", phone: "call me"), NewCustomer(name: "A", phone: "0901", email: "a"),
  ])
  func whatCannotBeStoredIsRefusedBeforehand(new: NewCustomer) {
    #expect(refusal(book([wanted(.new(new))]))?.code == .malformed)
  }

  @Test func nobodyAndACrowdAreRefused() {
    #expect(refusal(book([]))?.code == .malformed)
    #expect(refusal(book(Array(repeating: wanted(), count: 5)))?.code == .malformed)
    #expect(refusal(book([wanted(.companion)]))?.code == .malformed)
  }
}
