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

    @Test func anEmptySpaThatIsServedIsNotSetUpUnderItsServer() async throws {
      let folder = try TestRun.privateDirectory("operator")
      let database = "sqlite:\(folder)/spa.db"
      let server = try RunningProgram(
        try BuiltProgram.server.path,
        ["serve", "--create", "--database", database, "--listen", "127.0.0.1:0"])
      _ = try await server.line("ready line") { $0.contains("listening on ") }
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
