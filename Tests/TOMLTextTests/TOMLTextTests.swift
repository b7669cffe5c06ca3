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
    #expect(problem("a = 1\na = 2") == "2:1: 'a' is there twice")
    #expect(problem("a = \"b\" 2")?.hasPrefix("1:9:") == true)
    #expect(problem("\"\u{1B}[2J\" = 1\n\"\u{1B}[2J\" = 1") == "2:1: '?[2J' is there twice")
  }

  @Test(arguments: [
    ("\"open", "2:5: this text has no closing quote"), ("tru", "2:5: a value is"),
    ("1 500", "2:5: a value is"), ("1e9", "2:5: a value is"), ("-1", "2:5: a value is"),
    ("", "2:5: a value is"), ("1.", "2:5: a value is"), (".5", "2:5: a value is"),
    ("\"a\\qb\"", "2:7: after a backslash"),
  ])
  func oneWrongValueKeepsItsPlaceAndHidesNothing(value: String, start: String) throws {
    let root = try TOMLText("a = 1\nb = \(value)\nc = [\"d\"]").root
    guard case .unreadable(let wrong)? = root["b"]?.value, case .list? = root["c"]?.value else {
      Issue.record("read as something else: \(root)")
      return
    }
    #expect("\(wrong.place.line):\(wrong.place.column): \(wrong.sentence)".hasPrefix(start))
  }

  @Test func aNumberMayHaveAPoint() throws {
    let root = try TOMLText("a = 48.50 # so much\nb = { c = 0.5, d = 7 }").root
    guard case .fraction("48.50")? = root["a"]?.value, case .table(let b)? = root["b"]?.value,
      case .fraction("0.5")? = b["c"]?.value, case .number(7)? = b["d"]?.value
    else {
      Issue.record("read as something else: \(root)")
      return
    }
  }

  /// Other readers have crashed on these.
  @Test(arguments: [
    "[[[[", "[[x", "[", "a = [[[[[[[[[[[[[[[[", "a = {", "\"",
    "\u{0}", "= =", "a.b.c.d.e.f.g.h.i.j = 1", "a = {b = 1}\n[a.b]",
  ])
  func brokenTextsAreRefusedAndCrashNothing(text: String) {
    #expect(problem(text) != nil)
  }
}
