import BookingTesting
import Foundation
import Testing

extension Journeys {
  /// The day's sheet from the console, with whatever command the spa prints with.
  @Suite struct ThePrinter {
    private static let scene = Scene(
      .init("Zora Quill; $(touch /tmp/never) `id`", with: 1, at: "17:00"))

    /// - Returns: the flags that name a configuration with this line.
    private func configured(_ line: String) throws -> [String] {
      let file = "\(try TestRun.privateDirectory("printer"))/config.toml"
      try (line + "\n").write(toFile: file, atomically: true, encoding: .utf8)
      return ["--config", file]
    }

    @Test func theSheetGoesToTheCommandThatIsSet() async throws {
      let paper = "\(try TestRun.privateDirectory("paper"))/sheet"
      try await DemoSpa.during(Self.scene) { spa in
        let desk = try await spa.sitDown(
          .reception, flags: try configured("print = [\"tee\", \"\(paper)\"]"))
        try await desk.press("P")
        try await desk.sees("goes to tee")
        var sheet = ""
        try await Polled.until("the sheet") {
          sheet = (try? String(contentsOfFile: paper, encoding: .utf8)) ?? ""
          return sheet.contains("page 1 of 1")
        }
        #expect(sheet.contains("17:00-18:00 1 h 00") && sheet.contains("$(touch"))
        #expect(!FileManager.default.fileExists(atPath: "/tmp/never"))
      }
    }

    @Test func whatACommandSaysWhenItFailsIsShown() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let desk = try await spa.sitDown(
          .reception, flags: try configured("print = \"cat /no/such/paper\""))
        try await desk.press("P")
        try await desk.sees("Not printed: cat says: cat: /no/such/paper: No such file")
        let other = try await spa.sitDown(
          .reception, flags: try configured("print = \"no-such-printer\""))
        try await other.press("P")
        try await other.sees("no-such-printer cannot be started")
      }
    }

    @Test func withoutAPrinterASentenceSaysHowOneIsSet() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.press("P")
        try await desk.sees("No printer is set: print = \"lp\"")
      }
    }
  }
}
