import BookingTesting
import Testing

extension Journeys {
  /// The server dies and comes back; nobody at a desk has to do anything.
  @Suite struct TheServerGoes {
    @Test(arguments: Way.main)
    func theLastPictureStandsAndComesBackByItselfWithNothingMissing(way: Way) async throws {
      let guest = "Zora Quill"
      let scene = Scene(
        .init(guest, with: 1, at: "12:30"), .init("Yann Moss", with: 2, at: "13:00"))
      try await DemoSpa.during(scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        let therapist = try await spa.sitDown(.therapist1)
        try await desk.find(guest)
        try await desk.press("c")
        for screen in [desk, therapist] { try await screen.sees("C confirmed") }

        try await spa.crash()
        for screen in [desk, therapist] {
          try await screen.sees("RECONNECTING", "picture", "old", guest, "C confirmed")
        }
        // Meanwhile the web shop goes on writing.
        try await spa.database.sql(
          """
          UPDATE bookings SET booking_status = 'IN_PROGRESS'
            WHERE booking_id = \(Scene.booking(of: 0));
          UPDATE bookings SET booking_status = 'CANCELLED', cancellation_reason = 'ill'
            WHERE booking_id = \(Scene.booking(of: 1));
          """)
        try await spa.restart()
        for screen in [desk, therapist] {
          try await screen.sees(way.linkWord, "P in progress", within: .seconds(60))
        }
        try await desk.find("Yann Moss")
        try await desk.sees("X cancelled")
        try await desk.find(guest)
        try await desk.insist(on: "d", until: "D completed")
        try await therapist.sees("1 treatment done", "D \(guest)")
      }
    }

    @Test(arguments: Way.main)
    func aKeyPressedMeanwhileIsSentOnceItIsBack(way: Way) async throws {
      let guest = "Zora Quill"
      try await DemoSpa.during(Scene(.init(guest, with: 1, at: "12:30")), on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.find(guest)
        try await spa.crash()
        try await desk.sees("RECONNECTING")
        try await desk.press("c")
        try await desk.sees("1 order unanswered")
        try await spa.restart()
        try await desk.sees(way.linkWord, "C confirmed", within: .seconds(60))
      }
    }
  }
}
