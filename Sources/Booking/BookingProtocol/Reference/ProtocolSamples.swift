import BookingDomain

/// One sample of everything on the wire, with the numbers of the guide's samples. The reference
/// prints them, and the pinned files of the tests hold their bytes: what is printed is what is sent.
package enum ProtocolSamples {
  package static let instant = Timestamp(milliseconds: 1_705_314_600_000)
  package static let date = LocalDate(dayNumber: 19_737)
  package static let position = LogPosition(epoch: "6f1c2b7a", seq: 41)

  private static let nine = TimeOfDay(hour: 9)
  private static let customer = Customer(
    id: 456, name: "Đặng Thị Ánh", phone: "0901234567", alert: "Nuts",
    preferences: "Low pressure")
  private static let service = ServiceSummary(id: 5, name: "Swedish Massage")

  package static let booking = Booking(
    id: 123, version: 3, customer: customer, service: service, therapist: 789, date: date,
    time: TimeOfDay(hour: 14, minute: 30), duration: 60, buffer: 10, status: .confirmed,
    place: Place(room: 1, roomName: "Lotus", bed: 2, bedName: "B"), paymentItem: 9,
    price: Money("480000.50"),
    payment: BookingPayment(
      number: 88, standing: PaymentStanding(.paid, .creditCard), sum: Money(hundredths: 51_840_054),
      sessions: 1, paidAt: instant, isDeskSale: true), visit: 123, series: 123, wish: 790,
    notes: "Prefers low pressure",
    arrivedAt: instant,
    startedAt: instant, endedAt: instant, cancellationReason: "ill",
    call: CallMark(outcome: .notReached, note: "Engaged", byName: "An", at: instant),
    lastChange: BookingChange(
      kind: .status(from: .scheduled, to: .confirmed), by: .user(1), byName: "An", at: instant))

  /// Everything that may be missing, missing.
  package static let sparse = Booking(
    id: 124, version: 1, customer: Customer(id: 1, name: "Guest"), service: service,
    therapist: 789, date: date, time: nine, duration: 60, buffer: 0, status: .noShow,
    place: Place(room: 1, roomName: "Lotus"), paymentItem: 9)

  private static let swapped: Booking = {
    var changed = booking
    changed.lastChange = BookingChange(
      kind: .swapped(from: booking.slot, with: 125), by: .customer(456), byName: "", at: instant)
    return changed
  }()

  private static let paid: Booking = {
    var changed = sparse
    changed.lastChange = BookingChange(
      kind: .payment(from: PaymentStanding(.pending, .cash), to: PaymentStanding(.paid, .momo)),
      by: .user(1), byName: "An", at: instant)
    return changed
  }()

  private static let noted: Booking = {
    var changed = sparse
    changed.lastChange = BookingChange(
      kind: .notes(from: "Window"), by: .user(1), byName: "An", at: instant)
    changed.unreadable = [UnreadableValue(.status, "EXPIRED")]
    return changed
  }()

  private static let called: Booking = {
    var changed = sparse
    changed.lastChange = BookingChange(
      kind: .called(.calling), by: .user(1), byName: "An", at: instant)
    return changed
  }()

  private static let wished: Booking = {
    var changed = sparse
    changed.lastChange = BookingChange(
      kind: .wished(from: 789, to: 790), by: .user(1), byName: "An", at: instant)
    return changed
  }()

  private static let exchanged: Booking = {
    var changed = sparse
    changed.lastChange = BookingChange(
      kind: .service(
        ServiceExchange(
          from: service, to: ServiceSummary(id: 6, name: "Thai Massage"), slot: booking.slot,
          item: 9, left: PaymentStanding(.paid, .cash), sold: PaymentStanding(.pending, .cash))),
      by: .user(1), byName: "An", at: instant)
    return changed
  }()

  private static let policy: Decision.Policy = {
    var policy = Decision.Policy()
    policy.lateCancellation = 120
    policy.lateCancellationKeepsSession = true
    return policy
  }()

  package static let spa = Spa(
    name: "Sen Spa",
    therapists: [
      Therapist(id: 789, name: "Mai", serviceType: 1, state: .available),
      Therapist(id: 790, name: "Linh", serviceType: nil, state: .onLeave),
    ],
    services: [
      Service(
        id: 5, name: "Swedish Massage", type: 1, duration: 60, buffer: 10, isActive: true,
        isBookableOnline: false, price: Money("480000.00"), charge: Money("528000.00"))
    ],
    rooms: [Room(id: 1, name: "Lotus", capacity: 2, isActive: true)],
    beds: [Bed(id: 2, room: 1, name: "B", isActive: true)],
    hours: [.monday: BusinessHours(open: nine, close: TimeOfDay(hour: 2))],
    shifts: [
      789: WorkingHours([
        .every(.monday): [Shift(from: TimeOfDay(hour: 13), until: TimeOfDay(hour: 2))],
        .every(.saturday): [],
      ]),
      790: WorkingHours([:], doubtful: [.every(.monday), .on(date)], isAnyDayInDoubt: true),
    ])

  private static let block = Block(
    id: 7, therapist: 789, date: date, time: TimeOfDay(hour: 12), duration: 30, reason: "lunch",
    byName: "An")

  private static let dayOff = TimeOff(
    id: 3, therapist: 789, days: date - 1...date + 8, reason: "leave", byName: "An"
  ).block(of: 789, on: date, hours: spa.hours)

  private static let waiting = WaitingGuest(
    id: 8, customer: customer, service: service, therapist: 789, date: date, from: nine,
    until: TimeOfDay(hour: 12), note: "any day", byName: "An", since: instant)

  private static let tasks = [
    DeskTask(
      id: 9, text: "Order oil", date: date, time: nine, byName: "An", at: instant,
      done: DeskTask.Done(byName: "Binh", at: instant)),
    DeskTask(id: 10, text: "Keys", date: nil, time: nil, byName: "An", at: instant),
  ]
}

