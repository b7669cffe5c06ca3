import BookingTesting
import Testing

extension Journeys {
  /// README's pictures: the demo's day on the board, on the manager's wall, on a therapist's phone.
  @Suite(.enabled(if: KeptFiles.writes == "picture", "make picture draws them")) struct Picture {
    @Test
    func theDemoDayAtNoon() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let desk = try await spa.sitDown(.reception, columns: 132, rows: 38)
        try await desk.press("Tab")
        let screen = try await desk.terminal.sees("a guest's details") {
          $0.contains("time") && $0.contains("where")
        }
        try KeptFiles.write(
          screen.svg(columns: 132, title: "FrontDesk: the board of the demo spa at noon"),
          to: "Pictures/board.svg")
      }
    }

    @Test func theManagersWall() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let desk = try await spa.sitDown(.manager, columns: 132, rows: 38)
        try await desk.press("5")
        let screen = try await desk.sees("unconf", "free")
        try KeptFiles.write(
          screen.svg(columns: 132, title: "FrontDesk: the manager's wall"),
          to: "Pictures/wall.svg")
      }
    }

    @Test func theTherapistsDay() async throws {
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let phone = try await spa.sitDown(.therapist1, columns: 40, rows: 20)
        let screen = try await phone.sees("LIVE")
        try KeptFiles.write(
          screen.svg(columns: 40, title: "FrontDesk: a therapist's own day on a phone"),
          to: "Pictures/therapist.svg")
      }
    }
  }
}
