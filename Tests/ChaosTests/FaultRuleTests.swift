import BookingLab
import BookingTesting
import Testing

@Suite struct FaultRuleTests {
  @Test(arguments: [
    "drop server COMMAND_ACCEPTED 2", "delay=200 client * 10.5%",
    "half-open server pong after=30000",
    "close-after server 101", "corrupt client /api/commands every=3", "stall client ping from=4",
    "stall=50 server close-frame connections=1-3", "duplicate client UNDO", "reset client *",
  ])
  func aRuleIsItsText(text: String) throws {
    #expect("\(try FaultRule(text))" == text)
  }

  @Test(arguments: [
    ("drop", "it has 1 words"), ("lose server * 2", "nobody knows lose"),
    ("delay server *", "nobody knows delay"), ("drop proxy *", "proxy is neither"),
    ("drop client * sometimes", "sometimes is no time"), ("drop client * 0", "0 is no time"),
    ("drop client * 101%", "101% is no time"), ("drop client * connections=3-1", "no range"),
  ])
  func aWrongOneSaysWhatIsWrong(text: String, complaint: String) {
    let error = #expect(throws: FaultRule.Unreadable.self) { try FaultRule(text) }
    #expect(error?.description.contains(complaint) == true)
  }
}