// MARK: - From clients

extension ProtocolSamples {
  package struct Client: Sendable {
    /// What tells it from other samples of its type; empty for the only one.
    package let name: String
    package let type: ClientMessageType
    package let message: ClientMessage

    package var bytes: [UInt8] {
      ClientCoding.encode(
        ClientEnvelope(message, id: request?.text), timestamp: ProtocolSamples.instant)
    }
  }

  /// The example of RFC 9562, A.3.
  package static let request = RequestID("919108f7-52d1-4320-9bac-f847db4148a8")

  private static let parts = [
    Order.Part(
      .changeStatus(to: .cancelled, reason: "ill"), of: 123,
      seen: Sight(status: .confirmed, version: 3)),
    Order.Part(
      .move(
        Move(
          therapist: 790, date: date, time: nine, duration: 75, bed: 2,
          overrideReason: "The guest insists")), of: 124, seen: Sight()),
    Order.Part(.writeNotes("Prefers low pressure"), of: 125, seen: Sight()),
  ]

  package static let client: [Client] = [
    Client(.authenticate, .authenticate(token: "dG9rZW4")),
    Client(
      .subscribeBookingUpdates,
      .subscribeBookingUpdates(.init(from: date, to: date + 1, after: position))),
    Client(
      .subscribeTherapistSchedule, .subscribeTherapistSchedule(therapist: 789, date: date)),
    Client(
      .requestAvailability, .requestAvailability(service: 5, therapist: 789, date: date)),
    Client(.createBooking, "paid", order(.book([paidBooking]))),
    Client(.createBooking, "couple", order(.book([newCustomersBooking, companionsBooking]))),
    Client(.createBooking, "joining", order(.book([joiningBooking]))),
    Client(.createBooking, "family", order(.book([familyBooking]))),
    Client(
      .updateBookingStatus,
      change(.changeStatus(to: .cancelled, reason: "ill"))),
    Client(.markArrived, change(.markArrived)),
    Client(
      .moveBooking,
      change(
        .move(
          Move(
            therapist: 790, date: date, time: nine, duration: 75, bed: 2,
            overrideReason: "The guest insists")))),
    Client(
      .swapBookings,
      order(
        .swap(
          123, with: 124, seen: Sight(status: .confirmed, version: 3),
          otherSeen: Sight(status: .scheduled, version: 8)))),
    Client(.changeBookings, order(.changeTogether(parts))),
    Client(.writeNotes, change(.writeNotes("Prefers low pressure"))),
    Client(
      .changeService,
      change(
        .changeService(
          ServiceChange(
            to: 6, therapist: 790, duration: 90, payment: .paidSessionOrSale(.cash),
            overrideReason: "The guest insists")))),
    Client(.takePayment, change(.takePayment(.cash))),
    Client(.undo, change(.undo)),
    Client(
      .undo, "together",
      order(.takeBack(123, seen: Sight(status: .confirmed, version: 3)))),
    Client(
      .blockTime,
      order(
        .block(
          NewBlock(
            therapist: 789, date: date, time: TimeOfDay(hour: 12), duration: 30, reason: "lunch")))
    ),
    Client(.unblockTime, order(.unblock(7))),
    Client(
      .takeTimeOff, "leave",
      order(.takeOff(NewTimeOff(therapist: 789, days: date...date + 9, reason: "leave")))),
    Client(
      .takeTimeOff, "holiday",
      order(.takeOff(NewTimeOff(therapist: nil, days: date...date, reason: "Tết")))),
    Client(.endTimeOff, order(.endTimeOff(3))),
    Client(
      .setShifts,
      order(
        .setShifts(
          NewShifts(
            therapist: 789,
            days: [
              DayShifts(
                .every(.monday),
                [
                  Shift(from: nine, until: TimeOfDay(hour: 12)),
                  Shift(from: TimeOfDay(hour: 15), until: TimeOfDay(hour: 20)),
                ]), DayShifts(.every(.saturday), []), DayShifts(.on(date), nil),
            ])))),
    Client(
      .addWaiting,
      order(
        .wait(
          NewWaiting(
            customer: 456, service: 5, therapist: 789, date: date, from: nine,
            until: TimeOfDay(hour: 12), note: "any day")))),
    Client(.removeWaiting, order(.stopWaiting(8))),
    Client(.noteCall, change(.noteCall(.notReached, note: "Engaged"))),
    Client(.wishTherapist, change(.wish(790))),
    Client(.changeGuest, order(.guest(GuestChange(.alert, "Nuts", seen: ""), of: 456))),
    Client(.addTask, order(.addTask(NewTask(text: "Order oil", date: date, time: nine)))),
    Client(.markTask, order(.markTask(9, as: .done))),
    Client(
      .holdSlot, .hold(HeldSlot(therapist: 789, date: date, time: nine, duration: 75))),
    Client(.releaseSlot, .hold(nil)),
    Client(.eventAck, .eventAck(seq: 42)),
    Client(.refreshSession, .refreshSession),
    Client(.ping, .ping),
  ]

