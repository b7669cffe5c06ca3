import BookingDomain
import BookingTesting
import Testing

extension Journeys {
  /// A manager says when somebody works.
  @Suite struct Shifts {
    private static let scene = Scene(
      .init("Zora Quill", with: 1, at: "15:30"), .init("Yann Moss", with: 1, at: "13:00"))

    @Test(arguments: Way.main)
    func otherHoursOfOneDayAreSeenAndKeptToByEveryDesk(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let tomorrow = spa.setting.date + 1
        _ = try await spa.database.sql(
          "DELETE FROM bookings WHERE appointment_date = '\(tomorrow)'")
        let manager = try await spa.sitDown(.manager)
        let desk = try await spa.sitDown(.reception)
        for screen in [manager, desk] {
          try await screen.press("]")
          try await screen.sees(tomorrow.spoken, "Lan Anh")
        }
        try await manager.say(":", "shift lan tomorrow 13-20")
        try await manager.isDone("Lan Anh works \(tomorrow.short) 13:00–20:00.")
        for screen in [manager, desk] { try await screen.sees("from 13:00") }
        #expect(
          try await spa.database.sql(
            "SELECT therapist_id, weekday, date, from_time, until_time FROM frontdesk_shifts")
            == [["11", "", "\(tomorrow)", "13:00:00", "20:00:00"]])

        // Who books outside is told the hours, and offered others.
        try await desk.say(
          "b", "5838 mt60 lan tomorrow 10:00",
          seeing: "Lan Anh works 13:00 to 20:00 on \(tomorrow.short)", "13:00")
        try await desk.press("1")
        try await desk.sees("lan tomorrow 13:00")
        try await desk.dropLine(with: "mt60")

        // And so is whoever asks from elsewhere.
        let refused = try await RunningProgram.run(
          try BuiltProgram.console.path,
          ["do"] + spa.login(.reception2) + ["book 5838 mt60 lan tomorrow 10:00"])
        #expect(
          refused.errors.contains("Lan Anh works 13:00 to 20:00 on \(tomorrow.short)"),
          "\(refused.errors)")

        // One key takes it back, and everybody sees it.
        try await manager.takeBack(whatShows: "from 13:00")
        for screen in [manager, desk] {
          try await screen.terminal.sees("Lan Anh whenever the spa is open") {
            $0.contains("Lan Anh") && !$0.contains("from 13:00")
          }
        }
        #expect(try await spa.database.value("SELECT count(*) FROM frontdesk_shifts") == "0")
        let booked = try await RunningProgram.run(
          try BuiltProgram.console.path,
          ["do"] + spa.login(.reception2) + ["book 5838 mt60 lan tomorrow 10:00"])
        #expect(booked.ending == .exited(0), "\(booked.errors)")
      }
    }

    /// Another program writes the hours; who stands outside is shown, and given to others.
    @Test(arguments: Way.main)
    func hoursThatAnotherProgramWritesAreShownAndWhoStandsOutsideIsGivenToOthers(way: Way)
      async throws
    {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.sees("Zora", "Yann")
        _ = try await spa.database.sql(
          """
          INSERT INTO frontdesk_shifts (therapist_id, date, from_time, until_time)
            VALUES (11, '\(spa.setting.date)', '09:00:00', '14:15:00')
          """)
        try await desk.sees("until 14:15")
        try await desk.press("R")
        try await desk.sees("These are off or not at work then", "15:30 Zora Quill")
        try await desk.terminal.type("lan")
        try await desk.sees("1 of 1 outside the hours go to others")
        try await desk.press("Enter")
        try await desk.terminal.sees("given away") {
          !$0.contains("unanswered") && $0.lines.last?.hasPrefix(" :") == false
        }
        #expect(
          try await spa.database.value(
            """
            SELECT count(*) FROM bookings WHERE therapist_user_id = 11
              AND appointment_date = '\(spa.setting.date)'
            """) == "1")
      }
    }

    /// At the console, from a script and by the operator: one week, in the same rows.
    @Test(arguments: Way.main)
    func aWeekIsSetInThreeWaysAndIsTheSame(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        func rows() async throws -> [[String]] {
          try await spa.database.sql(
            """
            SELECT therapist_id, weekday, from_time, until_time FROM frontdesk_shifts
              ORDER BY weekday, from_time
            """)
        }
        let expected =
          ["FRIDAY", "MONDAY", "THURSDAY", "TUESDAY", "WEDNESDAY"].map {
            ["11", $0, "09:00:00", "17:00:00"]
          }
        let manager = try await spa.sitDown(.manager)
        let reception = try await spa.sitDown(.reception)
        try await manager.say(":", "shift lan mon-fri 9-17")
        try await manager.isDone("Lan Anh works")
        #expect(try await rows() == expected)
        let isWeekday = ![.saturday, .sunday].contains(spa.setting.date.weekday)
        if isWeekday { try await reception.sees("until 17:00") }

        try await spa.database.sql("DELETE FROM frontdesk_shifts")
        let script = try await RunningProgram.run(
          try BuiltProgram.console.path,
          ["do"] + spa.login(.manager) + ["shift lan mon-fri 9-17"])
        #expect(script.ending == .exited(0), "\(script.errors)")
        #expect(try await rows() == expected)

        try await spa.database.sql("DELETE FROM frontdesk_shifts")
        let edited = try await RunningProgram.run(
          try BuiltProgram.server.path,
          [
            "edit", "therapist", "Lan Anh", "--shifts", "mon-fri 9-17", "--database",
            spa.database.url,
          ])
        #expect(edited.ending == .exited(0), "\(edited.errors)")
        #expect(try await rows() == expected)
        if isWeekday { try await reception.sees("until 17:00") }
      }
    }

    @Test func onlyAManagerSetsThemForWholeWeeks() async throws {
      try await DemoSpa.during(Self.scene, on: Way.main[0]) { spa in
        let refused = try await RunningProgram.run(
          try BuiltProgram.console.path, ["do"] + spa.login(.reception) + ["shift lan mon-fri 9-17"]
        )
        #expect(refused.ending != .exited(0))
        #expect(refused.errors.contains("manager"), "\(refused.errors)")
        for line in ["shift lan tomorrow 9-14", "shift lan clear"] {
          let ofOneDay = try await RunningProgram.run(
            try BuiltProgram.console.path, ["do"] + spa.login(.reception) + [line])
          #expect(ofOneDay.ending == .exited(0), "\(ofOneDay.errors)")
        }
        let done = try await RunningProgram.run(
          try BuiltProgram.console.path,
          ["do"] + spa.login(.manager) + ["shift lan mon-fri 9-13 15-20 sat off"])
        #expect(done.ending == .exited(0), "\(done.errors)")
        #expect(
          try await spa.database.sql(
            "SELECT weekday, from_time, until_time FROM frontdesk_shifts ORDER BY shift_id")
            == ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"].flatMap {
              [[$0, "09:00:00", "13:00:00"], [$0, "15:00:00", "20:00:00"]]
            } + [["SATURDAY", "", ""]])
      }
    }
  }
}
