import BookingDomain
import Testing

@Suite struct UndoTests {
  private func changed(
    _ from: BookingStatus, _ to: BookingStatus, by person: Person? = reception,
    _ when: Moment = at(14)
  ) -> Booking {
    booking(at: 14, status: to).with {
      $0.lastChange = BookingChange(
        kind: .status(from: from, to: to), by: person?.id, byName: person?.name ?? "",
        at: when.instant)
    }
  }

  @Test(arguments: [
    (BookingStatus.scheduled, BookingStatus.confirmed, BookingStatus.scheduled),
    (.scheduled, .inProgress, .scheduled), (.confirmed, .inProgress, .confirmed),
    (.inProgress, .completed, status: .inProgress), (.confirmed, .cancelled, .confirmed),
    (.scheduled, .cancelled, .scheduled), (.scheduled, .noShow, .scheduled),
    (.confirmed, .noShow, .confirmed), (.completed, .cancelled, .scheduled),
  ])
  func everyStatusLeadsBackToWhatItWas(
    from: BookingStatus, to: BookingStatus, back: BookingStatus
  ) {
    #expect(outcome(of: .undo, on: changed(from, to), now: at(14, 5)).status == back)
  }

  @Test func whoMadeTheChangeMayUndoItForFifteenMinutes() {
    let confirmed = changed(.scheduled, .confirmed)
    #expect(outcome(of: .undo, on: confirmed, now: at(14, 15)).status == .scheduled)
    #expect(outcome(of: .undo, on: confirmed, now: at(14, 16)).refusal == .undoTooLate)
    #expect(
      outcome(of: .undo, on: confirmed, by: otherDesk, now: at(14, 1)).refusal == .undoNotYours)
  }

  @Test func aManagerMayUndoAnybodysChangeTheSameDay() {
    let foreign = changed(.scheduled, .confirmed, by: nil)
    #expect(outcome(of: .undo, on: foreign, now: at(14, 1)).refusal == .undoNotYours)
    #expect(outcome(of: .undo, on: foreign, by: manager, now: at(23, 59)).status == .scheduled)
    let tomorrow = at(0, 1, on: day + 1)
    // Nobody is sent for a manager who could not do it either.
    for person in [manager, reception, otherDesk] {
      #expect(outcome(of: .undo, on: foreign, by: person, now: tomorrow).refusal == .undoTooLate)
    }
  }

  @Test func undoneStartTakesBackWhatTheStartImplied() throws {
    let now = at(14)
    let started = changed(.confirmed, .inProgress).with {
      $0.startedAt = now.instant
      $0.arrivedAt = now.instant
    }
    let back = try outcome(of: .undo, on: started, now: at(14, 2)).get()
    #expect(back.booking.startedAt == nil && back.booking.arrivedAt == nil)
    #expect(back.recorded == nil)
    let waited = started.with { $0.arrivedAt = at(13, 50).instant }
    #expect(
      try outcome(of: .undo, on: waited, now: at(14, 2)).get().booking.arrivedAt
        == at(13, 50).instant)
  }

  @Test func arrivalCanBeUndone() throws {
    let arrived = booking().with {
      $0.arrivedAt = at(13, 50).instant
      $0.lastChange = BookingChange(
        kind: .arrival, by: reception.id, byName: "An", at: at(13, 50).instant)
    }
    #expect(try outcome(of: .undo, on: arrived, now: at(13, 51)).get().booking.arrivedAt == nil)
  }

  @Test func aCancelledBookingComesBackOnlyWhileSlotAndSessionAreThere() throws {
    let cancelled = changed(.confirmed, .cancelled)
    let taken = booking(2, at: 14, 30, bed: 2)
    let hours = BusinessHours(open: TimeOfDay(hour: 9), close: TimeOfDay(hour: 21))
    let refused = outcome(
      of: .undo, on: cancelled, now: at(14, 5), among: [taken], sessionsLeft: 1, hours: hours)
    #expect(refused.refusal == .slotTaken)
    if case .failure(let refusal) = refused {
      // 12:45 to 13:55 and 13:15 to 14:25 with the buffer fit before 14:30; so does 15:45 after.
      #expect(refusal.alternatives.map(\.hourMinute) == ["13:15", "13:00", "12:45"])
    }
    #expect(
      outcome(of: .undo, on: cancelled, now: at(14, 5), sessionsLeft: 0).refusal == .noSessionLeft)
    let back = try outcome(of: .undo, on: cancelled, now: at(14, 5), sessionsLeft: 1).get()
    #expect(back.session == .taken && back.booking.status == .confirmed)
  }

  @Test func aCancelledBookingDoesNotComeBackIntoBlockedTime() {
    let cancelled = changed(.confirmed, .cancelled)
    let lunch = Block(
      id: 1, therapist: mai, date: day, time: TimeOfDay(hour: 14, minute: 30), duration: 30,
      reason: "lunch", byName: "An")
    let refused = outcome(
      of: .undo, on: cancelled, now: at(14, 5), days: whole([], blocks: [lunch]))
    #expect(refused.refusal == .blocked)
    #expect(Change.undo.days(of: cancelled) == [day])
  }

  @Test func aSessionThatALateCancellationUsedUpIsNotHeldTwice() throws {
    var policy = Decision.Policy()
    policy.lateCancellationKeepsSession = true
    func session(of change: Change, on booking: Booking) throws -> Decision.SessionEffect {
      try Decision.decide(
        change, on: booking, by: reception, now: at(13, 30),
        given: Decision.Surroundings(neighbours: [], sessionsLeft: 0, policy: policy)
      ).get().session
    }
    #expect(
      try session(of: .changeStatus(to: .cancelled, reason: "ill"), on: booking()) == .none)
    let cancelled = changed(.confirmed, .cancelled, at(13, 25))
    #expect(try session(of: .undo, on: cancelled) == .none)
  }

  @Test func whatIsCompletedDoesNotGoOnBesideWhatBeginsInTheSameMinute() {
    let done = changed(.inProgress, .completed)
    let forced = booking(2, at: 14, bed: 2)
    #expect(outcome(of: .undo, on: done, now: at(14, 5), among: [forced]).refusal == .slotTaken)
    let other = booking(2, at: 14, 5, bed: 2)
    #expect(outcome(of: .undo, on: done, now: at(14, 5), among: [other]).status == .inProgress)
  }

  @Test func nothingToUndoIsSaid() {
    #expect(outcome(of: .undo, on: booking(), now: at(14)).refusal == .nothingToUndo)
  }
}
