import BookingTesting
import Testing

@Suite struct RawTerminalTests {
  @Test func everyByteIsCountedAndKeysAndSizesArrive() async throws {
    let terminal = try RawTerminal(
      "/bin/sh",
      ["-c", "stty -echo; stty size; read -r line; printf '\\033[1m%s' \"$line\"; exit 4"],
      columns: 33, rows: 9)
    try await terminal.record.waits(for: "the size") { $0.text.contains("9 33\r\n") ? true : nil }
    let before = terminal.record.value.bytes.count
    terminal.type("abc\n")
    #expect(try await terminal.ended() == 4)
    try await terminal.record.waits(for: "the last byte") { $0.isHungUp ? true : nil }
    #expect(terminal.record.value.bytes.count - before == 7)
    await terminal.close()
  }

  @Test func aStalledReaderStopsTheProgramUntilItReadsAgain() async throws {
    let terminal = try RawTerminal(
      "/bin/sh", ["-c", "echo first; read go; yes | head -n 30000; echo last"])
    try await terminal.record.waits(for: "first") { $0.text.contains("first") ? true : nil }
    terminal.stallReading()
    terminal.type("\n")
    await #expect(throws: Overdue.self) { try await terminal.ended(within: .milliseconds(200)) }
    terminal.resumeReading()
    try await terminal.record.waits(for: "last") { $0.text.contains("last") ? true : nil }
    #expect(try await terminal.ended() == 0)
    await terminal.close()
  }
}
