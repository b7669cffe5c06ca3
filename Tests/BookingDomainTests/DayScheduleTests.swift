import BookingDomain
import Testing

@Suite struct DayScheduleTests {
  @Test func aSlotEndsWhereTheNextBegins() {
    // 14:00 for 60 minutes and 10 of buffer: taken until 15:10, free from then on.
    let first = booking(1, at: 14)
    #expect(DaySchedule.conflict(of: booking(2, at: 15, 10), among: [first]) == nil)
    #expect(DaySchedule.conflict(of: booking(2, at: 15, 9), among: [first])?.id == 1)
    #expect(DaySchedule.conflict(of: booking(2, at: 12, 51), among: [first])?.id == 1)
    #expect(DaySchedule.conflict(of: booking(2, at: 12, 50), among: [first]) == nil)
  }

  @Test func sharedBedsConflictAndSeparateOnesDoNot() {
    let first = booking(1, with: mai, bed: 1)
    #expect(DaySchedule.conflict(of: booking(2, with: linh, bed: 1), among: [first])?.id == 1)
    #expect(DaySchedule.conflict(of: booking(2, with: linh, bed: 2), among: [first]) == nil)
    #expect(
      DaySchedule.conflict(of: booking(2, with: linh, bed: nil), among: [first]) == nil)
  }

  @Test func whatDoesNotOccupyIsInNobodysWay() {
    for status in BookingStatus.allCases {
      let conflict = DaySchedule.conflict(of: booking(2), among: [booking(1, status: status)])
      #expect((conflict == nil) == (status == .cancelled || status == .noShow))
    }
  }

  @Test func overlappingBookingsShareTheColumn() {
    let lanes = DaySchedule.lanes([
      booking(1, at: 9), booking(2, at: 9, 30), booking(3, at: 10), booking(4, at: 11),
    ])
    #expect(lanes.map(\.booking.id) == [1, 2, 3, 4])
    #expect(lanes.map(\.index) == [0, 1, 0, 0])
    #expect(lanes.map(\.count) == [2, 2, 2, 1])
  }

  @Test func freeStartsKnowHoursQualificationLeaveBedsAndBuffers() {
    let service = Service(
      id: 5, name: "Swedish", type: 1, duration: 60, buffer: 10, isActive: true)
    var spa = oneBedSpa(service, until: 12)
    spa.therapists.append(Therapist(id: 13, name: "Tu", serviceType: 2, state: .available))
    func starts(_ bookings: [Booking]) -> [String] {
      Availability(spa: spa, date: day, bookings: bookings).slots(for: service)
        .map { "\($0.time.hourMinute) \($0.therapist)" }
    }
    #expect(day.weekday == .monday)
    #expect(starts([]).first == "09:00 11" && starts([]).last == "11:00 11")
    #expect(starts([booking(at: 9)]) == ["10:15 11", "10:30 11", "10:45 11", "11:00 11"])
    #expect(starts([booking(at: 9, with: 13, bed: 1)]).first == "10:15 11")
    spa.beds = spa.beds.map { Bed(id: $0.id, room: $0.room, name: $0.name, isActive: false) }
    #expect(starts([]).isEmpty)
  }
}
