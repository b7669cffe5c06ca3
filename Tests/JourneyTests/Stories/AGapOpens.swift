import BookingTesting
import Testing

extension Journeys {
  @Suite struct AGapOpens {
    /// Put on the list by one desk; what another cancels is offered, and a digit books it.
    @Test(arguments: Way.main)
    func whoWaitsIsOfferedTheGapThatAnotherDeskOpens(way: Way) async throws {
      let scene = Scene(
        .init("Zora Quill", with: 1, at: "14:00"), .init("Yann Moss", with: 2, at: "17:00"))
      try await DemoSpa.during(scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        let other = try await spa.sitDown(.reception2)
        try await desk.say(":", "wait 5838 mt60 lan 14-15")
        try await desk.terminal.sees("the guest on the list") {
          !$0.contains("unanswered") && $0.lines.last?.hasPrefix(" :") == false
        }
        try await other.press("W")
        try await other.sees("Yann Moss: full", "Lan Anh, 14:00–15:00")
        try await other.press("Escape")
        // A key too soon after Escape would be read with it as Alt and that key.
        try await other.terminal.sees("the list closed") { !$0.contains("Waiting list") }

        try await other.find("Zora Quill")
        try await other.say("x", "1")
        for screen in [other, desk] {
          try await screen.sees("Yann Moss waits for Massage thư giãn 60': W shows what is free.")
        }
        try await desk.press("W")
        try await desk.sees("Yann Moss: 14:00 with Lan Anh")
        try await desk.press("1", "Enter")
        try await desk.isDone("Yann Moss booked for 14:00")
        #expect(
          try await spa.database.sql(
            """
            SELECT customer_id, therapist_user_id, appointment_time, booking_status FROM bookings
              ORDER BY booking_id DESC LIMIT 1
            """) == [["2", "11", "14:00:00", "SCHEDULED"]])
        #expect(try await spa.database.value("SELECT count(*) FROM frontdesk_waiting") == "0")
      }
    }
  }
}
