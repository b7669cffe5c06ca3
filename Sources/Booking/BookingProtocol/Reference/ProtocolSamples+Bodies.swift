import BookingDomain

extension ProtocolSamples {
  /// The body of a request or an answer beside the messages.
  package struct Body: Sendable {
    package let name: String
    package let bytes: [UInt8]

    init(_ name: String, _ bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
  }

  package static let bodies = [
    Body("login-request", LoginCoding.encode(loginRequest)),
    Body("login-answer", LoginCoding.encode(loginAnswer)),
    Body("customers", RegisterCoding.encode([card])),
    Body("customer", RegisterCoding.encode(customerFile)),
    Body("history", RegisterCoding.encode([entry, rewritten])),
    Body("changes", RegisterCoding.encode([dayChange])),
    Body("takings", TakingsCoding.encode(takings)),
    Body("past", RegisterCoding.encode(past)),
    Body("unscheduled", RegisterCoding.encode([unscheduled])),
    Body("free", DaysCoding.encode([FreeStart(date: date, time: nine, therapist: 789)])),
    Body(
      "fullness",
      DaysCoding.encode([
        DayFullness(
          date: date, bookings: 3, bookedMinutes: 210, openMinutes: 600, closed: nil,
          ahead: [789: 2]),
        DayFullness(
          date: date + 1, bookings: 0, bookedMinutes: 0, openMinutes: 0, closed: "Tết", ahead: [:]),
      ])),
    Body("house-asked", HouseCoding.encode("users off an@example.org")),
    Body(
      "house-password-asked", HouseCoding.encode("users password an@example.org", password: "demo")),
    Body("house-changes", HouseCoding.encode([houseChange])),
    Body("house", HouseCoding.encode(housePage)),
    Body("health", OperationCoding.encode(health)),
    Body("alive", OperationCoding.alive),
    Body("refusal", OperationCoding.encode(refusal: refusal)),
  ]

  package static let refusal = "Ask for a date, as in date=2026-11-22."
  package static let health = ServerHealth(
    status: .waiting, isDatabaseAvailable: true,
    cause: "Another program keeps the database for itself.",
    orders: .init(waiting: 2, longestSeconds: 5), connections: 12, position: position,
    readers: .init(acknowledging: 3, furthestBehind: 7))
  package static let loginRequest = LoginRequest(email: "an@example.org", password: "demo")
  package static let loginAnswer = LoginAnswer(
    token: "dG9rZW4", person: Person(id: .user(1), role: .receptionist, name: "An"),
    expiresAt: instant)
  package static let houseChange = HouseChange(
    at: instant, byName: "Binh", what: "an@example.org logs in no more.")
  package static let housePage = HousePage(
    title: "Users", tables: [.init(["E-MAIL", "NAME"], [["an@example.org", "An"]])],
    done: "an@example.org logs in no more.")
  package static let takings = DayTakings(
    date: date,
    lines: [
      .init(
        method: .cash, isDesk: true, taken: .init(count: 3, sum: Money(hundredths: 144_000_000)),
        paidBack: .init(count: 1, sum: Money(hundredths: 48_000_000)))
    ], unpaid: .init(count: 3, sum: Money(hundredths: 96_000_000), unreadable: 1))
  package static let past = DayPast(
    date: date, lives: [DayPast.Life(booking: sparse, history: [entry])],
    house: HousePast(
      since: instant,
      pictures: [
        HousePast.Picture(
          until: instant, house: DayHouse(spa, blocks: [dayOff, block], on: date),
          done: ["Mai unblocked \(NewBlock(block).words): lunch"])
      ]))
  package static let sessions = PaidSessions(
    item: 9, service: service, total: 10, left: 3, paidAt: instant)
  package static let card = CustomerCard(
    customer: customer, email: "anh@example.org", notes: "Alert: nuts", sessions: [sessions],
    lastVisit: date, nextVisit: date + 7,
    past: GuestPast(
      visits: [visit(on: date)], next: visit(on: date + 7), missed: 1,
      cancellations: [
        GuestPast.Cancellation(start: LocalMoment(date: date - 7, time: nine), at: instant)
      ]),
    family: "Đặng Lan")
  private static func visit(on date: LocalDate) -> GuestPast.Visit {
    GuestPast.Visit(
      service: service, slot: HeldSlot(therapist: 789, date: date, time: nine, duration: 60))
  }
  package static let customerFile = CustomerFile(
    card: card, bookings: [sparse],
    record: [
      GuestChangeEntry(fact: .alert, before: "", after: "Nuts", byName: "An", at: instant)
    ])
  package static let unscheduled = UnscheduledSessions(customer: customer, sessions: sessions)
  package static let dayChange = DayChange(
    booking: 123, guest: customer.name, therapist: 789, time: nine, entry: entry)
  package static let entry = HistoryEntry(
    change: BookingChange(
      kind: .moved(from: booking.slot), by: .user(1), byName: "An", at: instant),
    reason: "The guest insists", undoneAt: instant, undoneByName: "Binh",
    undone: .slot(booking.slot))
  /// Of notes that were taken back.
  package static let rewritten = HistoryEntry(
    change: BookingChange(kind: .notes(from: nil), by: .user(1), byName: "An", at: instant),
    reason: nil, undoneAt: instant, undoneByName: "Binh", undone: .notes("Window"))
}
