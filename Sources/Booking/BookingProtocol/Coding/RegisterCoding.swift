import BookingDomain

/// The answers to questions about the register and the history, to and from JSON.
package enum RegisterCoding {
  package static func encode(_ cards: [CustomerCard]) -> [UInt8] {
    Wire.bytes([WireCustomer](cards))
  }

  package static func cards(_ bytes: some Collection<UInt8>) throws(MessageProblem)
    -> [CustomerCard]
  {
    try Wire.value([WireCustomer].self, from: bytes).values()
  }

  package static func encode(_ file: CustomerFile) -> [UInt8] { Wire.bytes(WireFile(file)) }

  package static func file(_ bytes: some Collection<UInt8>) throws(MessageProblem) -> CustomerFile {
    try Wire.value(WireFile.self, from: bytes).value()
  }

  package static func encode(_ history: [HistoryEntry]) -> [UInt8] {
    Wire.bytes([WireHistoryEntry](history))
  }

  package static func history(_ bytes: some Collection<UInt8>) throws(MessageProblem)
    -> [HistoryEntry]
  {
    try Wire.value([WireHistoryEntry].self, from: bytes).values()
  }

  package static func encode(_ changes: [DayChange]) -> [UInt8] {
    Wire.bytes([WireDayChange](changes))
  }

  package static func changes(_ bytes: some Collection<UInt8>) throws(MessageProblem)
    -> [DayChange]
  {
    try Wire.value([WireDayChange].self, from: bytes).values()
  }

  package static func encode(_ past: DayPast) -> [UInt8] { Wire.bytes(WireDayPast(past)) }

  package static func past(_ bytes: some Collection<UInt8>) throws(MessageProblem) -> DayPast {
    try Wire.value(WireDayPast.self, from: bytes).value()
  }

  package static func encode(_ list: [UnscheduledSessions]) -> [UInt8] {
    Wire.bytes([WireUnscheduled](list))
  }

  package static func unscheduled(_ bytes: some Collection<UInt8>) throws(MessageProblem)
    -> [UnscheduledSessions]
  {
    try Wire.value([WireUnscheduled].self, from: bytes).values()
  }
}

private struct WireFile: WireForm {
  let customer: WireCustomer
  let bookings: [WireBooking]
  /// Nil is none.
  let record: [WireGuestChange]?

  init(_ file: CustomerFile) {
    customer = WireCustomer(file.card)
    bookings = [WireBooking](file.bookings)
    record = [WireGuestChange](ifAny: file.record)
  }

  func value() throws(MessageProblem) -> CustomerFile {
    CustomerFile(
      card: try customer.value(), bookings: try bookings.values(),
      record: try record?.values() ?? [])
  }
}

private struct WireCustomer: WireForm {
  let customerId: Int64
  let name: String
  let phone, alert, preferences: String?
  let email: String?
  let notes: String?
  let sessions: [WireSessions]
  let lastVisit, nextVisit: String?
  /// Nil from a server that does not say.
  let past: WirePast?
  let family: String?

  init(_ card: CustomerCard) {
    (customerId, name, phone, alert, preferences) = Wire.fields(of: card.customer)
    (email, notes) = (card.email, card.notes)
    sessions = [WireSessions](card.sessions)
    lastVisit = card.lastVisit?.description
    nextVisit = card.nextVisit?.description
    past = WirePast(card.past)
    family = card.family
  }

  func value() throws(MessageProblem) -> CustomerCard {
    CustomerCard(
      customer: Wire.guest(customerId, name, phone, alert, preferences), email: email,
      notes: notes, sessions: try sessions.values(),
      lastVisit: try Wire.date(ifAny: lastVisit, "lastVisit"),
      nextVisit: try Wire.date(ifAny: nextVisit, "nextVisit"),
      past: try past?.value() ?? GuestPast(), family: family)
  }
}

private struct WireSessions: WireForm, ServiceFields {
  let paymentItemId: Int64
  let serviceId: Int64
  let serviceName: String
  let total, left: WireCount
  let paidAt: String?

  init(_ sessions: PaidSessions) {
    paymentItemId = sessions.item.number
    (serviceId, serviceName) = Wire.fields(of: sessions.service)
    total = WireCount(sessions.total)
    left = WireCount(sessions.left)
    paidAt = sessions.paidAt?.description
  }

  func value() throws(MessageProblem) -> PaidSessions {
    PaidSessions(
      item: PaymentItemID(paymentItemId), service: service, total: total.int, left: left.int,
      paidAt: try Wire.timestamp(ifAny: paidAt, "paidAt"))
  }
}