  private static let paidBooking = NewBooking(
    customer: .known(456), service: 5, therapist: 789, date: date, time: nine, duration: 60,
    bed: 2, payment: .item(9), notes: "Window", overrideReason: "The guest insists", waiting: 8,
    isWished: true)

  private static let newCustomersBooking = NewBooking(
    customer: .new(
      NewCustomer(name: "Đặng Thị Ánh", phone: "+84 901234567", email: "anh@example.org")),
    service: 5, therapist: 789, date: date, time: nine, payment: .paidSessionOrSale(.cash))

  private static let familyBooking = NewBooking(
    customer: .new(NewCustomer(name: "Đặng Minh", reach: .familyOf(456))), service: 5,
    therapist: 789, date: date, time: nine, payment: .paidSessionOrSale(.cash))

  private static let companionsBooking = NewBooking(
    customer: .companion, service: 5, therapist: 790, date: date, time: nine,
    payment: .sale(.vnPay))

  private static let joiningBooking = NewBooking(
    customer: .known(456), service: 5, therapist: 790, date: date, time: nine,
    payment: .paidSession, joins: 123)

  private static func change(_ change: Change) -> ClientMessage {
    order(.change(change, of: 123, seen: Sight(status: .confirmed, version: 3)))
  }

  private static func order(_ order: Order) -> ClientMessage {
    guard let request else { return .ping }
    return .command(Command(id: request, order: order, notAfter: instant))
  }
}

extension ProtocolSamples.Client {
  init(_ type: ClientMessageType, _ message: ClientMessage) {
    self.init(name: "", type: type, message: message)
  }

  init(_ type: ClientMessageType, _ name: String, _ message: ClientMessage) {
    self.init(name: name, type: type, message: message)
  }

