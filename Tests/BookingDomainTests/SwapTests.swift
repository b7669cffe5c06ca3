import BookingDomain
import Testing

@Suite struct SwapTests {
  private func swapped(
    _ first: Booking, _ second: Booking, by person: Person = reception, among others: [Booking] = []
  ) -> Result<(Decision.Outcome, Decision.Outcome), Refusal> {
    let all = [first, second] + others
    let days = Dictionary(
      uniqueKeysWithValues: Set(all.map(\.date)).map { date in
        (date, Availability(spa: spa, date: date, bookings: all))
      })
    return Decision.swap(first, second, by: person, now: at(10), given: days)
  }

  private func refusal(_ result: Result<(Decision.Outcome, Decision.Outcome), Refusal>)
    -> Refusal.Code?
  {
    if case .failure(let refusal) = result { refusal.code } else { nil }
  }

  @Test func twoAtTheSameTimeTakeEachOthersTherapistAndKeepTheirBeds() throws {
    let (a, b) = (booking(1, with: mai, bed: 1), booking(2, with: linh, bed: 2))
    let (first, second) = try swapped(a, b).get()
    #expect(first.booking.therapist == linh && second.booking.therapist == mai)
    #expect(first.booking.place.bed == 1 && second.booking.place.bed == 2)
    #expect(first.recorded?.kind == .swapped(from: a.slot, with: 2))
  }

  @Test func eachKeepsItsLengthAndHasToFitThere() throws {
    let short = booking(1, at: 10, for: 30, with: mai, bed: 1)
    let long = booking(2, at: 15, for: 90, with: mai, bed: 1)
    let (first, second) = try swapped(short, long).get()
    #expect(first.booking.time == TimeOfDay(hour: 15) && first.booking.duration == 30)
    #expect(second.booking.time == TimeOfDay(hour: 10) && second.booking.duration == 90)
    let after = booking(3, at: 11, with: mai, bed: 2)
    #expect(refusal(swapped(short, long, among: [after])) == .slotTaken)
  }

  @Test func daysCanDiffer() throws {
    let (a, b) = (booking(1), booking(2, on: day + 1))
    let (first, second) = try swapped(a, b).get()
    #expect(first.booking.date == day + 1 && second.booking.date == day)
  }

  @Test func onlyWhatIsAheadOnlyByReceptionAndNeverWithItself() {
    let (a, b) = (booking(1, with: mai), booking(2, with: linh, bed: 2))
    #expect(refusal(swapped(a, b.with { $0.status = .inProgress })) == .noSuchChange)
    #expect(refusal(swapped(a, a)) == .malformed)
    #expect(refusal(swapped(a, b, by: ownTherapist)) == .notAllowed)
    #expect(refusal(swapped(b, a, by: ownTherapist)) == .noSuchBooking)
  }

  /// What undoing the first half comes to after a swap, once `since` has happened to the second.
  private func undone(
    _ a: Booking, _ b: Booking, by person: Person = reception, now: Moment = at(10, 5),
    among others: [Booking] = [], blocks: [Block] = [], since: (inout Booking) -> Void = { _ in },
    isGone: Bool = false
  ) throws -> Result<Decision.Outcome, Refusal> {
    let (first, second) = try swapped(a, b).get()
    let other = second.booking.with(since)
    let all = [first.booking, other] + others
    let days = Dictionary(
      uniqueKeysWithValues: Change.undo.days(of: first.booking).map { date in
        (date, Availability(spa: spa, date: date, bookings: all, blocks: blocks))
      })
    return Decision.decide(
      .undo, on: first.booking, by: person, now: now,
      given: Decision.Surroundings(
        neighbours: [], days: days,
        otherHalf: isGone ? .gone : .standing(other, lastMove: second.recorded)))
  }

  @Test func undoOfOneHalfTakesBothBackByTheRuleOfUndo() throws {
    let (a, b) = (
      booking(1, with: mai, bed: 1), booking(2, at: 16, with: linh, bed: 2, on: day + 1)
    )
    let back = try undone(a, b).get()
    #expect(back.booking.slot == a.slot && back.otherHalf?.after.slot == b.slot)
    #expect(back.recorded == nil)
    #expect(try undone(a, b, by: otherDesk).refusal == .undoNotYours)
    #expect(try undone(a, b, now: at(10, 16)).refusal == .undoTooLate)
    #expect(try undone(a, b, by: manager, now: at(13)).get().booking.slot == a.slot)
  }

  @Test func aSwapGoesBackOnlyWhileBothStandWhereItPutThem() throws {
    let (a, b) = (booking(1, with: mai, bed: 1), booking(2, at: 16, with: linh, bed: 2))
    #expect(try undone(a, b, since: { $0.status = .confirmed }).get().booking.slot == a.slot)
    #expect(try undone(a, b, since: { $0.status = .inProgress }).refusal == .nothingToUndo)
    #expect(try undone(a, b, isGone: true).refusal == .nothingToUndo)
  }

  @Test func aSwapGoesBackOnlyWhileBothOldSlotsAreFree() throws {
    let short = booking(1, at: 10, for: 30, with: mai, bed: 1)
    let long = booking(2, at: 15, for: 90, with: linh, bed: 2)
    // The short one leaves room after it where the long one was.
    let taker = booking(3, at: 15, 45, for: 30, with: linh, bed: 3)
    #expect(try undone(short, long, among: [taker]).refusal == .slotTaken)
    let lunch = Block(
      id: 1, therapist: linh, date: day, time: TimeOfDay(hour: 16), duration: 30, reason: "",
      byName: "An")
    #expect(try undone(short, long, blocks: [lunch]).refusal == .blocked)
  }
}
