import BookingDomain

/// Decides about one order on what stands in the books. It cannot write.
struct OrderDecision<Ledger: OrderReading> {
  let command: Command
  let person: Person
  let now: Moment
  let policy: Decision.Policy
  let ledger: Ledger

  /// - Throws: the `Refusal` that it comes to, else what the store throws.
  func decided() throws -> DecidedOrder {
    if let refusal = Decision.refusal(ofAsking: command.order, by: person) { throw refusal }
    switch command.order {
    case .change(let change, let booking, let seen): return try decided(change, booking, seen)
    case .changeTogether(let parts):
      return try together(
        parts.map { ($0.change, of: try standing($0.booking, $0.seen)) })
    case .takeBack(let booking, let seen): return try takeBack(booking, seen)
    case .swap(let first, let second, let seen, let otherSeen):
      return try swap(first, second, seen, otherSeen)
    case .book(let wanted):
      try checkAge()
      return .bookings(try book(wanted))
    case .block(let block):
      try checkAge()
      return .block(try self.block(block))
    case .unblock(let block):
      try checkAge()
      return .unblock(try unblock(block))
    case .takeOff(let wanted):
      try checkAge()
      return .takeOff(try takeOff(wanted))
    case .endTimeOff(let id):
      try checkAge()
      return .endTimeOff(try endTimeOff(id))
    case .setShifts(let wanted):
      try checkAge()
      return try setShifts(wanted)
    case .wait(let guest):
      try checkAge()
      return .wait(try wait(guest))
    case .stopWaiting(let guest):
      try checkAge()
      return .stopWaiting(try stopWaiting(guest))
    case .guest(let change, let guest):
      try checkAge()
      return .guest(change, of: try record(of: guest, for: change))
    case .addTask(let task):
      try checkAge()
      let open = try ledger.tasks().count(where: \.isOpen)
      if let refusal = Decision.refusal(of: task, beside: open, by: person) { throw refusal }
      return .addTask(task)
    case .markTask(let id, let mark):
      try checkAge()
      let task = try ledger.task(id)
      let refusal = Decision.refusal(ofMarking: task, id, as: mark, by: person)
      return .mark(try allowed(task, unless: refusal, "Task \(id)"), as: mark)
    }
  }

  private func decided(_ change: Change, _ id: BookingID, _ seen: Sight) throws -> DecidedOrder {
    var booking = try standing(id, seen, for: change)
    // Nothing is locked or read for whoever may not do it anyway.
    if let refusal = Decision.refusal(ofAsking: change, on: booking, by: person) { throw refusal }
    booking = try locked(booking, for: change)
    try checkWish(change)
    let outcome = try Decision.decide(
      change, on: booking, by: person, now: now,
      given: try ledger.surroundings(of: booking, for: change).under(policy)
    ).get()
    if case .new(let settlement, let service)? = outcome.exchange?.taken {
      try checkPrice(settlement, of: service)
    }
    guard let half = outcome.otherHalf else { return .change(change, of: booking, outcome) }
    return .undoOfSwap((booking, outcome.booking), (half.before, half.after))
  }

  private func checkWish(_ change: Change) throws {
    guard case .wish(let therapist?) = change,
      try !ledger.spa().therapists.contains(where: { $0.id == therapist })
    else { return }
    throw Refusal(.noSuchTherapist, "There is no therapist \(therapist).")
  }

  /// Where the change is about the payment, nobody else changes that until the order is done.
  private func locked(_ booking: Booking, for change: Change) throws -> Booking {
    guard change.settles(booking) else { return booking }
    var booking = booking
    booking.payment = try ledger.lockedPayment(of: booking)
    return booking
  }

  /// Takes back a booking's last change, and what the same order did to other bookings. The other
  /// booking of a swap is found by the rules themselves.
  private func takeBack(_ id: BookingID, _ seen: Sight) throws -> DecidedOrder {
    let booking = try standing(id, seen)
    let others = try goingBack(with: booking)
    guard !others.isEmpty else { return try decided(.undo, id, seen) }
    return try together(([booking] + others).map { (.undo, of: $0) })
  }

  private func goingBack(with booking: Booking) throws -> [Booking] {
    guard booking.lastChange?.kind.swappedWith == nil else { return [] }
    let others = try ledger.linked(to: booking).filter { $0.wasLastChanged(with: booking) }
    guard case .payment? = booking.lastChange?.kind else { return others }
    // A payment goes back once, for all that it pays for.
    var payments: Set<Int64?> = [booking.payment?.number]
    return others.filter { payments.insert($0.payment?.number).inserted }
  }

  private func together(_ changes: [(Change, of: Booking)]) throws -> DecidedOrder {
    for (change, booking) in changes {
      if let refusal = Decision.refusal(ofAsking: change, on: booking, by: person) { throw refusal }
    }
    for (change, _) in changes { try checkWish(change) }
    try ledger.lock(changes)
    let changes = try changes.map { ($0, of: try locked($1, for: $0)) }
    let parts = try changes.map { change, booking in
      Decision.Part(
        change, of: booking,
        given: try ledger.surroundings(of: booking, for: change).under(policy))
    }
    return .together(
      try Decision.decide(together: parts, by: person, now: now).get(), about: changes[0].of.id)
  }

