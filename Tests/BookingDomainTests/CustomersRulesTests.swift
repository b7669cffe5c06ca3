import BookingDomain
import Testing

/// What a customer may do without the desk.
@Suite struct CustomersRulesTests {
  private let deskOnly = Service(
    id: 8, name: "Four Hands", type: 1, duration: 60, buffer: 0, isActive: true,
    isBookableOnline: false)

  private func book(
    by person: Person = guest, _ service: ServiceID = 5, at hour: Int = 14, _ minute: Int = 0,
    for duration: Minutes? = nil, bed: BedID? = nil, now: Moment = at(10),
    hours: WorkingHours? = nil, among standing: [Booking] = []
  ) -> Result<[Decision.Booked], Refusal> {
    var offered = spa
    offered.shifts[mai] = hours
    offered.services.append(deskOnly)
    let paid = PaidSessions(
      item: 3, service: ServiceSummary(id: service, name: ""), total: 9, left: 9, paidAt: nil)
    return Decision.book(
      [
        NewBooking(
          customer: .known(7), service: service, therapist: mai, date: day,
          time: TimeOfDay(hour: hour, minute: minute), duration: duration, bed: bed,
          payment: .paidSession)
      ], by: person, now: now,
      given: Decision.Demand(
        days: [day: Availability(spa: offered, date: day, bookings: standing)],
        customers: [7: Customer(id: 7, name: "Hoa")], sessions: [7: [paid]]))
  }

  private func code(_ result: Result<[Decision.Booked], Refusal>) -> Refusal.Code? {
    if case .failure(let refusal) = result { refusal.code } else { nil }
  }

  @Test func onlyWhatTheShopOffersCanBeBooked() {
    #expect(code(book()) == nil)
    #expect(code(book(8)) == .notOnline)
    #expect(code(book(for: 90)) == .notOnline && code(book(for: 30)) == .notOnline)
    #expect(code(book(for: 60)) == nil)
    #expect(code(book(bed: 2)) == .notOnline)
    #expect(code(book(by: reception, 8, for: 90, bed: 2)) == nil, "the desk does as it likes")
  }

  @Test func onlyOfferedStartsCanBeBooked() throws {
    #expect(code(book(at: 14, 15)) == nil)
    #expect(code(book(at: 14, 7)) == .offGrid)
    guard case .failure(let refusal) = book(at: 14, 7) else { return }
    #expect(refusal.alternatives.map(\.hourMinute) == ["14:00", "14:15", "13:45"])
    #expect(code(book(at: 20, 7)) == .outsideHours || code(book(at: 20, 7)) == .offGrid)
    #expect(code(book(at: 20, 30)) == .outsideHours)
    #expect(code(book(by: reception, at: 14, 7)) == nil)
  }

  /// What is offered instead is free, and within the shift.
  @Test func whatIsOfferedInsteadIsFree() throws {
    let until = TimeOfDay(hour: 16, minute: 30)
    let hours = WorkingHours([.on(day): [Shift(from: TimeOfDay(hour: 14), until: until)]])
    let taken = booking(2, at: 14).with { $0.customer = Customer(id: 9, name: "Lan") }
    let result = book(at: 14, 7, hours: hours, among: [taken])
    guard case .failure(let refusal) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(refusal.code == .offGrid)
    #expect(refusal.alternatives.map(\.hourMinute) == ["15:15", "15:30"])
  }

  @Test func nobodyIsBookedByHoursThatCannotBeRead() {
    let ofThatDay: [WorkingHours] = [
      WorkingHours([:], isAnyDayInDoubt: true), WorkingHours([:], doubtful: [.on(day)]),
      WorkingHours([:], doubtful: [.every(day.weekday)]),
    ]
    for doubtful in ofThatDay {
      #expect(code(book(hours: doubtful)) == .notOnline)
      #expect(code(book(by: reception, hours: doubtful)) == nil, "the desk can ask her")
    }
    let whole = Shift(from: TimeOfDay(hour: 9), until: TimeOfDay(hour: 20))
    let ofOthers: [WorkingHours] = [
      WorkingHours([:], doubtful: [.on(day + 1), .every((day + 1).weekday)]),
      WorkingHours([.on(day): [whole]], doubtful: [.every(day.weekday)]),
    ]
    for doubtful in ofOthers { #expect(code(book(hours: doubtful)) == nil) }
  }

  @Test func whatIsPastIsOver() {
    #expect(code(book(at: 10, now: at(10))) == nil)
    #expect(code(book(at: 10, now: at(10, 1))) == .alreadyPast)
    #expect(code(book(by: reception, at: 10, now: at(10, 30))) == nil, "the walk-in on the table")
  }

  @Test func cancellingEndsWithTheStart() {
    let cancel = Change.changeStatus(to: .cancelled, reason: "ill")
    #expect(outcome(of: cancel, on: booking(), by: guest, now: at(13, 59)).status == .cancelled)
    #expect(outcome(of: cancel, on: booking(), by: guest, now: at(14)).refusal == .alreadyOver)
    #expect(outcome(of: cancel, on: booking(), now: at(15)).status == .cancelled)
    let cancelled = booking(status: .cancelled).with {
      $0.lastChange = BookingChange(
        kind: .status(from: .scheduled, to: .cancelled), by: .customer(7), byName: "Hoa",
        at: at(13, 55).instant)
    }
    #expect(outcome(of: .undo, on: cancelled, by: guest, now: at(13, 59)).status == .scheduled)
    #expect(outcome(of: .undo, on: cancelled, by: guest, now: at(14)).refusal == .alreadyOver)
  }

  @Test func aLateCancellationCostsWhatTheSpaHasSet() throws {
    func cancelled(_ policy: Decision.Policy, now: Moment) throws -> Decision.Outcome {
      try Decision.decide(
        .changeStatus(to: .cancelled, reason: "ill"), on: booking(), by: guest, now: now,
        given: Decision.Surroundings(neighbours: []).under(policy)
      ).get()
    }
    var policy = Decision.Policy()
    policy.lateCancellation = 120
    policy.lateCancellationKeepsSession = true
    let late = try cancelled(policy, now: at(12, 30))
    #expect(late.isLateCancellation && late.session == .none)
    let early = try cancelled(policy, now: at(11))
    #expect(!early.isLateCancellation && early.session == .givenBack)
    policy.lateCancellationKeepsSession = false
    #expect(try cancelled(policy, now: at(12, 30)).session == .givenBack)
  }
}
