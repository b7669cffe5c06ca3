import BookingDomain
import BookingProtocol
import BookingStore
import Foundation
import SQLiteStore
import Testing

@Suite struct EndpointsTests {
  @Test func unknownAddressWrongMethodAndWrongBodyAreSentences() async throws {
    try await TestServer.running { server in
      let unknown = try await server.http("GET", "/nothing/here")
      #expect(unknown.status == 404 && unknown.body.contains("\"error\""))
      let method = try await server.http("GET", "/api/login")
      #expect(method.status == 405 && method.header("Allow") == "POST")
      let malformed = try await server.http("POST", "/api/login", body: "{\"email\":")
      #expect(malformed.status == 400 && malformed.body.contains("email"))
      let session = try await server.http("POST", "/api/commands", body: "{}")
      #expect(session.status == 401)
    }
  }

  /// What the reference tells writers of other clients is there, and answers to that method.
  @Test func everyAddressOfTheReferenceAnswers() async throws {
    try await TestServer.running { server in
      for exchange in ExchangeNote.all {
        let path = exchange.path.replacingOccurrences(of: "/ID", with: "/1")
        let answer = try await server.http(exchange.method, path)
        #expect([200, 400, 401].contains(answer.status), "\(exchange.method) \(path)")
        if answer.status != 200 { #expect(answer.body.hasPrefix(#"{"error":""#)) }
        let other = try await server.http(exchange.method == "GET" ? "POST" : "GET", path)
        #expect(other.status == 405 && other.header("Allow") == exchange.method, "\(path)")
      }
    }
  }

  @Test func aParameterThatIsNoneIsNamed() async throws {
    try await TestServer.running { server in
      let login = ["Authorization: Bearer \(try await server.token("lan@spa.vn"))"]
      let free = "/api/free?service=1&from=2026-03-10&to=2026-03-11"
      for (name, value) in [("after", "99:99"), ("before", "-1"), ("therapist", "abc")] {
        let answer = try await server.http("GET", "\(free)&\(name)=\(value)", login)
        #expect(answer.status == 400 && answer.body.contains("\(name)\\\" is"), "\(answer.body)")
      }
      #expect(try await server.http("GET", "\(free)&after=&before=14:30", login).status == 200)
      let far = "/api/free?service=1&from=2099-03-10&to=2099-03-11"
      #expect(try await server.http("GET", far, login).body == "[]")
      let full = "/api/fullness?from=2026-03-10&to=2026-03-11&therapist=abc"
      #expect(try await server.http("GET", full, login).status == 400)
    }
  }

  @Test func aBodyTooBigIsRefusedBeforeItIsRead() async throws {
    try await TestServer.running { server in
      let answer = try await server.raw(
        "POST /api/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000000\r\n\r\n{")
      #expect(answer.status == 413 && answer.header("Connection") == "close")
    }
  }

  @Test func headersTooLargeAreRefused() async throws {
    try await TestServer.running { server in
      let long = String(repeating: "x", count: 20_000)
      let answer = try await server.raw(
        "GET /health HTTP/1.1\r\nHost: localhost\r\nX-Long: \(long)\r\n\r\n")
      #expect(answer.status == 431 || answer.status == 400)
    }
  }

  @Test func whatIsNotHTTPIsAnsweredOnce() async throws {
    try await TestServer.running { server in
      let answer = try await server.raw("\u{1}\u{2}nonsense\r\n\r\n")
      #expect(answer.status == 400)
    }
  }

  @Test func requestsOnOneConnectionAreAnsweredInOrder() async throws {
    try await TestServer.running { server in
      let answer = try await server.raw(
        "GET /health HTTP/1.1\r\nHost: a\r\n\r\nGET /nothing HTTP/1.1\r\nHost: a\r\n\r\n"
          + "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      let statuses = answer.text.components(separatedBy: "HTTP/1.1 ").dropFirst()
        .map { $0.prefix(3) }
      #expect(statuses == ["200", "404", "200"])
    }
  }

  @Test func healthSaysWhereTheLogIs() async throws {
    try await TestServer.running { server in
      let answer = try await server.http("GET", "/health")
      #expect(answer.status == 200)
      #expect(answer.body.contains("\"database\":\"available\""))
      #expect(answer.body.contains("\"status\":\"ok\"") && answer.body.contains("\"position\":"))
    }
  }

  @Test func theAPIStandsUnderAContextPathToo() async throws {
    try await TestServer.running { server in
      let answer = try await server.http(
        "POST", "/spa/api/login", body: #"{"email":"lan@spa.vn","password":"demo"}"#)
      #expect(answer.status == 200)
      #expect(try await server.http("GET", "/spa/health").status == 200)
      #expect(try await server.http("GET", "/spa/xapi/login").status == 404)
    }
  }

  @Test func healthSaysHowFarBehindReadersAre() async throws {
    try await TestServer.running { server in
      let lan = try await server.deskWatching()
      let start = try await server.store.position()
      lan.send(.eventAck(seq: start.seq))
      try await server.foreignSQL(
        "UPDATE bookings SET booking_notes = 'a' WHERE booking_id = 1",
        "UPDATE bookings SET booking_notes = 'b' WHERE booking_id = 2")
      let last = try await lan.event { $0.booking == 2 }
      _ = try await lan.settled()
      let behind = try await server.http("GET", "/health").body
      #expect(behind.contains("\"acknowledging\":1") && behind.contains("\"furthestBehind\":2"))
      lan.send(.eventAck(seq: last.seq))
      _ = try await lan.settled()
      #expect(try await server.http("GET", "/health").body.contains("\"furthestBehind\":0"))
    }
  }

  @Test func pagesOfAnotherOriginMayNotAct() async throws {
    try await TestServer.running { server in
      let answer = try await server.http(
        "POST", "/api/login", ["Origin: https://evil.example"],
        body: #"{"email":"lan@spa.vn","password":"demo"}"#)
      #expect(answer.status == 403)
    }
  }
}
