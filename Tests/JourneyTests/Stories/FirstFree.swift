import BookingDomain
import BookingTesting
import Testing

extension Journeys {
  /// "When would you have time?": the next free starts over many days, and how full the month is.
  @Suite struct FirstFree {
    private static let scene = Scene(
      .init("Zora Quill", with: 1, at: "12:30"), .init("Yann Moss", with: 2, at: "12:30"),
      .init("Ola Berg", with: 1, at: "15:00"))

    /// What opens the line, and Enter.
    private static let keys = ["F"] + "mt60 lan".map(String.init) + ["Enter"]

    @Test(arguments: Way.main)
    func theNextStartIsFoundAndItsBookingBegunWithinTwelveKeys(way: Way) async throws {
      try #require(Self.keys.count <= 12)
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        for key in Self.keys.dropLast() { try await desk.press(key) }
        try await desk.sees("Next free: today", "with Lan Anh. Enter begins the booking there")
        try await desk.press("Enter")
        try await desk.terminal.sees("the booking begun") {
          $0.lines.last?.hasPrefix(" :book mt") == true
        }
        try await desk.terminal.type("5838")
        try await desk.sees("Yann Moss")
        try await desk.press("Enter")
        try await desk.isDone("Yann Moss booked for")
        let booked = try await spa.database.sql(
          """
          SELECT customer_id, therapist_user_id, appointment_date FROM bookings
            ORDER BY booking_id DESC LIMIT 1
          """)
        #expect(booked == [["2", "11", "\(spa.setting.date)"]])
      }
    }

    @Test(arguments: Way.main)
    func anotherStartIsChosenWithTheArrowsOnAnotherDay(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let date = spa.setting.date
        try await spa.database.sql(
          """
          INSERT INTO frontdesk_time_off
            (therapist_id, from_date, until_date, reason, by_kind, by_number, by_name, at)
          VALUES (NULL, '\(date)', '\(date + 1)', 'Tết', 'USER', 1, 'An', 0)
          """)
        let desk = try await spa.sitDown(.reception)
        try await desk.press("F")
        try await desk.terminal.type("7919 mt60")
        let first = "\((date + 2).short)"
        try await desk.sees("Next free: \(first)")
        try await desk.press("Down", "Down", "Enter")
        try await desk.terminal.sees("the booking begun on that day") {
          $0.lines.last?.hasPrefix(" :book 7919 mt60") == true && $0.contains((date + 2).spoken)
        }
        let listed = try await RunningProgram.run(
          try BuiltProgram.console.path, ["do"] + spa.login(.reception2) + ["free mt60"])
        #expect(listed.ending == .exited(0), "\(listed.errors)")
        #expect(listed.output.contains("\(first) "), "\(listed.output)")
      }
    }

    @Test(arguments: Way.main)
    func whoseHoursCannotBeReadIsNamed(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        try await spa.database.sql(
          """
          INSERT INTO frontdesk_shifts (therapist_id, weekday, from_time)
          SELECT user_id, 'SOMEDAY', '09:00:00' FROM therapists
          """)
        let listed = try await RunningProgram.run(
          try BuiltProgram.console.path, ["do"] + spa.login(.reception) + ["free mt60"])
        #expect(
          (listed.output + listed.errors).contains(" NOT OFFERED: "),
          "\(listed.output) \(listed.errors)")
        #expect((listed.output + listed.errors).contains(", whose hours cannot be read."))
      }
    }

    @Test(arguments: Way.main)
    func theMonthSaysHowFullEachDayIsAndEnterGoesThere(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.press("6")
        let month = spa.setting.date.spoken.split(separator: " ").suffix(2).joined(separator: " ")
        try await desk.sees("\(month) (Enter goes there", "3 booked", " %")
        try await desk.press("Right", "Down", "Enter")
        try await desk.sees((spa.setting.date + 8).spoken)
        let own = try await spa.sitDown(.therapist1)
        try await own.press("6")
        try await own.sees("\(month) (Enter goes there", "2 booked")
      }
    }
  }
}
