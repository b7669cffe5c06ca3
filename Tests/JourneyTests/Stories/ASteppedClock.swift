import BookingTesting
import Foundation
import Testing

extension Journeys {
  /// Somebody sets the clock of the server's machine while everybody works.
  @Suite struct ASteppedClock {
    /// A server whose wall clock is moved by what stands in `file`, at the spa's address.
    private func serve(_ spa: DemoSpa, clock file: String) async throws -> RunningProgram {
      let server = try RunningProgram(
        "env",
        [
          "FRONTDESK_STEPPED_CLOCK=\(file)", "LD_PRELOAD=\(try BuiltProgram.steppedClock.path)",
          try BuiltProgram.server.path, "serve", "--database",
          spa.database.url, "--listen", spa.url.replacing("http://", with: ""), "--timezone",
          spa.setting.zone,
        ])
      spa.atClosing { await server.stop() }
      _ = try await server.line("ready line") { $0.contains("listening on") }
      return server
    }

    /// At most one order is refused after a step on, none after one back, and a screen that nobody
    /// touches shows the new time too.
    @Test(arguments: [Way.usual, .polling])
    func oneOrderIsRefusedAtMostAndEveryScreenGoesByTheNewTime(way: Way) async throws {
      let scene = Scene(.init("Zora Quill", with: 1, at: "12:30"))
      try await DemoSpa.during(scene, on: way) { spa in
        let file = "\(try TestRun.privateDirectory("clock"))/by"
        func set(_ minutes: Int) throws {
          try "\(minutes * 60)".write(toFile: file, atomically: true, encoding: .utf8)
        }
        try set(0)
        await spa.server.stop()
        let server = try await serve(spa, clock: file)
        let desk = try await spa.sitDown(.reception)
        let watching = try await spa.sitDown(.manager)
        try await desk.find("Zora Quill")
        func refused() -> Int {
          server.record.value.errors.matches(of: /reason=tooOld/).count
        }
        /// Whether it stands in the books; false where it was meant for a time that had passed.
        func write(_ text: String) async throws -> Bool {
          let before = refused()
          try await desk.insist(on: "e", until: ":notes")
          try await desk.terminal.type(" \(text)")
          try await desk.press("Enter")
          let notes = """
            SELECT COALESCE(booking_notes, 'none') FROM bookings WHERE booking_id = \(Self.booking)
            """
          try await Polled.until("the note or its refusal") {
            let written = try await spa.database.value(notes)
            return written.contains(text) || refused() > before
          }
          return refused() == before
        }
        #expect(try await write("first"))
        for minutes in [2, -60, 0] {
          try set(minutes)
          if try await !write("at\(minutes)") {
            #expect(minutes == 2 || minutes == 0, "only what seems too old is refused")
            try await desk.sees("at the latest", ":notes")
            try await desk.press("Escape")
            try await desk.terminal.sees("the board") { !$0.contains(":notes") }
            #expect(try await write("again\(minutes)"))
          }
          for screen in [desk, watching] {
            try await screen.terminal.sees("the new time", within: .seconds(90)) { picture in
              picture.lines.contains { line in
                [0, 1].contains { line.hasSuffix(Self.clock(spa, minutes + $0)) }
              }
            }
          }
        }
      }
    }

    private static let booking = Scene.booking(of: 0)

    private static func clock(_ spa: DemoSpa, _ minutes: Int) -> String {
      let format = DateFormatter()
      format.dateFormat = "HH:mm"
      format.timeZone = TimeZone(identifier: spa.setting.zone)
      return format.string(from: Date(timeIntervalSinceNow: Double(minutes * 60)))
    }
  }
}
