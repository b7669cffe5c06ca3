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
    #expect(first.recorded?.kind == .moved(from: a.slot))
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
}
