import BookingDomain
import BookingTesting
import Testing

extension Journeys {
  /// A therapist is ill for the day, or away for days; the spa is closed on a holiday.
  @Suite struct DaysOff {
    private static let scene = Scene(
      .init("Zora Quill", with: 1, at: "13:30"), .init("Yann Moss", with: 1, at: "15:00"))

    @Test(arguments: Way.main)
    func whoIsIllIsOffOnEveryScreenAndTheGuestsGoToOthers(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        let other = try await spa.sitDown(.reception2)
        try await desk.say(
          "B", "lan today ill",
          seeing: "BOOKED: 2 guests with Lan Anh then; :reassign gives them to others.", "Zora")
        try await desk.isDone("Lan Anh is off today: ill.")
        #expect(
          try await spa.database.sql(
            "SELECT therapist_id, from_date, until_date, reason FROM frontdesk_time_off")
            == [["11", "\(spa.setting.date)", "\(spa.setting.date)", "ill"]])
        for screen in [desk, other] { try await screen.sees("Lan Anh off", " ill ") }

        // Whoever sits elsewhere cannot book with her.
        try await other.begin(
          "b", "5838 mt60 lan 17", seeing: "Lan Anh is off on \(spa.setting.date.short) (ill)")
        try await other.dropLine(with: "mt60")

        try await other.say("R", "lan", seeing: "2 of 2 go to others")
        try await other.terminal.sees("both given away") {
          !$0.contains("unanswered") && $0.lines.last?.hasPrefix(" :") == false
        }
        #expect(
          try await spa.database.value(
            """
            SELECT count(*) FROM bookings WHERE therapist_user_id = 11
              AND appointment_date = '\(spa.setting.date)'
            """) == "0")
        let printed = try await RunningProgram.run(
          try BuiltProgram.console.path, ["day"] + spa.login(.reception))
        #expect(printed.output.contains("all day  Lan Anh"), "\(printed.output)")

        // Whoever said it takes it back with one key, and everybody sees it.
        try await desk.takeBack(whatShows: "Lan Anh off")
        for screen in [desk, other] {
          try await screen.terminal.sees("Lan Anh at work") { !$0.contains("Lan Anh off") }
        }
        #expect(try await spa.database.value("SELECT count(*) FROM frontdesk_time_off") == "0")
      }
    }

    @Test(arguments: Way.main)
    func aHolidayClosesTheSpaForEverybodyAndIsGivenBack(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.say(":", "off all +7-+8 Tết")
        let (first, last) = (spa.setting.date + 7, spa.setting.date + 8)
        try await desk.isDone("Everybody is off \(first.short)–\(last.short): Tết.")
        #expect(
          try await spa.database.sql(
            "SELECT therapist_id, from_date, until_date, reason FROM frontdesk_time_off")
            == [["", "\(first)", "\(last)", "Tết"]])
        let refused = try await RunningProgram.run(
          try BuiltProgram.console.path,
          ["do"] + spa.login(.reception2) + ["book 5838 mt60 lan +7 14:00"])
        #expect(refused.errors.contains("The spa is closed"), "\(refused.errors)")
        let given = try await RunningProgram.run(
          try BuiltProgram.console.path, ["do"] + spa.login(.reception2) + ["unblock all +8"])
        #expect(given.ending == .exited(0), "\(given.errors)")
        #expect(try await spa.database.value("SELECT count(*) FROM frontdesk_time_off") == "0")
      }
    }

    @Test(arguments: Way.main)
    func whoBlockedTimeAndWhoGaveItBackStandsInTheChangesOfTheDay(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let day = spa.setting.date + 8
        // That day's own bookings stand in nobody's way.
        try await spa.database.sql("DELETE FROM bookings WHERE appointment_date = '\(day)'")
        for (account, line) in [
          (Desk.Person.reception, "block lan +8 14:00 30 dentist"),
          (.reception2, "unblock lan +8 14"),
        ] {
          let done = try await RunningProgram.run(
            try BuiltProgram.console.path, ["do"] + spa.login(account) + [line])
          #expect(done.ending == .exited(0), "\(done.errors)")
        }
        #expect(try await spa.database.value("SELECT count(*) FROM frontdesk_blocks") == "0")
        func name(_ person: Desk.Person) async throws -> String {
          try await spa.database.value(
            "SELECT full_name FROM users WHERE email = '\(person.email)'")
        }
        let (blocker, unblocker) = try await (name(.reception), name(.reception2))
        let hours = "\(day.short) 14:00–14:30: dentist"
        let desk = try await spa.sitDown(.manager)
        try await desk.press("J")
        try await desk.sees(
          "\(blocker): Lan Anh blocked \(hours)", "\(unblocker): Lan Anh unblocked \(hours)")
      }
    }
  }
}
