import BookingDomain
import BookingStore

/// One transaction on a copy of the books. The steps are those of the real drivers
/// (`CommandTransaction`); only rows and triggers are simulated.
final class SimulatedLedger: OrderLedger {
  var books: SimulatedBooks

  init(_ books: SimulatedBooks) { self.books = books }

  /// Nothing is locked, since only one transaction writes at a time.
  func lock(_ booking: BookingID) {}

  func booking(_ id: BookingID) -> Booking? { books.bookings[id] }

  func answered(_ id: RequestID) -> OrderLedgerEntry? { books.requests[id]?.entry }

  func remember(_ entry: OrderLedgerEntry, under id: RequestID, at now: Timestamp) {
    books.requests[id] = SimulatedBooks.Remembered(entry: entry, at: now)
  }
}

// MARK: - What has to be known

extension SimulatedLedger {
  func linked(to booking: Booking) -> [Booking] {
    books.bookings.values.filter {
      $0.id != booking.id
        && ($0.visit != nil && $0.visit == booking.visit || $0.isOfSeries(with: booking))
    }.sorted { $0.id < $1.id }
  }

  func lock(_ changes: [(Change, of: Booking)]) {}

  func surroundings(of booking: Booking, for change: Change) -> Decision.Surroundings {
    var found = Decision.Surroundings(
      neighbours: books.around(booking.date).filter {
        ($0.date == booking.date || $0.status == .inProgress)
          && ($0.therapist == booking.therapist
            || ($0.place.bed != nil && $0.place.bed == booking.place.bed)
            || $0.isOnVisit(with: booking))
      },
      sessionsLeft: books.register.sold[booking.paymentItem]?.left,
      hours: books.spa.hours[booking.date.weekday], days: days(change.days(of: booking)),
      otherHalf: otherHalf(of: booking.lastChange))
    if case .changeService = change {
      found.sessions = books.register.sessions(of: booking.customer.id)
    }
    guard change == .undo else { return found }
    if case .service(let exchange)? = booking.lastChange?.kind {
      let former = books.register.sold[exchange.item]
      found.former = Decision.FormerItem(sessionsLeft: former?.left, payment: former?.payment)
    }
    found.isItemOfOthersToo = books.bookings.values.contains {
      $0.paymentItem == booking.paymentItem && $0.id != booking.id
    }
    return found
  }

  private func otherHalf(of swap: BookingChange?) -> Decision.OtherHalf {
    guard let id = swap?.kind.swappedWith else { return .unknown }
    guard let other = books.bookings[id] else { return .gone }
    let lastMove = books.history[id]?.last { $0.undoneAt == nil && $0.change.kind.isMove }
    return .standing(other, lastMove: lastMove?.change)
  }

  func lockedPayment(of booking: Booking) -> BookingPayment? {
    books.bookings[booking.id]?.payment
  }

  func days(_ dates: Set<LocalDate>, for therapists: Set<UserID>) -> [LocalDate: Availability] {
    days(dates)
  }

  private func days(_ dates: Set<LocalDate>) -> [LocalDate: Availability] {
    Dictionary(
      uniqueKeysWithValues: dates.map {
        (
          $0,
          Availability(
            spa: books.spa, date: $0, bookings: books.around($0),
            blocks: DaySchedule.around($0).flatMap(books.blocks))
        )
      })
  }

  func demand(of wanted: [NewBooking]) -> Decision.Demand {
    var known: [CustomerID: Customer] = [:]
    var registered: [NewCustomer: Customer] = [:]
    var standing: [BookingID: Booking] = [:]
    for one in wanted {
      if let joins = one.joins { standing[joins] = books.bookings[joins] }
      switch one.customer {
      case .known(let id): known[id] = books.register.customers[id]
      case .new(let customer):
        registered[customer] = owner(ofNumbersOf: customer)
        if let family = customer.family { known[family] = books.register.customers[family] }
      case .companion: break
      }
    }
    return Decision.Demand(
      days: days(Set(wanted.map(\.date))), customers: known,
      sessions: known.mapValues { books.register.sessions(of: $0.id) }, registered: registered,
      standing: standing)
  }

