import BookingDomain
import BookingProtocol
import BookingStore
import BookingTesting
import SQLiteStore
import Testing
import WebSocket

@testable import BookingServer

/// A session ends with whatever it rests on, by whichever program, and over every transport.
@Suite struct SessionEndTests {
  private static let ends = [
    "UPDATE users SET is_active = 0 WHERE user_id = 2",
    "UPDATE users SET role_id = 2 WHERE user_id = 2",
    "UPDATE users SET hash_password = 'another' WHERE user_id = 2",
    "DELETE FROM frontdesk_sessions",
  ]

  @Test(arguments: ends)
  func nobodyGetsInByASessionThatHasEnded(sql: String) async throws {
    try await TestServer.running { server in
      let bearer = "Authorization: Bearer \(try await server.token("lan@spa.vn"))"
      #expect(try await server.http("GET", "/api/events", [bearer]).status == 200)
      try await server.foreignSQL(sql)
      let order =
        #"{"type":"UPDATE_BOOKING_STATUS","id":"00000000-0000-4000-8000-000000000009","#
        + #""data":{"bookingId":1,"newStatus":"CONFIRMED","expectedStatus":"SCHEDULED"}}"#
      for (method, path, body) in [
        ("GET", "/api/events", ""), ("GET", "/api/customers?find=a", ""),
        ("GET", "/api/changes?date=2026-11-22", ""), ("POST", "/api/commands", order),
      ] {
        let answer = try await server.http(method, path, [bearer], body: body)
        #expect(answer.status == 401, "\(path) after \(sql)")
      }
      let socket = try await server.open("/websocket/booking/receptionist/2", [bearer])
      #expect(try await socket.closed().code == 1008)
      #expect(socket.received.value.messages.isEmpty)
    }
  }

  @Test(arguments: ends)
  func aLiveSocketEndsAtOnce(sql: String) async throws {
    try await TestServer.running { server in
      let lan = try await server.deskWatching()
      try await server.foreignSQL(sql)
      let close = try await lan.closed()
      #expect(close.code == 1008 && close.reason.contains("log in again"))
    }
  }

  @Test(arguments: ends + ["UPDATE users SET is_active = 1 - is_active WHERE user_id = 2"])
  func aPollThatIsHeldIsAnsweredAtOnce(sql: String) async throws {
    try await TestServer.running { server in
      let bearer = "Authorization: Bearer \(try await server.token("lan@spa.vn"))"
      let end = try await server.store.position()
      let path = "/api/events?after=\(end.epoch):\(end.seq)&wait=25"
      async let held = server.http("GET", path, [bearer])
      try await Polled.until("the poll is held") {
        server.server.parts.announcements.waitingCount == 1
      }
      try await server.foreignSQL(sql)
      #expect(try await held.status == 401)
    }
  }

  @Test func aPollThatIsHeldHearsNothingByASessionThatHasEnded() async throws {
    // Nobody looks for ended sessions meanwhile.
    try await TestServer.running({ $0.sessions.revocationCheck = .seconds(3_600) }) { server in
      let bearer = "Authorization: Bearer \(try await server.token("lan@spa.vn"))"
      let end = try await server.store.position()
      let path =
        "/api/events?from=\(ContractSpa.date)&after=\(end.epoch):\(end.seq)&wait=25"
      async let held = server.http("GET", path, [bearer])
      try await Polled.until("the poll is held") {
        server.server.parts.announcements.waitingCount == 1
      }
      try await server.foreignSQL(
        "DELETE FROM frontdesk_sessions",
        "UPDATE bookings SET booking_status = 'CONFIRMED' WHERE booking_id = 1")
      let answer = try await held
      #expect(answer.status == 401 && !answer.body.contains("CONFIRMED"))
    }
  }

  @Test func loggingOutEndsTheHeldPoll() async throws {
    try await TestServer.running({ $0.sessions.revocationCheck = .seconds(3_600) }) { server in
      let bearer = "Authorization: Bearer \(try await server.token("lan@spa.vn"))"
      let end = try await server.store.position()
      async let held = server.http(
        "GET", "/api/events?after=\(end.epoch):\(end.seq)&wait=25", [bearer])
      try await Polled.until("the poll is held") {
        server.server.parts.announcements.waitingCount == 1
      }
      #expect(try await server.http("POST", "/api/logout", [bearer]).status == 200)
      #expect(try await held.status == 401)
    }
  }

  @Test func anAccountThatComesBackBringsNoSessionBack() async throws {
    try await TestServer.running({ $0.sessions.revocationCheck = .seconds(3_600) }) { server in
      let bearer = "Authorization: Bearer \(try await server.token("lan@spa.vn"))"
      try await server.foreignSQL("UPDATE users SET is_active = 0 WHERE user_id = 2")
      try await server.foreignSQL("UPDATE users SET is_active = 1 WHERE user_id = 2")
      #expect(try await server.http("GET", "/api/events", [bearer]).status == 401)
      _ = try await server.token("lan@spa.vn")
    }
  }

  @Test func anotherPersonsPasswordEndsNobodysSession() async throws {
    try await TestServer.running { server in
      let lan = try await server.deskWatching()
      let mai = try await server.socket("mai@spa.vn", "/websocket/booking/manager/1")
      try await server.foreignSQL(
        "UPDATE users SET hash_password = 'another' WHERE user_id = 1")
      #expect(try await mai.closed().code == 1008)
      _ = try await lan.settled()
    }
  }

  @Test func anOrderByASessionThatHasJustEndedIsRefused() async throws {
    // Nobody looks for ended sessions meanwhile.
    try await TestServer.running({ $0.sessions.revocationCheck = .seconds(3_600) }) { server in
      let lan = try await server.deskWatching()
      try await server.foreignSQL("DELETE FROM frontdesk_sessions")
      lan.send(
        .command(
          ContractSpa.order(
            .change(
              .changeStatus(to: .confirmed, reason: nil), of: 1, seen: Sight(status: .scheduled)))))
      let refused = try await lan.refusal()
      #expect(refused.refusal.code == .notAllowed)
      #expect(try await lan.closed().code == 1008)
      #expect(try await server.store.bookings([1]).first?.status == .scheduled)
      #expect(try await server.store.openSessionHashes(now: server.clock.now).isEmpty)
    }
  }

  @Test func oneAccountHasOnlySoManySockets() async throws {
    try await TestServer.running({ $0.limits.socketsPerAccount = 2 }) { server in
      let bearer = "Authorization: Bearer \(try await server.token("lan@spa.vn"))"
      let path = "/websocket/booking/receptionist/2"
      let first = try await server.open(path, [bearer])
      let second = try await server.open(path, [bearer])
      for socket in [first, second] { _ = try await socket.settled() }
      let third = try await server.open(path, [bearer])
      #expect(try await third.closed().code == 1013)
      for socket in [first, second] { _ = try await socket.settled() }
    }
  }
}
