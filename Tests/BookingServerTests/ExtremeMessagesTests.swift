import BookingDomain
import BookingProtocol
import BookingTesting
import Testing

@testable import BookingServer

/// Every whole number of every client message at its extremes, by somebody of each role, to the
/// real server: it answers each message, and whoever comes after it.
@Suite struct ExtremeMessagesTests {
  private static let senders = [
    ("mai@spa.vn", "manager/1"), ("thu@spa.vn", "therapist/4"), ("an@mail.vn", "customer/5"),
  ]

  @Test(.timeLimit(.minutes(10))) func noNumberStopsTheServer() async throws {
    try await TestServer.running { configuration in
      configuration.limits.messageBurst = 1_000_000
      configuration.limits.guestDays = 1_000_000
      configuration.limits.guestOrders = 1_000_000
    } _: { server in
      let watching = try await server.deskWatching()
      for (email, path) in Self.senders {
        let socket = try await server.socket(email, "/websocket/booking/\(path)")
        for (number, variant) in WireExtremes.ofClients.enumerated() {
          socket.send(text: variant.text)
          // Answered in its turn, so that no queue hides a slow one.
          if number % 50 == 0 { try await answersPing(socket, "\(number)") }
        }
        try await answersPing(socket, "last")
        #expect(try await server.http("GET", "/health").status == 200)
        socket.leave()
      }
      try await answersPing(watching, "watching")
      let held = try await watching.received.waits(for: "messages") { $0.messages }.compactMap {
        if case .slotHeld(let hold) = $0 { hold.slot.duration.count } else { nil }
      }
      #expect(held.allSatisfy(Ranges.duration.contains), "nothing else was relayed")
    }
  }

  /// The same over HTTP, with the numbers of its own that polling has.
  @Test func noNumberStopsPolling() async throws {
    try await TestServer.running { server in
      for email in ["mai@spa.vn", "an@mail.vn"] {
        let header = ["Authorization: Bearer \(try await server.token(email))"]
        for variant in WireExtremes.ofClients where variant.text.contains("MOVE_BOOKING") {
          let answer = try await server.http("POST", "/api/commands", header, body: variant.text)
          #expect([200, 400, 429].contains(answer.status ?? 0), "\(answer): \(variant.text)")
        }
        for number in WireExtremes.numbers.filter({ !$0.contains("\"") && !$0.contains("[") }) {
          for path in [
            "/api/events?after=e:\(number)",
            "/api/customers?find=an&limit=\(number)", "/api/customers/\(number)",
            "/api/bookings/\(number)/history",
          ] {
            let answer = try await server.http("GET", path, header)
            #expect((200..<500).contains(answer.status ?? 0), "\(answer): \(path)")
          }
        }
      }
      #expect(try await server.http("GET", "/health").status == 200)
    }
  }

  private func answersPing(_ socket: WireSocket, _ id: String) async throws {
    let pongs = socket.received.value.messages.count { $0 == .pong }
    socket.send(.ping, id: id)
    _ = try await socket.received.waits(for: "pong \(id)") { received in
      received.messages.count { $0 == .pong } > pongs ? true : nil
    }
  }
}
