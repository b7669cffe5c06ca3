import BookingDomain
import BookingTesting
import Foundation
import Testing

extension Journeys {
  /// Whoever runs the server, with its log and a second terminal.
  @Suite struct TheOperator {
    private static let guest = "Zora Quill"

    private func serve(_ words: [String]) async throws -> RunningProgram.Record {
      try await RunningProgram.run(try BuiltProgram.server.path, words)
    }

    private func objects(in log: String) throws -> [[String: Any]] {
      try log.split(separator: "\n").map { line in
        try #require(
          try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
      }
    }

    /// What a check of the shop's own refuses is found by the minute and the id, without what its
    /// words say of a guest.
    @Test(arguments: Way.main)
    func anOrderThatTheDatabaseRefusesIsFoundInTheLog(way: Way) async throws {
      var setting = DemoSpa.Setting(Scene(.init(Self.guest, with: 1, at: "12:30")), on: way)
      setting.flags = ["--log-format", "json"]
      try await DemoSpa.during(setting) { spa in
        let desk = try await spa.sitDown(.reception)
        try await spa.database.sql(
          spa.database.server == nil
            ? """
            CREATE TRIGGER shop_debts BEFORE UPDATE OF booking_status ON bookings
            BEGIN SELECT RAISE(ABORT, 'Zora Quill has a debt'); END;
            """
            : """
            DELIMITER //
            CREATE TRIGGER shop_debts BEFORE UPDATE ON bookings FOR EACH ROW
            IF NEW.booking_status <> OLD.booking_status THEN
              SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Zora Quill has a debt';
            END IF //
            """)
        try await desk.find(Self.guest)
        try await desk.press("c")
        try await desk.sees("The database did not take this")
        let log = spa.server.record.value.errors
        #expect(!log.contains(Self.guest) && !log.contains("debt"))
        let lines = try objects(in: log)
        let refusals = lines.filter { $0["msg"] as? String == "order refused" }
        let refused = try #require(refusals.last)
        #expect(refusals.count == 1)
        #expect(refused["order"] as? String == "UPDATE_BOOKING_STATUS")
        #expect(refused["reason"] as? String == "notStored")
        #expect((refused["user"] as? String)?.hasPrefix("receptionist/") == true)
        // SQLITE_CONSTRAINT_TRIGGER and ER_SIGNAL_EXCEPTION.
        #expect(refused["error"] as? Int == (spa.database.server == nil ? 1_811 : 1_644))
        #expect(refused["booking"] as? Int == Scene.booking(of: 0))
        #expect((refused["request"] as? String)?.count == 36)
        // What is a number is one wherever lines are collected.
        for (key, value) in lines.flatMap({ $0 }) {
          if let text = value as? String { #expect(Int64(text) == nil, "\(key): \(text)") }
        }
      }
    }

    @Test func aSecondServerOnTheSameFileIsRefusedAndSaysWhoServesIt() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let desk = try await spa.sitDown(.reception)
        let second = try await serve(
          ["serve", "--database", spa.database.url, "--listen", "127.0.0.1:0"])
        #expect(second.ending == .exited(2), "\(second)")
        #expect(second.errors.contains("is served by process \(spa.server.pid) already"))
        #expect(second.errors.contains("Stop that one first"))
        for order in [["edit", "list"], ["user", "list"], ["check"]] {
          let done = try await serve(order + ["--database", spa.database.url])
          #expect(done.ending == .exited(0), "\(done)")
        }
        try await desk.sees("LIVE")
      }
    }

