import NIOHTTP1
import Testing
import WebSocket

@Suite struct WebSocketHandshakeTests {
  /// The example of RFC 6455, 1.3.
  private static let key = "dGhlIHNhbXBsZSBub25jZQ=="

  @Test func acceptIsTheExampleOfTheRFC() {
    #expect(WebSocketHandshake.accept(forKey: Self.key) == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
  }

  @Test func ownRequestIsAnsweredAndTheAnswerHolds() throws {
    var source = SystemRandomNumberGenerator()
    let key = WebSocketHandshake.makeKey(using: &source)
    let request = WebSocketHandshake.request(path: "/x", key: key, headers: ["Host": "a"])
    let headers = try WebSocketHandshake.answer(to: request)
    let answer = HTTPResponseHead(version: .http1_1, status: .switchingProtocols, headers: headers)
    #expect(WebSocketHandshake.breach(in: answer, forKey: key) == nil)
    #expect(WebSocketHandshake.breach(in: answer, forKey: Self.key) != nil)
  }

  @Test func browsersListsOfTokensAreRead() throws {
    var request = Self.request
    request.headers.replaceOrAdd(name: "Connection", value: "keep-alive, Upgrade")
    request.headers.replaceOrAdd(name: "Upgrade", value: "WebSocket")
    #expect(throws: Never.self) { try WebSocketHandshake.answer(to: request) }
  }

  @Test(arguments: [
    ("Upgrade", "h2c", 426), ("Connection", "close", 426), ("Sec-WebSocket-Version", "8", 426),
    ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ", 400), ("Sec-WebSocket-Key", "", 400),
    ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZ!==", 400),
  ])
  func requestThatIsNoHandshakeIsRefusedWithItsStatus(name: String, value: String, status: Int) {
    var request = Self.request
    request.headers.replaceOrAdd(name: name, value: value)
    let refusal = #expect(throws: WebSocketHandshake.Refusal.self) {
      try WebSocketHandshake.answer(to: request)
    }
    #expect(refusal?.status.code == UInt(status))
  }

  @Test func postIsRefused() {
    var request = Self.request
    request.method = .POST
    #expect(throws: WebSocketHandshake.Refusal.self) {
      try WebSocketHandshake.answer(to: request)
    }
  }

  @Test func extensionNobodyAskedForIsABreach() throws {
    var headers = try WebSocketHandshake.answer(to: Self.request)
    headers.add(name: "Sec-WebSocket-Extensions", value: "permessage-deflate")
    let answer = HTTPResponseHead(version: .http1_1, status: .switchingProtocols, headers: headers)
    #expect(WebSocketHandshake.breach(in: answer, forKey: Self.key) != nil)
  }

  private static var request: HTTPRequestHead {
    WebSocketHandshake.request(path: "/websocket/booking/manager/2", key: key, headers: [:])
  }
}
