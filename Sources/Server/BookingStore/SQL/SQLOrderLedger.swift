import BookingDomain

/// An order's transaction in an SQL database. Each statement in it reads what was committed last.
package struct SQLOrderLedger<Connection: OrderConnection>: OrderLedger {
  let db: Connection

  package init(_ db: Connection) { self.db = db }

  package func lock(_ booking: BookingID) throws { try db.lock(booking) }

  package func booking(_ id: BookingID) throws -> Booking? { try BookingRows.one(id, db) }

  package func answered(_ id: RequestID) throws -> OrderLedgerEntry? {
    try RequestLog(db: db).entry(of: id)
  }

  package func remember(_ entry: OrderLedgerEntry, under id: RequestID, at now: Timestamp) throws {
    try RequestLog(db: db).remember(entry, under: id, at: now)
  }
}

// MARK: - What a decision needs to know

extension SQLOrderLedger {
  package func linked(to booking: Booking) throws -> [Booking] {
    try VisitRows.linked(to: booking, db)
  }

  package func lock(_ changes: [(Change, of: Booking)]) throws {
    let claims = changes.filter { !$0.0.isAboutItsBookingAlone }.map {
      Claim.all(for: $0.0, of: $0.of)
    }
    try db.lock(claims.reduce(into: []) { $0.formUnion($1) })
  }

  package func surroundings(of booking: Booking, for change: Change) throws
    -> Decision.Surroundings
  {
    guard !change.isAboutItsBookingAlone else { return Decision.Surroundings(neighbours: []) }
    var sessions: [PaidSessions] = []
    var claims = Claim.all(for: change, of: booking)
    if case .changeService = change {
      sessions = try CustomerRows(db: db).sessions(of: [booking.customer.id])[
        booking.customer.id, default: []]
      claims.formUnion(sessions.map { .item($0.item) })
    }
    try db.lock(claims)
    let slots = [booking.slot, change.target(of: booking)].compactMap(\.self)
    let therapists = Set(slots.map(\.therapist))
    let beds = Set(slots.compactMap(\.place.bed))
    // What is in progress has to be compared with whatever else is in progress, on any bed; an undo
    // may move two bookings.
    let goesOn = booking.status == .inProgress
    var found = Decision.Surroundings(
      neighbours: try BookingRows.neighbours(of: booking, db),
      sessionsLeft: try SessionUsage(item: booking.paymentItem, db: db).left(),
      hours: try SpaRows.hours(db)[booking.date.weekday],
      days: try read(change.days(of: booking)) { other in
        therapists.contains(other.therapist) || other.place.bed.map(beds.contains) ?? false
          || goesOn && other.status == .inProgress || change == .undo
      },
      otherHalf: change == .undo ? try otherHalf(of: booking.lastChange) : .unknown)
    if case .changeService = change {
      found.sessions = try locked(sessions, of: booking.customer.id)
    }
    guard change == .undo else { return found }
    switch booking.lastChange?.kind {
    case .service(let exchange): found.former = try lockedFormerItem(exchange.item)
    case .created: found.isItemOfOthersToo = try isItemOfOthersToo(booking)
    default: break
    }
    return found
  }

  private func isItemOfOthersToo(_ booking: Booking) throws -> Bool {
    try db.row(
      "SELECT 1 AS one FROM bookings WHERE payment_item_id = ? AND booking_id <> ? LIMIT 1",
      [.integer(booking.paymentItem.number), .integer(booking.id.number)]) != nil
  }

  /// Locks these sessions and reads them again: they may have been used before they were locked.
  /// Sessions that were sold since the first reading are not locked, so that this order must not
  /// use them.
  private func locked(_ sessions: [PaidSessions], of customer: CustomerID) throws -> [PaidSessions]
  {
    let items = Set(sessions.map(\.item))
    try db.lock(sessionsOf: items.sorted())
    return try CustomerRows(db: db).sessions(of: [customer])[customer, default: []]
      .filter { items.contains($0.item) }
  }

