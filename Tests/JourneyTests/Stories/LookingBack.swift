import BookingTesting
import Testing

extension Journeys {
  /// The board as it was: what stood where at five past two, when the guest says it was otherwise.
  @Suite struct LookingBack {
    private static let scene = Scene(.init("Zora Quill", with: 1, at: "17:00"))

    @Test(arguments: Way.main)
    func theDeskStepsBackThroughTheDayAndComesBackToNow(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let desk = try await spa.sitDown(.manager)
        try await desk.find("Zora Quill")
        try await desk.press("c")
        try await desk.isDone("C confirmed")
        try await desk.say("m", "1800")
        try await desk.isDone("18:00 to 19:00")
        try await desk.press("u")
        try await desk.isDone("17:00 to 18:00")

        try await desk.press("@")
        try await desk.sees("AS IT WAS AT", "17:00 to 18:00")
        try await desk.press("Left")
        try await desk.sees("AS IT WAS AT", "took back: moved from")
        try await desk.press("Left")
        try await desk.sees("Zora Quill · ", "18:00 to 19:00")
        try await desk.press("Left")
        try await desk.sees("scheduled to confirmed", "17:00 to 18:00", "C confirmed")

        // Nothing is ordered there.
        try await desk.press("x")
        try await desk.sees("x does nothing here: this is the board as it was")
        try await desk.press("Escape")
        try await desk.terminal.sees("the present") { !$0.contains("AS IT WAS") }
        #expect(
          try await spa.database.value(
            "SELECT booking_status FROM bookings WHERE booking_id = \(Scene.booking(of: 0))")
            == "CONFIRMED")

        // Who changed what says where to as well.
        try await desk.press("J")
        try await desk.sees("moved from", "17:00 with Lan Anh", "to 18:00")
      }
    }

    @Test func aTimeIsAskedForAndWhatIsToComeIsNot() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.say(":", "at 0:05")
        try await desk.sees("AS IT WAS AT 00:05")
        try await desk.say(":", " 23:59")
        try await desk.sees("23:59 is still to come")
        let therapist = try await spa.sitDown(.therapist1)
        try await therapist.press("@")
        try await therapist.sees("A day's past is for reception and managers")
      }
    }
  }
}
