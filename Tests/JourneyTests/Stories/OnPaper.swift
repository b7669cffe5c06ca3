import BookingTesting
import Testing

extension Journeys {
  /// The day without a terminal: for a printer, a pipe, a spreadsheet.
  @Suite struct OnPaper {
    private static let scene = Scene(
      .init("Zora Quill", with: 1, at: "12:30", status: "CONFIRMED"),
      .init("Moss, \"Yann\"", with: 2, at: "13:00"))

    private func day(_ spa: DemoSpa, _ flags: String...) async throws -> RunningProgram.Record {
      let record = try await RunningProgram.run(
        try BuiltProgram.console.path, ["day"] + spa.login(.reception) + flags,
        environment: ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"])
      #expect(record.ending == .exited(0), "\(record.errors)")
      return record
    }

    @Test(arguments: Way.main + [.pollingOnMariaDB])
    func textSaysWhoComesWhenToWhom(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let output = try await day(spa).output
        #expect(!output.contains("\u{1B}"))
        let line = try #require(output.split(separator: "\n").first { $0.contains("Zora Quill") })
        #expect(line.contains("12:30"))
        #expect(try await day(spa, "--date", "\(SpaClock.noon.today)").output == output)
      }
    }

    @Test func jsonAndCSVHoldTheSameBookings() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let json = try #require(JSON(try await day(spa, "--json").output))
        #expect(json.description.contains("Zora Quill"))
        #expect(json.description.contains("CONFIRMED"))
        let csv = try await day(spa, "--csv").output.split(whereSeparator: \.isNewline)
        #expect(csv.count == 3)
        // RFC 4180, 2.7: a quote in a quoted field is doubled.
        #expect(csv.contains { $0.contains("\"Moss, \"\"Yann\"\"\"") })
      }
    }

    @Test func aTherapistSeesOnlyOwnGuestsAndOneTherapistCanBeAskedFor() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let own = try await RunningProgram.run(
          try BuiltProgram.console.path, ["day"] + Desk.Person.therapist2.login(at: spa.url))
        #expect(own.output.contains("Yann"))
        #expect(!own.output.contains("Zora"))
      }
    }

    @Test func theConsoleInAPipePrintsTheDayAndSaysWhy() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let record = try await RunningProgram.run(
          try BuiltProgram.console.path, try Desk.Person.reception.login(at: spa.url))
        #expect(record.ending == .exited(0))
        #expect(record.output.contains("Zora Quill"))
        #expect(!record.output.contains("\u{1B}"))
        #expect(record.errors.contains("not a terminal"))
      }
    }
  }
}