  /// Locks and reads what a booking was paid with before its present treatment.
  private func lockedFormerItem(_ item: PaymentItemID) throws -> Decision.FormerItem {
    try db.lock(sessionsOf: [item])
    if let number = try PaymentRows.of(item, db)?.number { try db.lock(payment: number) }
    return Decision.FormerItem(
      sessionsLeft: try SessionUsage(item: item, db: db).left(),
      payment: try PaymentRows.of(item, db))
  }

  private func otherHalf(of swap: BookingChange?) throws -> Decision.OtherHalf {
    guard let id = swap?.kind.swappedWith else { return .unknown }
    try db.lock(id)
    guard let other = try booking(id) else { return .gone }
    return .standing(other, lastMove: try HistoryRows.lastMove(of: id, db))
  }

  package func lockedPayment(of booking: Booking) throws -> BookingPayment? {
    if let payment = booking.payment { try db.lock(payment: payment.number) }
    return try self.booking(booking.id)?.payment
  }

  package func days(_ dates: Set<LocalDate>, for therapists: Set<UserID>) throws
    -> [LocalDate: Availability]
  {
    try db.lock(Claim.days(dates))
    return try read(dates) { therapists.contains($0.therapist) }
  }

  private func read(_ dates: Set<LocalDate>, whole isWhole: (Booking) -> Bool) throws
    -> [LocalDate: Availability]
  {
    var days: [LocalDate: Availability] = [:]
    for date in dates {
      let bookings = try BookingRows.touching(date, whole: isWhole, db)
      let spa = try SpaRows.fetch(db, for: bookings, shiftsOn: date - 1...date + 1)
      days[date] = Availability(
        spa: spa, date: date, bookings: bookings,
        blocks: try BlockRows.around(date, in: spa, db))
    }
    return days
  }

  package func demand(of wanted: [NewBooking]) throws -> Decision.Demand {
    let known = wanted.compactMap(\.customer.known)
    let new = wanted.compactMap(\.customer.new)
    let family = new.compactMap(\.family)
    let dates = Set(wanted.map(\.date))
    let therapists = Set(wanted.map(\.therapist))
    try db.lock(
      Claim.days(dates).union(
        known.map(Claim.customer) + new.compactMap(\.phone).map { .phone(PhoneKey($0)) }))
    let register = CustomerRows(db: db)
    var sessions = try register.sessions(of: known)
    try db.lock(sessionsOf: sessions.values.flatMap { $0.map(\.item) }.sorted())
    // They are read again: sessions may have been used before they were locked.
    sessions = try register.sessions(of: known)
    var registered: [NewCustomer: Customer] = [:]
    for customer in new { registered[customer] = try register.registered(customer) }
    return Decision.Demand(
      days: try read(dates) { therapists.contains($0.therapist) },
      customers: try register.customers(known + family), sessions: sessions,
      registered: registered, standing: try standing(joinedBy: wanted))
  }
}

