import BookingTesting
import Foundation
import Testing

extension Journeys {
  /// Somebody makes a theme while the console shows it.
  @Suite struct ThemesAtWork {
    private static let scene = Scene(.init("Zora Quill", with: 1, at: "12:30"))

    @Test func whatIsSavedIsWornAndAMistakeLeavesTheOldOneOn() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let file = "\(try TestRun.privateDirectory("themes"))/mine.toml"
        func save(_ roles: String) throws {
          let text = "[meta]\nname = \"mine\"\nvariant = \"any\"\ninherits = \"default\"\n[roles]\n"
          try (text + roles).write(toFile: file, atomically: true, encoding: .utf8)
        }
        try save("\"status.scheduled\" = { glyph = \"=\" }\n")
        let desk = try spa.openConsole(.reception, flags: ["--theme", file])
        try await desk.isOpen()
        try await desk.sees("=S scheduled")

        try save("\"status.scheduled\" = { glyph = \"%\" }\n")
        try await desk.press("z")
        try await desk.sees("%S scheduled")

        try save("\"status.sheduled\" = { glyph = \"#\" }\n")
        try await desk.press("z")
        try await desk.sees("%S scheduled", "mine.toml:6:1")
      }
    }
  }
}
