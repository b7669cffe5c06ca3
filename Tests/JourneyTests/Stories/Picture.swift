import BookingTesting
import Testing

extension Journeys {
  /// README's pictures: the demo's day on the board, on the manager's wall, on a therapist's phone.
  @Suite(.enabled(if: KeptFiles.writes == "picture", "make picture draws them")) struct Picture {
    private func draw(
      _ person: Desk.Person, columns: Int, rows: Int, _ title: String, to name: String,
      seeing: (Desk) async throws -> ScreenPicture
    ) async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let desk = try await spa.sitDown(person, columns: columns, rows: rows)
        let screen = try await seeing(desk)
        try KeptFiles.write(
          screen.svg(columns: columns, title: "FrontDesk: \(title)"), to: "Pictures/\(name).svg")
      }
    }

    @Test func theDemoDayAtNoon() async throws {
      try await draw(
        .reception, columns: 132, rows: 38, "the board of the demo spa at noon", to: "board"
      ) { desk in
        try await desk.press("Tab")
        return try await desk.terminal.sees("a guest's details") {
          $0.contains("time") && $0.contains("where")
        }
      }
    }

    @Test func theManagersWall() async throws {
      try await draw(.manager, columns: 132, rows: 38, "the manager's wall", to: "wall") { desk in
        try await desk.press("5")
        return try await desk.sees("unconf", "free")
      }
    }

    @Test func theTherapistsDay() async throws {
      try await draw(
        .therapist1, columns: 40, rows: 20, "a therapist's own day on a phone", to: "therapist"
      ) { try await $0.sees("LIVE") }
    }
  }
}
