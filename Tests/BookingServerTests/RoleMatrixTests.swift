import BookingDomain
import BookingProtocol
import BookingStore
import BookingTesting
import SQLiteStore
import Testing

@testable import BookingServer

/// Every operation, every person, over every transport. The table is written out by hand, so that
/// a slip in `Rights` or `Visibility` is a difference and not a new rule.
@Suite struct RoleMatrixTests {
  /// Somebody and their place in the lines of `table`.
  enum Who: Int, CaseIterable {
    case admin, manager, reception
    /// The booking's own, and another.
    case therapist, otherTherapist
    case guest, otherGuest
    /// A customer with the number of the booking's therapist.
    case namesake

    var email: String {
      switch self {
      case .admin: "admin@spa.vn"
      case .manager: "mai@spa.vn"
      case .reception: "lan@spa.vn"
      case .therapist: "thu@spa.vn"
      case .otherTherapist: "minh@spa.vn"
      case .guest: "an@mail.vn"
      case .otherGuest: "binh@mail.vn"
      case .namesake: "four@mail.vn"
      }
    }

    var path: String {
      switch self {
      case .admin: "admin/8"
      case .manager: "manager/1"
      case .reception: "receptionist/2"
      case .therapist: "therapist/4"
      // The number of the guest.
      case .otherTherapist: "therapist/5"
      case .guest: "customer/5"
      case .otherGuest: "customer/6"
      case .namesake: "customer/4"
      }
    }

    var isGuest: Bool { path.hasPrefix("customer") }
  }

  /// Of the guest's booking with the therapist: `y` may, `n` may not and is told so, `-` does not
  /// learn that there is one.
  private static let table: [Operation: String] = [
    // Admin, manager, reception; therapist, another; guest, another, namesake.
    .seeBookings: "y y y  y -  y - -",
    .seeSchedule: "y y y  y n  n n n",
    .seeAvailability: "y y y  y y  y y y",
    .seePayments: "y y y  - -  y - -",
    // Of what the guest owes; and of a whole day.
    .takePayment: "y y y  n -  n - -",
    .seeTakings: "y y n  n n  n n n",
    .watchSpa: "y y y  y y  n n n",
    .confirm: "y y y  n -  n - -",
    .markArrived: "y y y  n -  n - -",
    .start: "y y y  y -  n - -",
    .complete: "y y y  y -  n - -",
    .cancel: "y y y  n -  y - -",
    .markNoShow: "y y y  n -  n - -",
    .undo: "y y y  y -  y - -",
    // Of a booking for the guest; customers may for themselves.
    .book: "y y y  n n  y n n",
    .move: "y y y  n -  n - -",
    .changeService: "y y y  n -  n - -",
    .noteWishes: "y y y  n -  n - -",
    .writeNotes: "y y y  n -  n - -",
    .block: "y y y  n n  n n n",
    .setShifts: "y y n  n n  n n n",
    .setDays: "y y y  n n  n n n",
    .overbook: "y y n  n n  n n n",
    .keepWaitingList: "y y y  n n  n n n",
    .holdSlots: "y y y  n n  n n n",
    .noteCalls: "y y y  n -  n - -",
    .keepTasks: "y y y  n n  n n n",
    .keepGuests: "y y y  n n  n n n",
    .seeCustomers: "y y y  n n  n n n",
    .seeHistory: "y y y  y -  n - -",
    // Of a whole day: nobody's bookings in particular.
    .audit: "y y n  n n  n n n",
    .keepHouse: "y y n  n n  n n n",
  ]

  func expected(_ operation: Operation, _ who: Who) throws -> Character {
    let line = try #require(Self.table[operation], "\(operation) is missing in the table")
    return Array(line.filter { $0 != " " })[who.rawValue]
  }

  @Test(arguments: Operation.allCases)
  func theTableIsWholeAndRightsSaysTheSame(operation: Operation) throws {
    let line = try #require(Self.table[operation]).filter { $0 != " " }
    #expect(line.count == Who.allCases.count)
    let roles: [(Who, Role)] = [
      (.admin, .admin), (.manager, .manager), (.reception, .receptionist),
      (.therapist, .therapist), (.guest, .customer),
    ]
    #expect(Set(roles.map(\.1)) == Set(Role.allCases))
    for (who, role) in roles {
      let may = Rights.scope(of: operation, for: role) != .none
      #expect(may == (try expected(operation, who) == "y"), "\(operation) by \(role)")
    }
  }