  private var request: RequestID? {
    switch message {
    case .subscribeBookingUpdates, .subscribeTherapistSchedule, .requestAvailability,
      .refreshSession, .ping, .command:
      ProtocolSamples.request
    case .authenticate, .eventAck, .hold: nil
    }
  }
}

// MARK: - From the server

extension ProtocolSamples {
  package struct Server: Sendable {
    package let name: String
    package let type: ServerMessageType
    package let envelope: ServerEnvelope

    package var bytes: [UInt8] { ServerCoding.encode(envelope) }
  }

  package static let server: [Server] = [
    sample(
      .connectionEstablished,
      .connectionEstablished(
        .init(
          protocolVersion: ProtocolVersion.current, connection: 7, serverTime: instant,
          zone: SpaZone(
            name: "Asia/Ho_Chi_Minh",
            offsets: [SpaZone.Offset(from: Timestamp(milliseconds: 0), seconds: 25_200)]),
          heartbeat: 15_000, position: position, reconnectSlot: 120, policy: policy))),
    sample(
      .bookingSnapshot,
      .bookingSnapshot(
        .init(
          from: date, to: date, position: position, spa: spa,
          bookings: [booking, sparse, swapped, noted, called, paid, exchanged, wished],
          blocks: [block],
          waiting: [waiting],
          tasks: tasks))),
    sample(
      .subscribed,
      .subscribed(
        .init(from: date, to: date, position: position, replayed: 3, hasSnapshot: true))),
    sample(.bookingCreated, event(.created)),
    sample(.bookingStatusChanged, event(.statusChanged(from: .scheduled, to: .confirmed))),
    sample(.bookingUpdated, event(.updated)),
    sample(.bookingGone, event(.gone, current: nil, version: 4)),
    sample(.paymentCompleted, event(.paymentCompleted(paymentID: 8), current: nil)),
    sample(.blocksChanged, event(.blocksChanged(789, date, [dayOff, block]), current: nil)),
    sample(.waitingChanged, event(.waitingChanged(date, [waiting]), current: nil)),
    sample(.tasksChanged, event(.tasksChanged(tasks), current: nil)),
    sample(
      .boardDigest,
      .boardDigest(
        .init(
          from: date, to: date, position: position, value: 0xFEDC_BA98_7654_3210,
          facts: 0x0123_4567_89AB_CDEF, shifts: 0x0F1E_2D3C_4B5A_6978,
          charges: 0x7766_5544_3322_1100, doubts: 0x0011_2233_4455_6677))),
    sample(
      .availabilityUpdated,
      .availabilityUpdated(
        .init(
          service: 5, therapist: 789, date: date,
          slots: [
            Availability.Slot(therapist: 789, time: nine, duration: 60),
            Availability.Slot(therapist: 789, time: TimeOfDay(hour: 11), duration: 60),
            Availability.Slot(
              therapist: 789, time: TimeOfDay(hour: 15, minute: 30), duration: 90),
          ]))),
    sample(
      .therapistScheduleUpdated,
      .therapistScheduleUpdated(.init(therapist: 789, date: date, bookings: [sparse]))),
    answer { request in
      sample(
        .commandAccepted,
        .commandAccepted(
          .init(id: request, seq: 42, version: 4, isReplayed: true, current: booking)))
    },
    answer { request in
      sample(
        .commandRefused,
        .commandRefused(
          .init(
            id: request,
            refusal: Refusal(
              .slotTaken, "Mai has another booking, 14:30–15:30 then.",
              alternatives: [nine, TimeOfDay(hour: 10)]),
            current: sparse, isReplayed: false)))
    },
    sample(
      .slotHeld,
      .slotHeld(
        SlotHold(
          holder: 7,
          slot: HeldSlot(therapist: 789, date: date, time: nine, duration: 75), byName: "An"))),
    sample(.slotReleased, .slotReleased(holder: 7)),
    sample(.sessionRefreshed, .sessionRefreshed(expiresAt: instant)),
    sample(.sessionExpiring, .sessionExpiring(expiresAt: instant)),
    sample(
      .databaseState,
      .databaseState(
        trouble: "There is no room left on the booking database's disk: nothing is changed.")),
    sample(.serverDraining, .serverDraining(reason: "The server restarts.", slot: 250)),
    sample(.error, .error(message: "Invalid message format", detail: "data.seq is missing")),
    sample(.pong, .pong),
  ].compactMap(\.self)

