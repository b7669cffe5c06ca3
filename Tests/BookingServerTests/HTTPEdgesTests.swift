import BookingDomain
import BookingProtocol
import BookingTesting
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import Testing

@testable import BookingServer

/// What is refused though, or because, somebody could read it in two ways; cases of RFC 9110 and
/// 9112, and of published request-smuggling reports.
@Suite struct HTTPEdgesTests {
  @Test(arguments: [
    "GET /health HTTP/1.1\r\n\r\n",
    "GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    "GET /health HTTP/1.1\r\nHost: a b\r\n\r\n",
    "GET /health HTTP/1.1\r\nHost: a/b\r\n\r\n",
    "GET /health RTSP/1.0\r\nHost: a\r\n\r\n",
    "DESCRIBE /health RTSP/1.0\r\nHost: a\r\n\r\n",
    "OPTIONS /health RTSP/1.0\r\nHost: a\r\n\r\n",
    "SOURCE /health ICE/1.0\r\nHost: a\r\n\r\n",
    "GET /health HTTP/2.0\r\nHost: a\r\n\r\n",
    "GET /health HTTP/1.2\r\nHost: a\r\n\r\n",
    "GET health HTTP/1.1\r\nHost: a\r\n\r\n",
    "POST /api/login HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
    "POST /api/login HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
    "POST /api/login HTTP/1.1\r\nHost: a\r\nContent-Length: 2, 2\r\n\r\n{}",
    "POST /api/login HTTP/1.1\r\nHost: a\r\nContent-Length: +2\r\n\r\n{}",
    "POST /api/login HTTP/1.1\r\nHost: a\r\nContent-Length: -2\r\n\r\n{}",
    "POST /api/login HTTP/1.1\r\nHost: a\r\nContent-Length: 0x2\r\n\r\n{}",
    "POST /api/login HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n{}",
    "POST /api/login HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n"
      + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "POST /api/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
      + "Content-Length: 5\r\n\r\n0\r\n\r\n",
    "POST /api/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n",
    "POST /api/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n",
    "POST /api/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "POST /api/login HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "POST /api/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
    "POST /api/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
    "POST /api/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
    "GET /health HTTP/1.1\r\nHost: a\r\nX-A: b\r\n folded\r\n\r\n",
    "GET /health HTTP/1.1\r\nHost: a\r\nX A: b\r\n\r\n",
    "GET /health HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n",
    "GET /health HTTP/1.1\r\nHost: a\r\nX: a\u{0}b\r\n\r\n",
    "GET /health HTTP/1.1\nHost: a\n\n",
    "GET /health HTTP/1.1\r\nHost: a\nX: b\r\n\r\n",
    "GET /health HTTP/1.1\r\nHost: a\rX: b\r\n\r\n",
  ])
  func whatCanBeReadInTwoWaysIsRefused(request: String) async throws {
    try await TestServer.running { server in
      let answer = try await server.raw(request)
      #expect(answer.status == 400, "\(request.debugDescription): \(answer)")
      #expect(answer.header("Connection") == "close")
    }
  }

  @Test(arguments: [
    "GET /health HTTP/1.0\r\n\r\n",
    "GET http://a/health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    "GET /health HTTP/1.1\r\nhOST: a\r\nConnection: close\r\n\r\n",
    "GET /health HTTP/1.1\r\nHost: [::1]:8080\r\nConnection: close\r\n\r\n",
    "\r\nGET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
      + "2;name=value\r\n{}\r\n0\r\n\r\n",
  ])
  func whatIsUnusualAndClearIsAnswered(request: String) async throws {
    try await TestServer.running { server in
      let answer = try await server.raw(request)
      #expect(answer.status == 200, "\(request.debugDescription): \(answer)")
    }
  }

  @Test(arguments: ["\u{1}\u{2}\u{3}junk\r\n\r\n", "NOT HTTP AT ALL\r\n\r\n", "GET\r\n\r\n"])
  func whatCameBeforeJunkIsAnswered(junk: String) async throws {
    try await TestServer.running { server in
      let body = #"{"email":"lan@spa.vn","password":"demo"}"#
      for request in [
        "GET /alive HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST /api/login HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)",
      ] {
        let answer = try await server.raw(request + request + junk)
        let statuses = answer.text.components(separatedBy: "HTTP/1.1 ").map { $0.prefix(3) }
        #expect(statuses == ["", "200", "200", "400"], "\(answer)")
      }
    }
  }

  @Test func whoSaysNothingMoreIsStillAnswered() async throws {
    try await TestServer.running { server in
      let body = #"{"email":"lan@spa.vn","password":"demo"}"#
      let login =
        "POST /api/login HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
      let one = try await WireAnswer.of(login, port: server.port, ends: true)
      #expect(one.status == 200 && one.body.contains("token"))
      let three = try await WireAnswer.of(
        login + "GET /alive HTTP/1.1\r\nHost: a\r\n\r\n" + login, port: server.port, ends: true)
      #expect(three.text.components(separatedBy: "HTTP/1.1 200").count == 4, "\(three)")
      let half = try await WireAnswer.of(
        String(login.dropLast(5)), port: server.port, ends: true)
      #expect(half.status != 200)
      let nothing = try await WireAnswer.of("", port: server.port, ends: true)
      #expect(nothing.text.isEmpty)
    }
  }