  // MARK: - Changing

  /// What leads there, from the status that the row has before, and how late it is.
  private static let changes: [(Operation, Change, BookingStatus, minutes: Minutes)] = [
    (.confirm, .changeStatus(to: .confirmed, reason: nil), .scheduled, 0),
    (.markArrived, .markArrived, .scheduled, 0),
    (.start, .changeStatus(to: .inProgress, reason: nil), .confirmed, 0),
    (.complete, .changeStatus(to: .completed, reason: nil), .inProgress, 0),
    (.cancel, .changeStatus(to: .cancelled, reason: "ill"), .scheduled, 0),
    (.move, .move(Move(time: TimeOfDay(hour: 12))), .scheduled, 0),
    (.changeService, .changeService(ServiceChange(to: 2, payment: .unpaidSale)), .scheduled, 0),
    (.noteWishes, .wish(5), .scheduled, 0),
    (.writeNotes, .writeNotes("Window"), .scheduled, 0),
    (.takePayment, .takePayment(.cash), .scheduled, 0),
    (.noteCalls, .noteCall(.notReached, note: "Engaged"), .scheduled, 0),
    (.markNoShow, .changeStatus(to: .noShow, reason: nil), .scheduled, 40),
  ]

  @Test func everyChangeByEverybodyOverBothTransports() async throws {
    try await running { server in
      var tokens: [Who: String] = [:]
      for who in Who.allCases { tokens[who] = try await server.token(who) }
      for (operation, change, status, minutes) in Self.changes {
        server.clock.advance(minutes)
        for who in Who.allCases {
          let token = try #require(tokens[who])
          let socket = try await server.open("/websocket/booking/\(who.path)", bearer(token))
          for answered in [push(socket), poll(server, token)] {
            try await server.reset(to: status, isPaid: operation != .takePayment)
            let answer = try await answered(ContractSpa.command(1, change))
            #expect(
              try outcome(answer) == (try expected(operation, who)), "\(operation) by \(who)")
          }
          socket.leave()
        }
      }
    }
  }

  /// One's own change is taken back; where there can be none, another's.
  @Test func undoByEverybodyOverBothTransports() async throws {
    try await running { server in
      var randomness = SystemRandomNumberGenerator()
      let lan = try await server.socket("lan@spa.vn", "/websocket/booking/receptionist/2")
      for who in Who.allCases {
        let token = try await server.token(who)
        let socket = try await server.open("/websocket/booking/\(who.path)", bearer(token))
        let first: Change =
          switch who {
          case .therapist: ContractSpa.change(.inProgress)
          case .guest: ContractSpa.change(.cancelled, "ill")
          default: ContractSpa.change(.confirmed)
          }
        let isOwn = try expected(.undo, who) == "y"
        // The booking alone, or all that was ordered with it.
        let ways = [
          ContractSpa.command(1, .undo), ContractSpa.order(.takeBack(1, seen: Sight())),
        ]
        for answered in [push(socket), poll(server, token)] {
          for back in ways {
            try await server.reset(to: .scheduled)
            let before = ContractSpa.command(1, first)
            let done = try await isOwn ? answered(before) : push(lan)(before)
            #expect(try outcome(done) == "y", "\(first) by \(who)")
            let again = Command(
              id: .random(using: &randomness), order: back.order, notAfter: back.notAfter)
            let answer = try await answered(again)
            #expect(try outcome(answer) == (try expected(.undo, who)), "\(back.order) by \(who)")
          }
        }
        socket.leave()
      }
    }
  }

  /// What is no change of a standing booking. Time is taken at noon, where nobody is, but for
  /// overbooking.
  private static let orders: [(Operation, Order)] = [
    (.book, .book([newBooking(at: 12)])),
    (.overbook, .book([newBooking(at: 14, override: "The guest insists")])),
    (
      .block,
      .block(
        NewBlock(
          therapist: 4, date: ContractSpa.date, time: TimeOfDay(hour: 12), duration: 30,
          reason: "lunch"))
    ),
  ]

  private static func newBooking(at hour: Int, override: String? = nil) -> NewBooking {
    NewBooking(
      customer: .known(5), service: 1, therapist: 4, date: ContractSpa.date,
      time: TimeOfDay(hour: hour, minute: override == nil ? 0 : 15), payment: .paidSession,
      overrideReason: override)
  }

  @Test func everyNewOrderByEverybodyOverBothTransports() async throws {
    try await running { server in
      var randomness = SystemRandomNumberGenerator()
      for who in Who.allCases {
        let token = try await server.token(who)
        let socket = try await server.open("/websocket/booking/\(who.path)", bearer(token))
        for (operation, order) in Self.orders {
          for answered in [push(socket), poll(server, token)] {
            try await server.reset(to: .scheduled)
            let answer = try await answered(Command(id: .random(using: &randomness), order: order))
            let isDone = if case .commandAccepted = answer { true } else { false }
            #expect(
              isDone == (try expected(operation, who) == "y"), "\(operation) by \(who): \(answer)")
          }
        }
        socket.leave()
      }
    }
  }

  @Test func theRegisterAndTheHistoryAreForWhoMaySeeThem() async throws {
    try await running { server in
      let lan = try await server.socket("lan@spa.vn", "/websocket/booking/receptionist/2")
      let done = try await push(lan)(
        ContractSpa.command(1, ContractSpa.change(.confirmed)))
      #expect(try outcome(done) == "y")
      for who in Who.allCases {
        let header = bearer(try await server.token(who))
        for path in ["/api/customers?find=anzz", "/api/customers/5", "/api/sessions"] {
          let answer = try await server.http("GET", path, header)
          let may = try expected(.seeCustomers, who) == "y"
          #expect(answer.status == (may ? 200 : 403), "\(path) by \(who)")
          #expect(answer.body.contains("Anzz") == may)
        }
        let history = try await server.http("GET", "/api/bookings/1/history", header)
        let statuses: [Character: Int] = ["y": 200, "n": 403, "-": 404]
        #expect(history.status == statuses[try expected(.seeHistory, who)], "\(who)")
        #expect(history.body.contains("Lanqq") == (history.status == 200))
        let changes = try await server.http(
          "GET", "/api/changes?date=\(ContractSpa.date)", header)
        let mayAudit = try expected(.audit, who) == "y"
        #expect(changes.status == (mayAudit ? 200 : 403), "\(who)")
        #expect(changes.body.contains("Lanqq") == mayAudit)
        let takings = try await server.http(
          "GET", "/api/takings?date=\(ContractSpa.date)", header)
        #expect(
          takings.status == (try expected(.seeTakings, who) == "y" ? 200 : 403), "\(who)")
        let house = try await server.http("POST", "/api/house", header, body: #"{"line": "users"}"#)
        // This server was given no house to keep.
        #expect(house.status == (try expected(.keepHouse, who) == "y" ? 404 : 403), "\(who)")
      }
    }
  }

  typealias Answered = (Command) async throws -> ServerMessage

  func push(_ socket: WireSocket) -> Answered {
    { command in
      socket.send(.command(command))
      return try await socket.message { message in
        switch message {
        case .commandAccepted(let answer) where answer.id == command.id: message
        case .commandRefused(let answer) where answer.id == command.id: message
        default: nil
        }
      }
    }
  }

  func poll(_ server: TestServer, _ token: String) -> Answered {
    { command in try await server.post(.command(command), token) }
  }

  private func outcome(_ answer: ServerMessage) throws -> String.Element? {
    switch answer {
    case .commandAccepted: return "y"
    case .commandRefused(let refused) where refused.refusal.code == .notAllowed: return "n"
    case .commandRefused(let refused) where refused.refusal.code == .noSuchBooking:
      return refused.current == nil ? "-" : nil
    default:
      Issue.record("\(answer)")
      return nil
    }
  }

  // MARK: - Seeing

  @Test func questionsByEverybodyOverBothTransports() async throws {
    try await running { server in
      let date = ContractSpa.date
      let questions: [(Operation, ClientMessage)] = [
        (.seeSchedule, .subscribeTherapistSchedule(therapist: 4, date: date)),
        (.seeAvailability, .requestAvailability(service: 1, therapist: nil, date: date)),
      ]
      for who in Who.allCases {
        let token = try await server.token(who)
        let socket = try await server.open("/websocket/booking/\(who.path)", bearer(token))
        for (operation, question) in questions {
          let start = socket.received.value.messages.count
          socket.send(question, id: "\(operation)")
          let pushed = try await socket.message(from: start) { message -> ServerMessage? in
            if case .connectionEstablished = message { nil } else { message }
          }
          for answer in [pushed, try await server.post(question, token)] {
            let may = try expected(operation, who) == "y"
            if case .error = answer { #expect(!may) } else { #expect(may, "\(operation) \(who)") }
          }
        }
        expectMasked(socket.received.value.texts, who)
        socket.leave()
      }
    }
  }

  /// Somebody's session and greeted socket, and where the log ended before it.
  func begun(_ server: TestServer, _ who: Who) async throws -> (
    token: String, path: String, before: LogPosition, live: WireSocket
  ) {
    let token = try await server.token(who)
    let path = "/websocket/booking/\(who.path)"
    let before = try await server.store.position()
    let live = try await server.open(path, bearer(token))
    _ = try await live.message { if case .connectionEstablished = $0 { true } else { nil } }
    return (token, path, before, live)
  }

  @Test(arguments: Who.allCases)
  func whatIsToldLiveOnReplayAndByPollingIsWhatTheTableSays(who: Who) async throws {
    try await running { server in
      let (token, path, before, live) = try await begun(server, who)
      let answer = try await watch(live, after: nil)
      #expect(answer == (try expected(.watchSpa, who) == "y"))
      let lan = try await server.socket("lan@spa.vn", "/websocket/booking/receptionist/2")
      let done = try await push(lan)(
        ContractSpa.command(1, ContractSpa.change(.confirmed)))
      #expect(try outcome(done) == "y")
      try await server.foreignSQL(Self.payment)
      let end = try await server.store.position()
      // Answered only when the server has told everything up to the end.
      _ = try await server.http(
        "GET", "/api/events?wait=5&from=2026-03-10&after=\(end.epoch):\(end.seq - 1)",
        bearer(try await server.token(.manager)))
      let pushed = try await live.settled()
      try expectEvents(pushed.events, who)
      expectMasked(pushed.texts, who)
      let polled = try await server.http(
        "GET", "/api/events?from=2026-03-10&after=\(before.epoch):\(before.seq)", bearer(token))
      let messages = try ServerCoding.decodeArray(polled.body.utf8).map(\.message)
      try expectEvents(
        messages.compactMap { if case .event(let event) = $0 { event } else { nil } }, who)
      let whole = try await server.http("GET", "/api/events?from=2026-03-10", bearer(token))
      expectMasked([polled.body, whole.body], who)
      guard try expected(.watchSpa, who) == "y" else { return }
      let again = try await server.open(path, bearer(token))
      #expect(try await watch(again, after: before))
      let replayed = again.received.value
      try expectEvents(replayed.events, who)
      expectMasked(replayed.texts, who)
    }
  }

  /// - Returns: whether there was a subscription.
  func watch(_ socket: WireSocket, after: LogPosition?) async throws -> Bool {
    socket.send(.subscribeBookingUpdates(.init(from: ContractSpa.date, after: after)))
    return try await socket.message { message in
      switch message {
      case .subscribed: true
      case .error: false
      default: nil
      }
    }
  }

  private func expectEvents(_ events: [EventMessage], _ who: Who) throws {
    let seesBooking = try expected(.seeBookings, who) == "y"
    let seesPayment = try expected(.seePayments, who) == "y"
    #expect(events.contains { $0.booking == 1 } == seesBooking, "\(who)")
    #expect(
      events.contains { $0.kind == .paymentCompleted(paymentID: 9) } == seesPayment, "\(who)")
  }

  /// Words that only some may read, each standing in one field of the database.
  private static let words: [(String, readers: Set<Who>)] = [
    ("Anzz", [.admin, .manager, .reception, .therapist, .guest]),
    ("0901777", [.admin, .manager, .reception, .guest]),
    ("peanutx", [.admin, .manager, .reception, .therapist]),
    ("noteworthy", [.admin, .manager, .reception, .therapist]),
    ("Lanqq", [.admin, .manager, .reception, .therapist]),
    ("Binhzz", [.admin, .manager, .reception, .otherTherapist, .otherGuest]),
    ("0902777", [.admin, .manager, .reception, .otherGuest]),
    // What the guest's session was sold for.
    ("432109.87", [.admin, .manager, .reception]),
    // What the guest paid for all sessions.
    ("1300001.55", [.admin, .manager, .reception]),
    // Why time of the booking's therapist is blocked, and for what somebody waits.
    ("lunchword", [.admin, .manager, .reception, .therapist]),
    ("waitword", [.admin, .manager, .reception]),
  ]

  func expectMasked(_ texts: [String], _ who: Who) {
    for (word, readers) in Self.words where !readers.contains(who) {
      #expect(!texts.contains { $0.contains(word) }, "\(who) read \(word)")
    }
  }

  private static let payment =
    "INSERT INTO payments (payment_id, customer_id, total_amount, tax_amount, subtotal_amount,"
    + " payment_method, payment_status, reference_number)"
    + " VALUES (9, 5, 1, 0, 1, 'CASH', 'PAID', 'R9')"

  func bearer(_ token: String) -> [String] { ["Authorization: Bearer \(token)"] }

  func running(_ body: (TestServer) async throws -> Void) async throws {
    try await TestServer.running { server in
      try await server.foreignSQL(
        "INSERT INTO users (user_id, role_id, full_name, email, hash_password, is_active)"
          + " VALUES (8, 1, 'Root', 'admin@spa.vn', '\(TestServer.demoHash)', 1)",
        "INSERT INTO customers (customer_id, full_name, email, phone_number, hash_password)"
          + " VALUES (4, 'Four', 'four@mail.vn', '0904777', '\(TestServer.demoHash)')",
        "UPDATE customers SET full_name = 'Anzz', phone_number = '0901777',"
          + " notes = 'ALLERGY: peanutx' WHERE customer_id = 5",
        "UPDATE customers SET full_name = 'Binhzz', phone_number = '0902777',"
          + " email = 'binh@mail.vn' WHERE customer_id = 6",
        "UPDATE users SET full_name = 'Lanqq' WHERE user_id = 2",
        "UPDATE payments SET total_amount = 1300001.55 WHERE payment_id = 1",
        "UPDATE payment_items SET total_price = 1296329.61 WHERE payment_item_id = 1",
        "UPDATE bookings SET booking_notes = 'noteworthy' WHERE booking_id = 1")
      try await body(server)
    }
  }
}

