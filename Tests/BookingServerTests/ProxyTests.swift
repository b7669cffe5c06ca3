import BookingDomain
import BookingProtocol
import BookingTesting
import Foundation
import Testing

@testable import BookingServer

/// The examples that an operator copies, with the proxies that they are for.
@Suite struct ProxyTests {
  private static func example(_ name: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let place = root.appendingPathComponent(
      "Sources/Programs/frontdesk-server/Examples/\(name)")
    return try String(contentsOf: place, encoding: .utf8)
  }

  /// The example with its addresses replaced; every replacement has to find something.
  private static func example(_ name: String, _ replaced: [(String, String)]) throws -> String {
    var text = try example(name)
    for (from, to) in replaced {
      try #require(text.contains(from), "\(name) has no \"\(from)\" any more")
      text = text.replacing(from, with: to)
    }
    return text
  }

  private static func nginx(to port: Int, at front: Int) async throws -> RunningProgram {
    let directory = try TestRun.privateDirectory("nginx")
    let site = try example(
      "nginx.conf",
      [
        ("server 127.0.0.1:8080;", "server 127.0.0.1:\(port);"),
        ("listen 443 ssl;", "listen 127.0.0.1:\(front);"),
        ("ssl_certificate     /etc/ssl/spa.example.pem;", ""),
        ("ssl_certificate_key /etc/ssl/private/spa.example.key;", ""),
      ])
    let paths = ["client_body", "proxy", "fastcgi", "scgi", "uwsgi"]
      .map { "\($0)_temp_path \(directory)/\($0);" }.joined(separator: "\n")
    let whole = """
      pid \(directory)/pid;
      error_log stderr notice;
      events {}
      http {
      access_log off;
      \(paths)
      \(site)
      }
      """
    try whole.write(toFile: "\(directory)/nginx.conf", atomically: true, encoding: .utf8)
    return try await started(
      "/usr/sbin/nginx",
      ["-e", "stderr", "-p", directory, "-c", "\(directory)/nginx.conf", "-g", "daemon off;"],
      "start worker process ")
  }

  private static func haproxy(to port: Int, at front: Int, speaking protocolFlag: String)
    async throws -> RunningProgram
  {
    let directory = try TestRun.privateDirectory("haproxy")
    let text = try example(
      "haproxy.cfg",
      [
        ("bind :443 ssl crt /etc/haproxy/spa.example.pem", "bind 127.0.0.1:\(front)"),
        (
          "server one 10.0.0.11:8080 check inter 2s", "server one 127.0.0.1:\(port) \(protocolFlag)"
        ),
        ("  server two 10.0.0.12:8080 check inter 2s\n", ""),
      ])
    try text.write(toFile: "\(directory)/haproxy.cfg", atomically: true, encoding: .utf8)
    return try await started(
      "/usr/sbin/haproxy", ["-W", "-f", "\(directory)/haproxy.cfg"], "Loading success")
  }

  private static func started(_ path: String, _ arguments: [String], _ sign: String) async throws
    -> RunningProgram
  {
    let program = try RunningProgram(path, arguments)
    do {
      _ = try await program.record.waits(for: sign) { record in
        record.errors.contains(sign) ? true : nil
      }
      return program
    } catch {
      await program.stop()
      throw error
    }
  }

  private func running(
    _ configure: (inout ServerConfiguration) -> Void = { _ in },
    behind proxy: (_ port: Int, _ front: Int) async throws -> RunningProgram,
    _ body: (TestServer, _ front: Int) async throws -> Void
  ) async throws {
    let front = try FreePort.find()
    try await TestServer.running({
      $0.web.publicURL = PublicURL("https://spa.example")
      $0.web.trustedProxies = [AddressRange("127.0.0.1")].compactMap(\.self)
      configure(&$0)
    }) { server in
      let proxy = try await proxy(server.port, front)
      do { try await body(server, front) } catch {
        await proxy.stop()
        throw error
      }
      await proxy.stop()
    }
  }