  private static func sample(_ type: ServerMessageType, _ message: ServerMessage) -> Server {
    let isAnswer: Bool =
      switch type {
      case .subscribed, .bookingSnapshot, .availabilityUpdated, .commandAccepted, .commandRefused,
        .sessionRefreshed, .error, .pong:
        true
      default: false
      }
    return Server(
      name: "", type: type,
      envelope: ServerEnvelope(
        message, id: isAnswer ? request?.text : nil, timestamp: instant))
  }

  private static func answer(_ make: (RequestID) -> Server) -> Server? { request.map(make) }

  private static func event(
    _ kind: EventMessage.Kind, current: Booking? = booking, version: Int64? = nil
  ) -> ServerMessage {
    let isAboutBooking: Bool =
      switch kind {
      case .created, .statusChanged, .updated, .gone, .paymentCompleted: true
      case .blocksChanged, .waitingChanged, .tasksChanged: false
      }
    // The desk's tasks are about nobody's time.
    let isAboutTherapist: Bool = if case .tasksChanged = kind { false } else { true }
    return .event(
      EventMessage(
        kind: kind, booking: isAboutBooking ? 123 : nil, current: current, version: version,
        customer: isAboutBooking ? 456 : nil, therapist: isAboutTherapist ? 789 : nil, seq: 42,
        prev: 41, byName: "An", at: instant))
  }
}

// MARK: - Over HTTP

extension ProtocolSamples {
  /// The body of a request or an answer beside the messages.
  package struct Body: Sendable {
    package let name: String
    /// Whose body it is.
    package let title: String
    package let bytes: [UInt8]

    init(_ name: String, _ title: String, _ bytes: [UInt8]) {
      self.name = name
      self.title = title
      self.bytes = bytes
    }
  }

  package static let bodies = [
    Body(
      "login-request", "POST /api/login, asked",
      LoginCoding.encode(loginRequest)),
    Body("login-answer", "POST /api/login, answered", LoginCoding.encode(loginAnswer)),
    Body(
      "customers", "GET /api/customers?find=TEXT; reception, managers",
      RegisterCoding.encode([card])),
    Body(
      "customer", "GET /api/customers/ID; reception, managers",
      RegisterCoding.encode(customerFile)),
    Body(
      "history", "GET /api/bookings/ID/history; staff, a therapist of own bookings",
      RegisterCoding.encode([entry])),
    Body(
      "changes", "GET /api/changes?date=YYYY-MM-DD; managers",
      RegisterCoding.encode([dayChange])),
    Body(
      "takings", "GET /api/takings?date=YYYY-MM-DD; managers",
      TakingsCoding.encode(takings)),
    Body(
      "past", "GET /api/past?date=YYYY-MM-DD; reception, managers",
      RegisterCoding.encode(past)),
    Body(
      "unscheduled", "GET /api/sessions; reception, managers",
      RegisterCoding.encode([unscheduled])),
    Body(
      "free",
      "GET /api/free?service=ID&therapist=ID&from=DATE&to=DATE&after=HH:MM&before=HH:MM",
      DaysCoding.encode([FreeStart(date: date, time: nine, therapist: 789)])),
    Body(
      "fullness", "GET /api/fullness?from=DATE&to=DATE; staff, a therapist of own days",
      DaysCoding.encode([
        DayFullness(
          date: date, bookings: 3, bookedMinutes: 210, openMinutes: 600, closed: nil,
          ahead: [789: 2]),
        DayFullness(
          date: date + 1, bookings: 0, bookedMinutes: 0, openMinutes: 0, closed: "Tết", ahead: [:]),
      ])),
    Body(
      "house-asked", "POST /api/house, asked; managers (what is typed behind : at a desk)",
      HouseCoding.encode("users off an@example.org")),
    Body(
      "house-password-asked",
      "POST /api/house, asked with a password for an account; without one it is made",
      HouseCoding.encode("users password an@example.org", password: "demo")),
    Body(
      "house-changes", "GET /api/house/changes?date=YYYY-MM-DD; managers",
      HouseCoding.encode([houseChange])),
    Body(
      "house", "POST /api/house, answered",
      HouseCoding.encode(housePage)),
  ]

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
    GuestPast.Visit(service: service, therapist: 789, date: date, time: nine, duration: 60)
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
}
