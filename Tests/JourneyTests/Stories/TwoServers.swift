import BookingLab
import BookingTesting
import Foundation
import Testing

extension Journeys {
  /// Two servers on one database, and consoles that know both addresses.
  @Suite struct TwoServers {
    private static let guest = "Zora Quill"

    private static func setting(on way: Way) -> DemoSpa.Setting {
      var setting = DemoSpa.Setting(Scene(.init(guest, with: 1, at: "12:30")), on: way)
      setting.servers = 2
      return setting
    }

    private static func changes(_ spa: DemoSpa) async throws -> [[String]] {
      try await spa.database.sql(
        """
        SELECT old_status, new_status FROM frontdesk_events
          WHERE booking_id = \(Scene.booking(of: 0)) AND kind = 'STATUS' ORDER BY seq
        """)
    }

    @Test(arguments: [Way.mariaDB, .pollingOnMariaDB])
    func whereOneDiesWithAnOrderInItsHandsTheOtherCarriesItOut(way: Way) async throws {
      try await DemoSpa.during(Self.setting(on: way)) { spa in
        let desk = try await spa.sitDown(.reception)
        let other = try await spa.sitDown(.reception2, at: [spa.urls[1]])
        for screen in [desk, other] { try await screen.find(Self.guest) }
        // The first server has the order and does nothing any more.
        spa.server(0).signal(SIGSTOP)
        try await desk.press("c")
        try await desk.sees("1 order unanswered")
        try await spa.crash(0)
        for screen in [desk, other] {
          try await screen.sees(way.linkWord, "C confirmed", within: .seconds(60))
        }
        #expect(try await Self.changes(spa) == [["SCHEDULED", "CONFIRMED"]])
        // What is done at one is seen at the other from now on too.
        try await other.insist(on: "s", until: "P in progress")
        try await desk.sees("P in progress")
      }
    }

    @Test func whatWasCarriedOutUnheardIsNotDoneAgainByTheOther() async throws {
      try await DemoSpa.during(Self.setting(on: .mariaDB)) { spa in
        let first = try #require(FaultProxy.Address(url: spa.urls[0]))
        let script = FaultScript([
          FaultRule(.drop, from: .server, .message("COMMAND_ACCEPTED"), .nth(1))
        ])
        let proxy = try await FaultProxy.start(to: first, script)
        spa.atClosing { await proxy.stop() }
        let desk = try await spa.sitDown(.reception, at: [proxy.url, spa.urls[1]])
        try await desk.find(Self.guest)
        try await desk.press("c")
        try await proxy.tally.waits(for: "the lost answer") { $0.faults["drop"] }
        try await desk.sees("1 order unanswered")
        try await spa.crash(0)
        try await desk.terminal.sees("the answer, from the other server", within: .seconds(60)) {
          $0.contains("LIVE") && $0.contains("C confirmed") && !$0.contains("unanswered")
        }
        #expect(try await Self.changes(spa) == [["SCHEDULED", "CONFIRMED"]])
      }
    }

    @Test func whileOneIsStoppedForAnUpgradeTheOtherServes() async throws {
      try await DemoSpa.during(Self.setting(on: .mariaDB)) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.find(Self.guest)
        await spa.server(0).stop()
        try await desk.press("c")
        try await desk.sees("LIVE", "C confirmed")
        try await spa.restart(0)
        await spa.server(1).stop()
        try await desk.press("s")
        try await desk.sees("LIVE", "P in progress")
      }
    }

    @Test func theFileAndTheEnvironmentNameSeveralServersToo() async throws {
      try await DemoSpa.during(Self.setting(on: .mariaDB)) { spa in
        try await spa.crash(0)
        let login = try Desk.Person.reception.login(at: [])
        let file = "\(try TestRun.privateDirectory("config"))/config.toml"
        try "server = [\"\(spa.urls[0])\", \"\(spa.urls[1])\"]\n"
          .write(toFile: file, atomically: true, encoding: .utf8)
        var environment = [String: String].terminal
        let byFile = try await RunningProgram.run(
          try BuiltProgram.console.path, ["day", "--config", file] + login,
          environment: environment)
        #expect(byFile.output.contains(Self.guest), "\(byFile)")
        environment["FRONTDESK_SERVER"] = spa.urls.joined(separator: " ")
        let byEnvironment = try await RunningProgram.run(
          try BuiltProgram.console.path, ["day"] + login, environment: environment)
        #expect(byEnvironment.output.contains(Self.guest), "\(byEnvironment)")
      }
    }

    @Test func aServerThatIsAwayFromTheBeginningIsPassedOver() async throws {
      try await DemoSpa.during(Self.setting(on: .mariaDB)) { spa in
        try await spa.crash(0)
        let desk = try await spa.sitDown(.reception)
        try await desk.find(Self.guest)
        try await desk.press("c")
        try await desk.sees("LIVE", "C confirmed")
      }
    }
  }
}
