import BookingDomain
import BookingProtocol
import BookingTesting
import Foundation
import Testing

@testable import BookingServer

@Suite struct MetricsTests {
  /// Prometheus' own checker, which every monitor of a spa would be as strict as.
  private func check(_ page: String) async throws -> RunningProgram.Record {
    try await RunningProgram.run("promtool", ["check", "metrics"], input: page)
  }

  @Test func whatHappensIsCountedAndPrometheusReadsIt() async throws {
    try await TestServer.running { server in
      let lan = try await server.deskWatching()
      try await server.foreignSQL(
        "UPDATE bookings SET booking_status = 'CONFIRMED' WHERE booking_id = 1")
      _ = try await lan.event()
      _ = try await server.login("lan@spa.vn", "wrong")
      let answer = try await server.http("GET", "/metrics")
      #expect(answer.status == 200)
      #expect(answer.header("Content-Type") == "text/plain; version=0.0.4; charset=utf-8")
      for line in [
        "frontdesk_sockets{role=\"receptionist\"} 1", "frontdesk_connections{kind=\"websocket\"} 1",
        "frontdesk_logins_total{result=\"accepted\"} 1",
        "frontdesk_logins_total{result=\"wrong\"} 1", "frontdesk_events_total 1",
        "frontdesk_deliveries_total 1", "frontdesk_database_up 1",
        "frontdesk_event_lag_seconds_count 1",
      ] {
        #expect(answer.body.contains(line + "\n"), "\(line)")
      }
      let checked = try await check(answer.body)
      #expect(checked.ending == .exited(0), "\(checked.output)\(checked.errors)")
    }
  }

  @Test func aBoardThatReadsItsDaysAnewIsCounted() async throws {
    try await TestServer.running { server in
      let lan = try await server.deskWatching()
      func count() async throws -> Bool {
        try await server.http("GET", "/metrics").body
          .contains("frontdesk_boards_read_anew_total 1\n")
      }
      #expect(try await !count())
      lan.send(.subscribeBookingUpdates(.init(from: ContractSpa.date)))
      _ = try await lan.message { if case .subscribed = $0 { true } else { nil } }
      let isCounted = try await count()
      // Another day is no doubt of this one.
      lan.send(.subscribeBookingUpdates(.init(from: ContractSpa.date + 1)))
      _ = try await lan.message { if case .subscribed = $0 { true } else { nil } }
      #expect(isCounted)
      #expect(try await count())
    }
  }

  @Test func ordersThatWaitAreTold() async throws {
    let underWay = OrdersUnderWay()
    #expect(underWay.waiting().count == 0 && underWay.waiting().seconds == 0)
    await underWay.during {
      let waiting = underWay.waiting(at: .now + .seconds(5))
      #expect(waiting.count == 1 && waiting.seconds >= 5)
    }
    #expect(underWay.waiting().count == 0)
  }

  @Test func metricsAreNotForStrangers() async throws {
    try await TestServer.running { server in
      let passedOn = try await server.http(
        "GET", "/metrics", ["X-Forwarded-For: 203.0.113.9"])
      #expect(passedOn.status == 403)
    }
    try await TestServer.running({ $0.metricsToken = "s3cret" }) { server in
      let withoutToken = try await server.http("GET", "/metrics")
      #expect(withoutToken.status == 403)
      let bearer = "Authorization: Bearer s3cret"
      #expect(try await server.http("GET", "/metrics", [bearer]).status == 200)
    }
  }

  @Test func textOfOthersIsEscaped() {
    var page = Exposition()
    page.family("a", .gauge, "one\nline")
    page.sample("a", [("role", "a\"b\\c\nd")], 1.5)
    #expect(page.text == "# HELP a one\\nline\n# TYPE a gauge\na{role=\"a\\\"b\\\\c\\nd\"} 1.5\n")
  }
}
