import BookingTesting
import Glibc
import Testing

/// `CursesTerminal` in a program of its own on real terminals.
@Suite struct RealTerminalTests {
  private static func environment(_ more: [String: String] = [:]) -> [String: String] {
    ["PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]
      .merging(more) { $1 }
  }

  private func session(type: String = "tmux-256color") throws -> TerminalSession {
    var setting = TerminalSession.Setting(columns: 100, rows: 24)
    setting.terminal = type
    setting.environment = ["LC_ALL": "C.UTF-8"]
    return try TerminalSession(BuiltProgram.terminalProbe.path, as: "probe", in: setting)
  }

  /// Everything that a scenario sends at 120×36, from the first byte to the last.
  private func bytes(_ scenario: String, _ more: [String: String] = [:]) async throws -> [UInt8] {
    let terminal = try RawTerminal(
      BuiltProgram.terminalProbe.path, [scenario], environment: Self.environment(more))
    let status = try await terminal.ended()
    #expect(status == 0)
    let record = try await terminal.record.waits(for: "hang-up") { $0.isHungUp ? $0 : nil }
    return record.bytes
  }

  // MARK: Bytes

  @Test func aChangeCostsFewBytesAndNoChangeNone() async throws {
    let board = try await bytes("board").count
    let idle = try await bytes("idle").count - board
    let cell = try await bytes("cell").count - board
    let booking = try await bytes("booking").count - board
    let clock = try await bytes("clock").count - board
    let blank = try await bytes("blank").count
    #expect(idle == 0)
    #expect(cell <= 30)
    #expect(booking <= 60)
    #expect(clock <= 20)
    #expect(board - blank <= 7_500)
  }

  @Test func hostileTextSendsNoSequenceOfItsOwn() async throws {
    let text = String(decoding: try await bytes("hostile"), as: UTF8.self)
    for sign in [
      "\u{1B}]", "\u{7}", "\u{5}", "\u{9B}", "\u{90}", "\u{202E}", "\u{200D}", "\u{1B}[6n",
    ] {
      #expect(!text.contains(sign), "\(sign.debugDescription)")
    }
    #expect(text.contains("محمد"))
    #expect(text.unicodeScalars.filter { $0 == "\u{301}" }.count <= 4)
  }

  @Test func withoutUnicodeOnlyASCIIIsSent() async throws {
    #expect(try await bytes("board", ["LC_ALL": "C"]).allSatisfy { $0 < 0x80 })
    #expect(try await bytes("hostile", ["LC_ALL": "C"]).allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: [["NO_COLOR": "1"], ["PROBE_COLOR": "never"], ["TERM": "vt100"]])
  func withoutColourNoneIsSent(environment: [String: String]) async throws {
    let text = String(decoding: try await bytes("board", environment), as: UTF8.self)
    #expect(!text.contains("38;5"))
    #expect(!text.contains("48;5"))
  }

  @Test func sixteenColoursAreEnough() async throws {
    let text = String(decoding: try await bytes("board", ["PROBE_COLOR": "16"]), as: UTF8.self)
    #expect(!text.contains("48;5"))
    #expect(text.contains("[4"))
  }

  // MARK: Giving the terminal back

  @Test(arguments: [
    ("q", 0), ("S", 139), ("A", 134), ("T", 132),
  ])
  func theTerminalIsGivenBack(key: String, status: Int) async throws {
    let session = try session()
    try await session.sees("Capabilities", "heard")
    try await session.press(key)
    // A Swift trap is SIGILL or SIGTRAP, by the processor.
    let ended = try await session.ended()
    #expect(ended == status || (key == "T" && ended == 133))
    #expect(try await session.manners == .restored)
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP, SIGQUIT])
  func anOrderToEndComesAsInput(signal: Int32) async throws {
    let terminal = try RawTerminal(
      BuiltProgram.terminalProbe.path, environment: Self.environment())
    try await terminal.record.waits(for: "first picture") { $0.text.contains("heard") ? true : nil }
    terminal.signal(signal)
    let status = try await terminal.ended()
    #expect(status == 0)
    let record = try await terminal.record.waits(for: "hang-up") { $0.isHungUp ? $0 : nil }
    #expect(record.text.contains("\u{1B}[?1049l"))
    #expect(record.text.contains("\u{1B}[?2004l"))
  }

  @Test func afterStoppingTheScreenIsPaintedAgain() async throws {
    let session = try session()
    try await session.sees("heard")
    try await session.press("x")
    try await session.sees("character(\"x\")")
    try await session.press("C-z")
    try await session.sees("[suspended]")
    #expect(try await session.manners == .restored)
    try await session.press("Enter")
    try await session.sees("resumed", "character(\"x\")")
    try await session.press("q")
    let status = try await session.ended()
    #expect(status == 0)
  }

  // MARK: Keys, sizes, what stalls

  @Test func keysPastesAndSizesAreHeard() async throws {
    let session = try session()
    try await session.sees("heard")
    try await session.press("Up", "F5", "C-c")
    try await session.sees("key(Screen.KeyPress.up)", "function(5)", "control(\"c\")")
    try await session.type("\u{1B}[200~q\rq\u{1B}[201~")
    try await session.sees("paste(\"q q\")")
    try await session.resize(columns: 60, rows: 12)
    try await session.sees("columns: 60, rows: 12")
    try await session.press("Escape")
    try await session.sees("escape")
    try await session.press("q")
    let status = try await session.ended()
    #expect(status == 0)
  }

  /// One that takes nothing any more, while a picture is being drawn over and over.
  private static func stalled() async throws -> RawTerminal {
    let terminal = try RawTerminal(BuiltProgram.terminalProbe.path, environment: environment())
    try await terminal.record.waits(for: "first picture") { $0.text.contains("heard") ? true : nil }
    terminal.stallReading()
    terminal.type("\u{1B}[23~")
    return terminal
  }

  @Test func aTerminalThatTakesNothingHoldsUpNobody() async throws {
    let terminal = try await Self.stalled()
    terminal.type("yq")
    // It ends although nobody reads: what is left is in the kernel's hands.
    let status = try await terminal.ended(within: .seconds(10))
    #expect(status == 0)
    terminal.resumeReading()
    let record = try await terminal.record.waits(for: "hang-up") { $0.isHungUp ? $0 : nil }
    #expect(record.bytes.count < 100_000, "frames that were never seen are not sent")
  }

  @Test func aTerminalThatReadsAgainGetsTheNewestPicture() async throws {
    let terminal = try await Self.stalled()
    terminal.resumeReading()
    try await terminal.record.waits(for: "newest picture") {
      $0.text.contains("<over>") ? true : nil
    }
    terminal.type("q")
    let status = try await terminal.ended()
    #expect(status == 0)
  }

  @Test func anUnknownTerminalIsDrawnOnAndSaid() async throws {
    let session = try session(type: "nonsense")
    try await session.sees("does not know the terminal \"nonsense\"")
    try await session.press("q")
    _ = try await session.ended()
  }

  /// Its description names no size.
  @Test func theMachinesOwnConsoleIsKnown() async throws {
    let session = try session(type: "linux")
    let screen = try await session.sees("the probe's screen") { !$0.text.isEmpty }
    #expect(!screen.contains("does not know"))
    try await session.press("q")
    _ = try await session.ended()
  }

  @Test func withoutATerminalASentenceSaysSo() async throws {
    let record = try await RunningProgram.run(
      BuiltProgram.terminalProbe.path, environment: Self.environment())
    #expect(record.ending == .exited(2))
    #expect(record.errors.contains("frontdesk day"))
    #expect(record.output.isEmpty)
  }
}
