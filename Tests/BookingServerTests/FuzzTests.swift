import BookingDomain
import BookingProtocol
import BookingTesting
import Foundation
import NIOCore
import NIOPosix
import NIOWebSocket
import Testing
import WebSocket

@testable import BookingServer

/// What strangers, guests and staff could send, bent out of shape from a printed seed, at the real
/// server in this process: it goes on, says something, and stays small. `make fuzz` goes on for
/// minutes, with what checks every access to memory.
@Suite(.serialized) struct FuzzTests {
  /// More than any round needs, far less than what something without a bound takes. In a short round
  /// other tests grow in the same process.
  private static let growthMegabytes = Fuzz.given == nil ? 2_000 : 200

  private static let requests = [
    "GET /health HTTP/1.1\r\nHost: a\r\n\r\n",
    "POST /api/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
      + "Content-Length: 40\r\n\r\n{\"email\":\"lan@spa.vn\",\"password\":\"demo\"}",
    "POST /api/commands HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
    "GET /api/events?after=e1:7&from=2026-11-22&to=2026-11-23&wait=0 HTTP/1.1\r\nHost: a\r\n"
      + "Authorization: Bearer TOKEN\r\n\r\n",
    "GET /api/customers?find=%C3%81nh&limit=-1 HTTP/1.1\r\nHost: a\r\n"
      + "Cookie: a=b; FRONTDESK_SESSION=TOKEN\r\n\r\n",
    "GET /api/bookings/9223372036854775807/history HTTP/1.1\r\nHost: a\r\n"
      + "Authorization: Bearer TOKEN\r\n\r\n",
    "GET /spa/websocket/booking/receptionist/2 HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n"
      + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
      + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: http://a\r\n\r\n",
    "OPTIONS /api/login HTTP/1.1\r\nHost: a\r\nOrigin: https://shop.example\r\n"
      + "Forwarded: for=\"[2001:db8::1]:1\";proto=https\r\nX-Forwarded-For: 1.2.3.4, 5.6.7.8\r\n\r\n",
  ]

  /// One of each message that clients send, as the guide and the protocol write them.
  private static let messages = [
    #"{"type":"PING","data":{}}"#,
    #"{"type":"EVENT_ACK","data":{"seq":1}}"#,
    #"{"type":"AUTHENTICATE","data":{"token":"x"}}"#,
    #"{"type":"REFRESH_SESSION","data":{}}"#,
    #"{"type":"SUBSCRIBE_BOOKING_UPDATES","data":{"from":"DAY","to":"DAY"}}"#,
    #"{"type":"SUBSCRIBE_BOOKING_UPDATES","data":{"from":"DAY","after":{"epoch":"e","seq":3}}}"#,
    #"{"type":"SUBSCRIBE_THERAPIST_SCHEDULE","data":{"therapistId":10,"date":"DAY"}}"#,
    #"{"type":"REQUEST_AVAILABILITY","data":{"serviceId":1,"therapistId":10,"date":"DAY"}}"#,
    #"{"type":"UPDATE_BOOKING_STATUS","data":{"bookingId":1,"newStatus":"CONFIRMED","expectedStatus":"SCHEDULED","expectedVersion":1,"reason":"r","notAfter":"DAYT10:00:00Z"}}"#,
    #"{"type":"MARK_ARRIVED","data":{"bookingId":1,"expectedVersion":1}}"#,
    #"{"type":"UNDO","data":{"bookingId":1}}"#,
    #"{"type":"WRITE_NOTES","data":{"bookingId":1,"notes":"text"}}"#,
    #"{"type":"MOVE_BOOKING","data":{"bookingId":1,"therapistId":10,"appointmentDate":"DAY","appointmentTime":"10:00:00","durationMinutes":60,"bedId":1}}"#,
    #"{"type":"SWAP_BOOKINGS","data":{"bookingId":1,"otherBookingId":2}}"#,
    #"{"type":"CREATE_BOOKING","data":{"bookings":[{"customerId":1,"serviceId":1,"therapistId":10,"appointmentDate":"DAY","appointmentTime":"12:00:00","durationMinutes":60,"notes":"n"}]}}"#,
    #"{"type":"BLOCK_TIME","data":{"therapistId":10,"appointmentDate":"DAY","appointmentTime":"12:00:00","durationMinutes":30,"reason":"lunch"}}"#,
    #"{"type":"UNBLOCK_TIME","data":{"blockId":1}}"#,
    #"{"type":"ADD_WAITING","data":{"customerId":1,"serviceId":1,"appointmentDate":"DAY","appointmentTime":"09:00:00","untilTime":"12:00:00","notes":"n"}}"#,
    #"{"type":"REMOVE_WAITING","data":{"waitingId":1}}"#,
    #"{"type":"HOLD_SLOT","data":{"therapistId":10,"appointmentDate":"DAY","appointmentTime":"12:00:00","durationMinutes":60}}"#,
    #"{"type":"RELEASE_SLOT","data":{}}"#,
  ].map { $0.replacing("DAY", with: ContractSpa.date.description) }

  private static let extremes = [
    "0", "-1", "1", "9223372036854775807", "-9223372036854775808", "9223372036854775806",
    "18446744073709551615", "2147483648", "-2147483649", "1e308", "1e-5", "1.5", "-0", "null",
    "true", "[]", "{}", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"24:00:00\"", "\"0000-00-00\"",
    "\"9999-12-31\"", "\"\\u202e\\u001b[2J\"", "\"" + String(repeating: "x", count: 5_000) + "\"",
    String(repeating: "[", count: 600), "1" + String(repeating: "0", count: 400),
  ]

