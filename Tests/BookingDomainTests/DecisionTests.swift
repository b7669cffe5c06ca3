import BookingDomain
import Testing

@Suite struct DecisionTests {
  /// Every pair of statuses, at a moment when nothing but the table decides: exactly the guide's
  /// arrows are open.
  @Test(arguments: BookingStatus.allCases, BookingStatus.allCases)
  func onlyTheTablesTransitionsAreOpen(from: BookingStatus, to: BookingStatus) {
    let open: [BookingStatus: Set<BookingStatus>] = [
      .scheduled: [.confirmed, .inProgress, .cancelled, .noShow],
      .confirmed: [.inProgress, .cancelled, .noShow],
      .inProgress: [.completed],
    ]
    let result = outcome(
      of: .changeStatus(to: to, reason: "because"), on: booking(at: 14, status: from), by: manager,
      now: at(14, 20))
    #expect((result.status == to) == (open[from]?.contains(to) ?? false))
    #expect(result.refusal == nil || result.refusal != .notAllowed)
  }

  @Test func confirmingIsForReceptionAndOnlyWhileItIsAhead() {
    let confirm = Change.changeStatus(to: .confirmed, reason: nil)
    #expect(outcome(of: confirm, on: booking(), now: at(9)).status == .confirmed)
    #expect(
      outcome(of: confirm, on: booking(), by: ownTherapist, now: at(9)).refusal == .notAllowed)
    #expect(outcome(of: confirm, on: booking(), by: guest, now: at(9)).refusal == .notAllowed)
    #expect(outcome(of: confirm, on: booking(at: 14), now: at(14, 59)).status == .confirmed)
    #expect(outcome(of: confirm, on: booking(at: 14), now: at(15)).refusal == .alreadyOver)
  }

  @Test func whatIsNotYoursDoesNotExist() {
    let start = Change.changeStatus(to: .inProgress, reason: nil)
    let stranger = Person(id: .customer(8), role: .customer, name: "Somebody")
    let sameNumber = Person(id: .user(7), role: .therapist, name: "Number seven")
    for person in [otherTherapist, stranger, sameNumber] {
      #expect(outcome(of: start, on: booking(), by: person, now: at(14)).refusal == .noSuchBooking)
    }
  }

  @Test func aStartIsOpenFromThirtyMinutesBeforeOrWithAReason() {
    let start = Change.changeStatus(to: .inProgress, reason: nil)
    #expect(outcome(of: start, on: booking(at: 14), now: at(13, 30)).status == .inProgress)
    #expect(outcome(of: start, on: booking(at: 14), now: at(13, 29)).refusal == .tooEarly)
    let withReason = Change.changeStatus(to: .inProgress, reason: "guest was early")
    #expect(outcome(of: withReason, on: booking(at: 14), now: at(12)).status == .inProgress)
    #expect(
      outcome(of: withReason, on: booking(at: 14), now: at(14, on: day - 1)).refusal == .notToday)
  }

  @Test func aStartNotesTheTimeAndTheArrival() throws {
    let now = at(14, 5)
    let start = Change.changeStatus(to: .inProgress, reason: nil)
    let fresh = try outcome(of: start, on: booking(), by: ownTherapist, now: now).get().booking
    #expect(fresh.startedAt == now.instant && fresh.arrivedAt == now.instant)
    #expect(fresh.lastChange?.byName == "Mai")
    let waiting = booking().with { $0.arrivedAt = at(13, 50).instant }
    #expect(
      try outcome(of: start, on: waiting, now: now).get().booking.arrivedAt == at(13, 50).instant)
  }

  @Test func therapistAndBedTreatOneGuestAtATime() {
    let start = Change.changeStatus(to: .inProgress, reason: nil)
    let sameTherapist = booking(2, at: 13, bed: 2, status: .inProgress)
    let sameBed = booking(3, at: 13, with: linh, status: .inProgress)
    let result = outcome(of: start, on: booking(), now: at(14), among: [sameTherapist])
    #expect(result.refusal == .therapistBusy)
    #expect(
      outcome(of: start, on: booking(), now: at(14), among: [sameBed]).refusal == .bedBusy)
    let elsewhere = booking(4, at: 13, with: linh, bed: 2, status: .inProgress)
    #expect(
      outcome(of: start, on: booking(), now: at(14), among: [elsewhere]).status == .inProgress)
  }

  @Test func aGuestHasOneTreatmentOfAVisitAtATime() {
    let start = Change.changeStatus(to: .inProgress, reason: nil)
    let second = booking(1, at: 14).with { $0.visit = 1 }
    let first = booking(2, at: 13, with: linh, bed: 2, status: .inProgress).with { $0.visit = 1 }
    #expect(outcome(of: start, on: second, now: at(14), among: [first]).refusal == .guestBusy)
    let over = first.with { $0.status = .completed }
    #expect(outcome(of: start, on: second, now: at(14), among: [over]).status == .inProgress)
    // Who comes along without a number stands under the same name, and has the same hour.
    let beside = booking(3, at: 14, with: linh, bed: 2, status: .inProgress).with { $0.visit = 1 }
    #expect(outcome(of: start, on: second, now: at(14), among: [beside]).status == .inProgress)
    // Another booking of the same guest is no part of the visit: the desk may know why.
    let alone = first.with { $0.visit = nil }
    #expect(outcome(of: start, on: second, now: at(14), among: [alone]).status == .inProgress)
  }

  @Test func aRefusalNamesNoGuestThatTheAskerMayNotSee() throws {
    let start = Change.changeStatus(to: .inProgress, reason: nil)
    let strangersBooking = booking(3, at: 13, with: linh, status: .inProgress)
      .with { $0.customer = Customer(id: 99, name: "Tran Van Secret") }
    func sentence(for person: Person) -> String {
      let result = outcome(
        of: start, on: booking(), by: person, now: at(14), among: [strangersBooking])
      if case .failure(let refusal) = result { return refusal.sentence }
      return ""
    }
    #expect(sentence(for: reception).contains("Tran Van Secret"))
    #expect(sentence(for: ownTherapist).contains("another booking, 13:00–14:00"))
  }

  @Test func arrivalIsAFactBesideTheStatusOfItsOwnDay() throws {
    let arrived = try outcome(of: .markArrived, on: booking(), now: at(13, 52)).get().booking
    #expect(arrived.status == .scheduled && arrived.arrivedAt == at(13, 52).instant)
    #expect(outcome(of: .markArrived, on: arrived, now: at(13, 53)).refusal == .alreadyDone)
    #expect(
      outcome(of: .markArrived, on: booking(), now: at(13, on: day - 1)).refusal == .notToday)
    #expect(
      outcome(of: .markArrived, on: booking(), by: ownTherapist, now: at(13))
        .refusal == .notAllowed)
  }

  @Test func aBookingPastMidnightIsStillItsNight() {
    let late = booking(at: 23, 40)
    #expect(outcome(of: .markArrived, on: late, now: at(0, 5, on: day + 1)).status == .scheduled)
    #expect(outcome(of: .markArrived, on: late, now: at(12, on: day + 1)).refusal == .notToday)
  }

  @Test func cancellingNeedsAReasonAndIsLateWithinADay() throws {
    let cancel = Change.changeStatus(to: .cancelled, reason: "ill")
    let mute = Change.changeStatus(to: .cancelled, reason: nil)
    #expect(outcome(of: mute, on: booking(), now: at(9)).refusal == .reasonMissing)
    let late = try outcome(of: cancel, on: booking(), by: guest, now: at(9)).get()
    #expect(late.isLateCancellation && late.session == .givenBack)
    let early = try outcome(of: cancel, on: booking(), now: at(13, on: day - 1)).get()
    #expect(!early.isLateCancellation && early.booking.cancellationReason == "ill")
  }

  @Test func aNoShowIsMarkedFifteenMinutesPastTheStartUnlessArrived() {
    let noShow = Change.changeStatus(to: .noShow, reason: nil)
    #expect(outcome(of: noShow, on: booking(), now: at(14, 14)).refusal == .tooEarlyForNoShow)
    #expect(outcome(of: noShow, on: booking(), now: at(14, 15)).status == .noShow)
    let arrived = booking().with { $0.arrivedAt = at(14).instant }
    #expect(outcome(of: noShow, on: arrived, now: at(14, 30)).refusal == .guestHasArrived)
  }
}
