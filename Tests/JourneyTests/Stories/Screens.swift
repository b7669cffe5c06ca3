import BookingDomain
import BookingTesting
import Testing

extension Journeys {
  /// The real screen at four sizes, compared as text with the files in `Screens`.
  @Suite struct Screens {
    /// A day so far away that no clock says anything about it.
    private static func farAway() throws -> DemoSpa.Setting {
      var setting = DemoSpa.Setting()
      setting.date = try #require(LocalDate("2099-06-01"))
      setting.scene = Scene(
        .init("Nguyễn Thị Hồng Nhung", with: 1, at: "09:00", status: "COMPLETED"),
        .init("李小龙", with: 1, at: "10:30", minutes: 90, status: "IN_PROGRESS"),
        .init("Zora Quill", with: 2, at: "09:30", minutes: 75, status: "CONFIRMED"),
        .init("ليلى حداد", with: 2, at: "11:30", minutes: 30),
        .init("Yann Moss", with: 3, at: "10:00", minutes: 120, status: "CANCELLED"),
        .init(
          "Maximiliane von Hohenlohe-Waldenburg-Schillingsfürst-Öhringen", with: 4, at: "09:15"),
        .init("Ann O'Brien", with: 4, at: "14:00", minutes: 45, status: "NO_SHOW"))
      return setting
    }

    @Test(arguments: [(200, 50), (120, 36), (80, 24), (40, 12)])
    func theBoardIsAsItWasLookedAt(columns: Int, rows: Int) async throws {
      let setting = try Self.farAway()
      try await DemoSpa.during(setting) { spa in
        let desk = try await spa.sitDown(
          .reception, columns: columns, rows: rows, flags: ["--date", "\(setting.date)"])
        try await desk.find("Zora Quill")
        let screen = try await desk.terminal.sees("the guest") { $0.contains("Zora") }
        try compare(screen, with: "Screens/board-\(columns)x\(rows).txt")
      }
    }

    @Test(arguments: [(80, 24), (40, 12)])
    func theTherapistsDayIsAsItWasLookedAt(columns: Int, rows: Int) async throws {
      let setting = try Self.farAway()
      try await DemoSpa.during(setting) { spa in
        let desk = try await spa.sitDown(
          .therapist2, columns: columns, rows: rows, flags: ["--date", "\(setting.date)"])
        let screen = try await desk.sees("Zora Quill")
        try compare(screen, with: "Screens/therapist-\(columns)x\(rows).txt")
      }
    }

    /// The clock and the days until then go on; everything else stays.
    private func compare(_ screen: ScreenPicture, with name: String) throws {
      let steady = screen.lines.map { line in
        line.replacing(/in \d+ days/) {
          "in " + String(repeating: "#", count: $0.output.count - 8) + " days"
        }
        .replacing(/(LIVE.*)\d\d:\d\d/) { "\($0.output.1)##:##" }
        // The scene was written a moment ago, by us.
        .replacing(/program, \d\d:\d\d/, with: "program, ##:##")
      }
      let text = steady.joined(separator: "\n") + "\n"
      if KeptFiles.writes == "screens" { return try KeptFiles.write(text, to: name) }
      let kept = try KeptFiles.read(name)
      #expect(text == kept, "make screens writes what is shown now:\n\(text)")
    }
  }
}
