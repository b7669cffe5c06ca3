import BookingClient
import LinePromise
import Testing

@Suite struct ServerAddressTests {
  @Test(arguments: [
    ("http://127.0.0.1:8080", false, "127.0.0.1", 8080, ""),
    ("https://desk.example", true, "desk.example", 443, ""),
    ("ws://desk.example/", false, "desk.example", 80, ""),
    ("WSS://[::1]:8443/spa/", true, "::1", 8443, "/spa"),
    ("http://[2001:db8::7]", false, "2001:db8::7", 80, ""),
    ("https://desk.example./spa/front", true, "desk.example", 443, "/spa/front"),
  ])
  func addressIsRead(
    text: String, isSecure: Bool, host: String, port: Int, path: String
  ) throws {
    let address = try ServerAddress(text)
    #expect(address.isSecure == isSecure)
    #expect(address.host == host)
    #expect(address.port == port)
    #expect(address.path == path)
  }

  @Test(arguments: [
    "desk.example", "ftp://desk.example", "http://", "http://desk.example:0",
    "http://desk.example:70000", "http://desk.example:80x", "http://de sk/", "http://desk\r\nX: y",
    "http://desk.example/a b", "http://desk.example/?x=1", "http://[::1", "http://[::z]",
    "http://[]",
    "http://d\u{1B}[31m",
  ])
  func nonsenseIsRefusedWithASentence(_ text: String) {
    let problem = #expect(throws: ServerAddress.Problem.self) { try ServerAddress(text) }
    #expect(problem?.sentence.hasSuffix(".") == true)
    #expect(problem?.sentence.contains("\u{1B}") == false)
  }

  @Test func passwordInAnAddressIsNotRepeated() {
    let problem = #expect(throws: ServerAddress.Problem.self) {
      try ServerAddress("http://anna:secret@desk.example")
    }
    #expect(problem?.sentence.contains("secret") == false)
  }

  @Test func descriptionIsAnAddressAgain() throws {
    let address = try ServerAddress("wss://[::1]:8443/spa")
    #expect(address.description == "https://[::1]:8443/spa")
    #expect(try ServerAddress(address.description) == address)
  }
}
