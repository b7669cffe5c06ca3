import BookingDomain
import Testing

/// Several bookings as one thing: made, moved, cancelled and taken back all or none.
@Suite struct TogetherTests {
  private let hoa = Customer(id: 7, name: "Nguyen Thi Hoa", phone: "0901234567")

  private func wanted(
    _ customer: NewBooking.Guest = .known(7), at hour: Int, _ minute: Int = 0,
    with therapist: UserID = mai, _ service: ServiceID = 5, on date: LocalDate = day
  ) -> NewBooking {
    NewBooking(
      customer: customer, service: service, therapist: therapist, date: date,
      time: TimeOfDay(hour: hour, minute: minute), payment: .paidSessionOrSale(.cash))
  }

  private func book(
    _ wanted: [NewBooking], by person: Person = reception, among bookings: [Booking] = [],
    standing: [Booking] = []
  ) -> Result<[Decision.Booked], Refusal> {
    let days = Set(wanted.map(\.date) + [day])
    return Decision.book(
      wanted, by: person, now: at(10),
      given: Decision.Demand(
        days: Dictionary(
          uniqueKeysWithValues: days.map {
            ($0, Availability(spa: spa, date: $0, bookings: bookings))
          }),
        customers: [7: hoa], sessions: [:],
        standing: Dictionary(uniqueKeysWithValues: standing.map { ($0.id, $0) })))
  }

  /// Hoa's massage at two with Mai, and her next one at three with Linh.
  private let visit = [
    booking(1, at: 14, with: mai, bed: 1).with { $0.visit = 1 },
    booking(2, at: 15, with: linh, bed: 2).with { $0.visit = 1 },
  ]

  private func decide(
    _ changes: [(Change, Booking)], by person: Person = reception, among others: [Booking] = []
  ) -> Result<[Decision.PartOutcome], Refusal> {
    let all = changes.map(\.1) + others
    let given = Decision.Surroundings(neighbours: all, days: whole(all))
    return Decision.decide(
      together: changes.map { Decision.Part($0.0, of: $0.1, given: given) }, by: person, now: at(10)
    )
  }

  private func refusal<Value>(_ result: Result<Value, Refusal>) -> Refusal? {
    if case .failure(let refusal) = result { refusal } else { nil }
  }

  private func shifted(_ hours: Int) -> [(Change, Booking)] {
    visit.map { (.move(Move(time: $0.time + Minutes(60 * hours))), $0) }
  }

  @Test func theNextTreatmentNeedsNoRoomForTwo() throws {
    let couplesRoomTaken = booking(9, at: 14, for: 180, with: 13, bed: 2)
    let booked = try book(
      [wanted(at: 14), wanted(at: 15, with: linh)], among: [couplesRoomTaken]
    ).get()
    #expect(booked.map(\.slot.time.hour) == [14, 15])
    #expect(refusal(book([wanted(at: 14), wanted(at: 15)]))?.code == .slotTaken, "Mai's buffer")
  }

  @Test func otherStartsKeepTheTreatmentsInARow() throws {
    let standing = [booking(9, at: 15, with: linh, bed: 3)]
    let row = [wanted(at: 14), wanted(at: 15, with: linh)]
    let offered = try #require(refusal(book(row, among: standing))).alternatives
    #expect(offered.first != nil)
    for start in offered {
      var moved = row
      moved[0].time = start
      moved[1].time = start + 60
      #expect(throws: Never.self) { try book(moved, among: standing).get() }
    }
  }

  @Test func howManyMayComeTogetherHowOftenIsBounded() {
    let crowd = (0..<5).map { wanted($0 == 0 ? .known(7) : .companion, at: 14) }
    #expect(refusal(book(crowd))?.sentence == "At most 4 guests can come together.")
    let row = (0..<9).map { wanted(at: 9 + $0) }
    #expect(refusal(book(row))?.code == .malformed)
    let years = (0..<27).map { wanted(at: 14, on: day + 7 * $0) }
    #expect(refusal(book(years))?.code == .malformed)
    #expect(refusal(book(Array(row.prefix(5)), by: guest))?.code == .malformed)
  }

  @Test func whatIsAddedToAVisitComesOnItsDayAndOnlyFromTheDesk() throws {
    var more = wanted(at: 15, with: linh)
    more.joins = 1
    #expect(try book([more], standing: visit).get()[0].joins == 1)
    #expect(refusal(book([more]))?.code == .noSuchBooking)
    let gone = visit[0].with { $0.status = .cancelled }
    #expect(refusal(book([more], standing: [gone]))?.code == .noSuchChange)
    more.date = day + 1
    #expect(refusal(book([more], standing: visit))?.code == .noSuchChange)
    more.payment = .paidSession
    #expect(refusal(book([more], by: guest, standing: visit))?.code == .notAllowed)
  }

