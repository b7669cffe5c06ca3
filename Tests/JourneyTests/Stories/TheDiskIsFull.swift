import BookingTesting
import Foundation
import Testing

extension Journeys {
  /// No room is left under the spa's file, for real, and then there is some again.
  @Suite struct TheDiskIsFull {
    private func health(_ spa: DemoSpa) async throws -> RunningProgram.Record {
      try await RunningProgram.run(
        "/usr/bin/curl", ["--silent", "--write-out", " %{http_code}", "\(spa.url)/health"])
    }

    @Test(.enabled(if: SmallDisk.isPossible), arguments: [Way.usual, .polling])
    func ordersWaitAndGoOnByThemselvesAndNothingThatWasAnsweredIsLost(way: Way) async throws {
      let disk = try SmallDisk()
      defer { disk.remove() }
      let (first, second) = ("Zora Quill", "Yara Quince")
      var setting = DemoSpa.Setting(
        Scene(.init(first, with: 1, at: "12:30"), .init(second, with: 2, at: "12:30")), on: way)
      setting.folder = disk.directory
      try await DemoSpa.during(setting) { spa in
        let desk = try await spa.sitDown(.reception)
        try await desk.find(first)
        try await desk.press("c")
        try await desk.isDone("C confirmed")
        // Nobody touches that one.
        let idle = try await spa.sitDown(.manager)
        try disk.fill()
        try await desk.find(second)
        try await desk.press("c")
        let words = "There is no room left on the booking database's disk"
        try await desk.sees("S scheduled", "the order waits")
        try await idle.sees(words)
        let ill = try await health(spa)
        #expect(ill.output.hasSuffix(" 503") && ill.output.contains(words), "\(ill)")
        #expect(!ill.output.contains(disk.directory))
        #expect(
          spa.server.record.value.errors.contains("There is no room left on the disk"), "\(ill)")
        disk.empty()
        try await desk.sees("C confirmed", way.linkWord, within: .seconds(50))
        for one in [desk, idle] {
          try await one.terminal.sees("that it is over") {
            !$0.contains("no room left") && !$0.contains("the order waits")
          }
        }
        try await Polled.until("the server is well") {
          try await health(spa).output.hasSuffix(" 200")
        }
        try await spa.crash()
        try await spa.restart()
        for number in 0...1 {
          let id = Scene.booking(of: number)
          let status = try await spa.database.value(
            "SELECT booking_status FROM bookings WHERE booking_id = \(id)")
          let events = try await spa.database.value(
            "SELECT COUNT(*) FROM frontdesk_events WHERE booking_id = \(id) AND kind = 'STATUS'")
          #expect(status == "CONFIRMED" && events == "1", "\(number): \(status), \(events)")
        }
      }
    }

    /// What somebody did to the file is said to whoever sits there, and goes by itself.
    @Test(arguments: [Way.usual, .polling]) func whatIsWrongWithTheFileIsSaid(way: Way) async throws
    {
      try await DemoSpa.during(DemoSpa.Setting(on: way)) { spa in
        let file = String(spa.database.url.dropFirst("sqlite:".count))
        let desk = try await spa.sitDown(.reception)
        for (words, breaks, mends) in [
          (
            "The booking database may not be written", { chmod(file, 0o444) },
            { chmod(file, 0o600) }
          ),
          (
            "The booking database's file has been moved away or deleted",
            { rename(file, file + ".aside") }, { rename(file + ".aside", file) }
          ),
        ] {
          #expect(breaks() == 0)
          try await desk.sees(words)
          let ill = try await health(spa)
          #expect(ill.output.contains("\"cause\":\"\(words).\""), "\(ill)")
          #expect(mends() == 0)
          try await desk.terminal.sees("that it is over") {
            $0.contains("The booking database is back.") && !$0.contains(words)
          }
        }
      }
    }
  }
}