private struct WireUnscheduled: WireForm {
  let customerId: Int64
  let name: String
  let phone, alert, preferences: String?
  let sessions: WireSessions

  init(_ line: UnscheduledSessions) {
    (customerId, name, phone, alert, preferences) = Wire.fields(of: line.customer)
    sessions = WireSessions(line.sessions)
  }

  func value() throws(MessageProblem) -> UnscheduledSessions {
    UnscheduledSessions(
      customer: Wire.guest(customerId, name, phone, alert, preferences),
      sessions: try sessions.value())
  }
}

private struct WireHistoryEntry: WireForm {
  let change: WireChange
  let reason: String?
  let undoneAt, undoneByName: String?
  /// Where a move that was taken back had led to, and notes what had been written.
  var undoneSlot: WireSlot?
  var undoneNotes: String?

  init(_ entry: HistoryEntry) {
    change = WireChange(entry.change)
    reason = entry.reason
    undoneAt = entry.undoneAt?.description
    undoneByName = entry.undoneByName
    switch entry.undone {
    case .slot(let slot): undoneSlot = WireSlot(slot)
    // Notes that were taken back to nothing and those that nobody knows are told apart.
    case .notes(let notes): undoneNotes = notes ?? ""
    case nil: break
    }
  }

  /// Nil for a kind of change that only a newer server knows.
  func value() throws(MessageProblem) -> HistoryEntry? {
    guard let change = try change.value() else { return nil }
    return HistoryEntry(
      change: change, reason: reason,
      undoneAt: try Wire.timestamp(ifAny: undoneAt, "undoneAt"), undoneByName: undoneByName,
      undone: try undone())
  }

  private func undone() throws(MessageProblem) -> HistoryEntry.Undone? {
    if let undoneSlot { return .slot(try undoneSlot.value()) }
    return undoneNotes.map { .notes($0.isEmpty ? nil : $0) }
  }
}

private struct WireDayChange: WireForm {
  let bookingId, therapistId: Int64
  let customerName: String
  let appointmentTime: String
  let entry: WireHistoryEntry

  init(_ change: DayChange) {
    bookingId = change.booking.number
    customerName = change.guest
    therapistId = change.therapist.number
    appointmentTime = change.time.description
    entry = WireHistoryEntry(change.entry)
  }

  /// Nil for a kind of change that only a newer server knows.
  func value() throws(MessageProblem) -> DayChange? {
    guard let entry = try entry.value() else { return nil }
    return DayChange(
      booking: BookingID(bookingId), guest: customerName, therapist: UserID(therapistId),
      time: try Wire.appointmentTime(appointmentTime), entry: entry)
  }
}

private struct WireDayPast: WireForm {
  let date: String
  let bookings: [WireLife]
  /// Missing where the server does not know it.
  let house: WireHousePast?

  init(_ past: DayPast) {
    date = past.date.description
    bookings = [WireLife](past.lives)
    house = past.house.since.map { WireHousePast(past.house, since: $0) }
  }

  func value() throws(MessageProblem) -> DayPast {
    let date = try Wire.date(date, "date")
    return DayPast(
      date: date,
      lives: try bookings.values(),
      house: try house?.past(of: date) ?? .unknown)
  }
}

private struct WireHousePast: Codable {
  struct Picture: Codable {
    let until: String
    /// Without services.
    let spa: WireSpa
    let blocks: [WireBlock]
    let done: [String]

    init(_ picture: HousePast.Picture) {
      until = picture.until.description
      spa = WireSpa(picture.house.spa)
      blocks = [WireBlock](picture.house.blocks)
      done = picture.done
    }

    func picture(of date: LocalDate) throws(MessageProblem) -> HousePast.Picture {
      HousePast.Picture(
        until: try Wire.timestamp(until, "until"),
        house: DayHouse(try spa.value(), blocks: try blocks.values(), on: date), done: done)
    }
  }

  let since: String
  /// The oldest first.
  let pictures: [Picture]

  init(_ past: HousePast, since: Timestamp) {
    self.since = since.description
    pictures = past.pictures.map(Picture.init)
  }

  func past(of date: LocalDate) throws(MessageProblem) -> HousePast {
    HousePast(
      since: try Wire.timestamp(since, "since"),
      pictures: try pictures.read { (wire) throws(MessageProblem) in try wire.picture(of: date) })
  }
}

private struct WireLife: WireForm {
  let booking: WireBooking
  let history: [WireHistoryEntry]

  init(_ life: DayPast.Life) {
    booking = WireBooking(life.booking)
    history = [WireHistoryEntry](life.history)
  }

  func value() throws(MessageProblem) -> DayPast.Life {
    DayPast.Life(
      booking: try booking.value(), history: try history.values())
  }
}
