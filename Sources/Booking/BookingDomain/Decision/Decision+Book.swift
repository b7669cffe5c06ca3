extension Decision {
  /// What has to be known to book.
  package struct Demand: Sendable {
    /// The days asked for, whole.
    package let days: [LocalDate: Availability]
    /// The customers of the bookings asked for who are known, by number.
    package let customers: [CustomerID: Customer]
    /// What each of them has paid for; empty where nothing.
    package let sessions: [CustomerID: [PaidSessions]]
    /// Whoever has the phone number or the e-mail of somebody new already.
    package let registered: [NewCustomer: Customer]
    /// The bookings to whose visits something is added, as they stand.
    package let standing: [BookingID: Booking]

    package init(
      days: [LocalDate: Availability], customers: [CustomerID: Customer],
      sessions: [CustomerID: [PaidSessions]], registered: [NewCustomer: Customer] = [:],
      standing: [BookingID: Booking] = [:]
    ) {
      (self.days, self.customers, self.sessions) = (days, customers, sessions)
      (self.registered, self.standing) = (registered, standing)
    }
  }

  /// A booking that may be made, with everything settled.
  package struct Booked: Hashable, Sendable {
    package let guest: NewBooking.Guest
    package let service: Service
    package let slot: BookedSlot
    package let notes: String?
    package let settlement: Settlement
    package let overrideReason: String?
    /// Who is off the waiting list with it.
    package let waiting: WaitingID?
    /// To whose visit it is added.
    package let joins: BookingID?
    package let isWished: Bool

    package enum Settlement: Hashable, Sendable {
      case session(PaymentItemID)
      case sale(PaymentMethod)
      case unpaidSale
    }
  }

  /// - Returns: the bookings in the order asked for, or why none of them may be made.
  package static func book(
    _ wanted: [NewBooking], by person: Person, now: Moment, given demand: Demand
  ) -> Result<[Booked], Refusal> {
    Result { () throws(Refusal) in
      try checkAsking(wanted, by: person)
      for one in wanted { try checkDay(one.date, now: now) }
      try checkJoining(wanted, demand)
      var party = Party(person: person, now: now, demand: demand)
      guard wanted.count > 1 else { return [try party.book(wanted[0])] }
      let asked = party
      do throws(Refusal) {
        return try party.bookAll(wanted)
      } catch {
        guard error.code.yieldsToTime else { throw error }
        // No other starts are offered: one that suits one guest need not suit the others.
        throw Refusal(
          error.code, asked.sentence(for: wanted) ?? error.sentence,
          alternatives: asked.startsTogether(wanted))
      }
    }
  }

  /// What is added to a visit comes on its day.
  private static func checkJoining(_ wanted: [NewBooking], _ demand: Demand) throws(Refusal) {
    for one in wanted {
      guard let id = one.joins else { continue }
      guard let standing = demand.standing[id] else {
        throw Refusal(.noSuchBooking, "There is no booking \(id).")
      }
      guard standing.status.occupies else {
        throw Refusal(
          .noSuchChange, "\(standing.customer.name) is \(standing.status.word); book anew instead.")
      }
      guard standing.date == one.date else {
        throw Refusal(
          .noSuchChange,
          "A visit is on one day: that of \(standing.customer.name) is on \(standing.date.short).")
      }
    }
  }
}

/// What is booked in one order, one after the other: what one takes the next cannot have.
private struct Party {
  let person: Person
  let now: Moment
  let demand: Decision.Demand
  private var taken: [Booking] = []
  private var placings: [LocalDate: Placing] = [:]
  private var used: [PaymentItemID: Int] = [:]
  private var first: Customer?
  /// Who comes together, or has several treatments, is offered starts that do for all.
  private var isAlone = true

  init(person: Person, now: Moment, demand: Decision.Demand) {
    (self.person, self.now, self.demand) = (person, now, demand)
  }

