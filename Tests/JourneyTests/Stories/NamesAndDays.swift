import BookingDomain
import BookingTesting
import DeskLanguage
import Glibc
import Testing

extension Journeys {
  /// What a name and a day are, on the real programs and in the database.
  @Suite struct NamesAndDays {
    private static let scene = Scene(.init("Zora Quill", with: 1, at: "17:00"))

    private func give(
      _ orders: String..., as person: Desk.Person = .reception, in spa: DemoSpa
    ) async throws -> RunningProgram.Record {
      try await RunningProgram.run(
        try BuiltProgram.console.path, ["do"] + spa.login(person) + orders)
    }

    /// A day that is given is only changed by a word that was meant as one, whichever names guests have.
    @Test(arguments: [Way.usual, .mariaDB])
    func aGuestWhoIsCalledLikeADayIsBookedOnTheDayThatWasGiven(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let days = (50..<57).map { spa.setting.date + $0 }
        let date = try #require(days.first { $0.weekday == .wednesday })
        for (name, number, hour) in [
          ("Minh Thu", "0901234111", "10:00"), ("Bùi Thùy My", "0901234112", "12:00"),
          ("Mon", "0901234113", "14:00"), ("Card", "0901234114", "16:00"),
        ] {
          let done = try await give(
            "--date", "\(date)", "book \(name) \(number) mt60 lan \(hour) cash", in: spa)
          #expect(done.ending == .exited(0), "\(name): \(done.errors)")
          #expect(done.output.contains(date.short), "\(name): \(done.output)")
          #expect(
            try await spa.database.sql(
              """
              SELECT c.full_name, b.appointment_time FROM bookings b
                JOIN customers c ON c.customer_id = b.customer_id
                WHERE b.appointment_date = '\(date)' AND c.full_name = '\(name)'
              """) == [[name, "\(hour):00"]])
        }
      }
    }

    /// Each of a group has a booking: known by a number, new with one, or with a name alone.
    @Test(arguments: Way.main)
    func eachOfAGroupStandsInTheRowsUnderTheirName(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        for statement in [
          "UPDATE rooms SET capacity = 3 WHERE room_id = 1",
          "UPDATE beds SET room_id = 1 WHERE bed_id = 3",
        ] {
          _ = try await spa.database.sql(statement)
        }
        let desk = try await spa.sitDown(.reception)
        try await desk.say("b", "7919 mt60 lan 1400 cash & Kim 0901230777 ha & Max minh")
        try await desk.isDone("Zora Quill booked for 14:00")
        let rows = try await spa.database.sql(
          """
          SELECT c.full_name, b.appointment_time, b.booking_notes, v.visit_id = f.visit_id
            FROM bookings b JOIN customers c ON c.customer_id = b.customer_id
            JOIN frontdesk_visits v ON v.booking_id = b.booking_id
            JOIN frontdesk_visits f ON f.booking_id = \(Scene.booking(of: 0)) + 1
            WHERE b.booking_id > \(Scene.booking(of: 0)) ORDER BY b.booking_id
          """)
        #expect(
          rows == [
            ["Zora Quill", "14:00:00", "", "1"], ["Kim", "14:00:00", "", "1"],
            ["Zora Quill", "14:00:00", "Max", "1"],
          ])
        // One of them is a guest with a number of their own, and is named in what is done to all.
        try await desk.say("x", "1", seeing: "Cancel Zora Quill & Kim, 14:00")
        try await desk.isDone("X cancelled")
        #expect(
          try await spa.database.value(
            """
            SELECT count(*) FROM bookings WHERE booking_status = 'CANCELLED'
              AND booking_id > \(Scene.booking(of: 0))
            """) == "3")
      }
    }

    /// In `:date` and in `--date` the days are the same words.
    @Test func everyFormOfADayIsLookedAtAndPrinted() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let desk = try await spa.sitDown(.reception)
        for form in ["next fri", "+3", "thứ 6", "in 2 weeks", "mốt", "monday"] {
          let date = try #require(DayWord(form)).date(today: spa.setting.date)
          try await desk.say(":", "date \(form)")
          try await desk.isDone(date.spoken)
          let printed = try await RunningProgram.run(
            try BuiltProgram.console.path,
            ["day", "--format", "json", "--date", form] + spa.login(.reception))
          #expect(printed.output.contains("\"\(date)\""), "\(form): \(printed.output.prefix(200))")
        }
        let wrong = try await RunningProgram.run(
          try BuiltProgram.console.path, ["day", "--date", "xyzzy"] + spa.login(.reception))
        #expect(wrong.errors.contains("\"xyzzy\" is not a day: write today, tomorrow"))
        let help = try await RunningProgram.run(
          try BuiltProgram.console.path, ["help", "day"])
        let words = help.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for form in DayWord.forms { #expect(words.contains(form), "\(form)") }
      }
    }

    /// `/` goes by what a receptionist has in hand: the end of a number, a service, a therapist.
    @Test func aGuestIsFoundByNumberServiceAndTherapist() async throws {
      let scene = Scene(
        .init("Zora Quill", with: 1, at: "17:00"),
        .init("Yann Moss", with: 2, at: "15:00", minutes: 90))
      try await DemoSpa.during(scene) { spa in
        let desk = try await spa.sitDown(.reception)
        let service = try await spa.database.value(
          """
          SELECT s.name FROM services s JOIN bookings b ON b.service_id = s.service_id
            WHERE b.booking_id = \(Scene.booking(of: 1))
          """)
        for (typed, guest) in [
          ("7919", "Zora Quill"), (service, "Yann Moss"), ("lan", "Zora Quill"),
          ("thu ha", "Yann Moss"), ("zora", "Zora Quill"),
        ] {
          try await desk.press("/")
          try await desk.terminal.type(typed)
          try await desk.terminal.sees("\(guest) found by \(typed)") { screen in
            screen.lines.contains { $0.dropFirst(80).contains(guest) }
          }
          try await desk.press("Enter")
        }
      }
    }

    /// One key makes it longer or shorter, by a quarter or by what is typed.
    @Test(arguments: Way.main)
    func aTreatmentIsMadeLongerAndShorterAndTakenBack(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        let other = try await spa.sitDown(.reception2)
        func minutes() async throws -> String {
          try await spa.database.value(
            "SELECT duration_minutes FROM bookings WHERE booking_id = \(Scene.booking(of: 0))")
        }
        try await desk.find("Zora Quill")
        try await desk.press(")", "Enter")
        try await desk.isDone("17:00 to 18:15")
        #expect(try await minutes() == "75")
        try await other.sees("Zora Quill now 1 h 15, was 1 h 00")
        try await desk.say("(", "30")
        try await desk.isDone("17:00 to 17:45")
        #expect(try await minutes() == "45")
        try await desk.press("u")
        try await desk.isDone("17:00 to 18:15")
        #expect(try await minutes() == "75")
      }
    }

    /// A late answer leaves the cursor where hands put it, and the key after it means what is seen.
    @Test(arguments: [("B", "lan 14:00 30 lunch"), ("%", "yann")])
    func aLateAnswerLeavesTheCursorWhereHandsPutIt(key: String, line: String) async throws {
      let scene = Scene(
        .init("Zora Quill", with: 1, at: "17:00"), .init("Yann Moss", with: 2, at: "17:00"),
        .init("Emma Rivers", with: 3, at: "15:00"))
      try await DemoSpa.during(scene) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.find("Zora Quill")
        try await desk.press(key)
        try await desk.terminal.type(line)
        try await desk.terminal.sees("the line") { $0.lines.last?.contains(line) == true }
        spa.server.signal(SIGSTOP)
        try await desk.press("Enter")
        try await desk.sees("1 order unanswered")
        try await desk.find("Emma Rivers")
        spa.server.signal(SIGCONT)
        try await desk.isDone("Emma Rivers")
        try await desk.press("c")
        try await desk.isDone("C confirmed")
        #expect(
          try await spa.database.sql(
            """
            SELECT booking_id FROM bookings WHERE booking_status = 'CONFIRMED'
              AND booking_id >= \(Scene.booking(of: 0))
            """)
            == [["\(Scene.booking(of: 2))"]])
      }
    }
  }
}
