import BookingDomain

/// One order, from "was it answered before?" to the answer that is remembered, inside one
/// transaction of whatever store.
package struct CommandTransaction<Ledger: OrderLedger> {
  let command: Command
  let person: Person
  let now: Moment
  let policy: Decision.Policy
  let ledger: Ledger

  package init(
    command: Command, person: Person, now: Moment, policy: Decision.Policy = Decision.Policy(),
    ledger: Ledger
  ) {
    self.command = command
    self.person = person
    self.now = now
    self.policy = policy
    self.ledger = ledger
  }

  package func answer() throws -> CommandAnswer {
    // In one order, so that two orders never wait for each other.
    for booking in try concerned().sorted() { try ledger.lock(booking) }
    if let first = try firstAnswer() {
      return CommandAnswer(
        result: first.result, current: try first.booking.flatMap(ledger.booking), isReplayed: true)
    }
    let (booking, result) = try carryOut()
    let entry = OrderLedgerEntry(
      order: .init(command, by: person), booking: booking, result: result)
    try ledger.remember(entry, under: command.id, at: now.instant)
    return CommandAnswer(result: result, current: try booking.flatMap(ledger.booking))
  }

  /// Standing bookings that may change, as far as this person may know of them: nobody holds up
  /// what is not theirs to see. What a swap is undone with is looked up before anything is
  /// held, and once more when it is.
  private func concerned() throws -> [BookingID] {
    let named = try command.order.bookings.filter(mayConcern)
    guard case .change(.undo, let id, _) = command.order,
      let other = try ledger.booking(id)?.lastChange?.kind.swappedWith
    else { return named }
    return named + [other]
  }

  /// Staff with a right to every booking are not asked for each, which would be one more reading.
  private func mayConcern(_ id: BookingID) throws -> Bool {
    guard Rights.scope(of: .seeBookings, for: person.role) != .all else { return true }
    return try ledger.booking(id).map { Visibility.maySee($0, person) } ?? false
  }

  /// Nil for an order that was not answered before. An id that was used for another order, or by
  /// somebody else, is refused: what the first one was told is not theirs to hear.
  private func firstAnswer() throws -> OrderLedgerEntry? {
    guard let found = try ledger.answered(command.id) else { return nil }
    let order = OrderLedgerEntry.Order(command, by: person)
    guard found.order != order else { return found }
    let refusal = Refusal(
      .malformed, "This request id was used for another order; each needs its own.")
    return OrderLedgerEntry(order: order, booking: command.booking, result: .refused(refusal))
  }

  private func carryOut() throws -> (BookingID?, CommandAnswer.Result) {
    do {
      if let refusal = Decision.refusal(ofAsking: command.order, by: person) { throw refusal }
      switch command.order {
      case .change(let change, let booking, let seen):
        return (booking, try self.change(change, of: booking, seen: seen))
      case .book(let wanted):
        try checkAge()
        return try book(wanted)
      case .swap(let first, let second, let seen, let otherSeen):
        return (first, try swap(first, second, seen, otherSeen))
      case .block(let block):
        try checkAge()
        return (nil, try self.block(block))
      case .unblock(let block):
        try checkAge()
        return (nil, try unblock(block))
      case .wait(let guest):
        try checkAge()
        return (nil, try wait(guest))
      case .stopWaiting(let guest):
        try checkAge()
        return (nil, try stopWaiting(guest))
      }
    } catch let refusal as Refusal {
      return (command.booking, .refused(refusal))
    }
  }

  private func change(_ change: Change, of id: BookingID, seen: Sight) throws
    -> CommandAnswer.Result
  {
    let booking = try standing(id, seen)
    // Nothing is held or read for whoever may not do it anyway.
    if let refusal = Decision.refusal(ofAsking: change, on: booking, by: person) { throw refusal }
    let outcome = try Decision.decide(
      change, on: booking, by: person, now: now,
      given: try ledger.surroundings(of: booking, for: change).under(policy)
    ).get()
    guard let half = outcome.otherHalf else {
      return try ledger.write(outcome, of: change, on: booking, by: person, now: now)
    }
    return try ledger.write(
      undoOfSwap: (booking, outcome.booking), (half.before, half.after), by: person, now: now)
  }

  private func book(_ wanted: [NewBooking]) throws -> (BookingID?, CommandAnswer.Result) {
    try checkNewcomers(wanted)
    let demand = try ledger.demand(of: wanted)
    let booked = try Decision.book(wanted, by: person, now: now, given: demand).get()
    return try ledger.make(booked, by: person, now: now)
  }

  /// Two who are new with this order must not be one to the register: it would take the first and
  /// refuse the second.
  private func checkNewcomers(_ wanted: [NewBooking]) throws {
    var phones: Set<PhoneKey> = []
    var emails: Set<String> = []
    for case .new(let customer) in wanted.map(\.customer) {
      let isFirst =
        phones.insert(PhoneKey(customer.phone)).inserted
        && customer.email.map { emails.insert($0.lowercased()).inserted } ?? true
      guard isFirst else {
        throw Refusal(
          .customerExists,
          "Two new guests cannot have one phone number or e-mail; \(customer.name) needs another, "
            + "or comes as the first one's companion.")
      }
    }
  }

  private func swap(_ a: BookingID, _ b: BookingID, _ seen: Sight, _ otherSeen: Sight) throws
    -> CommandAnswer.Result
  {
    let first = try standing(a, seen)
    let second = try standing(b, otherSeen)
    let (outcome, other) = try Decision.swap(
      first, second, by: person, now: now, given: try ledger.days([first.date, second.date])
    ).get()
    return try ledger.write(
      swap: (first, outcome.booking), (second, other.booking), by: person, now: now)
  }

  private func block(_ block: NewBlock) throws -> CommandAnswer.Result {
    let day = try ledger.days([block.date])[block.date]
    guard let day else { throw StoreFailure(.refused, "\(block.date) cannot be read.") }
    if let refusal = Decision.refusal(of: block, by: person, now: now, given: day) { throw refusal }
    return try ledger.add(block, by: person, now: now)
  }

  private func unblock(_ id: BlockID) throws -> CommandAnswer.Result {
    let block = try ledger.block(id)
    if let refusal = Decision.refusal(ofFreeing: block, id: id, by: person) { throw refusal }
    guard let block else { throw StoreFailure(.refused, "Block \(id) cannot be read.") }
    return try ledger.remove(block, by: person, now: now)
  }

  private func wait(_ guest: NewWaiting) throws -> CommandAnswer.Result {
    let refusal = Decision.refusal(
      of: guest, isKnown: try ledger.isKnown(guest.customer), by: person, now: now,
      given: try ledger.spa())
    if let refusal { throw refusal }
    return try ledger.add(guest, by: person, now: now)
  }

  private func stopWaiting(_ id: WaitingID) throws -> CommandAnswer.Result {
    let guest = try ledger.waitingGuest(id)
    if let refusal = Decision.refusal(ofEnding: guest, id: id, by: person) { throw refusal }
    guard let guest else { throw StoreFailure(.refused, "Guest \(id) cannot be read.") }
    return try ledger.remove(guest, by: person, now: now)
  }

  /// The booking as it is, if the person may know of it and saw it like this.
  private func standing(_ id: BookingID, _ seen: Sight) throws -> Booking {
    guard let booking = try ledger.booking(id), Visibility.maySee(booking, person) else {
      throw Refusal(.noSuchBooking, "There is no booking \(id).")
    }
    try checkAge(about: booking)
    if let refusal = Staleness(now: now).changed(booking, since: seen) { throw refusal }
    return booking
  }

  private func checkAge(about booking: Booking? = nil) throws {
    if let refusal = Staleness(now: now).tooOld(command, about: booking) { throw refusal }
  }
}

extension Order {
  /// Standing bookings that it is about.
  fileprivate var bookings: [BookingID] {
    switch self {
    case .change(_, let booking, _): [booking]
    case .swap(let first, let second, _, _): [first, second]
    case .book, .block, .unblock, .wait, .stopWaiting: []
    }
  }
}