  /// Those who begin together stay together; what comes after has a place of its own.
  mutating func bookAll(_ wanted: [NewBooking]) throws(Refusal) -> [Decision.Booked] {
    isAlone = false
    var booked: [Int: Decision.Booked] = [:]
    let starts = Dictionary(grouping: wanted.indices) { wanted[$0].start }
    let isSeries = wanted.contains { $0.date != wanted[0].date }
    for indices in starts.values.sorted(by: { $0[0] < $1[0] }) {
      do throws(Refusal) {
        let together =
          indices.count > 1
          ? try bookTogether(indices.map { wanted[$0] }) : [try book(wanted[indices[0]])]
        for (index, one) in zip(indices, together) { booked[index] = one }
      } catch {
        throw isSeries ? error.on(wanted[indices[0]].date) : error
      }
    }
    return wanted.indices.compactMap { booked[$0] }
  }

  /// In one room that has a bed for each; the smallest that does.
  private mutating func bookTogether(_ wanted: [NewBooking]) throws(Refusal) -> [Decision.Booked] {
    for room in try rooms(for: wanted) {
      var attempt = self
      do {
        var booked: [Decision.Booked] = []
        for one in wanted { booked.append(try attempt.book(one, in: room)) }
        self = attempt
        return booked
      } catch {
        // A refusal that no other room would change is the better answer; it is the same for every
        // room.
        guard error.isAboutBeds else { throw error }
      }
    }
    throw Refusal(.noBedFree, "No room with \(wanted.count) beds is free then.")
  }

