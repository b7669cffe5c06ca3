import BookingDomain
import BookingTesting
import Testing

/// A row that somebody else's program wrote, with a status that nobody knows.
@Suite struct UnreadableTests {
  private static let expired: Booking = {
    var booking = SampleSpa.booking(1, "Anna Lee", "10:00", with: SampleSpa.linh)
    booking.unreadable = [UnreadableValue(.status, "EXPIRED")]
    return booking
  }()

  @Test(arguments: [
    Change.changeStatus(to: .confirmed, reason: nil), .changeStatus(to: .cancelled, reason: "no"),
    .markArrived, .move(Move(time: TimeOfDay(hour: 15))), .undo,
  ]) func nothingIsDecidedOnWhatStandsInForAValue(change: Change) {
    let answer = Decision.decide(
      change, on: Self.expired, by: SampleSpa.manager, now: moment,
      given: Decision.Surroundings(neighbours: []))
    guard case .failure(let refusal) = answer else {
      Issue.record("\(change) was decided")
      return
    }
    #expect(refusal.code == .unreadable)
    #expect(refusal.sentence.contains("status \"EXPIRED\""))
  }

  @Test func notesMayBeWrittenAndKeepTheRestAsItIs() throws {
    let outcome = try Decision.decide(
      .writeNotes("asked the web shop"), on: Self.expired, by: SampleSpa.reception, now: moment,
      given: Decision.Surroundings(neighbours: [])
    ).get()
    #expect(outcome.booking.notes == "asked the web shop")
    #expect(outcome.booking.unreadable == Self.expired.unreadable)
  }

  @Test func itNeedsSomebodyWhateverTheClockSays() {
    let attention = Attention(Self.expired, at: moment, on: .none)
    #expect(attention.isNeeded && attention.isUnreadable && attention.late == nil)
    let counts = DayCounts(
      [Self.expired], on: SampleSpa.date, in: SampleSpa.spa, situation: .none, at: moment)
    #expect(counts.unreadable == 1 && counts.late == 0 && counts.unconfirmed == 0)
  }

  @Test func aGuestLearnsThatItIsSoAndNotWhatStandsThere() {
    let seen = Visibility.masked(Self.expired, for: .customer)
    #expect(seen.unreadable == [UnreadableValue(.status, "")])
  }

  private var moment: Moment { Moment(SampleSpa.now, in: SampleSpa.zone) }
}

@Suite struct OverlapsTests {
  private func booking(
    _ id: Int64, _ time: String, _ minutes: Int = 60, with therapist: UserID = SampleSpa.linh,
    status: BookingStatus = .confirmed, bed: Int64? = nil, on day: LocalDate = SampleSpa.date
  ) -> Booking {
    var booking = SampleSpa.booking(
      id, "Guest \(id)", time, minutes, with: therapist, status, on: day)
    if let bed { booking.place = Place(room: 1, roomName: "Orchid", bed: BedID(bed), bedName: "") }
    return booking
  }

  @Test func theSameTherapistOrBedTwiceAtATimeIsFound() {
    let found = DaySchedule.overlapping([
      booking(1, "09:00", 120), booking(2, "09:30", 15), booking(3, "10:30"),
      booking(4, "12:00", bed: 7), booking(5, "12:30", with: 99, bed: 7),
      booking(6, "14:00"), booking(7, "15:00"),
    ])
    #expect(found == [1, 2, 3, 4, 5], "the third begins while the first still lasts")
  }

  @Test func whatIsOverOrCancelledIsInNobodysWay() {
    #expect(
      DaySchedule.overlapping([
        booking(1, "09:00"), booking(2, "09:30", status: .cancelled),
        booking(3, "09:15", status: .completed),
      ]).isEmpty)
  }

  @Test func whatRunsPastMidnightMeetsTheNextDay() {
    let next = SampleSpa.date + 1
    #expect(
      DaySchedule.overlapping([booking(1, "23:30"), booking(2, "00:15", on: next)]) == [1, 2])
  }
}
