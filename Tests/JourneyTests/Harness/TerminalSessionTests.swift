import BookingTesting
import Testing

@Suite struct TerminalSessionTests {
  @Test func aTerminalShowsWhatIsTypedAndFollowsItsSize() async throws {
    var setting = TerminalSession.Setting(columns: 40, rows: 8)
    setting.environment = ["GREETING": "chào"]
    let program = """
      printf '\\033[1;31mred\\033[0m %s\\n' $GREETING
      while read -r line; do [ "$line" = end ] && exit 7; stty size; done
      """
    let terminal = try TerminalSession("/bin/sh", ["-c", program], as: "a person", in: setting)
    let greeting = try await terminal.sees("red chào")
    #expect(greeting.rows[0][0].look.foreground == .indexed(1))
    #expect(greeting.rows[0][0].look.attributes == [1])
    try await terminal.type("Ngọc 李")
    try await terminal.sees("Ngọc 李")
    let cursor = try await terminal.cursor
    #expect(cursor.row == 1)
    try await terminal.resize(columns: 50, rows: 10)
    try await terminal.press("Enter")
    try await terminal.sees("10 50")
    try await terminal.press("e", "n", "d", "Enter")
    #expect(try await terminal.ended() == 7)
    let manners = try await terminal.manners
    #expect(manners == .restored)
    await terminal.close()
  }

  @Test func aTerminalThatWasNotGivenBackIsNoticed() async throws {
    let terminal = try TerminalSession(
      "/bin/sh", ["-c", "printf '\\033[?1049h\\033[?25l'; stty raw -echo"], as: "a vandal")
    #expect(try await terminal.ended() == 0)
    let manners = try await terminal.manners
    #expect(manners.isOnAlternateScreen)
    #expect(!manners.isCursorVisible)
    #expect(!manners.isCooked)
    await terminal.close()
  }

  @Test func whatNeverShowsIsReportedWithTheLastScreen() async throws {
    let terminal = try TerminalSession("/bin/cat", as: "a person")
    try await terminal.type("only this")
    try await terminal.sees("only this")
    let overdue = await #expect(throws: Overdue.self) {
      try await terminal.sees("something else", within: .milliseconds(100))
    }
    #expect(overdue?.description.contains("only this") == true)
    await terminal.close()
  }
}
