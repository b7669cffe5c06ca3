import Testing

@testable import BookingDomain

@Suite struct MidnightTests {
  private let tomorrow = day + 1
  /// 23:30 until 0:40 of the next day, ten minutes of which are buffer.
  private let late = booking(1, at: 23, 30)

  private func availability(_ bookings: [Booking], blocks: [Block] = [], on date: LocalDate)
    -> Availability
  {
    Availability(spa: spa, date: date, bookings: bookings, blocks: blocks)
  }

  private func interval(_ from: (Int, Int), _ until: (Int, Int)) -> DaySchedule.Interval {
    DaySchedule.Interval(
      start: TimeOfDay(hour: from.0, minute: from.1),
      end: TimeOfDay(hour: until.0, minute: until.1))
  }

  @Test func aBookingTouchesTheDaysOnWhichItKeepsSomebodyFromOthers() {
    #expect(late.days == day...tomorrow)
    #expect(booking(at: 22, 50).days == day...day, "half-open: it ends at midnight")
    #expect(booking(at: 22, 51).days == day...tomorrow)
    let wholeDay = booking(at: 23, 30, for: 1440, buffer: 240)
    #expect(wholeDay.days == day...day + 2)
  }

  @Test func whatRunsIntoADayIsInTheWayThereAndNowhereElse() {
    let next = availability([late], on: tomorrow)
    #expect(!next.isFree(mai, during: interval((0, 30), (1, 0))))
    #expect(next.isFree(mai, during: interval((0, 40), (1, 0))))
    #expect(next.isFree(linh, during: interval((0, 30), (1, 0))))
    #expect(!next.freeBeds(during: interval((0, 0), (0, 10))).contains { $0.id == 1 })
    #expect(availability([late], on: day + 2).isFree(mai, during: interval((0, 0), (24, 0))))
    let early = booking(2, at: 0, 15, on: tomorrow)
    let eve = availability([early], on: day)
    #expect(!eve.isFree(mai, during: interval((23, 0), (24, 30))))
    #expect(eve.isFree(mai, during: interval((23, 0), (24, 15))))
  }

  @Test func twoOnEitherSideOfMidnightAreAConflictFromEitherSide() {
    let early = booking(2, at: 0, 15, bed: 2, on: tomorrow)
    #expect(DaySchedule.conflict(of: late, among: [early])?.id == 2)
    #expect(DaySchedule.conflict(of: early, among: [late])?.id == 1)
    #expect(
      DaySchedule.conflict(of: early, among: [late.with { $0.status = .cancelled }]) == nil)
    #expect(DaySchedule.conflict(of: early.with { $0.date = day }, among: [late]) == nil)
  }

  @Test func whatGoesOnAfterMidnightKeepsItsBedUntilItIsCompleted() throws {
    let goingOn = booking(1, at: 22, 30, status: .inProgress)
    let night = at(0, 20, on: tomorrow)
    #expect(goingOn.stands(on: tomorrow, at: night) && goingOn.stands(on: day, at: night))
    #expect(!goingOn.stands(on: tomorrow + 1, at: night))
    let planned = availability([goingOn], on: tomorrow)
    #expect(planned.isFree(mai, during: interval((0, 15), (1, 0))), "by the plan it was over")
    let now = planned.at(night)
    #expect(!now.isFree(mai, during: interval((0, 20), (1, 20))))
    #expect(!now.freeBeds(during: interval((0, 25), (1, 0))).contains { $0.id == 1 })
    #expect(now.isFree(mai, during: interval((0, 31), (1, 0))), "a minute and the buffer later")
    let done = goingOn.with { $0.status = .completed }
    #expect(!done.stands(on: tomorrow, at: night))
    #expect(
      availability([done], on: tomorrow).at(night).isFree(mai, during: interval((0, 20), (1, 0))))
    let forgotten = at(14, on: tomorrow)
    #expect(!goingOn.stands(on: tomorrow, at: forgotten), "nobody is treated for half a day")
  }

  @Test func blockedTimeGoesOnAfterMidnight() {
    let training = Block(
      id: 1, therapist: mai, date: day, time: TimeOfDay(hour: 23), duration: 90, reason: "",
      byName: "")
    let next = availability([], blocks: [training], on: tomorrow)
    #expect(!next.isFree(mai, during: interval((0, 15), (1, 0))))
    #expect(next.isFree(mai, during: interval((0, 30), (1, 0))))
    let wanted = NewBlock(
      therapist: mai, date: tomorrow, time: .midnight, duration: 15, reason: "")
    func refusal(_ standing: [Booking]) -> Refusal? {
      Decision.refusal(
        of: wanted, by: reception, now: at(10), given: availability(standing, on: tomorrow))
    }
    #expect(refusal([late])?.code == .slotTaken)
    #expect(refusal([])?.code == nil)
  }

  @Test func nothingIsStartedBesideWhatLastNightLeftInProgress() {
    let running = late.with { $0.status = .inProgress }
    let early = booking(2, at: 0, 45, bed: 2, status: .confirmed, on: tomorrow)
    let start = Change.changeStatus(to: .inProgress, reason: nil)
    let soon = at(0, 20, on: tomorrow)
    #expect(outcome(of: start, on: early, now: soon, among: [running]).refusal == .therapistBusy)
    // What was forgotten in the afternoon before does not stop the morning.
    let forgotten = booking(3, at: 14, status: .inProgress)
    #expect(outcome(of: start, on: early, now: soon, among: [forgotten]).status == .inProgress)
  }

  @Test func nobodyIsCarriedToABedWhereSomebodyLies() {
    let here = booking(1, at: 10, with: mai, bed: 2, status: .inProgress)
    let there = booking(2, at: 11, 15, with: linh, bed: 3, status: .inProgress)
    let move = Change.move(Move(bed: 3))
    let days = whole([here, there])
    #expect(outcome(of: move, on: here, now: at(10, 50), days: days).refusal == .bedBusy)
    // Longer on the same bed, or not at all.
    let next = booking(3, at: 11, 15, with: linh, bed: 2)
    let longer = Change.move(Move(duration: 90))
    #expect(
      outcome(of: longer, on: here, now: at(10, 50), days: whole([here, next])).refusal == .bedBusy)
  }
}
