import Testing

@testable import BookingServer

@Suite struct SessionTokenTests {
  /// What is stored must not change with a new version of this program: open sessions would end.
  @Test func theHashIsSHA256InHexadecimal() throws {
    let token = try #require(SessionToken(String(repeating: "a", count: 64)))
    #expect(token.hash == "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb")
  }

  @Test func noTwoTokensAreAlikeAndAllReadBack() {
    let tokens = (0..<100).map { _ in SessionToken.random() }
    #expect(Set(tokens).count == 100)
    #expect(tokens.allSatisfy { SessionToken($0.text) == $0 && !$0.hash.contains($0.text) })
  }

  @Test(arguments: [
    "", "abc", String(repeating: "g", count: 64), String(repeating: "A", count: 64),
  ])
  func whatIsNoTokenIsNeverLookedUp(text: String) {
    #expect(SessionToken(text) == nil)
  }
}