extension TestServer {
  func token(_ who: RoleMatrixTests.Who) async throws -> String {
    try await token(who.email)
  }

  /// The guest's booking as if nobody had touched it.
  func reset(to status: BookingStatus, keepsLists: Bool = false, isPaid: Bool = true)
    async throws
  {
    if !keepsLists { try await foreignSQL("DELETE FROM frontdesk_blocks") }
    try await foreignSQL(
      "DELETE FROM frontdesk_wishes", "DELETE FROM checkins",
      "DELETE FROM bookings WHERE booking_id > 3",
      "UPDATE bookings SET booking_status = '\(status.rawValue)', appointment_time = '10:00:00',"
        + " bed_id = 1, booking_notes = 'noteworthy', service_id = 1, duration_minutes = 60,"
        + " payment_item_id = 1 WHERE booking_id = 1",
      "UPDATE payment_item_usage SET booked_quantity = 2 WHERE payment_item_id = 1",
      "UPDATE payments SET payment_status = '\(isPaid ? "PAID" : "PENDING")' WHERE payment_id = 1")
  }

  func post(_ message: ClientMessage, _ token: String) async throws -> ServerMessage {
    let body = String(
      decoding: ClientCoding.encode(ClientEnvelope(message), timestamp: clock.now), as: UTF8.self)
    let answer = try await http(
      "POST", "/api/commands", ["Authorization: Bearer \(token)"], body: body)
    let messages = try ServerCoding.decodeArray(answer.body.utf8).map(\.message)
    guard let message = messages.first else { throw NoAnswer(answer: answer) }
    return message
  }

  private struct NoAnswer: Error { let answer: WireAnswer }
}
