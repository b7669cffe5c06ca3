import BookingDomain
import BookingTesting
import Testing

@Suite struct TurnOrderTests {
  private func turns(_ bookings: [Booking]) -> [UserID] {
    let day = Availability(
      spa: ContractSpa.spa, date: ContractSpa.date, bookings: bookings, blocks: [])
    return TurnOrder(day, at: ContractSpa.moment(13)).lines.map(\.therapist)
  }

  private func treatment(
    _ id: BookingID, with therapist: UserID, at time: String, _ minutes: Minutes = 60,
    _ status: BookingStatus = .completed
  ) -> Booking {
    Booking(
      id: id, version: 1, customer: ContractSpa.an,
      service: ServiceSummary(id: 1, name: "Massage 60"), therapist: therapist,
      date: ContractSpa.date, time: ContractSpa.clock(time), duration: minutes, buffer: 15,
      status: status, place: Place(room: 1, roomName: "Lotus", bed: 1), paymentItem: 1)
  }

  @Test func whoWasServedLongestAgoIsNext() {
    #expect(
      turns([treatment(1, with: 4, at: "11:00"), treatment(2, with: 5, at: "10:00")]) == [5, 4])
  }

  @Test func whoHadNobodyYetComesFirstAndWhatIsOnlyPlannedDoesNotCount() {
    #expect(turns([treatment(1, with: 4, at: "10:00")]) == [5, 4])
    #expect(turns([treatment(1, with: 4, at: "15:00", 60, .confirmed)]) == [4, 5])
  }

  @Test func ofTwoWhoEndedTogetherTheOneWithFewerMinutesIsNext() {
    #expect(
      turns([treatment(1, with: 4, at: "10:30", 90), treatment(2, with: 5, at: "11:00")]) == [5, 4])
  }
}
