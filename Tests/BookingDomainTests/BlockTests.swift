import BookingDomain
import Testing

@Suite struct BlockTests {
  private func refusal(
    at hour: Int, for duration: Minutes = 30, by person: Person = reception,
    among bookings: [Booking] = [], blocks: [Block] = []
  ) -> Refusal.Code? {
    let block = NewBlock(
      therapist: mai, date: day, time: TimeOfDay(hour: hour), duration: duration, reason: "lunch")
    return Decision.refusal(
      of: block, by: person, now: at(12),
      given: Availability(spa: spa, date: day, bookings: bookings, blocks: blocks))?.code
  }

  private let lunch = Block(
    id: 1, therapist: mai, date: day, time: TimeOfDay(hour: 13), duration: 30, reason: "lunch",
    byName: "An")

  @Test func freeTimeAheadMayBeBlockedByReceptionAlone() {
    #expect(refusal(at: 13) == nil)
    #expect(refusal(at: 11) == .alreadyPast)
    #expect(refusal(at: 13, by: ownTherapist) == .notAllowed)
    #expect(refusal(at: 13, for: 0) == .malformed)
  }

  @Test func whoStandsInTheWayIsNamedWithWhatIsKeptFreeBehindThem() {
    func sentence(at time: TimeOfDay, _ booking: Booking) -> String? {
      let block = NewBlock(therapist: mai, date: day, time: time, duration: 30, reason: "Zahnarzt")
      return Decision.refusal(
        of: block, by: reception, now: at(12),
        given: Availability(spa: spa, date: day, bookings: [booking], blocks: []))?.sentence
    }
    let guest = booking()
    let end = guest.time + guest.duration
    #expect(guest.buffer > 0)
    #expect(
      sentence(at: end, guest)?.hasSuffix(
        "then, and \(guest.buffer.count) minutes are kept free after it; move that first.") == true)
    #expect(sentence(at: guest.time, guest)?.hasSuffix(" then; move that first.") == true)
  }

  private func refusal(on date: LocalDate, at time: TimeOfDay, for duration: Minutes) -> Refusal? {
    let block = NewBlock(
      therapist: mai, date: date, time: time, duration: duration, reason: "lunch")
    return Decision.refusal(
      of: block, by: reception, now: at(12),
      given: Availability(spa: spa, date: date, bookings: [], blocks: []))
  }

  @Test func whatIsOverIsSaidWithATimeOfItsDay() {
    let late = TimeOfDay(hour: 23, minute: 59)
    let other = refusal(on: day - 3, at: late, for: 1440)
    #expect(other?.code == .alreadyPast)
    #expect(other?.sentence == "23:59 on \(day - 2) is over.")
    #expect(
      refusal(on: day - 3, at: late, for: 1)?.sentence == "24:00 on \((day - 3).short) is over.")
  }

  @Test func daysBeyondTenYearsAreNobodysPlan() {
    for date in [.first, .last, day + 3_654, day - 3_654] {
      let far = refusal(on: date, at: TimeOfDay(hour: 13), for: 30)
      #expect(far?.code == .malformed)
      #expect(far?.sentence == "\(date) is more than ten years from today.")
    }
    #expect(refusal(on: day + 3_653, at: TimeOfDay(hour: 13), for: 30) == nil)
    #expect(
      refusal(on: day - 3_653, at: TimeOfDay(hour: 13), for: 30)?.code == .alreadyPast)
  }

  @Test func aGuestWhoStandsThereIsMovedFirst() {
    #expect(refusal(at: 14, among: [booking(at: 14)]) == .slotTaken)
    #expect(refusal(at: 14, among: [booking(at: 14, status: .cancelled)]) == nil)
    #expect(refusal(at: 13, blocks: [lunch]) == .blocked)
  }

  @Test func whatIsGoneCannotBeFreed() {
    #expect(Decision.refusal(ofFreeing: lunch, id: 1, by: reception) == nil)
    #expect(Decision.refusal(ofFreeing: nil, id: 1, by: reception)?.code == .noSuchBlock)
    #expect(Decision.refusal(ofFreeing: lunch, id: 1, by: guest)?.code == .notAllowed)
  }

  @Test func blockedTimeIsNoFreeStart() {
    let day = Availability(spa: spa, date: day, bookings: [], blocks: [lunch])
    let starts = day.slots(for: swedish, therapist: mai).map(\.time.hourMinute)
    #expect(!starts.contains("12:00") && starts.contains("11:45") && starts.contains("13:30"))
  }

  @Test func aBoardWithOtherBlocksHasAnotherNumber() {
    var digest = BoardDigest([booking()], blocks: [lunch])
    let without = BoardDigest([booking()])
    #expect(digest.value != without.value)
    digest.put([], of: mai, on: self.lunch.date)
    #expect(digest.value == without.value)
  }
}
