import SpaSetup
import Testing

/// What a manager types about the house and its users.
@Suite struct HouseOrderTests {
  @Test(arguments: [
    "users off an@mail.vn\u{0}", "house price 480 thai\u{7}", "users name an@mail.vn An\u{1B}[31m",
    "house price 480 thai\nusers off an@mail.vn", "users name an@mail.vn An\u{202E}",
  ])
  func aLineWithWhatNobodyTypesIsRefused(line: String) throws {
    let complaint = #expect(throws: Complaint.self) { try HouseOrder(line) }
    #expect(complaint?.sentence.contains("no control characters") == true)
  }

  @Test func theSameLinesWithoutItAreUnderstood() throws {
    _ = try HouseOrder("users off an@mail.vn")
    _ = try HouseOrder("house price 480 thai")
  }
}
