import BookingTesting
import Foundation
import Testing

extension Journeys {
  /// What a manager sees and changes beside the bookings, at a desk, while everybody works.
  @Suite struct TheHouse {
    private func type(_ line: String, at desk: Desk) async throws {
      try await desk.say(":", line)
    }

    /// With a key that cannot be the beginning of the next.
    private func close(_ desk: Desk) async throws {
      try await desk.press("q")
      try await desk.terminal.sees("the board") { !$0.contains("Esc closes") }
    }

    @Test(arguments: [Way.usual, .mariaDB])
    func aManagerGivesAnAccountAndTakesItAway(way: Way) async throws {
      try await DemoSpa.during(DemoSpa.Setting(on: way)) { spa in
        let desk = try await spa.sitDown(.manager, rows: 50)
        try await type("users", at: desk)
        try await desk.sees("reception@demo.spa", "logged in: 1", "users add E-MAIL ROLE NAME")
        try await close(desk)

        try await type("users add mai@spa.example receptionist Mai Trần", at: desk)
        let added = try await desk.sees("Mai Trần logs in as mai@spa.example, receptionist.")
        let words = added.text.split(whereSeparator: \.isWhitespace).map(String.init)
        let made = words.first { $0.count == 19 && $0.split(separator: "-").count == 4 }
        let password = try #require(made)
        #expect(try await spa.lets("mai@spa.example", in: password))
        try await close(desk)

        try await type("users off MAI@spa.example", at: desk)
        let off = try await desk.sees("mai@spa.example logs in no more.")
        #expect(!off.contains(password), "it is not shown again")
        #expect(try await !spa.lets("mai@spa.example", in: password))
        try await close(desk)

        try await type("users off reception@demo.spa", at: desk)
        try await desk.sees("reception@demo.spa logs in no more.")
        try await close(desk)
        try await type("users", at: desk)
        // Newest first, whose deed it was beside it, and no password.
        let history = try await desk.sees("CHANGED")
        let lines = history.lines(with: "mai@spa.example")
        #expect(lines.count >= 3, "\(history.text)")
        #expect(!history.contains(password))
        let by = try await spa.database.value(
          "SELECT by_name FROM frontdesk_house_changes LIMIT 1")
        let manager = try await spa.database.value(
          "SELECT full_name FROM users WHERE email = 'manager@demo.spa'")
        #expect(by == manager)
      }
    }

    @Test(arguments: [Way.usual, .mariaDB])
    func pricesHoursBedsAndLeaveAreChangedAndBoardsHearOfIt(way: Way) async throws {
      try await DemoSpa.during(DemoSpa.Setting(on: way)) { spa in
        let reception = try await spa.sitDown(.reception, columns: 200)
        let desk = try await spa.sitDown(.manager, columns: 140, rows: 60)
        try await type("house", at: desk)
        try await desk.sees("SERVICE", "Massage tinh dầu sen 70'", "ROOM", "monday", "THERAPIST")
        try await close(desk)
        for (line, told) in [
          ("house price 999000 massage tinh dau sen 70'", "Massage tinh dầu sen 70': price 999000"),
          ("house off bed g1", "Bed G1 is out of service."),
          ("house hours monday 10:00-18:00", "Hours, monday: 10:00-18:00."),
        ] {
          try await type(line, at: desk)
          try await desk.sees(told)
          try await close(desk)
        }
        #expect(
          try await spa.database.value("SELECT COUNT(*) FROM services WHERE price = 999000") == "1")
        let name = try await spa.database.value(
          "SELECT full_name FROM users WHERE email = 'therapist2@demo.spa'")
        try await type("house leave \(name)", at: desk)
        try await desk.sees("\(name) is on leave.")
        try await reception.sees("\(name) leave")
        try await close(desk)
        try await type("house back \(name)", at: desk)
        try await desk.sees("\(name) is back.")
        try await reception.terminal.sees("the column back") { !$0.contains("\(name) leave") }
      }
    }

    @Test func whatCannotBeIsSaidAndReceptionIsTurnedAway() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let desk = try await spa.sitDown(.manager)
        for (line, sentence) in [
          ("users fire reception@demo.spa", "there are add, password, role, off, on, logout."),
          ("users off nobody@spa.example", "Nobody has the account nobody@spa.example"),
          ("users role reception@demo.spa boss", "\"boss\" is no role"),
          ("users off admin@demo.spa", "Administrators' accounts are for administrators."),
          ("house price 4x swedish", "a price is a number above zero"),
          ("house off sauna", "Write house off service, bed or room"),
          ("house leave Nobody", "There is no therapist \"Nobody\""),
          ("house hours someday 9-12", "monday to sunday, or every-day"),
        ] {
          try await type(line, at: desk)
          try await desk.sees(sentence)
          try await close(desk)
        }
        #expect(try await spa.database.value("SELECT COUNT(*) FROM frontdesk_house_changes") == "0")
        let reception = try await spa.sitDown(.reception)
        try await type("users", at: reception)
        try await reception.sees("Accounts and the house are for managers.")
      }
    }

    @Test func whatTheOperatorDoesStandsInTheSameHistory() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        for words in [
          ["user", "off", "reception2@demo.spa"], ["edit", "bed", "G1", "--off"],
          ["user", "role", "reception@demo.spa", "manager"],
        ] {
          let done = try await RunningProgram.run(
            try BuiltProgram.server.path, words + ["--database", spa.database.url])
          #expect(done.ending == .exited(0), "\(done)")
        }
        let desk = try await spa.sitDown(.manager, rows: 50)
        try await type("users", at: desk)
        try await desk.sees(
          "frontdesk-server", "reception2@demo.spa logs in no more.", "G1 is out of service.",
          "reception@demo.spa is manager now; was receptionist.")
      }
    }
  }
}
