import BookingDomain
import Testing

/// What else there is on a day says whom somebody has to go to.
@Suite struct DaySituationTests {
  private func needs(
    of id: BookingID, among bookings: [Booking], at moment: Moment, away: Set<UserID> = [],
    in house: Spa = spa
  ) -> Set<Need> {
    let situation = DaySituation(bookings, on: day, in: house, away: away)
    return bookings.first { $0.id == id }.map { Need.all(of: $0, at: moment, on: situation) } ?? []
  }

  private func ofVisit(_ booking: Booking, arrived: Moment, ended: Moment? = nil) -> Booking {
    booking.with {
      $0.visit = 77
      $0.arrivedAt = arrived.instant
      $0.endedAt = ended?.instant
    }
  }

  @Test func whoIsBeingTreatedDoesNotWaitForTheNextTreatment() {
    let first = ofVisit(booking(1, at: 12, status: .inProgress), arrived: at(11, 55))
    let second = ofVisit(booking(2, at: 13, with: linh), arrived: at(11, 55))
    #expect(needs(of: 2, among: [first, second], at: at(12, 50)).contains(.waiting) == false)
    #expect(needs(of: 2, among: [first, second], at: at(13, 20)) == [.unconfirmed])
    #expect(needs(of: 1, among: [first, second], at: at(13, 20)) == [.overrunning])
  }

  @Test func theyWaitFromTheEndOfTheTreatmentBefore() {
    let first = ofVisit(
      booking(1, at: 12, status: .completed), arrived: at(11, 55), ended: at(13, 5))
    let second = ofVisit(booking(2, at: 13, with: linh, status: .confirmed), arrived: at(11, 55))
    let situation = DaySituation([first, second], on: day, in: spa, away: [])
    #expect(Attention(second, at: at(13, 12), on: situation).waiting == 7)
  }

  @Test func twoWhoComeTogetherBothWait() {
    let one = ofVisit(booking(1, at: 12, status: .inProgress), arrived: at(11, 55))
    let along = ofVisit(booking(2, at: 12, with: linh, status: .confirmed), arrived: at(11, 55))
    #expect(needs(of: 2, among: [one, along], at: at(12, 10)) == [.waiting])
  }

  @Test func whoseTherapistIsOffHasToGoToSomebodyElse() {
    let ahead = booking(1, at: 14, status: .confirmed)
    let done = booking(2, at: 10, status: .completed)
    #expect(needs(of: 1, among: [ahead, done], at: at(12)) == [])
    #expect(needs(of: 1, among: [ahead, done], at: at(12), away: [mai]) == [.stranded])
    #expect(needs(of: 2, among: [ahead, done], at: at(12), away: [mai]) == [])
  }

  @Test func whoStandsOutsideAShiftHasToGoToSomebodyElse() {
    var house = spa
    house.shifts[mai] = WorkingHours(
      [.on(day): [Shift(from: TimeOfDay(hour: 9), until: TimeOfDay(hour: 14))]])
    let early = booking(1, at: 12, status: .confirmed)
    let late = booking(2, at: 14, status: .confirmed)
    #expect(needs(of: 1, among: [early, late], at: at(10), in: house) == [])
    #expect(needs(of: 2, among: [early, late], at: at(10), in: house) == [.stranded])
  }
}