  /// Each stands where the other one goes: none is in the other's way.
  @Test func aVisitMovesIntoItsOwnPlaces() throws {
    let sameTherapist = [
      booking(1, at: 14, buffer: 0, with: mai, bed: 1),
      booking(2, at: 15, buffer: 0, with: mai, bed: 1),
    ]
    for hours in [1, -1] {
      let parts = try decide(
        sameTherapist.map { (.move(Move(time: $0.time + Minutes(60 * hours))), $0) }
      ).get()
      #expect(Set(parts.map(\.outcome.booking.time.hour)) == [14 + hours, 15 + hours])
      #expect(parts[0].before.id == (hours > 0 ? 2 : 1), "written where nobody stands any more")
    }
  }

  @Test func allOfItOrNothingAndWhoStandsInTheWayIsSaid() throws {
    let other = booking(9, at: 16, with: linh, bed: 3).with {
      $0.customer = Customer(id: 8, name: "Tran Van Binh")
    }
    let refused = try #require(refusal(decide(shifted(1), among: [other])))
    #expect(refused.code == .slotTaken && refused.sentence.contains("Tran Van Binh"))
    #expect(!refused.alternatives.isEmpty)
    for start in refused.alternatives {
      let moved = visit.map { one -> (Change, Booking) in
        (.move(Move(time: one.time + (start - visit[0].time))), one)
      }
      #expect(throws: Never.self) { try decide(moved, among: [other]).get() }
    }
  }

  @Test func whoWouldChangePlacesIsToldToSwap() {
    let (a, b) = (booking(1, at: 14, with: mai, bed: 1), booking(2, at: 16, with: mai, bed: 1))
    let crossed: [(Change, Booking)] = [
      (.move(Move(time: b.time)), a), (.move(Move(time: a.time)), b),
    ]
    #expect(refusal(decide(crossed))?.sentence.contains("swap them") == true)
  }

  @Test func ofTwoCancelledOnOneSessionOnlyOneComesBack() {
    let cancelled = visit.map { one in
      one.with {
        $0.status = .cancelled
        $0.lastChange = BookingChange(
          kind: .status(from: .scheduled, to: .cancelled), by: reception.id, byName: "An",
          at: at(9, 50).instant)
      }
    }
    func undone(sessionsLeft: Int) -> Refusal? {
      let given = Decision.Surroundings(
        neighbours: cancelled, sessionsLeft: sessionsLeft, days: whole(cancelled))
      return refusal(
        Decision.decide(
          together: cancelled.map { Decision.Part(.undo, of: $0, given: given) }, by: reception,
          now: at(10)))
    }
    #expect(undone(sessionsLeft: 1)?.code == .noSessionLeft)
    #expect(undone(sessionsLeft: 2) == nil)
  }

  @Test func whatOneOrderDidIsKnownByItsAuthorAndItsInstant() {
    func changed(_ booking: Booking, by person: Person, at moment: Moment) -> Booking {
      booking.with {
        $0.lastChange = BookingChange(
          kind: .created, by: person.id, byName: person.name, at: moment.instant)
      }
    }
    let first = changed(visit[0], by: reception, at: at(9))
    #expect(changed(visit[1], by: reception, at: at(9)).wasLastChanged(with: first))
    #expect(!changed(visit[1], by: reception, at: at(9, 1)).wasLastChanged(with: first))
    #expect(!changed(visit[1], by: otherDesk, at: at(9)).wasLastChanged(with: first))
    let alone = changed(booking(3, at: 17), by: reception, at: at(9))
    #expect(!alone.wasLastChanged(with: first), "it belongs to nothing")
    #expect(!visit[0].isOnVisit(with: visit[1].with { $0.date = day + 1 }))
  }

  @Test(arguments: [ownTherapist, guest])
  func whoMayNotMoveOneMovesNone(_ person: Person) {
    #expect(refusal(decide(shifted(1), by: person)) != nil)
  }

  @Test func anOrderNamesEachOnceAndUndoesNothing() {
    func refusal(_ parts: [Order.Part]) -> Refusal? {
      Decision.refusal(ofAsking: .changeTogether(parts), by: reception)
    }
    let part = Order.Part(.markArrived, of: 1, seen: Sight())
    #expect(refusal([]) != nil && refusal([part, part]) != nil && refusal([part]) == nil)
    #expect(refusal([Order.Part(.undo, of: 1, seen: Sight())]) != nil)
    #expect(
      refusal((1...53).map { Order.Part(.markArrived, of: BookingID($0), seen: Sight()) }) != nil)
  }
}
