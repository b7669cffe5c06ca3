import BookingDomain
import BookingProtocol
import BookingStore
import BookingTesting
import SQLiteStore
import Testing

@testable import BookingServer

/// The same log, ids and masks without a WebSocket.
@Suite struct PollingTests {
  @Test(arguments: [
    ("lan@spa.vn", "receptionist/2"), ("thu@spa.vn", "therapist/4"), ("an@mail.vn", "customer/5"),
    ("minh@spa.vn", "therapist/5"), ("mai@spa.vn", "manager/1"),
  ])
  func pollingTellsWhatPushTells(email: String, path: String) async throws {
    try await TestServer.running { server in
      let before = try await server.store.position()
      let token = try await server.token(email)
      let socket = try await server.socket(email, "/websocket/booking/\(path)")
      if !path.hasPrefix("customer") {
        socket.send(.subscribeBookingUpdates(.init(from: ContractSpa.date, after: before)))
        _ = try await socket.message { if case .subscribed = $0 { true } else { nil } }
      }
      try await server.foreignSQL(
        "UPDATE bookings SET booking_status = 'CONFIRMED' WHERE booking_id = 1",
        "UPDATE bookings SET booking_notes = 'late' WHERE booking_id = 2")
      let end = try await server.store.position()
      _ = try await server.http(
        "GET", "/api/events?wait=5&after=\(before.epoch):\(end.seq - 1)",
        ["Authorization: Bearer \(token)"])
      let polled = try await events(server, token, after: before)
      let pushed = try await socket.settled().events
      #expect(polled.map(\.seq) == pushed.map(\.seq))
      #expect(polled.map(\.kind) == pushed.map(\.kind))
      #expect(polled.map(\.current) == pushed.map(\.current))
    }
  }

  @Test func aLongPollAnswersWhenSomethingHappens() async throws {
    try await TestServer.running { server in
      let token = try await server.token("lan@spa.vn")
      let before = try await server.store.position()
      async let polled = server.http(
        "GET", "/api/events?wait=20&from=2026-03-10&after=\(before.epoch):\(before.seq)",
        ["Authorization: Bearer \(token)"])
      try await server.foreignSQL(
        "UPDATE bookings SET booking_status = 'CONFIRMED' WHERE booking_id = 1")
      let messages = try ServerCoding.decodeArray(try await polled.body.utf8).map(\.message)
      guard case .event(let event) = messages.first,
        case .subscribed(let end) = messages.dropFirst().first
      else {
        Issue.record("\(messages)")
        return
      }
      #expect(event.booking == 1 && end.position.seq == event.seq && end.replayed == 1)
    }
  }

  /// By whatever program: what happened while it was somebody else's is nobody's business.
  @Test func aBookingsNewOwnerIsToldNothingOfItsFormerOnes() async throws {
    try await TestServer.running { server in
      try await server.foreignSQL(
        "INSERT INTO customers (customer_id, full_name, email, phone_number, hash_password)"
          + " VALUES (7, 'Chi', 'chi@mail.vn', '0907555123', '\(TestServer.demoHash)')")
      let before = try await server.store.position()
      try await server.foreignSQL(
        "UPDATE bookings SET booking_status = 'CONFIRMED' WHERE booking_id = 1",
        "UPDATE bookings SET booking_notes = 'pregnant' WHERE booking_id = 1",
        "UPDATE bookings SET customer_id = 7 WHERE booking_id = 1",
        "UPDATE bookings SET duration_minutes = 45 WHERE booking_id = 1")
      let end = try await server.store.position()
      func heard(_ email: String) async throws -> (body: String, events: [EventMessage]) {
        let bearer = "Authorization: Bearer \(try await server.token(email))"
        _ = try await server.http(
          "GET", "/api/events?wait=5&after=\(before.epoch):\(end.seq - 1)", [bearer])
        let answer = try await server.http(
          "GET", "/api/events?after=\(before.epoch):\(before.seq)", [bearer])
        let events = try ServerCoding.decodeArray(answer.body.utf8).compactMap {
          if case .event(let event) = $0.message { event } else { nil }
        }
        return (answer.body, events)
      }
      let new = try await heard("chi@mail.vn")
      // That it is theirs, and what was changed since.
      #expect(new.events.count == 2 && new.events.allSatisfy { $0.current != nil }, "\(new)")
      for secret in ["\"0901\"", "\"An\"", "pregnant", "STATUS_CHANGED", "\"customerId\":5"] {
        #expect(!new.body.contains(secret), "\(secret): \(new.body)")
      }
      let former = try await heard("an@mail.vn")
      #expect(former.events.last?.current == nil, "\(former)")
      for secret in ["Chi", "0907555123", "\"customerId\":7"] {
        #expect(!former.events.contains { "\($0)".contains(secret) }, "\(secret): \(former)")
      }
    }
  }

