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
        try disk.fill()
        try await desk.find(second)
        try await desk.press("c")
        try await desk.sees("S scheduled", "The booking database does not answer")
        let ill = try await health(spa)
        #expect(ill.output.hasSuffix(" 503"), "\(ill)")
        #expect(
          spa.server.record.value.errors.contains("There is no room left on the disk"), "\(ill)")
        disk.empty()
        try await desk.sees("C confirmed", way.linkWord, within: .seconds(50))
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
  }
}
