import TOMLText
import Testing

@Suite struct TOMLTextTests {
  private func problem(_ text: String) -> String? {
    do {
      _ = try TOMLText(text)
      return nil
    } catch {
      return "\(error.place.line):\(error.place.column): \(error.sentence)"
    }
  }

  @Test func aFileIsTextsNumbersListsAndTablesWithTheirPlaces() throws {
    let root = try TOMLText(
      """
      # a comment
      listen = "127.0.0.1:0"  # and another
      [tls]
      certificate = 'a\\b.pem'
      names = ["a", "b"]
      """
    ).root
    let listen = try #require(root["listen"])
    guard case .text("127.0.0.1:0") = listen.value, listen.place == .init(line: 2, column: 1),
      case .table(let tls)? = root["tls"]?.value,
      case .text("a\\b.pem")? = tls["certificate"]?.value,
      case .list(let names)? = tls["names"]?.value
    else {
      Issue.record("read as something else: \(root)")
      return
    }
    #expect(names.count == 2 && names[1].place == .init(line: 5, column: 15))
  }

  @Test func everyMistakeHasItsPlace() {
    #expect(problem("a = 1\nb") == "2:2: a key is followed by an equals sign: name = \"text\"")
    #expect(problem("a = \"open\n") == "1:5: this text has no closing quote")
    #expect(problem("a = 1\na = 2") == "2:1: 'a' is there twice")
    #expect(problem("a = true\nb = tru")?.hasPrefix("2:5: a value is a text") == true)
    #expect(problem("a = 1 2")?.hasPrefix("1:7:") == true)
    #expect(problem("\"\u{1B}[2J\" = 1\n\"\u{1B}[2J\" = 1") == "2:1: '?[2J' is there twice")
  }

  /// Other readers have crashed on these.
  @Test(arguments: [
    "[[[[", "[[x", "[", "a = [[[[[[[[[[[[[[[[", "a = {", "\"", "a = \"\\u{110000}\"",
    "a = \"\\uD800\"",
    "\u{0}", "= =", "a.b.c.d.e.f.g.h.i.j = 1", "a = {b = 1}\n[a.b]",
  ])
  func brokenTextsAreRefusedAndCrashNothing(text: String) {
    #expect(problem(text) != nil)
  }
}
