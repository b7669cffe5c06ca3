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
