import BookingDomain
import BookingTesting
import NIOCore
import NIOHTTP1
import Testing
import WebSocket

@testable import BookingServer

@Suite struct ConnectionRulesTests {
  private let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)
  private let wall = Timestamp(seconds: 1_000_000)

  private func rules() -> ConnectionRules {
    ConnectionRules(
      limits: .init(), sessionRules: SessionRules(lifetime: 720, warning: 5), now: start)
  }

  private func tick(_ rules: inout ConnectionRules, _ now: NIODeadline, _ wallClock: Timestamp)
    -> [ConnectionRules.Step]
  {
    rules.tick(at: now, wallClock: wallClock)
  }

  @Test func aQuietLineIsPingedAndASilentOneEnded() {
    var rules = rules()
    #expect(tick(&rules, start, wall).isEmpty)
    #expect(tick(&rules, start + .seconds(5), wall) == [.ping])
    #expect(tick(&rules, start + .seconds(16), wall).isEmpty)
    #expect(tick(&rules, start + .seconds(18), wall) == [.ping])
    rules.heard(at: start + .seconds(18))
    #expect(tick(&rules, start + .seconds(62), wall) == [.ping])
    guard case .close(let close) = rules.tick(at: start + .seconds(63), wallClock: wall).first
    else {
      Issue.record("silence of three heartbeats was taken for life")
      return
    }
    #expect(close.code == 1001)
  }

  /// A frame that never ends is no sign of life, however many bytes of it come: a client that drips
  /// them is ended as a silent one is.
  @Test func aDrippedFrameDoesNotPutOffTheEnd() async throws {
    try await TestServer.running({ $0.limits.heartbeat = .seconds(1) }) { server in
      let token = try await server.token("lan@spa.vn")
      let dripping = try await RunningProgram.run(
        "/usr/bin/python3", ["-c", Self.dripping, "\(server.port)", token])
      // The server's close frame: going away.
      #expect(dripping.output.hasPrefix("ended 1001 after "), "\(dripping)")
    }
  }

  /// Whole head, and then a byte of a text frame of 1,000 every fifth of a second.
  private static let dripping = """
    import socket, struct, sys, time
    port, token = sys.argv[1:]
    s = socket.create_connection(("127.0.0.1", int(port)))
    s.sendall(("GET /websocket/booking/receptionist/2 HTTP/1.1\\r\\nHost: 127.0.0.1:%s\\r\\n"
        "Upgrade: websocket\\r\\nConnection: Upgrade\\r\\nSec-WebSocket-Version: 13\\r\\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\\r\\n"
        "Authorization: Bearer %s\\r\\n\\r\\n" % (port, token)).encode())
    drip = iter(b"\\x81\\xfe" + struct.pack(">H", 1000) + b"abcd" + b"x" * 1000)
    received = b""
    s.settimeout(0.2)
    for count in range(1000):
        try:
            s.sendall(bytes([next(drip)]))
            more = s.recv(65536)
            if not more: break
            received += more
        except socket.timeout: pass
        except OSError: break
    at = received.rfind(b"\\x88")
    print("ended", struct.unpack(">H", received[at + 2:at + 4])[0], "after", count, "bytes")
    """

  @Test func aSessionsEndIsLookedUpOnceAndAgainAtTheEnd() {
    var rules = rules()
    rules.sessionLasts(until: wall + 10)
    rules.heard(at: start + .seconds(10_000))
    #expect(tick(&rules, start, wall + 4).isEmpty)
    #expect(tick(&rules, start, wall + 5) == [.checkSession])
    #expect(tick(&rules, start, wall + 6).isEmpty)
    rules.sessionLasts(until: wall + 30)
    #expect(tick(&rules, start, wall + 24).isEmpty)
    #expect(tick(&rules, start, wall + 30) == [.checkSession])
  }

  @Test(arguments: [
    ("/websocket/booking/customer/1", "customer", "1"),
    ("/spa/websocket/booking/therapist/7", "therapist", "7"),
    ("/a/b/websocket/booking/manager/2", "manager", "2"),
  ])
  func aSocketsPathNamesThePerson(path: String, userType: String, userID: String) throws {
    let found = try #require(SocketPath(path))
    #expect(found.userType == userType && found.userID == userID)
  }

  @Test(arguments: [
    "/websocket/booking/customer", "/websocket/booking/customer/", "/websocket/customer/1",
    "/websocket/booking/customer/1/2", "websocket/booking/customer/1", "/",
  ])
  func otherPathsAreNoSockets(path: String) {
    #expect(SocketPath(path) == nil)
  }

  @Test(
    arguments: [
      (nil, "spa.example", true), ("https://spa.example", "spa.example", true),
      ("https://spa.example:443", "spa.example", true),
      ("http://spa.example:8080", "spa.example:8080", true),
      ("https://spa.example.evil.com", "spa.example", false), ("null", "spa.example", false),
      ("https://shop.example", "spa.example", true), ("http://shop.example", "spa.example", false),
      // nginx's usual `Host $host` has no port.
      ("https://spa.example:8443", "spa.example", true),
      ("https://spa.example:8443", "spa.example:9443", false),
      ("https://[2001:db8::7]:8443", "[2001:db8::7]", true),
      ("https://desk.example", "10.0.0.2:8080", true),
    ] as [(String?, String, Bool)])
  func originsAreCompared(origin: String?, host: String, isAdmitted: Bool) {
    var headers: HTTPHeaders = ["Host": host]
    if let origin { headers.add(name: "Origin", value: origin) }
    var configuration = ServerConfiguration()
    configuration.allowedOrigins = ["https://Shop.example"]
    configuration.web.publicURL = PublicURL("https://Desk.example:443/spa/")
    let caller = Caller(address: nil, isSecure: false)
    #expect(OriginCheck(configuration).admits(headers, from: caller, on: nil) == isAdmitted)
  }

  /// A page of evil.example, which lets its name lead to us, connects to us itself.
  @Test(
    arguments: [
      ("evil.example:8440", 8440, false), ("evil.example", 80, false),
      ("desk.evil.example.:8440", 8440, false), ("localhost.evil.example:8440", 8440, false),
      ("127.0.0.1.evil.example:8440", 8440, false),
      ("127.0.0.1:8440", 8440, true), ("[::1]:8440", 8440, true),
      ("[2001:db8::7]:8440", 8440, true),
      ("localhost:8440", 8440, true), ("desk:8440", 8440, true), ("spa.local:8440", 8440, true),
      ("desk.example:8440", 8440, true), ("shop.example:8440", 8440, true),
      // What a proxy passes on has no port of ours: `Host $host`, or its own.
      ("spa.example", 8440, true), ("spa.example:8443", 8440, true),
    ])
  func aNameThatAnybodyCanGiveIsNotOurs(host: String, port: Int, isAdmitted: Bool) {
    var configuration = ServerConfiguration()
    configuration.allowedOrigins = ["https://Shop.example"]
    configuration.web.publicURL = PublicURL("https://Desk.example/spa/")
    let headers: HTTPHeaders = ["Host": host, "Origin": "http://\(host)"]
    let caller = Caller(address: nil, isSecure: false)
    #expect(
      OriginCheck(configuration).admits(headers, from: caller, on: port) == isAdmitted)
    configuration.tls = .init(certificateFile: "c", keyFile: "k")
    #expect(
      OriginCheck(configuration).admits(headers, from: caller, on: port),
      "a browser has seen the certificate")
  }

  @Test func slotsSpreadTheHerd() {
    let slots = (0..<1_000).map {
      ReconnectSlots.milliseconds(connection: Int64($0), of: 1_000)
    }
    #expect(slots.allSatisfy { (0..<500).contains($0) })
    for begun in stride(from: 0, to: 500, by: 25) {
      let count = slots.count { (begun..<begun + 25).contains($0) }
      #expect((25...80).contains(count), "\(count) come back between \(begun) and +25 ms")
    }
  }

  @Test func zonesKnowTheirOffsets() throws {
    let now = try #require(Timestamp("2026-03-10T12:00:00Z"))
    let saigon = try SpaZone(named: "Asia/Ho_Chi_Minh", around: now)
    #expect(saigon.offset(at: now) == 7 * 3600)
    let berlin = try SpaZone(named: "Europe/Berlin", around: now)
    let spring = try #require(Timestamp("2026-03-29T01:00:00Z"))
    #expect(berlin.offset(at: Timestamp(milliseconds: spring.milliseconds - 1)) == 3600)
    #expect(berlin.offset(at: spring) == 7200)
    #expect(throws: OperatingError.self) { try SpaZone(named: "Mars/Olympus", around: now) }
  }
}