  private func owner(ofNumbersOf new: NewCustomer) -> Customer? {
    books.register.customers.values.filter { customer in
      books.register.own(customer).flatMap { own in
        new.phone.map { PhoneKey(own) == PhoneKey($0) }
      } ?? false
        || new.email.map { books.register.has(customer.id, email: $0) } ?? false
    }.min { $0.id < $1.id }
  }
}

// MARK: - Writing

extension SimulatedLedger {
  func write(
    _ outcome: Decision.Outcome, of change: Change, on booking: Booking, by person: Person,
    now: Moment
  ) -> Written {
    let author = SimulatedAuthor(person: person, at: now.instant)
    if let recorded = outcome.recorded {
      books.note(recorded.kind, of: booking.id, by: author, reason: change.reason)
    } else {
      takeBackNewest(of: booking.id, by: author)
    }
    if let exchange = outcome.exchange {
      return write(outcome.booking, over: booking, exchange, by: author)
    }
    let after = outcome.booking
    if let payment = after.payment, payment != booking.payment {
      settle(payment, of: booking, by: author)
    }
    let kind: BookingEvent.Kind =
      after.status == booking.status
      ? .updated : .statusChanged(from: booking.status, to: after.status)
    books.write(after, over: booking, kind, by: author)
    books.register.apply(outcome.session, to: booking.paymentItem)
    return Written(seq: books.end, version: books.versions[booking.id] ?? 0)
  }

  private func settle(
    _ payment: BookingPayment, of booking: Booking, by author: SimulatedAuthor
  ) {
    books.register.sold[booking.paymentItem]?.payment = payment
    guard payment.standing.status == .paid else { return }
    books.append(
      .paymentCompleted(paymentID: payment.number, customer: booking.customer.id), booking: nil,
      version: 0, audience: BookingEvent.Audience(customer: booking.customer.id), by: author)
  }

  private func takeBackNewest(
    of booking: BookingID, by author: SimulatedAuthor,
    where isMeant: (BookingChange.Kind) -> Bool = { _ in true }
  ) {
    let place = books.history[booking]?.lastIndex {
      $0.undoneAt == nil && isMeant($0.change.kind)
    }
    guard let place, let entry = books.history[booking]?[place] else { return }
    let undone = books.bookings[booking].flatMap(entry.change.kind.undone(from:))
    books.history[booking]?[place] = HistoryEntry(
      change: entry.change, reason: entry.reason, undoneAt: author.at,
      undoneByName: author.person?.name, undone: undone)
  }

  func write(
    swap first: BeforeAndAfter, _ second: BeforeAndAfter, by person: Person, now: Moment
  ) -> Written {
    let author = SimulatedAuthor(person: person, at: now.instant)
    for (half, other) in [(second, first), (first, second)] {
      books.note(
        .swapped(from: half.before.slot, with: other.before.id), of: half.before.id, by: author)
    }
    return changePlaces(first, second, by: author)
  }

  func write(
    undoOfSwap first: BeforeAndAfter, _ second: BeforeAndAfter, by person: Person, now: Moment
  ) -> Written {
    let author = SimulatedAuthor(person: person, at: now.instant)
    for (half, other) in [(second, first), (first, second)] {
      takeBackNewest(of: half.before.id, by: author) { $0.swappedWith == other.before.id }
    }
    return changePlaces(first, second, by: author)
  }

  private func changePlaces(
    _ first: BeforeAndAfter, _ second: BeforeAndAfter, by author: SimulatedAuthor
  ) -> Written {
    for half in [second, first] {
      books.write(half.after, over: half.before, .updated, by: author)
    }
    return Written(seq: books.end, version: books.versions[first.before.id] ?? 0)
  }

  func block(_ id: BlockID) -> Block? { books.blocks[id] }

  func add(_ block: NewBlock, by person: Person, now: Moment) -> Written {
    books.keepHouse(until: now.instant)
    let id = BlockID(books.nextNumber())
    books.blocks[id] = Block(
      id: id, therapist: block.therapist, date: block.date, time: block.time,
      duration: block.duration, reason: block.reason, byName: person.name)
    return append(.blocks(of: block.therapist, on: block.date), by: person, now: now)
  }

  func remove(_ block: Block, by person: Person, now: Moment) -> Written {
    books.keepHouse(until: now.instant)
    books.blocks[block.id] = nil
    return append(.blocks(of: block.therapist, on: block.date), by: person, now: now)
  }

