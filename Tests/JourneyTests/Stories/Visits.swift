import BookingTesting
import Testing

extension Journeys {
  /// Several treatments in a row, and several guests: one thing, booked, moved and taken back as one.
  @Suite struct Visits {
    /// Zora's number ends in 7919. Lan Anh (11) does massages, Ngọc Mai (14) faces.
    private static let scene = Scene(.init("Zora Quill", with: 1, at: "17:00"))

    private func rows(in spa: DemoSpa) async throws -> [[String]] {
      try await spa.database.sql(
        """
        SELECT b.therapist_user_id, b.appointment_time, b.booking_status,
          v.visit_id - \(Scene.booking(of: 0))
        FROM bookings b LEFT JOIN frontdesk_visits v ON v.booking_id = b.booking_id
        WHERE b.booking_id > \(Scene.booking(of: 0)) ORDER BY b.booking_id
        """)
    }

    /// Sessions of Zora's that are booked.
    private func used(in spa: DemoSpa) async throws -> Int {
      let sum = try await spa.database.value(
        """
        SELECT SUM(u.booked_quantity) FROM payment_item_usage u
          JOIN payment_items i ON i.payment_item_id = u.payment_item_id
          JOIN payments p ON p.payment_id = i.payment_id
          WHERE p.customer_id = \(Scene.customer(of: 0))
        """)
      return try #require(Int(sum))
    }

    private static let keys = ["b"] + "7919 mt60 lan & da60 1400".map(String.init) + ["Enter"]

    @Test(arguments: Way.main)
    func twoTreatmentsAreOneVisit(way: Way) async throws {
      #expect(Self.keys.count <= 30, "the budget of a visit of two treatments")
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        let other = try await spa.sitDown(.reception2)
        let before = try await used(in: spa)
        for key in Self.keys { try await desk.press(key) }
        try await desk.isDone("14:00 to 15:00", "visit", "15:00 Chăm sóc da")
        #expect(try await used(in: spa) == before + 2)
        #expect(
          try await rows(in: spa) == [
            ["11", "14:00:00", "SCHEDULED", "1"], ["14", "15:00:00", "SCHEDULED", "1"],
          ])

        try await desk.say("m", "1430")
        try await desk.isDone("14:30 to 15:30", "15:30 Chăm sóc da")
        #expect(try await rows(in: spa).map { $0[1] } == ["14:30:00", "15:30:00"])
        try await other.sees("14:30", "15:30")

        try await desk.press("c")
        try await desk.isDone("C confirmed")
        #expect(try await rows(in: spa).map { $0[2] } == ["CONFIRMED", "CONFIRMED"])
        try await desk.press("u")
        try await desk.isDone("S scheduled")
        try await desk.press("u")
        try await desk.isDone("14:00 to 15:00")
        #expect(
          try await rows(in: spa).map { $0[1] + $0[2] }
            == ["14:00:00SCHEDULED", "15:00:00SCHEDULED"])

        try await desk.say("x", "1")
        try await desk.isDone("X cancelled")
        #expect(try await rows(in: spa).map { $0[2] } == ["CANCELLED", "CANCELLED"])
        try await desk.press("u")
        try await desk.isDone("S scheduled")
        try await desk.press("u")
        try await desk.isDone("X cancelled")
        #expect(try await rows(in: spa).map { $0[2] } == ["CANCELLED", "CANCELLED"])
        #expect(try await used(in: spa) == before, "the sessions are given back, both")
      }
    }

    @Test(arguments: Way.main)
    func onlyOneOfThemGoesElsewhereAndMoreIsAdded(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.find("Zora Quill")
        try await desk.say("&", "da60")
        try await desk.isDone("18:00 to 19:00", "17:00 Massage")
        #expect(try await rows(in: spa) == [["14", "18:00:00", "SCHEDULED", "0"]])

        try await desk.say("m", "1830 only", seeing: "VISIT: 17:00")
        try await desk.isDone("18:30 to 19:30")
        #expect(try await rows(in: spa) == [["14", "18:30:00", "SCHEDULED", "0"]])
        #expect(
          try await spa.database.value(
            "SELECT appointment_time FROM bookings WHERE booking_id = \(Scene.booking(of: 0))")
            == "17:00:00")
      }
    }
  }
}