extension SQLOrderLedger {
  private func standing(joinedBy wanted: [NewBooking]) throws -> [BookingID: Booking] {
    let joined = Set(wanted.compactMap(\.joins)).sorted()
    guard !joined.isEmpty else { return [:] }
    return Dictionary(
      try BookingRows.some(joined, db).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

// MARK: - Writing

extension SQLOrderLedger {
  package func write(
    _ outcome: Decision.Outcome, of change: Change, on booking: Booking, by person: Person,
    now: Moment
  ) throws -> Written {
    try BookingWriting(before: booking, outcome: outcome, person: person, now: now, db: db)
      .write(change)
  }

  package func write(
    swap first: BeforeAndAfter, _ second: BeforeAndAfter, by person: Person, now: Moment
  ) throws -> Written {
    try SwapWriting(first: first, second: second, person: person, now: now, db: db).write()
  }

  package func write(
    undoOfSwap first: BeforeAndAfter, _ second: BeforeAndAfter, by person: Person, now: Moment
  ) throws -> Written {
    try SwapWriting(first: first, second: second, person: person, now: now, db: db).takeBack()
  }

  package func make(_ booked: [Decision.Booked], by person: Person, now: Moment) throws
    -> (booking: BookingID, written: Written)
  {
    try BookingMaking(author: Author(person, at: now.instant), now: now, db: db).make(booked)
  }

  package func block(_ id: BlockID) throws -> Block? { try BlockRows.one(id, db) }

  package func add(_ block: NewBlock, by person: Person, now: Moment) throws
    -> Written
  {
    let author = Author(person, at: now.instant)
    try db.writing(as: author) { try BlockRows.add(block, by: author, db) }
    try note(block, isMade: true, by: author)
    let seq = try db.appendEvent(.blocks(of: block.therapist, on: block.date), by: author)
    return Written(seq: seq)
  }

  package func remove(_ block: Block, by person: Person, now: Moment) throws
    -> Written
  {
    let author = Author(person, at: now.instant)
    try db.writing(as: author) { try BlockRows.remove(block.id, db) }
    try note(NewBlock(block), isMade: false, by: author)
    let seq = try db.appendEvent(.blocks(of: block.therapist, on: block.date), by: author)
    return Written(seq: seq)
  }

  /// Writes it into the house's history, which keeps it when its row is gone.
  private func note(_ block: NewBlock, isMade: Bool, by author: Author) throws {
    let name = try spa().therapists.first { $0.id == block.therapist }?.name ?? "a therapist"
    try HouseChangeRows.add(
      block.words(of: name, isMade), by: author.person.name, at: author.at, db)
  }
}

// MARK: - Time off

extension SQLOrderLedger {
  package func timesOff(touching days: ClosedRange<LocalDate>) throws -> [TimeOff] {
    try db.lock(Claim.days(days))
    return try TimeOffRows.touching(days, db)
  }

  package func timeOff(_ id: TimeOffID) throws -> TimeOff? { try TimeOffRows.one(id, db) }

  package func add(_ wanted: NewTimeOff, by person: Person, now: Moment) throws -> Written {
    let author = Author(person, at: now.instant)
    try db.writing(as: author) { try TimeOffRows.add(wanted, by: author, db) }
    return try appendEvents(of: wanted, isMade: true, by: author)
  }

  package func remove(_ timeOff: TimeOff, by person: Person, now: Moment) throws -> Written {
    let author = Author(person, at: now.instant)
    try db.writing(as: author) { try TimeOffRows.remove(timeOff.id, db) }
    return try appendEvents(of: NewTimeOff(timeOff), isMade: false, by: author)
  }

  /// Appends an event for every day of every therapist, and writes one line into the house's
  /// history.
  private func appendEvents(of timeOff: NewTimeOff, isMade: Bool, by author: Author) throws
    -> Written
  {
    let spa = try spa()
    let whose = spa.therapists.filter { (timeOff.therapist ?? $0.id) == $0.id }
    let name = whose.first?.name ?? "a therapist"
    try HouseChangeRows.add(
      timeOff.words(of: name, isMade), by: author.person.name, at: author.at, db)
    let ids = timeOff.therapist.map { [$0] } ?? whose.map(\.id)
    let news = timeOff.days.flatMap { date in ids.map { OwnTableChange.blocks(of: $0, on: date) } }
    return Written(seq: try db.appendEvents(news, by: author))
  }
}

// MARK: - Shifts

extension SQLOrderLedger {
  package func spa(for wanted: NewShifts) throws -> Spa {
    try db.lock(Claim.all(for: wanted))
    let dates = wanted.days.compactMap { if case .on(let date) = $0.day { date } else { nil } }
    return try spa(hoursSince: dates.min() ?? .last)
  }

  /// Writes one line into the house's history, with the hours before.
  package func set(_ wanted: NewShifts, instead of: NewShifts, by person: Person, now: Moment)
    throws -> Written
  {
    let author = Author(person, at: now.instant)
    try db.writing(as: author) { try ShiftRows.set(wanted, by: author, db) }
    let name = try spa().therapists.first { $0.id == wanted.therapist }?.name ?? "a therapist"
    try HouseChangeRows.add(
      wanted.words(of: name, insteadOf: of), by: person.name, at: now.instant, db)
    return Written(seq: try db.appendEvent(.schedule(of: wanted.therapist), by: author))
  }
}

// MARK: - The waiting list

extension SQLOrderLedger {
  /// The therapists, services, rooms and beds; shifts of single days are left out.
  package func spa() throws -> Spa { try spa(hoursSince: .last) }

  private func spa(hoursSince: LocalDate) throws -> Spa {
    try SpaRows.fetch(db, shiftsOn: hoursSince...LocalDate.last)
  }

  package func isKnown(_ customer: CustomerID) throws -> Bool {
    try CustomerRows(db: db).customers([customer])[customer] != nil
  }

  package func waitingGuest(_ id: WaitingID) throws -> WaitingGuest? {
    try WaitingRows.one(id, db)
  }

  package func waiting(on date: LocalDate) throws -> [WaitingGuest] {
    try WaitingRows.ofDay(date, db)
  }

  package func add(_ guest: NewWaiting, by person: Person, now: Moment) throws
    -> Written
  {
    let author = Author(person, at: now.instant)
    try WaitingRows.add(guest, by: author, db)
    return Written(seq: try db.appendEvent(.waiting(on: guest.date), by: author))
  }

  package func remove(_ guest: WaitingGuest, by person: Person, now: Moment) throws
    -> Written
  {
    try WaitingRows.remove(guest.id, db)
    let author = Author(person, at: now.instant)
    return Written(seq: try db.appendEvent(.waiting(on: guest.date), by: author))
  }
}

// MARK: - Guests and tasks

extension SQLOrderLedger {
  package func record(of guest: CustomerID, for change: GuestChange) throws -> GuestRecord? {
    var claims: Set<Claim> = [.customer(guest)]
    if change.fact == .phone { claims.insert(.phone(PhoneKey(change.text))) }
    try db.lock(claims)
    try db.lock(guest)
    return try GuestRows.record(of: guest, db)
  }

  package func owner(of change: GuestChange, besides guest: CustomerID) throws -> Customer? {
    guard !change.text.isEmpty else { return nil }
    let register = CustomerRows(db: db)
    return switch change.fact {
    case .phone: try register.owner(ofPhone: change.text, besides: guest)
    case .email: try register.owner(ofEmail: change.text, besides: guest)
    case .name, .alert, .preferences: nil
    }
  }

  package func write(_ change: GuestChange, of record: GuestRecord, by person: Person, now: Moment)
    throws -> Written
  {
    let author = Author(person, at: now.instant)
    try GuestRows.write(change, of: record, by: author, db)
    return Written(seq: try db.appendEvent(.guest(record.id), by: author))
  }

  package func tasks() throws -> [DeskTask] { try TaskRows.all(db) }

  package func task(_ id: TaskID) throws -> DeskTask? {
    try db.lock([.tasks])
    return try TaskRows.one(id, db)
  }

  package func add(_ task: NewTask, by person: Person, now: Moment) throws -> Written {
    let author = Author(person, at: now.instant)
    try TaskRows.add(task, by: author, db)
    return Written(seq: try db.appendEvent(.tasks, by: author))
  }

  package func mark(_ task: DeskTask, as mark: TaskMark, by person: Person, now: Moment) throws
    -> Written
  {
    let author = Author(person, at: now.instant)
    try TaskRows.mark(task.id, as: mark, by: author, db)
    return Written(seq: try db.appendEvent(.tasks, by: author))
  }
}

extension NewBooking.Guest {
  fileprivate var known: CustomerID? {
    if case .known(let id) = self { id } else { nil }
  }

  fileprivate var new: NewCustomer? {
    if case .new(let customer) = self { customer } else { nil }
  }
}
