import BookingDomain
import BookingLab
import BookingProtocol
import BookingStore
import BookingTesting
import NIOCore
import NIOWebSocket
import SQLiteStore
import Testing
import WebSocket

@testable import BookingServer

/// Who gets in, and how a socket speaks and ends.
@Suite struct BookingSocketTests {
  @Test func theFirstMessageSaysWhereOneIs() async throws {
    try await TestServer.running { server in
      let token = try await server.token("lan@spa.vn")
      let socket = try await server.open(
        "/spa/websocket/booking/receptionist/2", ["Cookie: a=b; FRONTDESK_SESSION=\(token)"])
      #expect(socket.received.value.head.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="))
      let welcome = try await socket.message { message in
        if case .connectionEstablished(let welcome) = message { welcome } else { nil }
      }
      #expect(welcome.message == "Connected to real-time booking system")
      let position = try await server.store.position()
      #expect(welcome.position == position)
      #expect(socket.received.value.texts.first?.contains("CONNECTION_ESTABLISHED") == true)
    }
  }

  @Test(arguments: [
    "customer/1", "receptionist/3", "manager/2", "customer/2", "nonsense/2", "receptionist/x",
  ])
  func aSessionOfSomebodyElseIsUnauthorized(_ person: String) async throws {
    try await TestServer.running { server in
      let token = try await server.token("lan@spa.vn")
      let socket = try await server.open(
        "/websocket/booking/\(person)", ["Authorization: Bearer \(token)"])
      #expect(socket.received.value.head.hasPrefix("HTTP/1.1 101"))
      #expect(try await socket.closed() == .policy("Unauthorized"))
      #expect(socket.received.value.texts.isEmpty)
    }
  }

  @Test func user5AndCustomer5AreTwoPeople() async throws {
    try await TestServer.running { server in
      let token = try await server.token("minh@spa.vn")
      let bearer = ["Authorization: Bearer \(token)"]
      let own = try await server.open("/websocket/booking/therapist/5", bearer)
      _ = try await own.message { if case .connectionEstablished = $0 { true } else { nil } }
      let other = try await server.open("/websocket/booking/customer/5", bearer)
      #expect(try await other.closed() == .policy("Unauthorized"))
    }
  }

  @Test func aSilentUnauthenticatedSocketIsClosed() async throws {
    try await TestServer.running({ $0.limits.authentication = .milliseconds(50) }) { server in
      let socket = try await server.open("/websocket/booking/receptionist/2")
      #expect(try await socket.closed().code == 1008)
    }
  }

  @Test func authenticatingByMessageOpensTheSocket() async throws {
    try await TestServer.running { server in
      let token = try await server.token("lan@spa.vn")
      let socket = try await server.open("/websocket/booking/receptionist/2")
      socket.send(.authenticate(token: token))
      _ = try await socket.message { if case .connectionEstablished = $0 { true } else { nil } }
    }
  }

  /// A client that is told "Unauthorized" throws its session away.
  @Test func whileTheDatabaseIsAwayNobodyIsCalledUnauthorized() async throws {
    try await TestServer.running { server in
      let token = try await server.token("lan@spa.vn")
      let socket = try await server.open("/websocket/booking/receptionist/2")
      server.faults.fault = .away
      socket.send(.authenticate(token: token))
      #expect(try await socket.closed().code == 1013)
    }
  }

  @Test func anythingElseBeforeAuthenticatingIsUnauthorized() async throws {
    try await TestServer.running { server in
      let socket = try await server.open("/websocket/booking/receptionist/2")
      socket.send(.subscribeBookingUpdates(.init()))
      #expect(try await socket.closed() == .policy("Unauthorized"))
    }
  }

  @Test func aForeignOriginIsRefusedBeforeTheUpgrade() async throws {
    try await TestServer.running { server in
      let socket = try await server.open(
        "/websocket/booking/receptionist/2", ["Origin: https://evil.example"])
      let answer = WireAnswer(text: socket.received.value.head)
      #expect(answer.status == 403 && answer.header("Connection") == "close")
      #expect(answer.body.contains("origin"))
    }
  }

  @Test func theOwnOriginAndListedOnesMayConnect() async throws {
    try await TestServer.running({ $0.allowedOrigins = ["https://shop.example"] }) { server in
      for origin in ["http://127.0.0.1:\(server.port)", "https://shop.example"] {
        let socket = try await server.open(
          "/websocket/booking/receptionist/2", ["Origin: \(origin)"])
        #expect(socket.received.value.head.hasPrefix("HTTP/1.1 101"))
      }
    }
  }

