import BookingTesting
import Foundation
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
        let json = try #require(JSON(try await day(spa, "--format", "json").output))
        #expect(json.description.contains("Zora Quill"))
        #expect(json.description.contains("CONFIRMED"))
        let csv = try await day(spa, "--format", "csv").output.split(whereSeparator: \.isNewline)
        #expect(csv.count == 3)
        #expect(json["version"].number == 1)
        let table = try await day(spa, "--format", "csv", "--spreadsheet").output
        #expect(table.unicodeScalars.first == "\u{FEFF}")
        #expect(table.split(whereSeparator: \.isNewline).allSatisfy { $0.contains(";") })
        // RFC 4180, 2.7: a quote in a quoted field is doubled.
        #expect(csv.contains { $0.contains("\"Moss, \"\"Yann\"\"\"") })
      }
    }

    @Test func eachTherapistsDayIsAFile() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let directory = try TestRun.privateDirectory("sheets")
        let paths = try await day(spa, "--print", "--each-therapist", directory).lines
        #expect(paths.count == 2)
        let sheets = try paths.map { try String(contentsOfFile: String($0), encoding: .utf8) }
        #expect(sheets.count { $0.contains("Zora Quill") } == 1)
        #expect(sheets.count { $0.contains("Yann") } == 1)
      }
    }

    /// Read by a calendar library and a CSV reader that are not ours.
    @Test func otherPeoplesReadersUnderstandCalendarAndTable() async throws {
      let scene = Scene(
        .init(
          "Moss; \"Yann\", =1+1\\ \(String(repeating: "Ánh ", count: 20))", with: 2, at: "13:00"),
        .init("=HYPERLINK(\"http://x\")", with: 1, at: "12:30", status: "CANCELLED"))
      let script = """
        import csv, io, json, sys
        from icalendar import Calendar
        kind, text = sys.argv[1], sys.stdin.buffer.read()
        if kind == "ical":
            assert all(len(line) <= 75 for line in text.split(b"\\r\\n"))
            events = [e for e in Calendar.from_ical(text).walk("VEVENT")]
            print(json.dumps([[str(e["UID"]), str(e["SUMMARY"]), str(e["STATUS"]), int(e["SEQUENCE"]),
                e.decoded("DTSTART").strftime("%H:%M%Z"),
                int((e.decoded("DTEND") - e.decoded("DTSTART")).total_seconds())] for e in events]))
        else:
            rows = list(csv.reader(io.StringIO(text.decode(), newline="")))
            assert len({len(row) for row in rows}) == 1
            print(json.dumps([row[rows[0].index("customerName")] for row in rows[1:]]))
        """
      try await DemoSpa.during(scene) { spa in
        func read(_ format: String) async throws -> String {
          let text = try await day(spa, "--format", format).output
          let record = try await RunningProgram.run(
            "/usr/bin/python3", ["-c", script, format], input: text)
          #expect(record.ending == .exited(0), "\(record.errors)")
          return record.output
        }
        let calendar = try await read("ical")
        #expect(calendar.contains("booking-\(Scene.booking(of: 0))@"))
        #expect(calendar.contains("CANCELLED") && calendar.contains("TENTATIVE"))
        #expect(calendar.contains("3600") && calendar.contains("UTC"))
        #expect(calendar.contains("Moss; \\\"Yann\\\", =1+1\\\\ "))
        let table = try await read("csv")
        #expect(table.contains("'=HYPERLINK") && table.contains("Moss; \\\"Yann\\\""))
      }
    }

    @Test func paperIsAPageATherapistWithoutTelephoneNumbers() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let pages = try await day(spa, "--print").output.split(separator: "\u{0C}")
        #expect(pages.count == 2)
        #expect(pages[0].contains("Zora Quill") && !pages[0].contains("Yann"))
        #expect(pages[1].contains("Moss, \"Yann\""))
        for page in pages {
          let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
          #expect(lines.count == 61 && lines.allSatisfy { $0.count <= 80 })
          #expect(page.contains("page 1 of 1") && !page.contains("+84"))
        }
        let both = try await RunningProgram.run(
          try BuiltProgram.console.path, ["day", "--print", "--format", "csv"])
        #expect(both.ending == .exited(2) && both.errors.contains("--print"))
      }
    }

    @Test func blockedTimeAndWhoWaitsAreOnPaperToo() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let orders = ["block lan anh 15 30 lunch", "wait quill 16-18"]
        let done = try await RunningProgram.run(
          try BuiltProgram.console.path, ["do"] + spa.login(.reception) + orders)
        #expect(done.ending == .exited(0), "\(done.errors)")
        let pages = try await day(spa, "--print").output.split(separator: "\u{0C}")
        #expect(pages.first { $0.contains("Zora Quill") }?.contains("15:00-15:30") == true)
        #expect(pages.last?.contains("stays at the desk") == true)
        let waits = pages.last?.split(separator: "\n").first { $0.contains("16:00-18:00") }
        #expect(waits?.contains("Zora Quill") == true)
        #expect(try await day(spa, "--format", "csv", "--of", "blocks").output.contains("lunch"))
        #expect(try await day(spa, "--format", "ical").output.contains("UID:block-"))
        let own = try await RunningProgram.run(
          try BuiltProgram.console.path,
          ["day", "--print"] + Desk.Person.therapist1.login(at: spa.url))
        #expect(own.output.contains("lunch") && !own.output.contains("stays at the desk"))
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