  @Test func aSocketThatEndsItsHalfIsGone() async throws {
    try await TestServer.running { server in
      let desk = try await server.deskWatching()
      desk.endHalf()
      try await Polled.until("it has left") { server.server.parts.hub.sockets == 0 }
    }
  }

  @Test func requestsThatArePipelinedAreAnsweredInTheirOrder() async throws {
    try await TestServer.running { server in
      let bearer = "Authorization: Bearer \(try await server.token("lan@spa.vn"))"
      var text = ""
      let ids = (0..<40).map { "00000000-0000-4000-8000-0000000000\($0 + 10)" }
      for id in ids {
        let body = #"{"type":"PING","data":{},"id":"\#(id)"}"#
        text +=
          "POST /api/commands HTTP/1.1\r\nHost: a\r\n\(bearer)\r\nContent-Length: "
          + "\(body.utf8.count)\r\n\r\n\(body)"
      }
      text += "GET /alive HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
      let answer = try await server.raw(text)
      let places = ids.compactMap { answer.text.firstRange(of: $0)?.lowerBound }
      #expect(places.count == 40 && places == places.sorted())
      #expect(answer.text.hasSuffix(#"{"status":"alive"}"#))
    }
  }

  /// A page whose own name leads here (DNS rebinding).
  @Test func aPageUnderAForeignNameIsRefused() async throws {
    try await TestServer.running { server in
      let port = server.port
      let body = #"{"email":"lan@spa.vn","password":"demo"}"#
      func status(_ host: String, _ path: String) async throws -> Int? {
        try await server.raw(
          "POST \(path) HTTP/1.1\r\nHost: \(host)\r\nOrigin: http://\(host)\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        ).status
      }
      #expect(try await status("evil.example:\(port)", "/api/login") == 403)
      #expect(try await status("127.0.0.1:\(port)", "/api/login") == 200)
      #expect(try await status("localhost:\(port)", "/api/login") == 200)
      #expect(try await status("spa.example", "/api/login") == 200, "as a proxy passes it on")
      let metrics = try await server.raw(
        "GET /metrics HTTP/1.1\r\nHost: evil.example:\(port)\r\nConnection: close\r\n\r\n")
      #expect(metrics.status == 403)
    }
  }

  @Test func aClientThatAsksIsToldToSendItsBody() async throws {
    try await TestServer.running { server in
      let body = #"{"email":"lan@spa.vn","password":"demo"}"#
      let head =
        "POST /api/login HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\n"
      let answer = try await server.raw(
        "\(head)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
      #expect(answer.text.hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK"))
      // A body that would be refused is not asked for.
      let refused = try await server.raw("\(head)Content-Length: 10000000\r\n\r\n")
      #expect(refused.status == 413)
      let other = try await server.raw(
        "GET /health HTTP/1.1\r\nHost: a\r\nExpect: a-miracle\r\n\r\n")
      #expect(other.status == 417)
    }
  }

  @Test func aPageOfAnotherSiteCannotUseTheVisitorsCookie() async throws {
    try await TestServer.running { server in
      let cookie = "Cookie: FRONTDESK_SESSION=\(try await server.token("lan@spa.vn"))"
      let body =
        #"{"type":"PING","data":{},"id":"00000000-0000-4000-8000-000000000001"}"#
      func post(_ headers: String...) async throws -> Int? {
        try await server.http("POST", "/api/commands", [cookie] + headers, body: body).status
      }
      let json = "Content-Type: application/json"
      #expect(try await post(json) == 200)
      #expect(try await post("Content-Type: application/json; charset=utf-8") == 200)
      #expect(try await post(json, "Sec-Fetch-Site: same-origin") == 200)
      #expect(try await post(json, "Sec-Fetch-Site: cross-site") == 403)
      #expect(try await post(json, "Sec-Fetch-Site: same-site") == 403)
      #expect(try await post("Content-Type: text/plain", "Sec-Fetch-Site: cross-site") == 403)
      #expect(try await post("Content-Type: text/plain") == 415)
      #expect(try await post("Content-Type: application/x-www-form-urlencoded") == 415)
      #expect(try await post() == 415)
    }
  }

  @Test func pagesThatAreAllowedAreToldSo() async throws {
    let shop = "Origin: https://shop.example"
    try await TestServer.running({ $0.allowedOrigins = ["https://shop.example"] }) { server in
      let asked = try await server.http(
        "OPTIONS", "/api/login", [shop, "Access-Control-Request-Method: POST"])
      #expect(asked.status == 204)
      #expect(asked.header("Access-Control-Allow-Origin") == "https://shop.example")
      #expect(asked.header("Access-Control-Allow-Methods") == "POST")
      #expect(asked.header("Access-Control-Allow-Headers")?.contains("Content-Type") == true)
      let body = #"{"email":"lan@spa.vn","password":"demo"}"#
      let login = try await server.http(
        "POST", "/api/login", [shop, "Content-Type: application/json"], body: body)
      #expect(login.status == 200)
      #expect(login.header("Access-Control-Allow-Origin") == "https://shop.example")
      let other = try await server.http(
        "OPTIONS", "/api/login", ["Origin: https://evil.example"])
      #expect(other.status == 405 && other.header("Access-Control-Allow-Origin") == nil)
    }
  }

  @Test func unknownTypesAreNotEchoedRaw() async throws {
    try await TestServer.running { server in
      let lan = try await server.socket("lan@spa.vn", "/websocket/booking/receptionist/2")
      lan.send(text: #"{"type":"EVIL\u001b[2J<script>","data":{}}"#)
      let sentence = try await lan.message { message -> String? in
        if case .error(let sentence, _) = message { sentence } else { nil }
      }
      #expect(sentence == "Unknown message type: EVIL??2J?script?")
    }
  }

  @Test func answersSayHowTheyMayBeUsed() async throws {
    try await TestServer.running { server in
      let answer = try await server.http("GET", "/alive")
      #expect(answer.status == 200 && answer.body == #"{"status":"alive"}"#)
      #expect(answer.header("Content-Security-Policy")?.hasPrefix("default-src 'none'") == true)
      #expect(answer.header("Referrer-Policy") == "no-referrer")
      #expect(answer.header("Strict-Transport-Security") == nil)
      let head = try await server.http("HEAD", "/alive")
      #expect(head.status == 200 && head.body.isEmpty && head.header("Content-Length") == "18")
    }
  }

  @Test func webSocketsCanBeSwitchedOffAndPollingStays() async throws {
    try await TestServer.running({ $0.web.isWebSocketEnabled = false }) { server in
      let bearer = "Authorization: Bearer \(try await server.token("lan@spa.vn"))"
      let socket = try await server.open("/websocket/booking/receptionist/2", [bearer])
      #expect(socket.received.value.head.hasPrefix("HTTP/1.1 404"))
      #expect(try await server.http("GET", "/api/events", [bearer]).status == 200)
    }
  }
}

@Suite struct HTTPConnectionStateTests {
  private let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)

  private func state() -> HTTPConnectionState {
    HTTPConnectionState(.init(), longestBody: 100, now: start)
  }

  private var head: HTTPServerRequestPart {
    .head(HTTPRequestHead(version: .http1_1, method: .GET, uri: "/", headers: ["Host": "a"]))
  }

  @Test func aRequestHasAnEndThatItsBytesDoNotPutOff() {
    var state = state()
    #expect(state.deadline == start + .seconds(20))
    _ = state.receive(head, at: start + .seconds(15))
    for second in 16..<20 {
      let byte = ByteBuffer(string: "x")
      _ = state.receive(.body(byte), at: start + .seconds(Int64(second)))
    }
    #expect(state.deadline == start + .seconds(20))
  }

  @Test func strangersAreNotAnsweredForEverOnOneConnection() {
    var (stranger, guest) = (state(), state())
    var now = start
    var answers = 0
    for _ in 0..<20 {
      now = now + .seconds(30)
      _ = stranger.receive(head, at: now)
      _ = stranger.receive(.end(nil), at: now)
      if stranger.answered(closes: false, isKnown: false, at: now) { answers += 1 }
      _ = guest.receive(head, at: now)
      _ = guest.receive(.end(nil), at: now)
      let goesOn = guest.answered(closes: false, isKnown: true, at: now)
      #expect(goesOn)
    }
    #expect(answers == 9)
    #expect(stranger.isEnding)
  }

  @Test func whileTheServerWorksNothingTimesOut() {
    var state = state()
    _ = state.receive(head, at: start)
    _ = state.receive(.end(nil), at: start)
    #expect(state.isAnswering && state.deadline == nil)
  }

  @Test func whoHasEndedIsAnsweredForAWhileAndThenOver() {
    var state = state()
    let isOver = state.inputEnded(at: start)
    #expect(isOver, "nothing was asked")
    state = self.state()
    _ = state.receive(head, at: start)
    _ = state.receive(.end(nil), at: start)
    let isOverToo = state.inputEnded(at: start)
    #expect(!isOverToo && state.deadline == start + .seconds(5))
    let goesOn = state.answered(closes: false, isKnown: true, at: start)
    #expect(!goesOn && state.isEnding)
  }

  @Test func whatIsPipelinedWaitsForTheAnswerBefore() {
    var state = state()
    _ = state.receive(head, at: start)
    _ = state.receive(.end(nil), at: start)
    _ = state.receive(head, at: start)
    _ = state.receive(.end(nil), at: start)
    _ = state.answered(closes: false, isKnown: false, at: start)
    guard case .answer = state.next(at: start) else {
      Issue.record("the second request was lost")
      return
    }
    #expect(state.isAnswering)
  }
}
