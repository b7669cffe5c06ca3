import Testing

@testable import Screen

@Suite struct ThemeLibraryTests {
  private func problems(_ text: String) throws -> [String] {
    try ThemesDirectory.with(["mine.toml": text]) { directory in
      do {
        _ = try ThemeLibrary(directories: [directory]).load("mine")
        return []
      } catch let error as ThemeError {
        return error.problems.map { "\($0.line):\($0.column): \($0.sentence)" }
      }
    }
  }

  @Test func theCompiledInThemeIsTheOneInTheRepository() {
    #expect(
      ThemeText.read(ThemesDirectory.shipped + "/default.toml").map(\.text)
        == .success(DefaultTheme.text))
  }

  @Test func withoutAnyFileThereIsStillATheme() throws {
    let library = ThemeLibrary(directories: ["/nonexistent"])
    #expect(try library.load("default").theme == Theme.standard)
    #expect(library.names == ["default"])
  }

  @Test func whatAThemeDoesNotSayIsInherited() throws {
    try ThemesDirectory.with([
      "child.toml": """
      [meta]
      inherits = "parent"
      [palette]
      sky = "#0000ff"
      [roles]
      "status.confirmed" = { attr = ["bold"] }
      """,
      "parent.toml": """
      [palette]
      sky = "#ff0000"
      [roles]
      screen = { bg = "black" }
      status.confirmed = { fg = "sky" }
      """,
    ]) { directory in
      let theme = try ThemeLibrary(directories: [directory]).load("child").theme
      let confirmed = theme[.statusConfirmed]
      #expect(confirmed.foreground == .rgb(red: 0, green: 0, blue: 255), "the child's palette")
      #expect(confirmed.attributes == .bold)
      #expect(theme.glyph(.statusConfirmed).text == "▪", "from the compiled-in theme")
      #expect(theme[.detailsText].background == .indexed(0), "every role is drawn on the screen's")
      #expect(theme[.pending].background == .standard, "an overlay lets the cell's own through")
    }
  }

  @Test(arguments: [
    ("[roles]\ngrid.nwo = \"red\"", "2:1: unknown role 'grid.nwo': did you mean 'grid.now'?"),
    ("[roles]\n\"zzz\" = \"red\"", "2:1: unknown role 'zzz'"),
    (
      "[roles]\ntitle = { fg = \"skyy\" }\n[palette]\nsky = 3",
      "2:11: unknown colour 'skyy': did you mean 'sky'?"
    ),
    ("[roles]\ntitle = { fg = \"#12345\" }", "2:11: '#12345' is not a colour: write #rrggbb"),
    (
      "[palette]\nsky = \"blu\"\n[roles]\ntitle = \"sky\"",
      "2:1: unknown colour 'blu': did you mean 'blue'?"
    ),
    (
      "[roles]\ntitle = { attr = [\"blod\"] }",
      "2:19: unknown attribute 'blod': did you mean 'bold'?"
    ),
    ("[roles]\ntitle = { glpyh = \"x\" }", "2:11: unknown key 'glpyh': did you mean 'glyph'?"),
    ("[roles]\ntitle = { glyph = \"李\" }", "2:11: this is a single character one column wide"),
    ("[roles]\ntitle = { ascii = \"✓\" }", "2:11: this is a single ASCII character"),
    (
      "[roles]\ntitle = 1.5",
      "2:1: a role is a colour or a table like { fg = \"red\", attr = [\"bold\"] }"
    ),
    (
      "[roles]\ntitle = 1e5",
      "2:9: a value is a text in quotes, a number like 15 or 48.50, true, false, a [list] or a {table}"
    ),
    ("[meta]\nvariant = \"drak\"", "2:1: unknown variant 'drak': did you mean 'dark'?"),
    ("[rolse]\n", "1:2: unknown section 'rolse': did you mean 'roles'?"),
    ("[meta]\ninherits = \"nihgt\"", "2:1: unknown theme 'nihgt'"),
    ("[meta]\ninherits = \"mine\"", "2:1: 'mine' inherits from itself"),
  ])
  func aMistakeIsNamedWithItsPlace(text: String, problem: String) throws {
    #expect(try problems(text) == [problem])
  }

  @Test func brokenSyntaxIsNamedWithItsPlace() throws {
    let found = try problems("[roles]\ntitle = { fg = ")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("2:") ?? false)
  }

  @Test func whatTOMLAllowsInAThemeIsRead() throws {
    let file = try ThemeFile(
      """
      # comment\r
      [roles] # another
      title = {fg="#ff0000" , attr = ["bold",]}\r
      'grid.now' = 9
      status . "confirmed".fg = "\\u0072ed"
      [roles.hint]
      key = { attr = "bold", glyph = '\\' }
      text.attr = [
        "dim", # why

        "italic"
      ]
      """, file: "mine")
    #expect(file.roles[.title]?.foreground?.value == "#ff0000")
    #expect(file.roles[.title]?.attributes == .bold)
    #expect(file.roles[.gridNow]?.foreground?.value == "9")
    #expect(file.roles[.statusConfirmed]?.foreground?.value == "red")
    #expect(file.roles[.hintKey]?.glyph?.text == "\\")
    #expect(file.roles[.hintText]?.attributes == [.dim, .italic])
  }

  @Test func anyTextIsSurvived() {
    var state: UInt64 = 20_261_122
    let pieces = [
      "[", "]", "{", "}", "=", "\"", "'", ".", ",", "#", "\n", " ", "roles", "title", "\\",
      "fg", "1", "é", "u00", "-", "\r",
    ]
    for _ in 0..<5_000 {
      var text = "[roles]\n"
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      do { _ = try ThemeFile(text, file: "mine") } catch {
        #expect(error is ThemeError, "\(text.debugDescription)")
      }
    }
  }

  @Test func everythingWrongIsSaidAtOnce() throws {
    let found = try problems("[roles]\ntitel = 1\n\n  hedaer = 2\n")
    #expect(found.map { $0.prefix(3) } == ["2:1", "4:3"])
  }

  @Test(arguments: [
    "\u{1B}[31m", "[[[[", "[[roles]]", "a=", "a.b=1\na=2", "a=1\na=1",
    "[roles]\nx = {a=1, a=2}", "[roles]\nx = {a=1}\nx.b = 2",
    "[roles]\nx = [[[[[[[[[[[[1]]]]]]]]]]]]",
    "[roles]\ntitle = 'red", "[roles]\ntitle = \"\\uD800\"", "[roles] x", "[roles]\ntitle = 1 2",
    "[roles]\n\u{202E} = 1", "=", "[meta]\nname",
  ])
  func hostileFilesAreRefusedWithASentence(text: String) throws {
    let found = try problems(text)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { !$0.contains("\u{1B}") && !$0.contains("\u{202E}") })
  }

  @Test func aMissingThemeNamesANearOne() throws {
    let library = ThemeLibrary(directories: [ThemesDirectory.shipped])
    let error = #expect(throws: ThemeError.self) { _ = try library.load("papr") }
    #expect(error?.problems.first?.sentence == "unknown theme 'papr': did you mean 'paper'?")
    let path = #expect(throws: ThemeError.self) { _ = try library.load("./papr.toml") }
    #expect(path?.problems.first?.sentence == "there is no such file")
  }

  @Test func themesAreLookedForInOrder() {
    let library = ThemeLibrary(directories: ["/home/mai/themes", "/usr/share/frontdesk/themes"])
    #expect(
      library.candidates(for: "night") == [
        "/home/mai/themes/night.toml", "/usr/share/frontdesk/themes/night.toml",
      ])
    #expect(library.candidates(for: "./night.toml") == ["./night.toml"])
  }

  @Test func aSavedChangeIsNoticed() throws {
    try ThemesDirectory.with(["mine.toml": "[roles]\ntitle = \"red\"\n"]) { directory in
      var loaded = try ThemeLibrary(directories: [directory]).load("mine")
      #expect(!loaded.hasChanged)
      try ThemesDirectory.write("[roles]\ntitle = \"green\"\n", to: directory + "/mine.toml")
      #expect(loaded.hasChanged)
      loaded.keep()
      #expect(!loaded.hasChanged)
    }
  }

  @Test func aDeviceOrAHugeFileIsNotATheme() throws {
    let library = ThemeLibrary(directories: [])
    #expect(throws: ThemeError.self) { _ = try library.load("/dev/zero") }
    #expect(throws: ThemeError.self) { _ = try library.load("/tmp/") }
  }
}
