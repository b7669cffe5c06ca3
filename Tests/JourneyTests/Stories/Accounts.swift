import BookingTesting
import Foundation
import Testing

extension Journeys {
  /// Who may log in is the operator's to say, while everybody works.
  @Suite struct Accounts {
    private func serve(_ words: [String], _ spa: DemoSpa, input: String = "") async throws
      -> RunningProgram.Record
    {
      try await RunningProgram.run(
        try BuiltProgram.server.path, words + ["--database", spa.database.url], input: input)
    }

    @Test(arguments: [Way.usual, .mariaDB])
    func somebodyNewLogsInAndIsOutAgainWhenSwitchedOff(way: Way) async throws {
      try await DemoSpa.during(DemoSpa.Setting(on: way)) { spa in
        let added = try await serve(
          [
            "user", "add", "mai@spa.example", "--name", "Mai  Trần", "--role", "receptionist",
            "--password-file", "-",
          ], spa, input: "orchid-lamp-42\n")
        #expect(added.ending == .exited(0), "\(added)")
        #expect(added.output.contains("Mai Trần logs in as mai@spa.example, receptionist."))
        #expect(try await spa.lets("mai@spa.example", in: "orchid-lamp-42"))
        #expect(try await !spa.lets("mai@spa.example", in: "orchid-lamp-43"))

        let desk = try await spa.sitDown(.reception)
        let sessions = try await serve(["session", "list"], spa)
        #expect(sessions.output.contains("reception@demo.spa"))
        let listed = try await serve(["user", "list"], spa)
        #expect(listed.output.contains("mai@spa.example"))
        for record in [added, sessions, listed] {
          #expect(!record.output.contains("$2") && !record.output.contains("orchid"))
        }

        #expect(try await serve(["user", "off", "MAI@spa.example"], spa).ending == .exited(0))
        #expect(try await !spa.lets("mai@spa.example", in: "orchid-lamp-42"))
        #expect(try await serve(["user", "on", "mai@spa.example"], spa).ending == .exited(0))

        let made = try await serve(["user", "password", "mai@spa.example", "--make-password"], spa)
        #expect(made.ending == .exited(0), "\(made)")
        let password = made.output.split(separator: " ").map(String.init).first { $0.count == 19 }
        #expect(try await spa.lets("mai@spa.example", in: password ?? ""))
        let ended = try await serve(["session", "end", "reception@demo.spa"], spa)
        #expect(ended.output == "Sessions ended: 1.\n")
        try await desk.sees("Password")
      }
    }

    @Test func aPasswordIsTypedUnseenAndTwice() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        func terminal(_ words: String...) throws -> TerminalSession {
          try TerminalSession(
            try BuiltProgram.server.path, words + ["--database", spa.database.url], as: "operator")
        }
        let adding = try terminal(
          "user", "add", "mai@spa.example", "--name", "Mai", "--role", "receptionist")
        try await adding.sees("the question") { $0.contains("Password for mai@spa.example:") }
        try await adding.type("orchid-lamp-42x")
        try await adding.press("BSpace", "Enter")
        try await adding.sees("the question again") { $0.contains("Once more:") }
        try await adding.type("orchid-lamp-42")
        try await adding.press("Enter")
        let end = try await adding.sees("the end") { $0.contains("[ended with 0]") }
        #expect(!end.lines.joined().contains("orchid"))
        #expect(try await adding.manners == .restored)
        await adding.close()
        #expect(try await spa.lets("mai@spa.example", in: "orchid-lamp-42"))

        let other = try terminal("user", "password", "mai@spa.example")
        try await other.sees("the question") { $0.contains("Password for mai@spa.example:") }
        try await other.type("wooden-bowl-77")
        try await other.press("Enter")
        try await other.sees("the question again") { $0.contains("Once more:") }
        try await other.type("wooden-bowl-78")
        try await other.press("Enter")
        let unlike = try await other.sees("the end") { $0.contains("[ended with 2]") }
        #expect(unlike.lines.joined(separator: " ").contains("are not the same"))
        await other.close()

        let givenUp = try terminal("user", "password", "mai@spa.example")
        try await givenUp.sees("the question") { $0.contains("Password for mai@spa.example:") }
        try await givenUp.type("wood")
        try await givenUp.press("C-c")
        try await givenUp.sees("the end") {
          $0.contains("nothing was changed") && $0.contains("[ended with 2]")
        }
        #expect(try await givenUp.manners == .restored)
        await givenUp.close()
        #expect(try await spa.lets("mai@spa.example", in: "orchid-lamp-42"))
      }
    }

    @Test(arguments: [Way.usual, .mariaDB])
    func aNewTherapistHasAColumnOnEveryBoard(way: Way) async throws {
      try await DemoSpa.during(DemoSpa.Setting(on: way)) { spa in
        let desk = try await spa.sitDown(.reception, columns: 200)
        let added = try await serve(
          [
            "user", "add", "ngoc@spa.example", "--name", "Ngọc Hà", "--role", "therapist",
            "--does", "massage chan", "--make-password",
          ], spa)
        #expect(added.ending == .exited(0), "\(added)")
        try await desk.sees("Ngọc")
        let wrong = try await serve(
          ["user", "role", "ngoc@spa.example", "therapist", "--does", "yoga"], spa)
        #expect(wrong.ending == .exited(2) && wrong.errors.contains("there are Massage, "))
      }
    }

    @Test func whatCannotBeIsSaidInASentence() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let add = ["user", "add", "a@spa.example", "--name", "A", "--role", "manager"]
        for password in ["k3v-q", "Password123!", "aaaaaaaa", "34567890", "a@spa.example"] {
          let refused = try await serve(add + ["--password-file", "-"], spa, input: password)
          #expect(
            refused.ending == .exited(2) && refused.errors.contains("password"), "\(password)")
          #expect(!refused.errors.contains(password))
        }
        let refused: [([String], String)] = [
          (add, "--password-file FILE or --make-password"),
          (["user", "add", "a@@b", "--name", "A", "--role", "manager"], "is no e-mail address"),
          (
            ["user", "add", "reception@demo.spa", "--name", "A", "--role", "manager"],
            "has an account already"
          ),
          (["user", "off", "nobody@spa.example"], "user list"),
          (["user", "add", "b@spa.example", "--name", "B", "--role", "customer"], "no staff"),
        ]
        for (words, sentence) in refused {
          let record = try await serve(words, spa)
          #expect(record.ending == .exited(2) && record.errors.contains(sentence), "\(record)")
        }
        #expect(try await serve(["user", "off", "admin@demo.spa"], spa).ending == .exited(0))
        let last = try await serve(["user", "role", "manager@demo.spa", "receptionist"], spa)
        #expect(last.ending == .exited(2) && last.errors.contains("the last account that manages"))
      }
    }
  }
}
