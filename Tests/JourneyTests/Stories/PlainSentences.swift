import BookingTesting
import Foundation
import Testing

extension Journeys {
  /// Whatever is wrong, one sentence says what and what to do.
  @Suite struct PlainSentences {
    @Test func aWrongPasswordIsSaidAndMayBeTypedAgain() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let record = try await RunningProgram.run(
          try BuiltProgram.console.path,
          ["day"] + Desk.Person.reception.login(at: spa.url, password: "wrong"))
        #expect(record.ending == .exited(2))
        #expect(record.errors.hasPrefix("frontdesk: "))
        #expect(record.errors.lowercased().contains("password"))

        var setting = TerminalSession.Setting(columns: 80, rows: 24)
        setting.environment = [:]
        let terminal = try TerminalSession(
          try BuiltProgram.console.path, ["--server", spa.url], as: "somebody", in: setting)
        spa.atClosing { await terminal.close() }
        try await terminal.sees("E-mail", "Password")
        try await terminal.type("reception@demo.spa")
        try await terminal.press("Tab")
        try await terminal.type("guess")
        try await terminal.press("Enter")
        try await terminal.sees("the refusal") { screen in
          screen.lines.contains { $0.lowercased().contains("password") && $0.contains(".") }
        }
        let typed = try await terminal.screen
        #expect(!typed.contains("guess"))
        for _ in "guess" { try await terminal.press("BSpace") }
        try await terminal.type("demo")
        try await terminal.press("Enter")
        try await terminal.sees("LIVE")
      }
    }

    /// What the shop's own trigger or check says, on the screen of the one who ordered it and nowhere else.
    @Test(arguments: Way.all)
    func whatTheDatabaseDoesNotTakeIsSaidInItsWords(way: Way) async throws {
      let guest = "Zora Quill"
      try await DemoSpa.during(Scene(.init(guest, with: 1, at: "12:30")), on: way) { spa in
        try await spa.database.sql(
          way.database == .sqlite
            ? """
            CREATE TRIGGER shop_no BEFORE UPDATE OF booking_notes ON bookings
            BEGIN SELECT RAISE(ABORT, 'stocktaking'); END
            """
            : """
            ALTER TABLE bookings ADD CONSTRAINT stocktaking
              CHECK (booking_notes IS NULL OR booking_notes NOT LIKE 'likes%')
            """)
        let desk = try await spa.sitDown(.reception)
        let other = try await spa.sitDown(.manager)
        try await desk.find(guest)
        try await desk.press("e")
        try await desk.terminal.type("likes jasmine")
        try await desk.press("Enter")
        try await desk.sees("Not done", "The database did not take this", "stocktaking")
        let screen = try await other.terminal.screen
        #expect(!screen.contains("stocktaking"))
      }
    }

    @Test func anothersPathIsClosedWith1008() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let therapist = try await spa.connect(
          .therapist1, script: try guideScript(), path: "customer/1")
        let closed = try await therapist.hears("the close") { $0.event == "close" }
        #expect(closed.fields["code"].number == 1008)
        #expect(closed.fields["reason"].text == "Unauthorized")
        #expect(therapist.happenings.allSatisfy { $0.type == nil })
      }
    }

    @Test func unknownAndMalformedMessagesAreAnsweredAndDoNotEndTheConnection() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let client = try await spa.connect(.customer1, script: try guideScript())
        try await client.hears("CONNECTION_ESTABLISHED")
        client.send("DANCE")
        try await client.hears("the first answer") {
          $0.type == "ERROR" && $0.description.contains("Unknown message type: DANCE")
        }
        client.send(raw: "{\"type\": \"PING\"")
        try await client.hears("the second answer") {
          $0.type == "ERROR" && $0.description.contains("Invalid message format")
        }
        client.send("PING")
        try await client.hears("PONG")
      }
    }

    @Test func aFileThatIsNoDatabaseIsRefused() async throws {
      let path = "\(try TestRun.privateDirectory("files"))/photo.jpg"
      try String(repeating: "not a database\n", count: 100)
        .write(toFile: path, atomically: true, encoding: .utf8)
      for order in ["serve", "demo"] {
        let record = try await RunningProgram.run(
          try BuiltProgram.server.path, [order, "--database", "sqlite:\(path)"])
        #expect(record.ending == .exited(2))
        #expect(record.output.isEmpty)
        #expect(record.errors.contains(path))
        #expect(record.errors.contains("database"))
      }
    }

    @Test func aPortInUseIsNamed() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let address = String(spa.url.dropFirst("http://".count))
        let record = try await RunningProgram.run(
          try BuiltProgram.server.path,
          [
            "serve", "--create", "--database",
            "sqlite:\(try TestRun.privateDirectory("other"))/spa.db", "--listen", address,
          ])
        #expect(record.ending == .exited(2))
        #expect(record.output.isEmpty)
        #expect(record.errors.contains(address))
        #expect(record.errors.contains("in use"))
      }
    }

    @Test func aServerThatIsNotThereIsNamed() async throws {
      let file = "\(try TestRun.privateDirectory("login"))/password"
      try "demo\n".write(toFile: file, atomically: true, encoding: .utf8)
      // Port 1 belongs to a service of 1982 that nobody runs.
      let record = try await RunningProgram.run(
        try BuiltProgram.console.path,
        [
          "day", "--server", "http://127.0.0.1:1", "--user", "reception@demo.spa",
          "--password-file", file,
        ], within: .seconds(60))
      #expect(record.ending == .exited(75), "it may be back soon")
      #expect(record.errors.contains("127.0.0.1:1"))
    }

    /// An order that is not understood ends with 2, a setting that is wrong with 78.
    @Test(arguments: [
      (
        ["--server", "nonsense", "--user", "x", "--password-file", "/etc/hostname"], "nonsense", 78
      ),
      (
        ["do", "--server", "nourl", "--user", "x", "--password-file", "/etc/hostname", "next"],
        "nourl", 78
      ),
      (["--theme", "nowhere"], "nowhere", 2), (["--transport", "pigeon"], "pigeon", 2),
      (["--colour"], "--colour", 2), (["day", "--date", "someday"], "someday", 2),
      (["--password-file", "/nowhere/at/all", "--user", "x"], "/nowhere/at/all", 78),
    ]) func aWrongFlagIsNamed(flags: [String], culprit: String, code: Int32) async throws {
      let record = try await RunningProgram.run(try BuiltProgram.console.path, flags)
      #expect(record.ending == .exited(code))
      #expect(record.output.isEmpty)
      #expect(record.errors.hasPrefix("frontdesk: "))
      #expect(record.errors.contains(culprit), "\(record.errors)")
    }

    /// A supervisor must not start it over and over: 78 (sysexits.h).
    @Test func aWrongSettingOfAFileOrTheEnvironmentEndsWith78() async throws {
      let file = "\(try TestRun.privateDirectory("config"))/config.toml"
      try "user = \"x\"\n\ncolour = \"256\"\n".write(
        toFile: file, atomically: true, encoding: .utf8)
      let misspelt = try await RunningProgram.run(
        try BuiltProgram.console.path, ["day", "--config", file])
      #expect(misspelt.ending == .exited(78))
      #expect(misspelt.errors.contains("\(file):3:1: there is no setting \"colour\""))
      let odd = try await RunningProgram.run(
        try BuiltProgram.console.path, ["day"], environment: ["FRONTDESK_TRANSPORT": "pigeon"])
      #expect(odd.ending == .exited(78) && odd.errors.contains("FRONTDESK_TRANSPORT"))
    }

    @Test func everySettingIsToldWithWhereItCameFrom() async throws {
      let file = "\(try TestRun.privateDirectory("config"))/config.toml"
      try "password_file = \"/p\"\ntheme = \"night\"\n".write(
        toFile: file, atomically: true, encoding: .utf8)
      let record = try await RunningProgram.run(
        try BuiltProgram.console.path, ["print-config", "--config", file, "--user", "anna@spa"],
        environment: ["FRONTDESK_THEME": "paper"])
      #expect(record.ending == .exited(0), "\(record)")
      func source(_ setting: String) -> String? {
        record.lines.first { $0.hasPrefix(setting) }?.split(separator: "#").last.map {
          $0.trimmingCharacters(in: .whitespaces)
        }
      }
      #expect(source("user = anna@spa") == "--user")
      #expect(source("password_file = /p") == "\(file):1:1")
      #expect(source("theme = paper") == "FRONTDESK_THEME")
      #expect(source("server = http://127.0.0.1:8080") == "usual")
    }
  }
}
