import BookingDomain
import BookingStore

extension SimulatedLedger {
  func make(_ booked: [Decision.Booked], by person: Person, now: Moment) throws
    -> (booking: BookingID, written: Written)
  {
    let author = SimulatedAuthor(person: person, at: now.instant)
    var made: (booking: BookingID, written: Written)?
    var party: Customer?
    var numbers: [BookingID] = []
    for one in booked {
      let joined = one.joins.flatMap { books.bookings[$0]?.customer }
      let customer = try customer(one.guest, of: party ?? joined, by: author)
      party = party ?? customer
      let booking = book(one, for: customer, by: author)
      numbers.append(booking)
      made = made ?? (booking, Written(seq: books.end, version: 1))
      if let guest = one.waiting.flatMap(waitingGuest) { _ = remove(guest, by: person, now: now) }
    }
    guard let made else { throw StoreFailure(.unusable, "An order to book nothing was decided.") }
    link(booked, numbers, by: author)
    return made
  }

  /// Nobody has read these bookings yet, so that their visit or series needs no event of its own.
  private func link(
    _ booked: [Decision.Booked], _ numbers: [BookingID], by author: SimulatedAuthor
  ) {
    let links = booked.links(numbers) { self.books.bookings[$0] }
    for (number, link) in zip(numbers, links) {
      books.bookings[number]?.visit = link.visit
      books.bookings[number]?.series = link.series
    }
    for id in Set(booked.compactMap(\.joins)).sorted() {
      guard let standing = books.bookings[id], standing.visit == nil else { continue }
      var onVisit = standing
      onVisit.visit = VisitID(id.number)
      books.write(onVisit, over: standing, .updated, by: author)
    }
  }

  private func customer(
    _ guest: NewBooking.Guest, of party: Customer?, by author: SimulatedAuthor
  ) throws -> Customer {
    let found: Customer?
    switch guest {
    case .known(let id): found = books.register.customers[id]
    case .companion: found = party
    case .new(let new):
      let customer = Customer(
        id: CustomerID(books.nextNumber()), name: new.name,
        phone: new.phone.map(PhoneText.compact)
          ?? new.family.flatMap { books.register.customers[$0]?.phone })
      books.register.holders[customer.id] = new.family
      books.register(customer, email: new.email)
      books.append(
        .customerChanged(customer.id), booking: nil, version: 0,
        audience: BookingEvent.Audience(customer: customer.id), by: author)
      found = customer
    }
    guard let found else { throw StoreFailure(.unusable, "A booking for nobody was decided.") }
    return found
  }

  private func book(_ booked: Decision.Booked, for customer: Customer, by author: SimulatedAuthor)
    -> BookingID
  {
    let service = ServiceSummary(id: booked.service.id, name: booked.service.name)
    let item = item(booked.settlement, service, for: customer.id, by: author)
    books.register.apply(.taken, to: item)
    let id = BookingID(books.nextNumber())
    books.note(.created, of: id, by: author, reason: booked.overrideReason)
    books.write(
      Booking(
        id: id, version: 1, customer: customer, service: service,
        therapist: booked.slot.therapist, date: booked.slot.date, time: booked.slot.time,
        duration: booked.slot.duration, buffer: booked.service.buffer, status: .scheduled,
        place: booked.slot.place, paymentItem: item,
        wish: booked.isWished ? booked.slot.therapist : nil, notes: booked.notes),
      over: nil, .created, by: author)
    return id
  }

  func item(
    _ settlement: Decision.Booked.Settlement, _ service: ServiceSummary,
    for customer: CustomerID, by author: SimulatedAuthor
  ) -> PaymentItemID {
    if case .session(let item) = settlement { return item }
    let standing = settlement.standing ?? PaymentStanding(.pending, .cash)
    let number = books.nextNumber()
    let price = books.spa.services.first { $0.id == service.id }?.price
    books.sell(
      PaymentItemID(number), sessions: 1, taken: 0, to: customer, of: service, at: author.at,
      for: price ?? .zero, standing: standing)
    guard standing.status == .paid else { return PaymentItemID(number) }
    books.append(
      .paymentCompleted(paymentID: number, customer: customer), booking: nil, version: 0,
      audience: BookingEvent.Audience(customer: customer), by: author)
    return PaymentItemID(number)
  }
}