  private func swap(_ a: BookingID, _ b: BookingID, _ seen: Sight, _ otherSeen: Sight) throws
    -> DecidedOrder
  {
    let first = try standing(a, seen)
    let second = try standing(b, otherSeen)
    try Decision.checkSwappable(first, second, by: person)
    let (outcome, other) = try Decision.swap(
      first, second, by: person, now: now,
      given: try ledger.days(
        [first.date, second.date], for: [first.therapist, second.therapist])
    ).get()
    return .swap((first, outcome.booking), (second, other.booking))
  }

  private func book(_ wanted: [NewBooking]) throws -> [Decision.Booked] {
    try checkNewcomers(wanted)
    let demand = try ledger.demand(of: wanted)
    let booked = try Decision.book(wanted, by: person, now: now, given: demand).get()
    for one in booked { try checkPrice(one.settlement, of: one.service) }
    return booked
  }

  private func checkPrice(_ settlement: Decision.Booked.Settlement, of service: Service) throws {
    guard settlement.standing != nil else { return }
    guard let price = service.price, price.hundredths > 0 else {
      throw Refusal(.noSuchService, "\(service.name) has no price, so that it cannot be sold.")
    }
  }

  /// Two guests who are new with this order must not share a number or an e-mail: the register
  /// would take the first and refuse the second.
  private func checkNewcomers(_ wanted: [NewBooking]) throws {
    var phones: Set<PhoneKey> = []
    var emails: Set<String> = []
    for case .new(let customer) in wanted.map(\.customer) {
      let isFirst =
        customer.phone.map { phones.insert(PhoneKey($0)).inserted } ?? true
        && customer.email.map { emails.insert($0.lowercased()).inserted } ?? true
      guard isFirst else {
        throw Refusal(
          .customerExists,
          "Two new guests cannot have one phone number or e-mail; \(customer.name) needs another, "
            + "or comes as the first one's companion.")
      }
    }
  }

  private func record(of guest: CustomerID, for change: GuestChange) throws -> GuestRecord {
    let record = try ledger.record(of: guest, for: change)
    let owner = try ledger.owner(of: change, besides: guest)
    return try allowed(
      record,
      unless: Decision.refusal(of: change, on: record, of: guest, owner: owner, by: person),
      "Customer \(guest)")
  }

  private func block(_ block: NewBlock) throws -> NewBlock {
    let day = try ledger.days([block.date], for: [block.therapist])[block.date]
    guard let day else { throw StoreFailure(.refused, "\(block.date.short) cannot be read.") }
    if let refusal = Decision.refusal(of: block, by: person, now: now, given: day) { throw refusal }
    return block
  }

  private func unblock(_ id: BlockID) throws -> Block {
    let block = try ledger.block(id)
    return try allowed(
      block, unless: Decision.refusal(ofFreeing: block, id: id, by: person), "Block \(id)")
  }

  private func takeOff(_ wanted: NewTimeOff) throws -> NewTimeOff {
    let refusal = Decision.refusal(
      of: wanted, beside: try ledger.timesOff(touching: wanted.days), by: person, now: now,
      in: try ledger.spa())
    if let refusal { throw refusal }
    return wanted
  }

  private func endTimeOff(_ id: TimeOffID) throws -> TimeOff {
    let timeOff = try ledger.timeOff(id)
    return try allowed(
      timeOff, unless: Decision.refusal(ofEnding: timeOff, id: id, by: person), "Time off \(id)")
  }

  private func setShifts(_ wanted: NewShifts) throws -> DecidedOrder {
    let spa = try ledger.spa(for: wanted)
    if let refusal = Decision.refusal(of: wanted, by: person, now: now, in: spa) { throw refusal }
    return .setShifts(
      wanted, instead: wanted.back(to: spa.shifts[wanted.therapist] ?? WorkingHours()))
  }

  private func wait(_ guest: NewWaiting) throws -> NewWaiting {
    let refusal = Decision.refusal(
      of: guest, isKnown: try ledger.isKnown(guest.customer),
      beside: try ledger.waiting(on: guest.date), by: person, now: now, given: try ledger.spa())
    if let refusal { throw refusal }
    return guest
  }

  private func stopWaiting(_ id: WaitingID) throws -> WaitingGuest {
    let guest = try ledger.waitingGuest(id)
    return try allowed(
      guest, unless: Decision.refusal(ofEnding: guest, id: id, by: person), "Guest \(id)")
  }

  /// What is there and may be taken away. What is not there is refused by the rules.
  private func allowed<Found>(_ found: Found?, unless refusal: Refusal?, _ what: String) throws
    -> Found
  {
    if let refusal { throw refusal }
    guard let found else { throw StoreFailure(.refused, "\(what) cannot be read.") }
    return found
  }

  /// The booking as it is, if the person may know of it and saw it like this.
  private func standing(_ id: BookingID, _ seen: Sight, for change: Change? = nil) throws
    -> Booking
  {
    guard let booking = try ledger.booking(id), Visibility.maySee(booking, person) else {
      throw Refusal(.noSuchBooking, "There is no booking \(id).")
    }
    try checkAge(about: booking)
    // Whoever takes money for what is paid already is told that first, whatever else has changed.
    if case .takePayment = change, booking.payment?.isOpen == false { return booking }
    if let refusal = Staleness(now: now).changed(booking, since: seen) { throw refusal }
    return booking
  }

  private func checkAge(about booking: Booking? = nil) throws {
    if let refusal = Staleness(now: now).tooOld(command, about: booking) { throw refusal }
  }
}
