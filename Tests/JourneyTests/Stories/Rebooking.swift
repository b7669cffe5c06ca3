import BookingDomain
import BookingTesting
import Testing

extension Journeys {
  @Suite struct Rebooking {
    @Test(arguments: Way.main)
    func theSameAgainInTwoWeeksAndTakenBack(way: Way) async throws {
      let scene = Scene(.init("Zora Quill", with: 1, at: "12:30"))
      let then = SpaClock.noon.today + 14
      try await DemoSpa.during(scene, on: way) { spa in
        // That day's own bookings stand in nobody's way.
        try await spa.database.sql("DELETE FROM bookings WHERE appointment_date = '\(then)'")
        func newest() async throws -> [[String]] {
          try await spa.database.sql(
            """
            SELECT customer_id, therapist_user_id, appointment_date, appointment_time,
                duration_minutes, booking_status
              FROM bookings ORDER BY booking_id DESC LIMIT 1
            """)
        }
        let desk = try await spa.sitDown(.reception)
        try await desk.find("Zora Quill")
        try await desk.say("r", "2")
        try await desk.isDone("Zora Quill", "12:30 to 13:30", "in 14 days")
        #expect(
          try await newest() == [["1", "11", "\(then)", "12:30:00", "60", "SCHEDULED"]])
        #expect(
          try await spa.database.value(
            "SELECT booked_quantity FROM payment_item_usage WHERE payment_item_id = 9000000")
            == "2")

        try await desk.press("u")
        try await desk.isDone("X cancelled")
        #expect(try await newest().first?.last == "CANCELLED")
      }
    }
  }
}
