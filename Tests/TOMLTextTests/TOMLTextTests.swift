import TOMLText
import Testing

@Suite struct TOMLTextTests {
  private func problems(_ text: String) -> [String] {
    TOMLText(text).problems.map { "\($0.place.line):\($0.place.column): \($0.sentence)" }
  }

  private func problem(_ text: String) -> String? { problems(text).first }

  @Test func aFileIsTextsNumbersListsAndTablesWithTheirPlaces() throws {
    let root = TOMLText(
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
    ("1 500", "2:5: a value is"), ("1e9", "2:5: a value is"), ("-", "2:5: a value is"),
    ("--1", "2:5: a value is"), ("1-1", "2:5: a value is"), ("-.5", "2:5: a value is"),
    ("", "2:5: a value is"), ("1.", "2:5: a value is"), (".5", "2:5: a value is"),
    ("\"a\\qb\"", "2:7: after a backslash"),
  ])
  func oneWrongValueKeepsItsPlaceAndHidesNothing(value: String, start: String) throws {
    let root = TOMLText("a = 1\nb = \(value)\nc = [\"d\"]").root
    guard case .unreadable(let wrong)? = root["b"]?.value, case .list? = root["c"]?.value else {
      Issue.record("read as something else: \(root)")
      return
    }
    #expect("\(wrong.place.line):\(wrong.place.column): \(wrong.sentence)".hasPrefix(start))
  }

  @Test func aNumberMayHaveAPoint() throws {
    let root = TOMLText("a = 48.50 # so much\nb = { c = 0.5, d = 7 }").root
    guard case .fraction("48.50")? = root["a"]?.value, case .table(let b)? = root["b"]?.value,
      case .fraction("0.5")? = b["c"]?.value, case .number(7)? = b["d"]?.value
    else {
      Issue.record("read as something else: \(root)")
      return
    }
  }

  @Test func aNumberMayBeBelowZero() throws {
    let root = TOMLText("a = -1\nb = -48.50\nc = +7").root
    guard case .number(-1)? = root["a"]?.value, case .fraction("-48.50")? = root["b"]?.value,
      case .number(7)? = root["c"]?.value
    else {
      Issue.record("read as something else: \(root)")
      return
    }
  }

  @Test func theMarkOfTheEditorsOfWindowsIsNoText() throws {
    let text = TOMLText("\u{FEFF}a = 1\r\n[b]\r\n")
    #expect(text.problems.isEmpty && text.root["a"]?.place == .init(line: 1, column: 1))
    #expect(text.root["b"] != nil)
  }

  /// Each says its own mistake, and the line behind it is read.
  @Test(arguments: [
    ("b", "2:2: a key is followed"), ("a = 2", "2:1: 'a' is there twice"),
    ("= 1", "2:1: here a name is missing"), ("b = 1 2 # x", "2:5: a value is"),
    ("b = \"c\" d", "2:9: nothing may follow"), ("[b", "2:3: a section's name ends"),
    ("[b c]", "2:4: a section's name ends"), ("b = [\"c\", \"d\"", "2:14: a list ends"),
    ("b = [\n  1,\n  2", "4:4: a list ends"), ("b = [\"c, \"d\"]", "2:11: a list ends"),
    ("b = [\"c]", "2:6: this text has no closing quote"), ("b = { c = 1", "2:12: a table ends"),
    ("b = { c = 1, c = 2, d = 3 }", "2:14: 'c' is there twice"),
    ("b = { c = \"d }", "2:11: this text has no closing quote"),
  ])
  func aMistakeHidesNoLineBehindIt(line: String, sentence: String) {
    let text = "a = 1\n\(line)\n\"z\" = 3\n"
    let found = TOMLText(text)
    var wrong = problems(text)
    if case .unreadable(let value)? = found.root["b"]?.value {
      wrong.append("\(value.place.line):\(value.place.column): \(value.sentence)")
    }
    #expect(wrong.count == 1 && wrong[0].hasPrefix(sentence), "\(wrong)")
    let inner: TOMLText.Table? = if case .table(let b)? = found.root["b"]?.value { b } else { nil }
    #expect(found.root["z"] != nil || inner?["z"] != nil)
  }

  @Test func whatStandsInASectionWithoutANameIsNobodys() {
    let text = TOMLText("[[a]]\nb = 1\nc\n[d]\ne = 1")
    #expect(text.problems.map(\.place.line) == [1, 3])
    #expect(text.root.entries.map(\.key) == ["d"])
  }

  @Test func aFileOfAnotherSortIsNotReadToItsEnd() {
    #expect(problems(String(repeating: "<p>\n", count: 10_000)).count < 100)
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
