import BookingTesting
import Testing

extension Journeys {
  /// Somebody leans on the keyboard and drags the window about.
  @Suite struct Monkey {
    @Test func randomKeysAndSizesCrashNothing() async throws {
      var chance = SeededRandomness.announced(for: "random keys and sizes")
      try await DemoSpa.during(DemoSpa.Setting()) { spa in
        let desk = try await spa.sitDown(.reception)
        // Everything but what leaves (q, ^C and ^Z are pressed by other stories) and what locks: a
        // locked desk takes nothing but a password.
        let letters = Array(
          "abcdefghijklmnoprstuvwxyzABCDEFGHIJKMNOPQRSTUVWXYZ0123456789/:?.[]<>+- é李")
        let names = [
          "Up", "Down", "Left", "Right", "Home", "End", "PageUp", "PageDown", "Tab", "BTab",
          "Enter", "Escape", "BSpace", "F1", "F2", "F12", "C-l", "C-b", "C-f", "M-x",
        ]
        // About a minute of a quick typist.
        for _ in 0..<3_000 {
          switch Int.random(in: 0..<20, using: &chance) {
          case 0:
            try await desk.terminal.resize(
              columns: Int.random(in: 1...200, using: &chance),
              rows: Int.random(in: 1...50, using: &chance))
          case 1..<8:
            try await desk.press(names.randomElement(using: &chance) ?? "Up")
          default:
            try await desk.press(String(letters.randomElement(using: &chance) ?? "x"))
          }
        }
        try await desk.terminal.resize(columns: 120, rows: 36)
        // The menu suspends too, by a few letters and Enter; a line brings the console back.
        if try await desk.terminal.screen.contains("[suspended]") { try await desk.press("Enter") }
        try await desk.sees("LIVE")
        // ^C leaves whatever is being typed or looked at, and in the end the program; orders that
        // were given and not answered are asked about first. Keys may still be waiting to be obeyed:
        // three thousand come in a few seconds.
        var status: Int?
        for _ in 0..<30 where status == nil {
          try await desk.press("C-c")
          let screen = try await desk.terminal.screen
          if screen.contains("y leaves") { try await desk.press("y") }
          status = try? await desk.terminal.ended(within: .seconds(2))
        }
        #expect(status == 0)
        let manners = try await desk.terminal.manners
        #expect(manners == .restored)
      }
    }
  }
}
