import BookingTesting
import Glibc
import Testing

extension Journeys {
  /// Whatever the terminal is: usable, said plainly where it is not, and always given back.
  @Suite struct AnyTerminal {
    private static let scene = Scene(.init("Zora Quill", with: 1, at: "12:30"))

    @Test func anUnknownTerminalIsTakenForACommonOneAndSaidSo() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        var setting = TerminalSession.Setting()
        setting.terminal = "nonsense"
        let desk = try spa.openConsole(.reception, in: setting)
        try await desk.sees("LIVE", "Zora Quill")
        try await desk.press("F2")
        try await desk.sees("nonsense")
      }
    }

    @Test func aTinyTerminalSaysHowMuchIsNeeded() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let desk = try spa.openConsole(.reception, in: .init(columns: 10, rows: 3))
        try await desk.sees("window", "small")
        try await desk.terminal.resize(columns: 80, rows: 24)
        try await desk.sees("LIVE", "Zora Quill")
        try await desk.terminal.resize(columns: 10, rows: 3)
        try await desk.sees("window", "small")
        try await desk.press("q")
        try await desk.terminal.resize(columns: 80, rows: 24)
        #expect(try await desk.terminal.ended() == 0)
        let manners = try await desk.terminal.manners
        #expect(manners == .restored)
      }
    }

    @Test func everySizeShowsTheSameDay() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.find("Zora Quill")
        for (columns, rows) in [(200, 50), (80, 24), (40, 12), (120, 36)] {
          try await desk.terminal.resize(columns: columns, rows: rows)
          let screen = try await desk.terminal.sees("the day at \(columns)×\(rows)") { screen in
            screen.lines.count == rows && screen.contains("LIVE") && screen.contains("Zora")
          }
          #expect(screen.lines.allSatisfy { $0.count <= columns })
        }
      }
    }

    @Test func colourIsNeverNeeded() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        for (flags, environment) in [
          (["--color", "never"], [:]), ([], ["NO_COLOR": "1"]),
          (["--color", "never"], ["LC_ALL": "C"]),
        ] {
          var setting = TerminalSession.Setting()
          setting.environment = environment
          let desk = try spa.openConsole(.reception, flags: flags, in: setting)
          try await desk.isOpen()
          try await desk.find("Zora Quill")
          let screen = try await desk.sees("S scheduled")
          #expect(!screen.isColoured)
          if environment["LC_ALL"] == "C" { #expect(screen.text.utf8.allSatisfy { $0 < 0x80 }) }
        }
      }
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGABRT, SIGILL])
    func theTerminalIsGivenBackOnEverySignal(signal: Int32) async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.terminal.signal(signal)
        let status = try await desk.terminal.ended()
        #expect(status == 0 || status == 128 + Int(signal))
        let manners = try await desk.terminal.manners
        #expect(manners == .restored)
      }
    }

    @Test(arguments: Way.main)
    func suspendingGivesTheTerminalToTheShellAndComesBackLive(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.find("Zora Quill")
        try await desk.press("C-z")
        try await desk.sees("[suspended]")
        let manners = try await desk.terminal.manners
        #expect(manners == .restored)
        try await spa.database.sql(
          """
          UPDATE bookings SET booking_status = 'CONFIRMED'
            WHERE booking_id = \(Scene.booking(of: 0))
          """)
        try await desk.press("Enter")
        try await desk.sees(way.linkWord, "Zora Quill", "C confirmed")
        try await desk.press("q")
        #expect(try await desk.terminal.ended() == 0)
        let afterwards = try await desk.terminal.manners
        #expect(afterwards == .restored)
      }
    }
  }
}
