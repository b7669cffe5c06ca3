import BookingTesting
import Testing

extension Journeys {
  /// The same orders from a script.
  @Suite struct FromAScript {
    private func give(_ orders: String..., in spa: DemoSpa) async throws
      -> RunningProgram.Record
    {
      try await RunningProgram.run(
        try BuiltProgram.console.path, ["do"] + spa.login(.reception) + orders,
        environment: ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"])
    }

    private static let scene = Scene(
      .init("Zora Quill", with: 1, at: "12:30"), .init("Yann Moss", with: 2, at: "13:00"))

    @Test(arguments: Way.main)
    func anOrderIsAnsweredWithASentenceAndZeroOneOrTwo(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        func status() async throws -> String {
          try await spa.database.value(
            "SELECT booking_status FROM bookings WHERE booking_id = \(Scene.booking(of: 0))")
        }
        let said = try await give("--dry-run", "search zora", "confirm", in: spa)
        #expect(said.ending == .exited(0) && said.output.contains("Would confirm Zora Quill"))
        #expect(try await status() == "SCHEDULED")

        let done = try await give("search zora", "confirm", "notes likes it warm", in: spa)
        #expect(done.ending == .exited(0), "\(done.errors)")
        #expect(done.output.contains("Zora Quill") && done.output.contains("confirmed."))
        #expect(try await status() == "CONFIRMED")

        let refused = try await give("search zora", "confirm", "complete", in: spa)
        #expect(refused.ending == .exited(1))
        #expect(refused.errors.contains("Not given any more: 1."))

        let wrong = try await give("frobnicate", in: spa)
        #expect(wrong.ending == .exited(2) && wrong.errors.contains("There is no command"))
      }
    }
  }
}
