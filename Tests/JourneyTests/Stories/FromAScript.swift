import BookingTesting
import Foundation
import Testing

extension Journeys {
  /// The same orders from a script.
  @Suite struct FromAScript {
    private func give(_ orders: String..., in spa: DemoSpa) async throws
      -> RunningProgram.Record
    {
      try await RunningProgram.run(
        try BuiltProgram.console.path, ["do"] + spa.login(.reception) + orders,
        environment: ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"])
    }

    private static let scene = Scene(
      .init("Zora Quill", with: 1, at: "12:30"), .init("Yann Moss", with: 2, at: "13:00"))

    @Test(arguments: Way.main)
    func anOrderIsAnsweredWithASentenceAndZeroOneOrTwo(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        func status() async throws -> String {
          try await spa.database.value(
            "SELECT booking_status FROM bookings WHERE booking_id = \(Scene.booking(of: 0))")
        }
        let said = try await give("--dry-run", "search zora", "confirm", in: spa)
        #expect(said.ending == .exited(0) && said.output.contains("Would do: confirm Zora Quill"))
        #expect(try await status() == "SCHEDULED")

        let done = try await give("search zora", "confirm", "notes likes it warm", in: spa)
        #expect(done.ending == .exited(0), "\(done.errors)")
        #expect(done.output.contains("Zora Quill") && done.output.contains("confirmed."))
        #expect(try await status() == "CONFIRMED")

        let refused = try await give("search zora", "confirm", "complete", in: spa)
        #expect(refused.ending == .exited(1))
        #expect(refused.errors.contains("Not given any more: 1."))

        let wrong = try await give("frobnicate", in: spa)
        #expect(wrong.ending == .exited(2) && wrong.errors.contains("There is no command"))
      }
    }

    /// A session a call would soon meet the limit on log-ins, and costs a hash each.
    @Test func theSessionIsKeptForTheNextCallAndLogsInAgainWhereItEnded() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let home = try TestRun.privateDirectory("home")
        func say(_ input: String = "", _ orders: String...) async throws -> RunningProgram.Record {
          try await RunningProgram.run(
            try BuiltProgram.console.path, ["do"] + spa.login(.reception) + orders, input: input,
            environment: ["XDG_RUNTIME_DIR": home, "PATH": "/usr/bin:/bin"])
        }
        func sessions() async throws -> String {
          try await spa.database.value("SELECT COUNT(*) FROM frontdesk_sessions")
        }
        for _ in 1...12 {
          let record = try await say("", "search zora")
          #expect(record.ending == .exited(0), "\(record)")
        }
        #expect(try await sessions() == "1")
        // That it has a session does not make a wrong setting right.
        let login = try spa.login(.reception).map {
          $0.contains("/") && !$0.contains(":") ? "/nope" : $0
        }
        let wrong = try await RunningProgram.run(
          try BuiltProgram.console.path, ["do"] + login + ["search zora"],
          environment: ["XDG_RUNTIME_DIR": home, "PATH": "/usr/bin:/bin"])
        #expect(wrong.ending == .exited(78) && wrong.errors.contains("/nope"), "\(wrong)")
        let files = try FileManager.default.contentsOfDirectory(atPath: home + "/frontdesk")
        let file = home + "/frontdesk/" + (try #require(files.first))
        let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
        #expect(rights as? Int == 0o600)

        // Ended behind its back: the next call notices, and goes on.
        try await spa.database.sql("DELETE FROM frontdesk_sessions")
        let again = try await say("# from cron\n\nsearch zora\nconfirm\n", "-")
        #expect(again.ending == .exited(0), "\(again)")
        #expect(again.output.contains("confirmed."))
        #expect(try await sessions() == "1")

        // Open to others it is not to be trusted.
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
        #expect(try await say("", "search zora").ending == .exited(0))
        #expect(try await sessions() == "2")
      }
    }
  }
}
