import BookingTesting
import TOMLText
import Testing

/// Settings as operators write them, bent: read, or refused with a place in the text and a sentence
/// that harms no terminal.
@Suite(.serialized) struct TOMLFuzzTests {
  private static let texts = [
    """
    listen = "0.0.0.0:8443"
    database = "mysql://desk@localhost/spa"
    time_zone = 'Asia/Ho_Chi_Minh'   # of the spa
    [tls]
    certificate = "/etc/frontdesk/chain.pem"
    [limits]
    connections = 20_000
    heartbeat_seconds = 15.5
    [web]
    trusted_proxies = ["127.0.0.1", "10.0.0.0/8", "\\u00e9\\n\\t"]
    """,
    """
    [spa]
    name = "Lotus"
    hours = { monday = "9:00-21:00", sunday = "closed" }
    [[services]]
    name = "Swedish massage 60'"
    price = 500000
    online = true
    [[services]]
    "quoted key".part = -1
    many = [[1, 2], ["a"], [],]
    text = \"\"\"
    more
    lines\"\"\"
    """,
    "[a.b.c]\nd = {e = {f = {g = [1, {h = 2}]}}}\n",
  ]

  @Test func bentTextsAreReadOrRefusedWithAPlace() async throws {
    try await Fuzz.rounds("TOML") { chance in
      var text = chance.bent(Self.texts.randomElement(using: &chance) ?? "")
      if Bool.random(using: &chance) { text += chance.bent(Self.texts[1]) }
      let lines = text.utf8.count { $0 == 0x0A } + 1
      for problem in TOMLText(text).problems {
        #expect(
          (1...lines + 1).contains(problem.place.line), "\(problem) in \(text.debugDescription)")
        #expect(
          problem.sentence.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F },
          "\(problem.sentence.debugDescription) of \(text.debugDescription)")
      }
    }
  }
}
