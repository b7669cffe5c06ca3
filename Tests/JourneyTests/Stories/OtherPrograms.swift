import BookingTesting
import Testing

extension Journeys {
  /// The web shop, or anybody with an SQL shell, writes into the same tables.
  @Suite struct OtherPrograms {
    @Test(arguments: Way.main)
    func anUpdateInASQLShellShowsOnEveryBoard(way: Way) async throws {
      let guest = "Zora Quill"
      try await DemoSpa.during(Scene(.init(guest, with: 1, at: "12:30")), on: way) { spa in
        let desks = try await spa.look(at: guest, .reception, .manager)
        let (desk, manager) = (desks[0], desks[1])
        let therapist = try await spa.sitDown(.therapist1)
        try await therapist.sees("S scheduled")
        try await spa.database.sql(
          """
          UPDATE bookings SET booking_status = 'CONFIRMED'
            WHERE booking_id = \(Scene.booking(of: 0))
          """)
        let written = ContinuousClock.now
        try await desk.sees("C confirmed")
        print("\(way): from the SQL shell's end to the screen \(ContinuousClock.now - written)")
        for screen in [manager, therapist] { try await screen.sees("C confirmed") }
        try await desk.sees("confirmed, by another")
      }
    }

    @Test(arguments: [
      ("en", Way.usual), ("C", .usual), ("en", .polling), ("en", .mariaDB),
    ])
    func aHostileNameHarmsNoScreen(locale: String, way: Way) async throws {
      // The shop's column on MariaDB holds a hundred characters; a SQLite file takes any name.
      let marks = String(repeating: "\u{301}", count: way.database == .sqlite ? 300 : 60)
      let name =
        "Eve\u{1B}[2J\u{1B}]0;owned\u{7}\r\n\u{9B}31m\u{202E}live\u{2066}\u{200B}a\(marks)\u{E0041}Z"
      let scene = Scene(
        .init(name, with: 1, at: "12:30"), .init("Zora Quill", with: 2, at: "12:30"))
      try await DemoSpa.during(scene, on: way) { spa in
        var setting = TerminalSession.Setting()
        setting.environment = locale == "C" ? ["LC_ALL": "C"] : [:]
        let desk = try spa.openConsole(.reception, in: setting)
        try await desk.isOpen()
        try await desk.find("Zora Quill")
        try await desk.press("Left")
        let screen = try await desk.sees("Eve", "Zora Quill", way.linkWord, "S scheduled")
        #expect(!screen.lines.contains { $0.contains("\u{202E}") || $0.contains("\u{2066}") })
        let longest = screen.lines.flatMap(\.self).map(\.unicodeScalars.count).max() ?? 0
        #expect(longest <= 6, "a cluster has a letter and at most four marks")
        // Every column stands where it stood: the board's gutter is whole in every row.
        let quiet = try await desk.terminal.screen
        #expect(quiet.lines.count == 36)
        try await desk.press("c")
        try await desk.sees("C confirmed")
        try await desk.press("q")
        #expect(try await desk.terminal.ended() == 0)
        let manners = try await desk.terminal.manners
        #expect(manners == .restored)
      }
    }
  }
}