    @Test func aServerThatStartsWhileTheOldOneEndsWaitsForIt() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let desk = try await spa.sitDown(.reception)
        let next = try RunningProgram(
          try BuiltProgram.server.path,
          [
            "serve", "--database", spa.database.url, "--listen",
            spa.url.replacing("http://", with: ""), "--timezone", spa.setting.zone,
          ])
        _ = try await next.record.waits(for: "the sentence") {
          $0.errors.contains("waiting for it to end") ? true : nil
        }
        spa.server.signal(SIGTERM)
        _ = try await next.line("ready line") { $0.contains("listening on") }
        try await desk.sees("LIVE")
        await next.stop()
      }
    }

    /// Two servers of different zones would show one booking at two times.
    @Test(arguments: [Way.usual, .mariaDB])
    func aServerOfAnotherZoneDoesNotStart(way: Way) async throws {
      try await DemoSpa.during(DemoSpa.Setting(on: way)) { spa in
        // Of a file there is one server at a time.
        if way == .usual { await spa.server.stop() }
        let other = try await serve([
          "serve", "--database", spa.database.url, "--listen", "127.0.0.1:0", "--timezone",
          "America/Lima",
        ])
        #expect(other.ending == .exited(78), "\(other)")
        #expect(other.errors.contains("in the time of \(spa.setting.zone), not of America/Lima"))
        // One that is set to none takes the spa's.
        let one = try RunningProgram(
          try BuiltProgram.server.path,
          ["serve", "--database", spa.database.url, "--listen", "127.0.0.1:0"])
        _ = try await one.line("ready line") { $0.contains("listening on ") }
        _ = try await one.record.waits(for: "the log's first line") {
          $0.errors.contains("timezone=\(spa.setting.zone)") ? true : nil
        }
        await one.stop()
      }
    }

    /// Whoever starts it by hand sees why nothing happens, also where the log goes into a file.
    @Test func whyASecondServerWaitsIsSaidOnStandardErrorToo() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let file = "\(try TestRun.privateDirectory("operator"))/server.log"
        let second = try RunningProgram(
          try BuiltProgram.server.path,
          ["serve", "--database", spa.database.url, "--listen", "127.0.0.1:0", "--log-file", file])
        _ = try await second.record.waits(for: "the sentence") {
          $0.errors.contains("waiting for it to end") && $0.errors.contains("\(spa.server.pid)")
            ? true : nil
        }
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("waiting for it to end"))
        await second.stop()
      }
    }

    /// What a stranger does a thousand times is counted, so that it fills no disk.
    @Test func whoIsRefusedEndlesslyFillsNoLog() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let tries = 1_200
        let script = """
          import http.client, sys
          for n in range(\(tries)):
              line = http.client.HTTPConnection(sys.argv[1])
              line.request("POST", "/api/login", '{"email":"x%d@y.z","password":"x"}' % n,
                           {"Content-Type": "application/json"})
              line.getresponse().read()
          """
        func knock() async throws {
          let place = spa.url.replacing("http://", with: "")
          let knocked = try await RunningProgram.run("/usr/bin/python3", ["-c", script, place])
          #expect(knocked.ending == .exited(0), "\(knocked)")
        }
        // From here on the manager is at home there, whoever else knocks.
        _ = try await spa.sitDown(.manager)
        try await knock()
        let lines = try await spa.server.record.waits(for: "lines that were counted") {
          let lines = $0.errors.split(separator: "\n").filter { $0.contains("login refused") }
          return lines.contains { $0.contains("unsaid=") } ? lines : nil
        }
        #expect(lines.count < tries / 2)
        // Nobody else's lines go unsaid with them.
        #expect(try await spa.lets("manager@demo.spa", in: "demo"))
        _ = try await spa.server.record.waits(for: "the log-in") {
          $0.errors.matches(of: /msg="logged in"/).count == 2 ? true : nil
        }
      }
    }

    /// A spa that is served already is filled, and everybody's screen shows it.
    @Test(arguments: [Way.usual, .mariaDB])
    func whatIsImportedWhileTheServerRunsIsThereForEverybody(way: Way) async throws {
      let scene = Scene(.init("Zora Quill", with: 1, at: "12:30"))
      try await DemoSpa.during(scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception, columns: 140)
        let folder = try TestRun.privateDirectory("import")
        func take(_ what: String, _ lines: [String]) async throws -> RunningProgram.Record {
          let file = "\(folder)/\(what).csv"
          try lines.joined(separator: "\r\n").write(
            toFile: file, atomically: true, encoding: .utf8)
          return try await serve(
            ["import", what, file, "--database", spa.database.url])
        }
        let lan = """
          FROM users JOIN therapists ON therapists.user_id = users.user_id
          WHERE email = 'therapist1@demo.spa'
          """
        let therapist = try await spa.database.value("SELECT full_name \(lan)")
        let kind = try await spa.database.value(
          """
          SELECT name FROM service_types WHERE service_type_id = (SELECT service_type_id \(lan))
          """)
        for (what, lines) in [
          ("customers", ["Họ tên;Số điện thoại", "Trần Quỳnh Chi;+84 905 777 111"]),
          ("services", ["name;kind;minutes;price", "Zen ritual 45';\(kind);45;450.000 ₫"]),
          (
            "bookings",
            [
              "phone;service;therapist;day;time",
              "0905777111;Zen ritual 45';\(therapist);\(spa.setting.date);15:00",
            ]
          ),
        ] {
          let taken = try await take(what, lines)
          #expect(taken.ending == .exited(0), "\(taken)")
        }
        try await desk.sees("Trần Quỳnh")
        try await desk.press("b")
        try await desk.terminal.type("777111 zen45")
        // With the tax that the shop's own column adds.
        try await desk.sees("Zen ritual 45'", "495,000")
      }
    }

    @Test func aDemoThatIsFilledUnderARunningServerIsShown() async throws {
      let folder = try TestRun.privateDirectory("operator")
      let database = "sqlite:\(folder)/spa.db"
      let zone = SpaClock.noon.zone
      let server = try RunningProgram(
        try BuiltProgram.server.path,
        [
          "serve", "--create", "--database", database, "--listen", "127.0.0.1:0", "--timezone",
          zone,
        ])
      let ready = try await server.line("ready line") { $0.contains("listening on ") }
      let filled = try await serve(["demo", "--database", database, "--timezone", zone])
      #expect(filled.ending == .exited(0), "\(filled)")
      let url = String(ready.split(separator: " ").last ?? "")
      let day = try await RunningProgram.run(
        try BuiltProgram.console.path, ["day"] + Desk.Person.reception.login(at: url))
      #expect(day.ending == .exited(0) && day.output.contains("bookings"), "\(day)")
      await server.stop()
    }

    @Test func anEmptySpaThatIsServedIsNotSetUpUnderItsServer() async throws {
      let folder = try TestRun.privateDirectory("operator")
      let database = "sqlite:\(folder)/spa.db"
      let server = try await RunningProgram.servingEmpty(database)
      let plan = "\(folder)/spa.toml"
      let example = try await serve(["setup", "--example"])
      try example.output.write(toFile: plan, atomically: true, encoding: .utf8)
      let refused = try await serve(["setup", "--from", plan, "--database", database])
      #expect(refused.ending == .exited(2), "\(refused)")
      #expect(refused.errors.contains("is served by process \(server.pid) already"))
      await server.stop()
      let made = try await serve(["setup", "--from", plan, "--database", database])
      #expect(made.ending == .exited(0), "\(made)")
    }

    /// Nobody has to connect for it.
    @Test func aRenewedCertificateIsALineOfTheLogAndSoIsOneThatCannotBeUsed() async throws {
      let authority = try await TestAuthority()
      let identity = try await authority.identity()
      let renewed = try await authority.identity(days: 90)
      let folder = try TestRun.privateDirectory("operator")
      let server = try RunningProgram(
        try BuiltProgram.server.path,
        [
          "serve", "--create", "--database", "sqlite:\(folder)/spa.db", "--listen", "127.0.0.1:0",
          "--tls-certificate", identity.certificateFile, "--tls-key", identity.keyFile,
        ])
      _ = try await server.line("ready line") { $0.contains("listening on ") }
      try renewed.replaceFiles(of: identity)
      _ = try await server.record.waits(for: "the renewal") {
        $0.errors.contains("msg=\"new certificate taken\"") && $0.errors.contains(" days=90")
          ? true : nil
      }
      try "torn".write(
        toFile: identity.certificateFile, atomically: true, encoding: .utf8)
      _ = try await server.record.waits(for: "the refusal") {
        $0.errors.contains("new certificate not used; the old one stays") ? true : nil
      }
      await server.stop()
    }
  }
}
