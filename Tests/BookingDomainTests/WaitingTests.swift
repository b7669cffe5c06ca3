import BookingDomain
import Testing

@Suite struct WaitingTests {
  private func guest(
    _ id: WaitingID, since minute: Int64, from: Int = 9, until: Int = 20,
    with therapist: UserID? = nil
  ) -> WaitingGuest {
    WaitingGuest(
      id: id, customer: Customer(id: CustomerID(id.number), name: "Guest \(id)"),
      service: ServiceSummary(id: 5, name: "Swedish Massage"), therapist: therapist, date: day,
      from: TimeOfDay(hour: from), until: TimeOfDay(hour: until), note: "", byName: "An",
      since: Timestamp(seconds: minute * 60))
  }

  /// Mai and Linh are busy all day but for Mai's hour and ten minutes from 14:00.
  private var fullButForTwo: Availability {
    Availability(
      spa: spa, date: day,
      bookings: [
        booking(1, at: 9, for: 290, with: mai, bed: 1), booking(2, at: 15, 10, for: 350, with: mai),
        booking(3, at: 9, for: 720, with: linh, bed: 2),
      ])
  }

  @Test func aFreedGapIsOfferedToWhoWaitsLongestFirst() {
    let offers = fullButForTwo.offers(to: [guest(2, since: 9), guest(1, since: 5)])
    #expect(offers.map(\.guest.id) == [1, 2])
    #expect(offers.allSatisfy { $0.therapist == mai && $0.time == TimeOfDay(hour: 14) })
  }

  @Test func wishesAreKept() {
    let day = fullButForTwo
    #expect(day.offers(to: [guest(1, since: 5, with: linh)]).isEmpty)
    #expect(day.offers(to: [guest(1, since: 5, until: 13)]).isEmpty)
    #expect(day.offers(to: [guest(1, since: 5, from: 15)]).isEmpty)
    #expect(day.offers(to: [guest(1, since: 5)], from: TimeOfDay(hour: 14, minute: 1)).isEmpty)
  }

  @Test func onlyReceptionKeepsTheListAndOnlyForWhatCanStillBe() {
    func refusal(_ wish: NewWaiting, by person: Person = reception) -> Refusal.Code? {
      Decision.refusal(
        of: wish, isKnown: wish.customer == 7, beside: [], by: person, now: at(12), given: spa)?
        .code
    }
    func wish(
      _ customer: CustomerID = 7, _ service: ServiceID = 5, with therapist: UserID? = nil,
      from: Int = 9, until: Int = 20
    ) -> NewWaiting {
      NewWaiting(
        customer: customer, service: service, therapist: therapist, date: day,
        from: TimeOfDay(hour: from), until: TimeOfDay(hour: until), note: "")
    }
    #expect(refusal(wish()) == nil)
    #expect(refusal(wish(), by: ownTherapist) == .notAllowed)
    #expect(refusal(wish(8)) == .noSuchCustomer)
    #expect(refusal(wish(7, 99)) == .noSuchService)
    #expect(refusal(wish(with: 99)) == .noSuchTherapist)
    #expect(refusal(wish(from: 15, until: 14)) == .malformed)
    #expect(refusal(wish(until: 11)) == .alreadyPast)
    #expect(refusal(wish(from: 22, until: 23)) == .outsideHours)
  }

  @Test func nobodyWaitsForWhoCannotDoItOrTwiceForTheSame() {
    func refusal(
      with therapist: UserID?, from: Int, until: Int, beside list: [WaitingGuest] = [],
      in spa: Spa = spa
    ) -> Refusal? {
      let wish = NewWaiting(
        customer: 1, service: 5, therapist: therapist, date: day, from: TimeOfDay(hour: from),
        until: TimeOfDay(hour: until), note: "")
      return Decision.refusal(
        of: wish, isKnown: true, beside: list, by: reception, now: at(12), given: spa)
    }
    var other = spa
    other.therapists = other.therapists.map {
      Therapist(id: $0.id, name: $0.name, serviceType: nil, state: $0.state)
    }
    #expect(refusal(with: mai, from: 14, until: 18, in: other)?.code == .notQualified)
    #expect(refusal(with: nil, from: 14, until: 18, in: other) == nil)
    var closed = spa
    closed.hours = [:]
    #expect(refusal(with: nil, from: 14, until: 18, in: closed)?.code == .outsideHours)
    let waiting = [guest(1, since: 5, from: 13, until: 15)]
    #expect(refusal(with: nil, from: 14, until: 18, beside: waiting)?.code == .alreadyDone)
    #expect(refusal(with: nil, from: 16, until: 18, beside: waiting) == nil)
    #expect(refusal(with: mai, from: 14, until: 18, beside: waiting) == nil)
  }

  @Test func aThousandWishesOfOneGuestAreFiveAndADayHasAHundred() {
    func start(_ customer: CustomerID, _ waiting: [WaitingGuest]) -> TimeOfDay {
      TimeOfDay(hour: 13, minute: 10 * waiting.count { $0.customer.id == customer })
    }
    func refusal(for customer: CustomerID, beside waiting: [WaitingGuest]) -> Refusal? {
      let from = start(customer, waiting)
      let wish = NewWaiting(
        customer: customer, service: 5, therapist: nil, date: day, from: from, until: from + 5,
        note: "")
      return Decision.refusal(
        of: wish, isKnown: true, beside: waiting, by: reception, now: at(12), given: spa)
    }
    var list: [WaitingGuest] = []
    func asks(_ customer: CustomerID) {
      guard refusal(for: customer, beside: list) == nil else { return }
      let id = WaitingID(Int64(list.count + 1))
      list.append(
        WaitingGuest(
          id: id, customer: Customer(id: customer, name: "Guest \(customer)"),
          service: ServiceSummary(id: 5, name: "Swedish Massage"), therapist: nil, date: day,
          from: start(customer, list), until: start(customer, list) + 5, note: "", byName: "An",
          since: Timestamp(seconds: 0)))
    }
    for _ in 1...1_000 { asks(7) }
    #expect(list.count == WaitingLimit.perGuest)
    #expect(refusal(for: 7, beside: list)?.code == .tooMany)
    #expect(
      refusal(for: 7, beside: list)?.sentence
        == "Guest 7 waits 5 times on \(day.short) already; take one off the list first.")
    #expect(refusal(for: 8, beside: list) == nil)
    for customer in 8...1_000 { asks(CustomerID(Int64(customer))) }
    #expect(list.count == WaitingLimit.perDay)
    #expect(refusal(for: 2_000, beside: list)?.code == .tooMany)
  }
}