  /// What a spa does all day, through the proxy.
  private func work(_ server: TestServer, _ front: Int) async throws {
    func ask(_ text: String) async throws -> WireAnswer {
      try await WireAnswer.of(text, port: front)
    }
    let body = #"{"email":"lan@spa.vn","password":"demo"}"#
    let login = try await ask(
      "POST /api/login HTTP/1.1\r\nHost: spa.example\r\nOrigin: https://spa.example\r\n"
        + "Content-Type: application/json\r\nConnection: close\r\n"
        + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    #expect(login.status == 200, "\(login)")
    #expect(
      login.headers("Set-Cookie").allSatisfy { $0.hasSuffix("Secure") || $0.contains("Secure;") })
    let foreign = try await ask(
      "POST /api/login HTTP/1.1\r\nHost: spa.example\r\nOrigin: https://evil.example\r\n"
        + "Content-Type: application/json\r\nConnection: close\r\n"
        + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    #expect(foreign.status == 403)
    let inside = try await ask(
      "GET /metrics HTTP/1.1\r\nHost: spa.example\r\nConnection: close\r\n\r\n")
    #expect(inside.status == 404)
    let token = try LoginCoding.decodeAnswer(try await server.login("lan@spa.vn").body.utf8).token
    // The page's own address has the proxy's port, the passed-on host may have none.
    let socket = try await WireSocket.open(
      port: front, path: "/websocket/booking/receptionist/2",
      headers: ["Authorization: Bearer \(token)", "Origin: http://127.0.0.1:\(front)"])
    socket.send(.subscribeBookingUpdates(.init(from: ContractSpa.date)))
    _ = try await socket.message { if case .subscribed = $0 { true } else { nil } }
    try await server.foreignSQL(
      "UPDATE bookings SET booking_status = 'CONFIRMED' WHERE booking_id = 1")
    _ = try await socket.event { $0.booking == 1 }
  }

  @Test func nginxAsInTheExample() async throws {
    try await running(behind: Self.nginx, work)
  }

  @Test func haproxyAsInTheExample() async throws {
    try await running(behind: { try await Self.haproxy(to: $0, at: $1, speaking: "") }, work)
  }

  @Test(arguments: ["send-proxy", "send-proxy-v2"])
  func haproxyWithTheProxyProtocol(flag: String) async throws {
    try await running(
      { $0.web.hasProxyProtocol = true },
      behind: { try await Self.haproxy(to: $0, at: $1, speaking: flag) }
    ) { _, front in
      let alive = try await WireAnswer.of(
        "GET /alive HTTP/1.1\r\nHost: spa.example\r\nConnection: close\r\n\r\n", port: front)
      #expect(alive.status == 200, "\(alive)")
    }
  }

  /// Whoever guesses behind a proxy is counted as themselves, and not as everybody behind it.
  @Test func aGuesserBehindAProxyStandsAlone() async throws {
    try await TestServer.running({
      $0.web.trustedProxies = [AddressRange("127.0.0.1")].compactMap(\.self)
    }) { server in
      func attempt(_ address: String, _ password: String) async throws -> Int? {
        try await server.http(
          "POST", "/api/login", ["X-Forwarded-For: \(address)"],
          body: #"{"email":"lan@spa.vn","password":"\#(password)"}"#
        ).status
      }
      for _ in 0..<10 {
        let status = try await attempt("203.0.113.5", "guess")
        #expect(status == 401)
      }
      #expect(try await attempt("203.0.113.5", "guess") == 429)
      // To write another address in front of the proxy's does not help.
      #expect(try await attempt("198.51.100.1, 203.0.113.5", "guess") == 429)
      #expect(try await attempt("203.0.113.6", "demo") == 200)
    }
  }

  @Test func monitorsCanReadTheRules() async throws {
    let rules = URL(fileURLWithPath: try TestRun.privateDirectory("rules"))
      .appendingPathComponent("alerts.yml")
    try Self.example("alerts.yml").write(to: rules, atomically: true, encoding: .utf8)
    let checked = try await RunningProgram.run("promtool", ["check", "rules", rules.path])
    #expect(checked.ending == .exited(0), "\(checked)")
    // What is asked for is there: a metric that was renamed would silence its alarm.
    try await TestServer.running { server in
      _ = try await server.deskWatching()
      let page = try await server.http("GET", "/metrics").body
      let asked = try Self.example("alerts.yml") + Self.example("dashboard.json")
      for match in asked.matches(of: /frontdesk_[a-z_]+/) {
        let name = match.output.replacing(/_bucket$/, with: "")
        #expect(page.contains("# TYPE \(name) "), "nothing is called \(name)")
      }
    }
  }

  private struct Dashboard: Decodable {
    struct Panel: Decodable {
      struct Target: Decodable { let expr: String }
      let title: String
      let targets: [Target]
    }
    let panels: [Panel]
  }

  /// Each question of the dashboard is one that Prometheus understands, and groups by what the series
  /// really have.
  @Test func theDashboardAsksWhatThereIs() async throws {
    let dashboard = try JSONDecoder().decode(
      Dashboard.self, from: Data(Self.example("dashboard.json").utf8))
    let questions = dashboard.panels.flatMap { $0.targets.map(\.expr) }
    #expect(
      !questions.isEmpty && Set(dashboard.panels.map(\.title)).count == dashboard.panels.count)
    let rules = URL(fileURLWithPath: try TestRun.privateDirectory("dashboard"))
      .appendingPathComponent("rules.yml")
    let lines = questions.enumerated().map { "  - {record: 'asked:\($0)', expr: '\($1)'}" }
    try "groups:\n- name: dashboard\n  rules:\n\(lines.joined(separator: "\n"))\n"
      .write(to: rules, atomically: true, encoding: .utf8)
    let checked = try await RunningProgram.run("promtool", ["check", "rules", rules.path])
    #expect(checked.ending == .exited(0), "\(checked)")
    try await TestServer.running { server in
      let token = try await server.token("lan@spa.vn")
      let lan = try await server.open(
        "/websocket/booking/receptionist/2", ["Authorization: Bearer \(token)"])
      _ = try await server.post(
        ContractSpa.command(ContractSpa.morning, ContractSpa.change(.confirmed)), token)
      _ = try await server.http("POST", "/api/logout", ["Authorization: Bearer \(token)"])
      _ = try await lan.closed()
      _ = try await server.deskWatching()
      let page = try await server.http("GET", "/metrics").body
      let asked = try Self.example("alerts.yml") + questions.joined(separator: "\n")
      for match in asked.matches(of: /by \(([a-z_, ]+)\)/) {
        let labels = match.output.1.split(separator: ",").map { $0.filter { $0 != " " } }
        // The first two are Prometheus' own.
        for label in labels where !["instance", "job", "le"].contains(label) {
          #expect(
            page.contains("{\(label)=") || page.contains(",\(label)="), "nothing has \(label)")
        }
      }
      #expect(page.contains("frontdesk_sockets_closed_total{reason="))
    }
  }
}
