import BookingTesting
import Testing

extension Journeys {
  /// Whatever stands on the command line, the programs end with a code of theirs and say something
  /// that harms no terminal.
  @Suite(.serialized) struct BentCommandLineFuzzTests {
    private static let lines: [(BuiltProgram, [String])] = [
      (
        .console, ["do", "--server", "http://127.0.0.1:9", "--date", "2026-11-22", "move D2 12:00"]
      ),
      (.console, ["day", "--server", "ws://localhost:9", "--date", "fri", "--format", "json"]),
      (.console, ["print-config", "--theme", "night", "--server", "https://[::1]:9/spa"]),
      (.server, ["check", "--listen", "127.0.0.1:0", "--database", "sqlite:/nonexistent/spa.db"]),
      (.server, ["print-config", "--time-zone", "Asia/Ho_Chi_Minh", "--listen", "[::]:8443"]),
      (.server, ["check", "--database", "mysql://a:b@localhost/x?socket=/nonexistent"]),
      (.server, ["edit", "service", "Massage 60'", "--price", "-1"]),
      (.server, ["user", "add", "a@b.example", "--name", "A", "--role", "manager"]),
    ]
    private static let extremes = [
      "", "-", "--", "---", "--=", "-9223372036854775808", "9223372036854775808", "\u{1B}[2J",
      "\u{202E}",
      "0x7f", "1e400", "🙂", "..", "/dev/null", "file:///etc/passwd", "%s%n", "\\",
      "'; DROP TABLE x",
      String(repeating: "x", count: 10_000),
    ]

    @Test func bentCommandLinesEndWithACodeOfTheirs() async throws {
      let home = try TestRun.privateDirectory("bent")
      try await Fuzz.rounds("command lines") { chance in
        guard let (program, line) = Self.lines.randomElement(using: &chance) else { return }
        var arguments = line
        for _ in 0..<Int.random(in: 0...2, using: &chance) {
          let place = Int.random(in: 0..<arguments.count, using: &chance)
          switch Int.random(in: 0..<4, using: &chance) {
          case 0: arguments[place] = Self.extremes.randomElement(using: &chance) ?? ""
          case 1: arguments.insert(Self.extremes.randomElement(using: &chance) ?? "", at: place)
          case 2: if arguments.count > 1 { arguments.remove(at: place) }
          default:
            let bytes = chance.bent(Array(arguments[place].utf8)).filter { $0 != 0 }
            arguments[place] = String(decoding: bytes, as: UTF8.self)
          }
        }
        let record = try await RunningProgram.run(
          try program.path, arguments, environment: ["HOME": home, "XDG_RUNTIME_DIR": home])
        guard case .exited(let code) = record.ending else {
          Issue.record("seed \(Fuzz.seed): \(arguments) \(record.ending)")
          return
        }
        #expect([0, 1, 2, 64, 75, 78].contains(code), "seed \(Fuzz.seed): \(arguments) \(record)")
        let said = record.output + record.errors
        #expect(
          !said.isEmpty && !said.contains("\u{1B}") && !said.contains("\u{202E}"), "\(arguments)")
      }
    }
  }
}