  private static let people = [
    ("lan@spa.vn", "/websocket/booking/receptionist/2"),
    ("mai@spa.vn", "/websocket/booking/manager/1"),
    ("thu@spa.vn", "/websocket/booking/therapist/4"),
    ("an@mail.vn", "/websocket/booking/customer/5"),
  ]

  // MARK: What is bent

  @Test func bytesOfHTTP() async throws {
    try await rounds("HTTP") { server, token, chance in
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...3, using: &chance) {
        let request = Self.requests.randomElement(using: &chance) ?? ""
        bytes += chance.bent(Array(request.replacing("TOKEN", with: token).utf8))
      }
      try await Self.throwAt(
        server.port, bytes, cutAt: Int.random(in: 0...max(1, bytes.count), using: &chance))
    }
  }

  @Test func bytesOfFrames() async throws {
    try await rounds("frames") { server, token, chance in
      let socket = try await server.open(
        Self.people[0].1, ["Authorization: Bearer \(token)"])
      for _ in 0..<20 {
        let text = Self.messages.randomElement(using: &chance) ?? ""
        let frame = WebSocketFrameBytes.text(ByteBuffer(string: text), mask: .random()).buffer
        socket.send(bytes: chance.bent(Array(frame.readableBytesView)))
      }
      socket.leave()
    }
  }

  @Test(arguments: people)
  func messagesOfEachRole(email: String, path: String) async throws {
    try await rounds("messages of \(path)", as: email) { server, token, chance in
      let socket = try await server.open(path, ["Authorization: Bearer \(token)"])
      for _ in 0..<25 {
        let text = Self.messages.randomElement(using: &chance) ?? ""
        socket.send(text: Self.bentJSON(text, &chance))
      }
      // Whatever was said, the socket answers, or was closed with a reason.
      let id = RequestID.random(using: &chance).text
      socket.send(text: #"{"type":"PING","data":{},"id":"\#(id)"}"#)
      _ = try await socket.received.waits(for: "pong or close") { received in
        received.isOver || received.close != nil || received.texts.contains { $0.contains(id) }
          ? true : nil
      }
      socket.leave()
    }
  }

  /// Nobody has logged in: the socket is closed with a reason, whatever was said.
  @Test func messagesOfStrangers() async throws {
    try await rounds("messages of strangers") { server, _, chance in
      let socket = try await server.open(Self.people.randomElement(using: &chance)?.1 ?? "")
      for _ in 0..<5 {
        let text = Self.messages.randomElement(using: &chance) ?? ""
        socket.send(text: Self.bentJSON(text, &chance))
      }
      socket.send(text: #"{"type":"REFRESH_SESSION","data":{}}"#)
      let received = try await socket.received.waits(for: "close") { received in
        received.isOver || received.close != nil ? received : nil
      }
      #expect(
        received.messages.allSatisfy { if case .error(_, _) = $0 { true } else { false } },
        "\(received)")
      socket.leave()
    }
  }

  @Test(arguments: people)
  func messagesOverPolling(email: String, path: String) async throws {
    try await rounds("polling of \(path)", as: email) { server, token, chance in
      let text = Self.messages.randomElement(using: &chance) ?? ""
      let answer = try await server.http(
        "POST", "/api/commands", ["Authorization: Bearer \(token)"],
        body: Self.bentJSON(text, &chance))
      #expect(answer.status.map { (200..<600).contains($0) } ?? false, "\(text): \(answer)")
    }
  }

  // MARK: How

  private func rounds(
    _ what: String, as email: String = "lan@spa.vn",
    _ round: (TestServer, _ token: String, inout SeededRandomness) async throws -> Void
  ) async throws {
    try await TestServer.running({
      $0.limits.messageBurst = 1_000_000
      $0.limits.guestDays = 1_000_000
      $0.limits.guestOrders = 1_000_000
      $0.limits.socketsPerAccount = 1_000_000
    }) { server in
      let token = try await server.token(email)
      let before = Self.residentMegabytes
      try await Fuzz.rounds(what) { chance in try await round(server, token, &chance) }
      let health = try await server.http("GET", "/health")
      #expect(health.status == 200, "\(health)")
      let growth = Self.residentMegabytes - before
      #expect(growth < Self.growthMegabytes, "seed \(Fuzz.seed) grew by \(growth) MB")
    }
  }

  private static func throwAt(_ port: Int, _ bytes: [UInt8], cutAt cut: Int) async throws {
    let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .connect(host: "127.0.0.1", port: port).get()
    // A server that has had enough may have closed already.
    try? await channel.writeAndFlush(ByteBuffer(bytes: bytes.prefix(cut)))
    try? await channel.writeAndFlush(ByteBuffer(bytes: bytes.dropFirst(cut)))
    try? await channel.close()
  }

  /// A value of a message is another one, a name is lost or doubled, or the text is not JSON any more.
  private static func bentJSON(_ message: String, _ chance: inout SeededRandomness) -> String {
    // An order needs an id of its own.
    let id = RequestID.random(using: &chance).text
    let text = #"{"id":"\#(id)","# + message.dropFirst()
    let values = text.matches(of: /:("[^"]*"|-?[0-9]+)/).map { $0.output.1 }
    switch Int.random(in: 0..<8, using: &chance) {
    case 0: return chance.bent(text)
    case 1: return text
    default:
      guard let value = values.randomElement(using: &chance),
        let extreme = extremes.randomElement(using: &chance)
      else { return text }
      return text.replacingCharacters(in: value.startIndex..<value.endIndex, with: extreme)
    }
  }

  private static var residentMegabytes: Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * 4_096 / 1_048_576
  }
}
