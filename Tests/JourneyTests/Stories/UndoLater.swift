import BookingTesting
import Testing

extension Journeys {
  @Suite struct UndoLater {
    /// What was done before a console was quit can be taken back at one that is started later.
    @Test(arguments: Way.main)
    func severalStepsAreTakenBackAlsoByAConsoleThatWasStartedAgain(way: Way) async throws {
      try await DemoSpa.during(Scene(.init("Zora Quill", with: 1, at: "12:30")), on: way) { spa in
        func row() async throws -> [[String]] {
          try await spa.database.sql(
            """
            SELECT appointment_time, therapist_user_id, duration_minutes, booking_status
              FROM bookings WHERE booking_id = \(Scene.booking(of: 0))
            """)
        }
        let desk = try await spa.sitDown(.reception)
        try await desk.find("Zora Quill")
        try await desk.press("c")
        try await desk.isDone("C confirmed")
        try await desk.say("m", "1530")
        try await desk.isDone("15:30 to 16:30")
        try await desk.say("m", "thu hà")
        try await desk.isDone("Thu Hà", "handed from Lan Anh")
        #expect(try await row() == [["15:30:00", "12", "60", "CONFIRMED"]])
        try await desk.press("u")
        try await desk.isDone("moved from 12:30")
        try await desk.press("q")
        #expect(try await desk.terminal.ended() == 0)

        let later = try await spa.sitDown(.reception)
        try await later.find("Zora Quill")
        try await later.isDone("15:30 to 16:30", "moved from 12:30")
        #expect(try await row() == [["15:30:00", "11", "60", "CONFIRMED"]])
        try await later.press("u")
        try await later.isDone("12:30 to 13:30", "C confirmed")
        try await later.press("u")
        try await later.isDone("S scheduled")
        #expect(try await row() == [["12:30:00", "11", "60", "SCHEDULED"]])
      }
    }
  }
}
