import BookingTesting
import Testing

extension Journeys {
  /// A board that nobody touches stays right: people and hours change without a numbered event.
  @Suite struct StandingBoard {
    @Test(arguments: Way.main)
    func aNameThatTheShopChangesIsSeenOnBoardAndWall(way: Way) async throws {
      try await DemoSpa.during(DemoSpa.Setting(on: way)) { spa in
        let desk = try await spa.sitDown(.reception)
        let wall = try TerminalSession(
          try BuiltProgram.console.path, ["wall"] + spa.login(.manager), as: "the wall")
        spa.atClosing { await wall.close() }
        try await wall.sees("late")
        try await spa.database.sql(
          "UPDATE users SET full_name = 'Zz Quynh' WHERE email = 'therapist1@demo.spa';")
        try await desk.sees("Zz Q", within: .seconds(60))
        try await wall.sees("Zz Q", within: .seconds(60))
      }
    }
  }
}