  @Test func unknownAndMalformedMessagesAreAnsweredAndCloseNothing() async throws {
    try await TestServer.running { server in
      let socket = try await server.socket("lan@spa.vn", "/websocket/booking/receptionist/2")
      socket.send(text: #"{"type":"DANCE","data":{}}"#)
      socket.send(text: "{nonsense")
      socket.send(text: "[1,2]")
      let id = "6F9619FF-8B86-D011-B42D-00CF4FC964FF"
      socket.send(text: #"{"type":"WISH_THERAPIST","id":"\#(id)","data":{"bookingId":-5}}"#)
      let received = try await socket.settled()
      let errors = received.messages.compactMap { message -> String? in
        if case .error(let sentence, _) = message { sentence } else { nil }
      }
      #expect(
        errors == [
          "Unknown message type: DANCE", "Invalid message format", "Invalid message format",
          "Invalid message format",
        ])
      #expect(
        received.texts.filter { $0.contains(#""ERROR""#) && $0.contains(id) }.count == 1,
        "who asked learns which of the messages it was")
      #expect(received.close == nil)
    }
  }

  @Test func aMessageBeyond64KBIsTooBig() async throws {
    try await TestServer.running { server in
      let socket = try await server.socket("lan@spa.vn", "/websocket/booking/receptionist/2")
      socket.send(text: String(repeating: "x", count: 65_537))
      #expect(try await socket.closed().code == 1009)
    }
  }

  @Test func tooManyMessagesAreRefusedWithASentence() async throws {
    try await TestServer.running({ $0.limits.messageBurst = 5 }) { server in
      let socket = try await server.socket("lan@spa.vn", "/websocket/booking/receptionist/2")
      for _ in 0..<6 { socket.send(.ping) }
      let sentence = try await socket.message { message -> String? in
        if case .error(let sentence, _) = message { sentence } else { nil }
      }
      #expect(sentence.hasPrefix("Too many messages"))
    }
  }

  @Test func aMessageThatArrivesWithTheUpgradeIsAnswered() async throws {
    try await TestServer.running { server in
      let token = try await server.token("lan@spa.vn")
      let ping = WebSocketFrameBytes.text(
        ByteBuffer(string: #"{"type":"PING"}"#), mask: WebSocketMaskingKey.random())
      let socket = try await WireSocket.open(
        port: server.port, path: "/websocket/booking/receptionist/2",
        headers: ["Authorization: Bearer \(token)"], early: ping.buffer)
      _ = try await socket.message { if case .pong = $0 { true } else { nil } }
    }
  }

  @Test func aRevokedSessionClosesItsSocket() async throws {
    try await TestServer.running({ $0.sessions.revocationCheck = .milliseconds(20) }) { server in
      let socket = try await server.socket("lan@spa.vn", "/websocket/booking/receptionist/2")
      for hash in try await server.store.openSessionHashes(now: server.clock.now) {
        try await server.store.closeSession(tokenHash: hash)
      }
      let close = try await socket.closed()
      #expect(close == .policy("Your session was ended; log in again."))
    }
  }

  @Test func aSessionIsAnnouncedToEndAndCanBeRefreshed() async throws {
    try await TestServer.running({ $0.limits.heartbeat = .seconds(1) }) { server in
      let socket = try await server.socket("lan@spa.vn", "/websocket/booking/receptionist/2")
      server.clock.advance(717)
      _ = try await socket.message { if case .sessionExpiring = $0 { true } else { nil } }
      socket.send(.refreshSession)
      let expiry = try await socket.message { message -> Timestamp? in
        if case .sessionRefreshed(let expiry) = message { expiry } else { nil }
      }
      #expect(expiry == server.clock.now + 720)
    }
  }

  @Test func drainingTellsEverybodyAndClosesWithRestart() async throws {
    try await TestServer.running { server in
      let socket = try await server.deskWatching()
      await server.server.drain()
      #expect(try await socket.closed().code == 1012)
      let slots = socket.received.value.messages.compactMap { message -> Int? in
        if case .serverDraining(_, let slot) = message { slot } else { nil }
      }
      let slot = try #require(slots.first)
      #expect((0..<2_000).contains(slot))
      await #expect(throws: (any Error).self) { try await server.http("GET", "/health") }
    }
  }
}
