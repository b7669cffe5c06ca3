import BookingDomain
import Testing

@Suite struct MoveTests {
  private func moved(
    _ move: Move, _ booking: Booking = booking(), by person: Person = reception,
    now: Moment = at(10), among others: [Booking] = [], blocks: [Block] = []
  ) -> Result<Decision.Outcome, Refusal> {
    outcome(
      of: .move(move), on: booking, by: person, now: now,
      days: whole(others + [booking], blocks: blocks, on: move.date ?? booking.date))
  }

  @Test func whatIsNotNamedStays() throws {
    let result = try moved(Move(time: TimeOfDay(hour: 16))).get()
    #expect(result.booking.time == TimeOfDay(hour: 16))
    #expect(result.booking.therapist == mai && result.booking.place.bed == 1)
    #expect(result.booking.duration == 60 && result.booking.status == .scheduled)
    #expect(result.recorded?.kind == .moved(from: booking().slot))
  }

  @Test func itsOwnOldSlotDoesNotStandInItsWay() throws {
    #expect(try moved(Move(time: TimeOfDay(hour: 14, minute: 30))).get().booking.time.minute == 30)
  }

  @Test func itKeepsItsBedWhereThatIsFreeElseGetsTheBestOther() throws {
    let inCouples = booking().with { $0.place = Place(room: 2, roomName: "Couples", bed: 3) }
    #expect(try moved(Move(time: TimeOfDay(hour: 16)), inCouples).get().booking.place.bed == 3)
    let other = booking(2, at: 16, with: linh, bed: 3)
    #expect(
      try moved(Move(time: TimeOfDay(hour: 16)), inCouples, among: [other]).get()
        .booking.place.bed == 1)
    #expect(
      moved(Move(time: TimeOfDay(hour: 16), bed: 3), inCouples, among: [other]).refusal
        == .bedBusy)
  }

  @Test func anotherTherapistHasToBeAbleAndFree() throws {
    #expect(try moved(Move(therapist: linh)).get().booking.therapist == linh)
    #expect(moved(Move(therapist: 13)).refusal == .notQualified)
    #expect(moved(Move(therapist: 14)).refusal == .therapistAway)
    #expect(
      moved(Move(therapist: linh), among: [booking(2, at: 13, 30, with: linh, bed: 2)]).refusal
        == .slotTaken)
  }

  @Test func whoeverTheShopGaveItToKeepsIt() throws {
    // The shop booked a massage with Trang, who does faces: moving it in time asks no questions.
    let odd = booking(with: 13)
    #expect(try moved(Move(time: TimeOfDay(hour: 17)), odd).get().booking.therapist == 13)
  }

  @Test func longerNeedsRoomAndShorterDoesNot() throws {
    let next = booking(2, at: 15, 15)
    #expect(moved(Move(duration: 75), among: [next]).refusal == .slotTaken)
    #expect(try moved(Move(duration: 45), among: [next]).get().booking.duration == 45)
    #expect(moved(Move(duration: 0)).refusal == .malformed)
  }

  @Test func aGuestInTreatmentOnlyGetsMoreTimeOrAnotherBed() throws {
    let started = booking(status: .inProgress)
    #expect(try moved(Move(duration: 90), started, now: at(16)).get().booking.duration == 90)
    #expect(try moved(Move(bed: 2), started, now: at(14, 5)).get().booking.place.bed == 2)
    #expect(try moved(Move(duration: 45), started, now: at(14, 40)).get().booking.duration == 45)
    #expect(moved(Move(duration: 30), started, now: at(14, 40)).refusal == .alreadyPast)
    #expect(
      moved(Move(time: TimeOfDay(hour: 16)), started, now: at(14, 5)).refusal
        == .alreadyInProgress)
  }

  @Test(arguments: [
    (BookingStatus.completed, Refusal.Code.alreadyCompleted),
    (.cancelled, .alreadyCancelled), (.noShow, .alreadyNoShow),
  ])
  func whatIsOverStaysWhereItWas(status: BookingStatus, code: Refusal.Code) {
    #expect(moved(Move(time: TimeOfDay(hour: 17)), booking(status: status)).refusal == code)
  }

  @Test func movingNowhereIsSaid() {
    #expect(moved(Move()).refusal == .alreadyDone)
    #expect(moved(Move(time: TimeOfDay(hour: 14), bed: 1)).refusal == .alreadyDone)
  }

  @Test func anotherDayIsJudgedByItsOwnBookings() throws {
    let tomorrow = booking(2, on: day + 1)
    #expect(moved(Move(date: day + 1), among: [tomorrow]).refusal == .slotTaken)
    #expect(try moved(Move(date: day + 1)).get().booking.date == day + 1)
    #expect(moved(Move(date: day - 1)).refusal == .alreadyPast)
  }

  @Test func undoTakesItBackUnlessSomebodyStandsThere() {
    let after = booking(at: 16).with {
      $0.lastChange = BookingChange(
        kind: .moved(from: booking().slot), by: reception.id, byName: "An", at: at(10).instant)
    }
    let back = outcome(of: .undo, on: after, now: at(10, 5), days: whole([after]))
    #expect((try? back.get().booking.slot) == booking().slot)
    let taken = whole([after, booking(2, at: 14, 30)])
    #expect(outcome(of: .undo, on: after, now: at(10, 5), days: taken).refusal == .slotTaken)
    let lunch = Block(
      id: 1, therapist: mai, date: day, time: TimeOfDay(hour: 14), duration: 30, reason: "",
      byName: "")
    let blocked = whole([after], blocks: [lunch])
    #expect(outcome(of: .undo, on: after, now: at(10, 5), days: blocked).refusal == .blocked)
    #expect(Change.undo.days(of: after) == [day])
  }

  @Test func notesAreWrittenAndTakenBack() throws {
    let written = try outcome(of: .writeNotes("Window bed"), on: booking(), now: at(10)).get()
    #expect(written.booking.notes == "Window bed")
    let back = try outcome(of: .undo, on: written.booking, now: at(10, 1)).get()
    #expect(back.booking.notes == "Prefers low pressure")
    #expect(
      outcome(of: .writeNotes("Prefers low pressure"), on: booking(), now: at(10)).refusal
        == .alreadyDone)
    #expect(
      outcome(of: .writeNotes(String(repeating: "x", count: 4_001)), on: booking(), now: at(10))
        .refusal == .textTooLong)
    // As much as is read of them is there, so that more may be.
    let long = booking().with { $0.notes = String(repeating: "x", count: 4_000) }
    #expect(outcome(of: .writeNotes("Window bed"), on: long, now: at(10)).refusal == .malformed)
  }

  @Test func aBookingMadeByMistakeIsCancelledAndItsSessionComesBack() throws {
    let made = booking().with {
      $0.lastChange = BookingChange(
        kind: .created, by: reception.id, byName: "An", at: at(10).instant)
    }
    let undone = try outcome(of: .undo, on: made, now: at(10, 5)).get()
    #expect(undone.booking.status == .cancelled && undone.session == .givenBack)
    #expect(outcome(of: .undo, on: made, by: otherDesk, now: at(10, 5)).refusal == .undoNotYours)
  }
}
