import BookingDomain
import BookingProtocol
import BookingTesting
import Testing
import WebSocket

@testable import BookingServer

@Suite struct LoginTests {
  @Test func theRightPasswordOpensASession() async throws {
    try await TestServer.running { server in
      let answer = try await server.login("lan@spa.vn")
      #expect(answer.status == 200)
      let login = try LoginCoding.decodeAnswer(answer.body.utf8)
      #expect(login.person == ContractSpa.lan)
      #expect(login.expiresAt > server.clock.now)
      let cookie = try #require(answer.header("Set-Cookie"))
      #expect(cookie.hasPrefix("FRONTDESK_SESSION=\(login.token);"))
      #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
      #expect(cookie.contains("Path=/") && !cookie.contains("Secure"))
      #expect(answer.header("Cache-Control") == "no-store")
    }
  }

  @Test func wrongPasswordAndUnknownAccountAreTheSameAnswer() async throws {
    try await TestServer.running { server in
      let wrong = try await server.login("lan@spa.vn", "nonsense")
      let unknown = try await server.login("nobody@spa.vn", "demo")
      #expect(wrong.status == 401 && unknown.status == 401)
      #expect(wrong.body == unknown.body)
      #expect(wrong.body.contains("The e-mail or the password is wrong."))
    }
  }

  @Test func anInactiveAccountMayNotLogIn() async throws {
    try await TestServer.running { server in
      let answer = try await server.login("gone@spa.vn")
      #expect(answer.status == 403)
      #expect(answer.body.contains("switched off"))
    }
  }

  @Test func aMalformedHashIsSimplyWrong() async throws {
    try await TestServer.running { server in
      try await server.foreignSQL(
        "UPDATE users SET hash_password = '$2a$99$broken' WHERE user_id = 2")
      #expect(try await server.login("lan@spa.vn").status == 401)
    }
  }

  @Test func guessingIsMadeSlow() async throws {
    try await TestServer.running { server in
      for _ in 0..<10 { _ = try await server.login("lan@spa.vn", "guess") }
      let answer = try await server.login("lan@spa.vn")
      #expect(answer.status == 429 && answer.header("Retry-After") != nil)
    }
  }

  @Test func rightPasswordsAreNotCounted() async throws {
    try await TestServer.running { server in
      for _ in 0..<40 {
        let answer = try await server.login("lan@spa.vn")
        #expect(answer.status == 200)
      }
    }
  }

  @Test func anAccountIsCountedHoweverItIsSpelt() async throws {
    try await TestServer.running { server in
      let spellings = ["lan@spa.vn", "LAN@spa.vn", " lan@spa.vn", "Lan@Spa.vn ", "lan@SPA.VN"]
      for spelling in spellings + spellings {
        let answer = try await server.login(spelling, "guess")
        #expect(answer.status == 401, "\(spelling)")
      }
      #expect(try await server.login("lAN@spa.vn", "guess").status == 429)
      // What stands behind a NUL makes it nobody's address, and not Lan's.
      #expect(try await server.login("lan@spa.vn\\u0000x", "demo").status == 401)
    }
  }

  @Test func aDeviceThatIsKnownHasItsOwnAllowance() async throws {
    try await TestServer.running { server in
      let answer = try await server.login("lan@spa.vn")
      let mark = try #require(
        answer.headers("Set-Cookie").first { $0.hasPrefix("FRONTDESK_DEVICE=") })
      let cookie = "Cookie: " + mark.prefix { $0 != ";" }
      for _ in 0..<10 { _ = try await server.login("lan@spa.vn", "guess") }
      #expect(try await server.login("lan@spa.vn").status == 429)
      let body = #"{"email":"lan@spa.vn","password":"demo"}"#
      let json = "Content-Type: application/json"
      #expect(
        try await server.http("POST", "/api/login", [cookie, json], body: body).status == 200)
      // Made up, or another person's, it is worth nothing.
      let forged =
        "Cookie: FRONTDESK_DEVICE=\(String(repeating: "a", count: 32))."
        + String(repeating: "b", count: 64)
      #expect(
        try await server.http("POST", "/api/login", [forged, json], body: body).status == 429)
    }
  }

  @Test func loggingOutEndsTheSessionAndItsSockets() async throws {
    try await TestServer.running { server in
      let token = try await server.token("lan@spa.vn")
      let bearer = "Authorization: Bearer \(token)"
      let socket = try await server.open("/websocket/booking/receptionist/2", [bearer])
      #expect(try await server.http("POST", "/api/logout", [bearer]).status == 200)
      #expect(try await socket.closed().code == 1008)
      #expect(try await server.http("GET", "/api/events", [bearer]).status == 401)
    }
  }

}
