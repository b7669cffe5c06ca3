import BookingTesting
import Testing

extension Journeys {
  /// What one desk is typing the others see, as long as it is being typed. (A courtesy of sockets:
  /// a desk that polls sees the booking when it stands.)
  @Suite struct HalfTyped {
    @Test(arguments: [Way.usual, .mariaDB])
    func anotherDesksHalfTypedBookingStandsOnTheGridUntilItIsLeftOrSent(way: Way) async throws {
      let scene = Scene(.init("Zora Quill", with: 1, at: "12:30"))
      try await DemoSpa.during(scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception, columns: 200, rows: 50)
        let other = try await spa.sitDown(.reception2, columns: 200, rows: 50)
        let slot = "15:00–16:00"
        for ending in ["Escape", "Enter"] {
          try await desk.press("b")
          try await desk.terminal.type("7919 mt60 lan 1500")
          let held = try await other.sees(slot)
          let row = try #require(held.lines.firstIndex { $0.contains(slot) })
          #expect(held.lines[row - 1].contains("Tuyết"), "whose it is: \(held)")
          #expect(!held.contains("Zora Quill  15:00"), "not whom it is for")

          try await desk.press(ending)
          try await other.terminal.sees("the time being free again, or booked") {
            !$0.contains(slot) && $0.contains("LIVE")
          }
        }
        try await desk.isDone("Zora Quill booked for 15:00")
        try await other.find("Zora Quill")
        #expect(
          try await spa.database.value("SELECT count(*) FROM bookings WHERE booking_id > 9000001")
            == "1")
      }
    }
  }
}
