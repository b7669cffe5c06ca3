import BookingTesting
import Foundation
import Testing

extension Journeys {
  /// From an empty machine to the first guest.
  @Suite struct ANewSpa {
    private func serve(_ words: [String], input: String = "") async throws
      -> RunningProgram.Record
    {
      try await RunningProgram.run(
        try BuiltProgram.server.path, words, input: input, within: .seconds(60))
    }

    private func emptyDatabase(_ way: Way) async throws -> SpaDatabase {
      switch way.database {
      case .sqlite:
        return SpaDatabase(path: "\(try TestRun.privateDirectory("new"))/spa.db")
      case .mariaDB:
        let server = try await PrivateMariaDB.shared.value
        let name = "new_" + UUID().uuidString.prefix(8).lowercased()
        try await SpaDatabase(server, name: "mysql").sql("CREATE DATABASE \(name);")
        return SpaDatabase(server, name: name)
      }
    }

    private func plan(_ text: String) throws -> String {
      let path = "\(try TestRun.privateDirectory("plan"))/spa.toml"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return path
    }

    @Test(arguments: [Way.usual, .mariaDB])
    func theExampleBecomesASpaInWhichTheFirstGuestIsBooked(way: Way) async throws {
      let database = try await emptyDatabase(way)
      let example = try await serve(["setup", "--example"])
      let path = try plan(example.output)
      let setUp = try await serve(["setup", "--from", path, "--database", database.url])
      #expect(setUp.ending == .exited(0), "\(setUp)")
      let password = setUp.output.split(separator: " ").first { $0.count == 19 && $0.contains("-") }

      let server = try RunningProgram(
        try BuiltProgram.server.path,
        ["serve", "--database", database.url, "--listen", "127.0.0.1:0"])
      let ready = try await server.line("ready line") { $0.contains("listening on ") }
      let url = String(ready.split(separator: " ").last ?? "")
      let file = "\(try TestRun.privateDirectory("login"))/password"
      try String(try #require(password)).write(toFile: file, atomically: true, encoding: .utf8)
      let login = ["--server", url, "--user", "manager@lotus.example", "--password-file", file]
      let terminal = try TerminalSession(
        try BuiltProgram.console.path, login, as: "manager", in: .init(columns: 120, rows: 36))
      try await terminal.sees("the empty day of the new spa") {
        $0.contains("LIVE") && $0.contains("Anna") && $0.contains("Linh")
      }
      let booked = try await RunningProgram.run(
        try BuiltProgram.console.path,
        ["do"] + login + ["--date", "tomorrow", "walk-in Mai 0901999888 swedish60 anna 14:00"])
      #expect(booked.output.contains("Mai") || booked.errors.contains("walk-in"), "\(booked)")
      await terminal.close()
      await server.stop()

      let again = try await serve(["setup", "--from", path, "--database", database.url])
      #expect(again.ending == .exited(2))
      #expect(again.errors.hasPrefix("frontdesk-server: This database is a spa already"))
    }

    @Test func everythingThatIsWrongIsSaidAtOnceAndNothingIsLeftBehind() async throws {
      let database = try await emptyDatabase(.usual)
      let path = try plan(
        """
        [spa]
        name = "X"
        timezone = "Mars/Olympus"
        [hours]
        mondy = "9-12"
        [rooms]
        "Lan" = 3
        [services."Massage"]
        "Long" = { minutes = 6000, price = "4.50" }
        [therapists]
        "Anna" = { does = "Yoga", email = "x" }
        [manager]
        name = "M"
        password = "x"
        [cellar]
        """)
      let refused = try await serve(["setup", "--from", path, "--database", database.url])
      #expect(refused.ending == .exited(2))
      let expected = [
        "line 3, column 1: there is no time zone \"Mars/Olympus\"",
        "line 5, column 1: there is no \"mondy\" here",
        "line 7, column 1: a room is a list of its beds",
        "line 9, column 12: a treatment lasts 5 to 480 minutes",
        "line 9, column 28: prices in VND have no fractions",
        "line 11, column 12: there is no kind of treatment \"Yoga\"",
        "line 11, column 27: \"x\" is no e-mail address",
        "line 14, column 1: a password does not belong into this file",
        "line 15, column 2: there is no section [cellar]",
      ]
      for sentence in expected { #expect(refused.errors.contains(sentence), "\(refused.errors)") }
      let folder = String(database.url.dropFirst("sqlite:".count).dropLast("/spa.db".count))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }

    @Test func aNewDatabaseIsItsOwnersAlone() async throws {
      let database = try await emptyDatabase(.usual)
      let path = try plan(try await serve(["setup", "--example"]).output)
      _ = try await serve(["setup", "--from", path, "--database", database.url])
      let file = String(database.url.dropFirst("sqlite:".count))
      for name in [file, file + "-frontdesk"] {
        let attributes = try FileManager.default.attributesOfItem(atPath: name)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
      }
    }

    @Test func theQuestionsAtATerminalMakeTheSameSpa() async throws {
      let database = try await emptyDatabase(.usual)
      let terminal = try TerminalSession(
        try BuiltProgram.server.path, ["setup", "--database", database.url], as: "owner",
        in: .init(columns: 100, rows: 50))
      func answer(_ question: String, _ text: String) async throws {
        try await terminal.sees(question) { screen in
          screen.lines.last { !$0.allSatisfy(\.isWhitespace) }?.contains(question) == true
        }
        try await terminal.type(text)
        try await terminal.press("Enter")
      }
      try await answer("The spa's name", "Sen")
      try await answer("Time zone", "Nowhere/Here")
      try await answer("Time zone", "Asia/Ho_Chi_Minh")
      try await answer("Currency", "")
      for day in ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] {
        try await answer(day, "")
      }
      try await answer("Sunday", "closed")
      try await answer("Room", "Lotus")
      try await answer("how many beds", "2")
      try await answer("Room", "")
      try await answer("Kind", "Massage")
      try await answer("Service", "Swedish 60")
      try await answer("minutes [60]", "")
      try await answer("price in VND", "480000")
      try await answer("kept free", "")
      try await answer("Service", "")
      try await answer("Kind", "")
      try await answer("Therapist", "Anna")
      try await answer("does (Massage)", "")
      try await answer("Therapist", "")
      try await answer("manager's name", "Hanh")
      try await answer("e-mail", "hanh@spa.example")
      try await terminal.sees("the end") { $0.contains("Sen: 1 rooms, 1 services, 1 therapists.") }
      #expect(
        try await database.value(
          "SELECT is_closed FROM business_hours WHERE day_of_week = 'SUNDAY'") == "1")
      #expect(try await database.value("SELECT COUNT(*) FROM beds") == "2")
      await terminal.close()
    }
  }
}