  func timesOff(touching days: ClosedRange<LocalDate>) -> [TimeOff] {
    books.timesOff.values.filter { $0.days.overlaps(days) }.sorted { $0.id < $1.id }
  }

  func timeOff(_ id: TimeOffID) -> TimeOff? { books.timesOff[id] }

  func add(_ timeOff: NewTimeOff, by person: Person, now: Moment) -> Written {
    books.keepHouse(until: now.instant)
    let id = TimeOffID(books.nextNumber())
    books.timesOff[id] = TimeOff(
      id: id, therapist: timeOff.therapist, days: timeOff.days, reason: timeOff.reason,
      byName: person.name)
    return appendEvents(of: timeOff, by: person, now: now)
  }

  func remove(_ timeOff: TimeOff, by person: Person, now: Moment) -> Written {
    books.keepHouse(until: now.instant)
    books.timesOff[timeOff.id] = nil
    return appendEvents(of: NewTimeOff(timeOff), by: person, now: now)
  }

  private func appendEvents(of timeOff: NewTimeOff, by person: Person, now: Moment) -> Written {
    let whose = timeOff.therapist.map { [$0] } ?? books.spa.therapists.map(\.id)
    for date in timeOff.days {
      for therapist in whose {
        _ = append(.blocks(of: therapist, on: date), by: person, now: now)
      }
    }
    return Written(seq: books.end)
  }

  func spa(for wanted: NewShifts) -> Spa { books.spa }

  func set(_ wanted: NewShifts, instead: NewShifts, by person: Person, now: Moment) -> Written {
    var hours = books.spa.shifts[wanted.therapist] ?? WorkingHours()
    for day in wanted.days { hours.set(day) }
    books.keepHouse(until: now.instant)
    books.spa.shifts[wanted.therapist] = hours.isEmpty ? nil : hours
    return append(.schedule(of: wanted.therapist), by: person, now: now)
  }

  func append(_ news: OwnTableChange, by person: Person, now: Moment) -> Written {
    let kind: BookingEvent.Kind =
      switch news {
      case .blocks(let therapist, _): .blocksChanged(therapist)
      case .schedule(let therapist): .therapistScheduleUpdated(therapist)
      case .waiting: .waitingChanged
      case .tasks: .tasksChanged
      case .guest(let id): .customerChanged(id)
      }
    books.append(
      kind, booking: nil, version: 0,
      audience: BookingEvent.Audience(
        customer: news.guest, therapist: news.therapist, date: news.date),
      by: SimulatedAuthor(person: person, at: now.instant))
    return Written(seq: books.end)
  }
}

// MARK: - The waiting list

extension SimulatedLedger {
  func spa() -> Spa { books.spa }

  func isKnown(_ customer: CustomerID) -> Bool { books.register.customers[customer] != nil }

  func waitingGuest(_ id: WaitingID) -> WaitingGuest? { books.waiting[id] }

  func waiting(on date: LocalDate) -> [WaitingGuest] {
    books.waiting.values.filter { $0.date == date }.sorted { ($0.since, $0.id) < ($1.since, $1.id) }
  }

  func add(_ guest: NewWaiting, by person: Person, now: Moment) throws -> Written {
    let service = books.spa.services.first { $0.id == guest.service }
    guard let customer = books.register.customers[guest.customer], let service else {
      throw StoreFailure(.unusable, "Nobody was decided to wait.")
    }
    let id = WaitingID(books.nextNumber())
    books.waiting[id] = WaitingGuest(
      id: id, customer: customer, service: ServiceSummary(id: service.id, name: service.name),
      therapist: guest.therapist, date: guest.date, from: guest.from, until: guest.until,
      note: guest.note, byName: person.name, since: now.instant)
    return append(.waiting(on: guest.date), by: person, now: now)
  }

  func remove(_ guest: WaitingGuest, by person: Person, now: Moment) -> Written {
    books.waiting[guest.id] = nil
    return append(.waiting(on: guest.date), by: person, now: now)
  }
}

extension BookingChange.Kind {
  fileprivate var isMove: Bool {
    switch self {
    case .moved, .swapped: true
    case .created, .status, .arrival, .notes, .payment, .called, .service, .wished: false
    }
  }
}