  @Test func aFirstQuestionIsWelcomedAndAnsweredWithASnapshot() async throws {
    try await TestServer.running { server in
      let token = try await server.token("thu@spa.vn")
      let answer = try await server.http(
        "GET", "/api/events?from=2026-03-10", ["Cookie: FRONTDESK_SESSION=\(token)"])
      let messages = try ServerCoding.decodeArray(answer.body.utf8).map(\.message)
      guard case .connectionEstablished(let welcome) = messages.first,
        case .bookingSnapshot(let snapshot) = messages.dropFirst().first,
        case .boardDigest(let digest) = messages.last
      else {
        Issue.record("\(answer)")
        return
      }
      #expect(digest.value == BoardDigest(snapshot.bookings).value)
      #expect(digest.position == snapshot.position)
      #expect(digest.facts == BoardDigest.facts(of: snapshot.spa))
      #expect(!welcome.zone.name.isEmpty && welcome.protocolVersion == 1)
      #expect(Set(snapshot.bookings.map(\.id)) == [1, 3])
      #expect(!answer.body.contains("0901"))
    }
  }

  @Test func anOrderOverHTTPIsTheSameOrder() async throws {
    try await TestServer.running { server in
      let token = try await server.token("lan@spa.vn")
      let lan = try await server.deskWatching()
      let order = ContractSpa.command(
        ContractSpa.morning, ContractSpa.change(.confirmed))
      let (answer, message) = try await server.post(order, token)
      guard case .commandAccepted(let first) = message else {
        Issue.record("\(answer)")
        return
      }
      lan.send(.command(order))
      let again = try await lan.acceptance()
      #expect(again.isReplayed && again.seq == first.seq)
    }
  }

  @Test func anIdInCapitalLettersComesBackAsItWasSentAndIsTheSameOrderInSmallOnes() async throws {
    try await TestServer.running { server in
      let token = try await server.token("lan@spa.vn")
      let lan = try await server.deskWatching()
      let sent = "919108F7-52D1-4320-9BAC-F847DB4148A8"
      let order = { (id: String) throws in
        Command(
          id: try #require(RequestID(id)), booking: ContractSpa.morning,
          change: ContractSpa.change(.confirmed))
      }
      lan.send(.command(try order(sent)))
      _ = try await lan.acceptance()
      #expect(
        try await lan.settled().texts.contains {
          $0.contains("COMMAND_ACCEPTED") && $0.contains(sent)
        })
      let (answer, message) = try await server.post(try order(sent.lowercased()), token)
      guard case .commandAccepted(let again) = message else {
        Issue.record("\(answer)")
        return
      }
      #expect(again.isReplayed && answer.body.contains(sent.lowercased()))
    }
  }

  @Test(arguments: ["after=nonsense", "from=yesterday", "from=2026-03-10&to=2026-03-01"])
  func aWrongQuestionIsASentence(_ query: String) async throws {
    try await TestServer.running { server in
      let token = try await server.token("lan@spa.vn")
      let answer = try await server.http(
        "GET", "/api/events?\(query)", ["Authorization: Bearer \(token)"])
      #expect(answer.status == 400 && answer.body.contains("error"))
    }
  }

  private func events(_ server: TestServer, _ token: String, after: LogPosition) async throws
    -> [EventMessage]
  {
    let answer = try await server.http(
      "GET", "/api/events?from=2026-03-10&after=\(after.epoch):\(after.seq)",
      ["Authorization: Bearer \(token)"])
    return try ServerCoding.decodeArray(answer.body.utf8).compactMap { envelope in
      if case .event(let event) = envelope.message { event } else { nil }
    }
  }
}
