import BookingTesting
import FoundationEssentials
import Testing

extension Journeys {
  /// `frontdesk doctor`: what an operator asks first.
  @Suite struct TheDoctor {
    private func doctor(
      _ flags: [String], environment: [String: String] = [:]
    ) async throws -> RunningProgram.Record {
      try await RunningProgram.run(
        try BuiltProgram.console.path, ["doctor"] + flags,
        environment: ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"].merging(environment) { $1 })
    }

    @Test(arguments: [Way.usual, .polling])
    func whereAllIsWellItSaysHowTheDayCame(way: Way) async throws {
      try await DemoSpa.during(DemoSpa.Setting(on: way)) { spa in
        let record = try await doctor(try spa.login(.reception))
        #expect(record.ending == .exited(0), "\(record)")
        #expect(record.output.contains("receptionist"))
        #expect(record.output.contains(way == .polling ? "polling, as" : "WebSocket; today's"))
        #expect(!record.output.contains("wrong"))
      }
    }

    /// The server says so at the first question: nobody waits for five tries.
    @Test func whereWebSocketsAreSwitchedOffTheDayComesAtOnceAndTheDoctorSaysWhy() async throws {
      var setting = DemoSpa.Setting()
      setting.flags = ["--websocket-enabled", "no"]
      try await DemoSpa.during(setting) { spa in
        let record = try await doctor(try spa.login(.reception))
        #expect(record.ending == .exited(0), "\(record)")
        #expect(
          record.output.contains(
            "polling, since no WebSocket came about (WebSockets are switched off here "
              + "(websocket.enabled); "), "\(record)")
        let came = try #require(record.output.firstMatch(of: /bookings came in (\d+) ms/))
        #expect(Int(came.1) ?? .max < 3_000, "\(record)")
      }
    }

    @Test func aServerThatSpeaksTLSIsNotTakenForAStranger() async throws {
      let identity = try await TestAuthority().identity()
      var setting = DemoSpa.Setting()
      setting.flags = [
        "--tls-certificate", identity.certificateFile, "--tls-key", identity.keyFile,
      ]
      try await DemoSpa.during(setting) { spa in
        let plain = spa.url.replacing("https://", with: "http://")
        let record = try await doctor(["--server", plain])
        #expect(record.ending == .exited(1))
        #expect(
          record.output.contains("\(plain) speaks https: write https:// in"), "\(record)")
      }
    }

    @Test func theStepThatFailsIsSaidAndTheOthersAreStillLookedAt() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let record = try await doctor(
          try Desk.Person.reception.login(at: spa.url, password: "wrong"))
        #expect(record.ending == .exited(1), "\(record)")
        #expect(record.lines.contains { $0.hasPrefix("ok     server") })
        #expect(record.lines.contains { $0.hasPrefix("wrong  session") })

        let away = try await doctor(["--server", "http://127.0.0.1:\(try FreePort.find())"])
        #expect(away.ending == .exited(1))
        #expect(away.lines.contains { $0.hasPrefix("wrong  server") })
        #expect(away.output.contains("README's chapter \"Operation\""))

        let misspelt = try await doctor(
          ["--server", spa.url], environment: ["FRONTDESK_TRANSPORT": "pigeon"])
        #expect(misspelt.ending == .exited(1))
        #expect(misspelt.output.contains("\"pigeon\" is not a choice"))
      }
    }

    @Test func aSecondServerThatIsAwayKeepsNobodyFromWorking() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let away = "http://127.0.0.1:\(try FreePort.find())"
        let login = try Desk.Person.reception.login(at: [spa.url, away])
        let record = try await doctor(login)
        #expect(record.ending == .exited(0), "\(record)")
        #expect(record.lines.contains { $0.hasPrefix("note   server") && $0.contains(away) })
      }
    }

    @Test func allThatIsWrongWithADesksSettingsIsSaidAtOnce() async throws {
      let file = "\(try TestRun.privateDirectory("desk"))/config.toml"
      try
        "frob = 1\nclock = \"13h\"\ntitle = \"perhaps\"\nlanguage = \"xx\"\n[keys]\nfrob = \"z\"\n"
        .write(toFile: file, atomically: true, encoding: .utf8)
      let record = try await doctor(["--config", file])
      #expect(record.ending == .exited(1), "\(record)")
      for place in [":1:1:", ":2:1:", ":3:1:", ":4:1:", ":6:1"] {
        #expect(
          record.lines.contains { $0.hasPrefix("wrong  settings") && $0.contains(file + place) },
          "\(place): \(record)")
      }
    }

    @Test func inATerminalItSaysWhatTheTerminalLacks() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        var setting = TerminalSession.Setting(columns: 60, rows: 20)
        setting.environment = ["NO_COLOR": "1"]
        let terminal = try TerminalSession(
          try BuiltProgram.console.path, ["doctor"] + spa.login(.reception), as: "operator",
          in: setting)
        spa.atClosing { await terminal.close() }
        try await terminal.sees("color = \"always\"", "60×20", "WebSocket; today's")
      }
    }
  }
}
