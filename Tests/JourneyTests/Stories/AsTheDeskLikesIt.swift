import BookingTesting
import Foundation
import Testing

extension Journeys {
  /// Keys, language, clock and the window's title as a desk has set them.
  @Suite struct AsTheDeskLikesIt {
    private static let scene = Scene(.init("Zora Quill", with: 1, at: "17:00"))

    /// - Returns: the file with these lines.
    private func file(_ lines: String) throws -> String {
      let file = "\(try TestRun.privateDirectory("settings"))/frontdesk.toml"
      try (lines + "\n").write(toFile: file, atomically: true, encoding: .utf8)
      return file
    }

    @Test func aKeyThatWasChosenConfirmsAndTheOldOneSaysSo() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let settings = try file("[keys]\nconfirm = \"k\"\nundo = [\"u\", \"ctrl-z\"]")
        let desk = try await spa.sitDown(.reception, flags: ["--config", settings])
        try await desk.find("Zora")
        try await desk.press("c")
        try await desk.sees("c is no key now: confirm is k.", "k confirm")
        try await desk.press("k")
        try await desk.sees("C confirmed")
        try await desk.press("C-z")
        try await desk.sees("S scheduled", "Taken back")
        try await desk.press("?")
        try await desk.sees("k              :confirm")
      }
    }

    @Test(arguments: [
      ("confirm = \"x\"", "frontdesk.toml:2:1: x would be both confirm and cancel"),
      ("confrim = \"c\"", "frontdesk.toml:2:1: \"confrim\" is no command of the console"),
      ("undo = \"nothing\"", "frontdesk.toml:2:1: \"nothing\" is no key"),
    ])
    func aWrongKeyIsSaidWithItsPlaceAndEndsWith78(line: String, sentence: String) async throws {
      let settings = try file("[keys]\n\(line)")
      for command in [[], ["doctor"]] {
        let record = try await RunningProgram.run(
          try BuiltProgram.console.path, command + ["--config", settings],
          environment: ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"])
        #expect(record.ending == .exited(command.isEmpty ? 78 : 1), "\(record)")
        #expect((record.output + record.errors).contains(sentence), "\(record)")
      }
    }

    @Test func aVietnameseLocaleOpensAVietnameseDesk() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        var setting = TerminalSession.Setting()
        setting.environment = ["LC_ALL": "", "LANG": "vi_VN.UTF-8"]
        let desk = try spa.openConsole(.reception, in: setting)
        try await desk.sees("TRỰC TUYẾN", "Zora Quill")
        try await desk.find("Zora")
        try await desk.sees("S đã đặt", "dịch vụ")
        try await desk.press("c")
        try await desk.sees("C đã xác nhận")
        try await desk.press("?")
        try await desk.sees("Phím và lệnh (Esc đóng)", "Lịch hẹn đang chọn")
        try await desk.press("Escape")
        try await desk.terminal.sees("the board") { !$0.contains("Phím và lệnh") }
        try await desk.press("o")
        try await desk.sees("Khách vẫn có thể đến")
      }
    }

    @Test func aLanguageThatIsSetGoesBeforeTheLocale() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let desk = try spa.openConsole(
          .reception, flags: ["--config", try file("language = \"vi\"\nclock = \"12h\"")])
        try await desk.sees("TRỰC TUYẾN", "5:00p")
        try await desk.find("Zora")
        try await desk.say("m", "5:30p", seeing: "5:30–6:30 CH")
        try await desk.sees("dời sang 5:30 CH")
      }
    }

    @Test func theWindowIsNamedWithoutGuestsAndGetsItsNameBack() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let terminal = try RawTerminal(
          try BuiltProgram.console.path, try spa.login(.reception), columns: 120, rows: 36,
          environment: ["PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"])
        spa.atClosing { await terminal.close() }
        let record = try await terminal.record.waits(for: "the title") {
          $0.text.contains(" - LIVE") ? $0 : nil
        }
        #expect(record.text.contains("\u{1B}[22;0t"))
        let titles = record.text.components(separatedBy: "\u{1B}]2;").dropFirst()
          .compactMap { $0.components(separatedBy: "\u{7}").first }
        #expect(!titles.isEmpty && titles.allSatisfy { !$0.contains("Zora") }, "\(titles)")
        terminal.type("q")
        try await terminal.record.waits(for: "the old title") {
          $0.text.contains("\u{1B}[23;0t") ? true : nil
        }
      }
    }

    @Test func aDeskThatWantsNoTitleGetsNone() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let terminal = try RawTerminal(
          try BuiltProgram.console.path,
          try spa.login(.reception) + ["--config", try file("title = false")],
          columns: 120, rows: 36,
          environment: ["PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"])
        spa.atClosing { await terminal.close() }
        let record = try await terminal.record.waits(for: "the verified board") {
          $0.text.contains("verified") ? $0 : nil
        }
        #expect(!record.text.contains("\u{1B}]2;") && !record.text.contains("[22;0t"))
      }
    }
  }
}
