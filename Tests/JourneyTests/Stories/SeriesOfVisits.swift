import BookingDomain
import BookingTesting
import Testing

extension Journeys {
  /// The same again and again: booked, moved, cancelled and taken back as the one thing it is.
  @Suite struct SeriesOfVisits {
    private static let scene = Scene(.init("Zora Quill", with: 1, at: "12:30"))
    private static let keys = ["r"] + "2w x6".map(String.init) + ["Enter"]
    private static let days = (1...6).map { SpaClock.noon.today + 14 * $0 }

    /// The days of the series have nothing but what the story puts there.
    private func clear(_ spa: DemoSpa) async throws {
      for day in Self.days {
        try await spa.database.sql(
          "DELETE FROM bookings WHERE appointment_date IN ('\(day)', '\(day + 1)')")
      }
    }

    private func rows(in spa: DemoSpa) async throws -> [[String]] {
      try await spa.database.sql(
        """
        SELECT appointment_date, appointment_time, booking_status FROM bookings
        WHERE booking_id > \(Scene.booking(of: 0)) AND customer_id = 1 ORDER BY booking_id
        """)
    }

    @Test(arguments: Way.main)
    func sixAreBookedMovedCancelledAndTakenBackAsOne(way: Way) async throws {
      #expect(Self.keys.count <= 12, "the budget of a series of six")
      try await DemoSpa.during(Self.scene, on: way) { spa in
        try await clear(spa)
        let desk = try await spa.sitDown(.reception)
        try await desk.find("Zora Quill")
        for key in Self.keys { try await desk.press(key) }
        try await desk.isDone("in 14 days", "12:30 to 13:30")
        #expect(
          try await rows(in: spa) == Self.days.map { ["\($0)", "12:30:00", "SCHEDULED"] })
        #expect(
          try await spa.database.value(
            "SELECT count(*) FROM frontdesk_visits WHERE series_id IS NOT NULL")
            == "6")

        try await desk.say("m", "series +30m", seeing: "6 days")
        try await desk.isDone("13:00 to 14:00")
        #expect(Set(try await rows(in: spa).map { $0[1] }) == ["13:00:00"])

        try await desk.say("x", "series 1", seeing: "Cancel Zora Quill, 6 days")
        try await desk.isDone("X cancelled")
        #expect(Set(try await rows(in: spa).map { $0[2] }) == ["CANCELLED"])
        try await desk.press("u")
        try await desk.isDone("S scheduled")
        #expect(Set(try await rows(in: spa).map { $0[2] }) == ["SCHEDULED"])
        try await desk.press("u")
        try await desk.isDone("12:30 to 13:30")
        try await desk.press("u")
        try await desk.isDone("X cancelled")
        #expect(
          try await rows(in: spa) == Self.days.map { ["\($0)", "12:30:00", "CANCELLED"] })
      }
    }

    /// On the third day Lan Anh has somebody else then.
    @Test(arguments: Way.main)
    func aDayThatIsTakenIsShownWithAnotherStartAndLeftOutByItsDigit(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        try await clear(spa)
        try await spa.database.sql(
          """
          INSERT INTO bookings (customer_id, payment_item_id, service_id, therapist_user_id,
            appointment_date, appointment_time, duration_minutes, booking_status, room_id, bed_id)
          SELECT 2, payment_item_id, service_id, therapist_user_id, '\(Self.days[2])', '12:00:00',
            60, 'CONFIRMED', room_id, bed_id
          FROM bookings WHERE booking_id = \(Scene.booking(of: 0))
          """)
        let desk = try await spa.sitDown(.reception)
        try await desk.find("Zora Quill")
        try await desk.begin(
          "r", "2w x6", seeing: "INSTEAD: 3", "3 \(Self.days[2].short)",
          "instead (-3 leaves it out)")
        try await desk.terminal.type(" -3")
        try await desk.sees("left out")
        try await desk.press("Enter")
        try await desk.isDone("in 14 days", "12:30 to 13:30")
        #expect(
          try await rows(in: spa).filter { $0[2] == "SCHEDULED" }.map { $0[0] }
            == Self.days.filter { $0 != Self.days[2] }.map { "\($0)" })
      }
    }
  }
}
