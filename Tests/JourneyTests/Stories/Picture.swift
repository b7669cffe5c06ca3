import BookingTesting
import Testing

extension Journeys {
  /// README's picture: the demo's day, a moment after a guest was confirmed.
  @Suite struct Picture {
    @Test(.enabled(if: KeptFiles.writes == "picture", "make picture draws it"))
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
  }
}
