import BookingTesting
import Testing

extension Journeys {
  /// What a terminal says by itself, or because another program asked it, orders nothing.
  @Suite struct TerminalsSpeak {
    @Test func repliesAmongKeysAreNoOrders() async throws {
      try await DemoSpa.during(Scene(.init("Zora Quill", with: 1, at: "12:30"))) { spa in
        let terminal = try RawTerminal(
          try BuiltProgram.console.path, try spa.login(.reception), columns: 120, rows: 36,
          environment: ["PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"])
        spa.atClosing { await terminal.close() }
        try await terminal.record.waits(for: "the verified board") {
          $0.text.contains("verified") ? true : nil
        }
        // With the letters of orders in them: x cancels, a arrives, s starts, d completes.
        for reply in [
          "\u{1B}]11;rgb:1c1c/1c1c/1c1c\u{1B}\\", "\u{1B}P>|xasd\u{1B}\\", "\u{1B}[?64;1;2c",
          "\u{1B}_Gi=31;OKasd\u{1B}\\", "\u{1B}[?2026;2$y", "\u{1B}[M!as", "\u{1B}[97;1:3u",
        ] {
          terminal.type(reply)
        }
        terminal.type("c")
        try await terminal.record.waits(for: "the confirmation") {
          $0.text.contains(" confirmed") ? true : nil
        }
        let changes = try await spa.database.sql(
          """
          SELECT kind, new_status FROM frontdesk_changes
            WHERE booking_id = \(Scene.booking(of: 0)) AND by_name <> ''
          """)
        #expect(changes == [["STATUS", "CONFIRMED"]])
      }
    }
  }
}