  /// Who of them cannot, each in a sentence; nil where each could alone.
  func sentence(for wanted: [NewBooking]) -> String? {
    var sentences: [String] = []
    var isPastHours = false
    for one in wanted {
      var alone = self
      _ = try? alone.customer(of: wanted[0])
      do {
        _ = try alone.book(one)
      } catch {
        guard error.code.yieldsToTime, !error.isAboutBeds, !sentences.contains(error.sentence)
        else {
          continue
        }
        // The spa's hours are said once.
        if error.code == .outsideHours, isPastHours { continue }
        isPastHours = isPastHours || error.code == .outsideHours
        sentences.append(error.sentence)
      }
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// At most three other starts of that day at which all of them fit, the nearest first.
  func startsTogether(_ wanted: [NewBooking]) -> [TimeOfDay] {
    guard wanted.allSatisfy({ $0.date == wanted[0].date }),
      let day = demand.days[wanted[0].date]
    else { return [] }
    func distance(_ start: TimeOfDay) -> (Int, Int) {
      (abs((start - wanted[0].time).count), start.seconds)
    }
    var asked = self
    let openings = day.spa.openings(on: day.date)
    let starts = DaySchedule.starts(in: openings, lasting: day.grid, grid: day.grid)
    var found: [TimeOfDay] = []
    for start in starts.sorted(by: { distance($0) < distance($1) }) where start != wanted[0].time {
      let moved = wanted.map { one in
        var one = one
        one.time = one.time + (start - wanted[0].time)
        return one
      }
      guard moved.allSatisfy({ asked.mayFit($0) }) else { continue }
      var attempt = asked
      if (try? attempt.bookAll(moved)) != nil { found.append(start) }
      if found.count == 3 { break }
    }
    return found
  }

  /// False where it cannot be booked then, whoever comes along: the cheaper question.
  private mutating func mayFit(_ wanted: NewBooking) -> Bool {
    guard !wanted.overrideReason.isReason, let day = demand.days[wanted.date],
      let service = day.spa.services.first(where: { $0.id == wanted.service })
    else { return true }
    return placing(on: day).fits(
      Placing.Wanted(
        service: service, therapist: wanted.therapist, time: wanted.time,
        duration: wanted.duration, bed: wanted.bed))
  }

  /// The day with those who are booked in it already.
  private mutating func placing(on day: Availability) -> Placing {
    if let known = placings[day.date] { return known }
    var placing = Placing(day: day, now: now, person: person)
    for booking in taken { placing.take(booking) }
    placings[day.date] = placing
    return placing
  }

  private func rooms(for wanted: [NewBooking]) throws(Refusal) -> [RoomID] {
    guard let spa = demand.days[wanted[0].date]?.spa else { throw unknownDay(wanted[0].date) }
    let withBeds = spa.rooms.filter { room in
      room.isActive && spa.beds.count { $0.isActive && $0.room == room.id } >= wanted.count
    }
    return (withBeds + spa.seatRooms.filter { $0.capacity >= wanted.count }).sorted {
      ($0.capacity, $0.id) < ($1.capacity, $1.id)
    }.map(\.id)
  }

  mutating func book(_ wanted: NewBooking, in room: RoomID? = nil) throws(Refusal)
    -> Decision.Booked
  {
    guard let day = demand.days[wanted.date] else { throw unknownDay(wanted.date) }
    if day.spa.lacks.contains(where: { $0 != .hours }), let sentence = day.spa.sentenceOfLacks {
      throw Refusal(.noSuchService, sentence)
    }
    guard let service = day.spa.services.first(where: { $0.id == wanted.service }) else {
      throw Refusal(.noSuchService, "There is no service \(wanted.service).")
    }
    if Rights.scope(of: .book, for: person.role) == .own {
      try CustomersRules(day: day, now: now).check(wanted, service)
    }
    let customer = try customer(of: wanted)
    let asked = Placing.Wanted(
      service: service, therapist: wanted.therapist, time: wanted.time,
      duration: wanted.duration, bed: wanted.bed, room: room,
      overrideReason: wanted.overrideReason)
    var placing = placing(on: day)
    placing.offersOthers = isAlone
    let place = try placing.place(asked)
    let slot = BookedSlot(
      therapist: wanted.therapist, date: wanted.date, time: wanted.time,
      duration: asked.duration, place: place)
    let settlement = try settle(wanted, for: customer, service)
    take(provisional(customer, service, slot))
    return Decision.Booked(
      guest: wanted.customer, service: service, slot: slot, notes: wanted.notes,
      settlement: settlement, overrideReason: wanted.overrideReason, waiting: wanted.waiting,
      joins: wanted.joins, isWished: wanted.isWished)
  }

  private func unknownDay(_ date: LocalDate) -> Refusal {
    Refusal(.other, "The bookings of \(date.short) are not known here.")
  }

  /// A new customer has no number yet.
  private mutating func customer(of wanted: NewBooking) throws(Refusal) -> Customer {
    switch wanted.customer {
    case .known(let id):
      guard let found = demand.customers[id] else {
        throw Refusal(.noSuchCustomer, "There is no customer \(id).")
      }
      first = first ?? found
      return found
    case .new(let new):
      if let known = demand.registered[new] {
        throw Refusal(
          .customerExists, "\(known.name) has this phone number or e-mail already: book for them.")
      }
      if let family = new.family, demand.customers[family] == nil {
        throw Refusal(.noSuchCustomer, "There is no customer \(family) whose family this is.")
      }
      let customer = Customer(id: Self.unnumbered, name: new.name, phone: new.phone)
      first = first ?? customer
      return customer
    case .companion:
      guard let first = first ?? wanted.joins.flatMap({ demand.standing[$0]?.customer }) else {
        throw person.refusalOfNobody
      }
      return first
    }
  }

  private static let unnumbered: CustomerID = -1

  private mutating func settle(
    _ wanted: NewBooking, for customer: Customer, _ service: Service
  ) throws(Refusal) -> Decision.Booked.Settlement {
    let left = (demand.sessions[customer.id] ?? []).filter {
      $0.left - used[$0.item, default: 0] > 0
    }
    let settlement = try wanted.payment.settled(service, with: left)
    if case .session(let item) = settlement { used[item, default: 0] += 1 }
    return settlement
  }

  private mutating func take(_ booking: Booking) {
    taken.append(booking)
    for date in Array(placings.keys) { placings[date]?.take(booking) }
  }

  private func provisional(_ customer: Customer, _ service: Service, _ slot: BookedSlot)
    -> Booking
  {
    Booking(
      id: BookingID(-1 - Int64(taken.count)), version: 0,
      customer: customer, service: ServiceSummary(id: service.id, name: service.name),
      therapist: slot.therapist,
      date: slot.date, time: slot.time, duration: slot.duration, buffer: service.buffer,
      status: .scheduled, place: slot.place, paymentItem: -1)
  }
}

extension NewBooking {
  fileprivate var start: LocalMoment { LocalMoment(date: date, time: time) }
}

extension Refusal {
  fileprivate var isAboutBeds: Bool { code == .noBedFree || code == .bedBusy }
}
