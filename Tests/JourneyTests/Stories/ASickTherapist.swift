import BookingTesting
import Testing

extension Journeys {
  /// A therapist who cannot come: each guest still ahead goes to a colleague who can do it and is
  /// free.
  @Suite struct ASickTherapist {
    /// Therapists 1 to 3 massage; the fourth, of the same hour, does not.
    private static let scene = Scene(
      .init("Zora Quill", with: 1, at: "13:30"), .init("Yann Moss", with: 1, at: "15:00"),
      .init("Ola Berg", with: 2, at: "13:00"))

    @Test(arguments: Way.main)
    func theGuestsGoToFreeColleaguesWhoCanAndComeBack(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        func whoTreats() async throws -> [[String]] {
          try await spa.database.sql(
            """
            SELECT therapist_user_id, appointment_time FROM bookings
              WHERE booking_id IN (\(Scene.booking(of: 0)), \(Scene.booking(of: 1)))
              ORDER BY booking_id
            """)
        }
        let desk = try await spa.sitDown(.reception)
        try await desk.press("R")
        try await desk.terminal.type("lan")
        // The second of the three is not free at half past one.
        try await desk.sees(
          "13:30 Zora Quill → Minh Châu", "15:00 Yann Moss → Thu Hà", "2 of 2 go to others")
        try await desk.press("Enter")
        try await desk.terminal.sees("both given away") {
          !$0.contains("unanswered") && $0.lines.last?.hasPrefix(" :") == false
        }
        #expect(try await whoTreats() == [["13", "13:30:00"], ["12", "15:00:00"]])

        // One order gave both away, and one key takes both back.
        try await desk.find("Yann Moss")
        try await desk.isDone("handed from")
        try await desk.press("u")
        try await desk.terminal.sees("the moves taken back") {
          !$0.contains("handed from") && !$0.contains("unanswered")
        }
        #expect(try await whoTreats() == [["11", "13:30:00"], ["11", "15:00:00"]])
      }
    }
  }
}
