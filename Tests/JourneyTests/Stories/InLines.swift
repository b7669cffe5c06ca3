import BookingTesting
import Foundation
import Testing

extension Journeys {
  /// The console for ears: lines instead of a screen.
  @Suite struct InLines {
    private static let scene = Scene(
      .init("Đặng Thị Hoa", with: 1, at: "12:30"), .init("Yann Moss", with: 2, at: "13:00"))

    private func says(
      _ typed: String..., in spa: DemoSpa, with settings: [String: String] = [:]
    ) async throws -> RunningProgram.Record {
      try await RunningProgram.run(
        try BuiltProgram.console.path, ["--plain"] + spa.login(.reception),
        input: typed.map { $0 + "\n" }.joined(),
        environment: ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"].merging(settings) { $1 })
    }

    @Test(arguments: Way.main)
    func aDayIsHeardAndWorkedInLines(way: Way) async throws {
      try await DemoSpa.during(Self.scene, on: way) { spa in
        let heard = try await says(
          "search hoa", "c", "move 15:30", "", "search moss", "x", "2", "", in: spa)
        #expect(heard.ending == .exited(0), "\(heard.errors)")
        let lines = heard.output.split(separator: "\n").map(String.init)
        func has(_ words: String...) -> Bool {
          lines.contains { line in words.allSatisfy(line.contains) }
        }
        #expect(has("2 bookings"), "\(heard.output)")
        #expect(has("12:30 to 13:30", "Đặng Thị Hoa", "scheduled"))
        #expect(has("Here:", "Đặng Thị Hoa", "confirmed"))
        #expect(lines.contains("Enter does it."))
        #expect(has("Here:", "15:30 to 16:30", "Đặng Thị Hoa"))
        #expect(!heard.output.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })

        let rows = try await spa.database.value(
          "SELECT booking_status FROM bookings WHERE booking_id = \(Scene.booking(of: 0))")
        #expect(rows == "CONFIRMED")
        let second = try await spa.database.value(
          "SELECT booking_status FROM bookings WHERE booking_id = \(Scene.booking(of: 1))")
        #expect(second == "CANCELLED", "\(heard.output)")
      }
    }

    @Test func aDayIsHeardInThePersonsLanguageAndByTheirClock() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let heard = try await says(
          "search hoa", "c", "move 15:30", "", in: spa,
          with: ["FRONTDESK_LANGUAGE": "vi", "FRONTDESK_CLOCK": "12h"])
        #expect(heard.ending == .exited(0), "\(heard.errors)")
        for words in [
          "2 lịch hẹn", "12:30 CH đến 1:30 CH, Đặng Thị Hoa", "đã xác nhận",
          "Enter để thực hiện.", "Đây: 3:30 CH đến 4:30 CH, Đặng Thị Hoa",
        ] {
          #expect(heard.output.contains(words), "\(words) in\n\(heard.output)")
        }
        for words in ["Here", " min", "booking", "today", "with ", "Needs"] {
          #expect(!heard.output.contains(words), "\(words) in\n\(heard.output)")
        }
      }
    }

    @Test func thePasswordIsTypedUnseenAndTheNewsOfOthersAreHeard() async throws {
      try await DemoSpa.during(Self.scene) { spa in
        let desk = try TerminalSession(
          try BuiltProgram.console.path, ["--plain", "--server", spa.url], as: "plain")
        try await desk.sees("the question") { $0.contains("E-mail:") }
        try await desk.type("reception@demo.spa")
        try await desk.press("Enter")
        try await desk.sees("the question for the password") {
          $0.contains("Password of reception@demo.spa:")
        }
        try await desk.type("demo")
        try await desk.press("Enter")
        try await desk.sees("the day") { $0.contains("2 bookings") }
        let other = try await spa.sitDown(.reception2)
        try await other.find("Moss")
        try await other.press("c")
        let end = try await desk.sees("the news") { $0.contains("News: Yann Moss confirmed") }
        #expect(!end.lines.contains("demo"))
        try await desk.press("C-d")
        try await desk.sees("the end") { $0.contains("[ended with 0]") }
        #expect(try await desk.manners == .restored)
        await desk.close()
      }
    }
  }
}
