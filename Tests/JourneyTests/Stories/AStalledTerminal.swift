import BookingDomain
import BookingLab
import BookingTesting
import Foundation
import Testing

extension Journeys {
  /// A terminal that takes nothing for a while: an ssh that stalls, a ^S.
  @Suite struct AStalledTerminal {
    @Test func theLineStaysAndTheScreenIsDrawnAnewWhenItIsReadAgain() async throws {
      var setting = DemoSpa.Setting(Scene(.init("Zora Quill", with: 1, at: "12:30")))
      try setting.beatEverySecond()
      let log = "\(try TestRun.privateDirectory("log"))/console.log"
      try await DemoSpa.during(setting) { spa in
        let terminal = try RawTerminal(
          try BuiltProgram.console.path, try spa.login(.reception) + ["--log", log],
          environment: .terminal)
        spa.atClosing { await terminal.close() }
        try await terminal.record.waits(for: "the board") { record in
          record.text.contains("LIVE") && record.text.contains("Zora") ? true : nil
        }
        terminal.type("/Zora Quill\r")
        try await terminal.record.waits(for: "her details") {
          $0.text.contains("scheduled") ? true : nil
        }
        let other = try await lineThatGoesSilent(spa)

        terminal.stallReading()
        let before = terminal.record.value.bytes.count
        // Far more than the kernel holds: the console stands in the middle of a write.
        terminal.type(String(repeating: "\u{0C}", count: 60))
        // As long as it takes to give up a connection that really says nothing any more.
        try await other.state.waits(for: "the silent line's end", within: .seconds(40)) {
          $0.isReconnecting ? true : nil
        }
        try await spa.database.sql(
          """
          UPDATE bookings SET booking_status = 'CONFIRMED', booking_notes = 'xyzzy'
            WHERE booking_id = \(Scene.booking(of: 0))
          """)
        let resumed = ContinuousClock.now
        terminal.resumeReading()
        let shown = try await terminal.record.waits(for: "what happened meanwhile") { record in
          record.text(from: before).contains("xyzzy") ? ContinuousClock.now : nil
        }
        print("A stalled terminal shows what happened \(shown - resumed) after it is read again")
        let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
          .filter { $0.contains("line: ") }
        #expect(lines.count { $0.hasSuffix("line: live") } == 1, "\(lines)")
        #expect(!lines.contains { $0.contains("reconnecting") || $0.contains("stale") })
      }
    }

    /// Somebody whose connection swallows everything after the second heartbeat.
    private func lineThatGoesSilent(_ spa: DemoSpa) async throws -> ChaosDesk {
      let upstream = try #require(FaultProxy.Address(url: spa.url))
      let script = FaultScript([FaultRule(.halfOpen, from: .client, .pong, .nth(2))])
      let proxy = try await FaultProxy.start(to: upstream, script)
      spa.atClosing { await proxy.stop() }
      let today = spa.setting.date
      let desk = try ChaosDesk(email: "manager@demo.spa", at: proxy.url, days: today...today)
      spa.atClosing { await desk.finish() }
      try await desk.begin()
      try await proxy.tally.waits(for: "the silence") { $0.faults["half-open"] }
      return desk
    }
  }
}
