import FoundationEssentials
import Settings
import Testing

@Suite struct GivenSettingsTests {
  private static let keys = [
    SettingKey("server", .list, usual: "http://127.0.0.1:8080"), SettingKey("password_file"),
    SettingKey("tls.certificate"), SettingKey("database_password", .secret),
    SettingKey("database", .address), SettingKey("keys", .section),
  ]

  private func file(_ text: String) throws(SettingsProblem) -> SettingsFile {
    let file = SettingsFile(text, path: "desk.toml", of: Self.keys)
    _ = try GivenSettings(of: Self.keys, file: file).checked()
    return file
  }

  @Test func aFlagGoesBeforeTheEnvironmentAndThatBeforeTheFile() throws {
    let file = try file("server = [\"http://a\", \"http://b\"]\n\n[tls]\ncertificate = \"c.pem\"")
    let environment = [
      "FRONTDESK_TLS_CERTIFICATE": "e.pem", "FRONTDESK_SERVER": "http://e, http://f",
    ]
    var settings = GivenSettings(of: Self.keys, file: file)
    #expect(settings["server"]?.texts == ["http://a", "http://b"])
    #expect(settings["tls.certificate"]?.source == .file("desk.toml", line: 4, column: 1))
    settings = GivenSettings(of: Self.keys, file: file, environment: environment)
    #expect(settings["server"]?.texts == ["http://e", "http://f"])
    #expect(settings["tls.certificate"]?.text == "e.pem")
    settings = GivenSettings(
      of: Self.keys, file: file, environment: environment,
      flags: ["server": ["http://x", "http://y"], "tls.certificate": []])
    #expect(settings["server"] == .init(["http://x", "http://y"], .flag("--server")))
    #expect(settings["tls.certificate"]?.source == .environment("FRONTDESK_TLS_CERTIFICATE"))
  }

  @Test func anOpenSectionKeepsItsOwnNamesWithTheirPlaces() throws {
    let file = try file("[keys]\nno-show = [\"o\", \"F6\"]\nundo = \"u\"")
    let settings = GivenSettings(of: Self.keys, file: file)
    let section = settings.section("keys")
    #expect(section.map(\.name) == ["no-show", "undo"])
    #expect(section[0].given == .init(["o", "F6"], .file("desk.toml", line: 2, column: 1)))
    #expect(settings.lines.contains { $0.hasPrefix("keys.undo = u ") })
    for wrong in ["keys = \"u\"", "[keys.undo]\na = \"u\""] {
      #expect(throws: SettingsProblem.self) { _ = try self.file(wrong) }
    }
  }

  @Test func oneWrongValueHidesNoOtherMistake() {
    let problem = #expect(throws: SettingsProblem.self) {
      try file("server = 1e9\nservr = 1\npassword_file = 1.5\ndatabase = tru")
    }
    let lines = problem?.sentence.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(lines == ["desk.toml:1:10:", "desk.toml:2:1:", "desk.toml:4:12:"])
  }

  @Test func whatASiblingReadsIsNoSlip() {
    let settings = GivenSettings(
      of: Self.keys,
      environment: ["FRONTDESK_LOG_LEVEL": "info", "FRONTDESK_SERVR": "a", "FRONTDESK_USER": "b"],
      siblings: ["log.level", "user"])
    #expect(settings.unknownVariables.count == 1)
    #expect(settings.unknownVariables.first?.contains("FRONTDESK_SERVER is one") == true)
  }

  @Test(arguments: ["true", "\"yes\"", "1"]) func yesIsSaidInAnyWay(value: String) throws {
    let keys = [SettingKey("title")]
    let file = SettingsFile("title = \(value)", path: "desk.toml", of: keys)
    #expect(try GivenSettings(of: keys, file: file).yesOrNo("title") == true)
  }

  @Test func whatIsNotSetIsNotSetByAnEmptyVariable() {
    let settings = GivenSettings(of: Self.keys, environment: ["FRONTDESK_PASSWORD_FILE": ""])
    #expect(settings["password_file"] == nil)
  }

  @Test(arguments: ["password_file = \"p\"", "password-file = \"p\""])
  func hyphensAndUnderscoresAreTheSame(text: String) throws {
    #expect(GivenSettings(of: Self.keys, file: try file(text))["password_file"]?.text == "p")
  }

  @Test(arguments: [
    ("server = \"a\"\nservr = \"b\"", "desk.toml:2:1", "servr"),
    ("[tls]\nkey = \"k\"", "desk.toml:2:1", "tls.key"),
    ("  password-file = [\"a\"]", "desk.toml:1:3", "text"),
    ("server = [1, \"a\"]", "desk.toml:1:1", "list of texts"),
    ("password-file = \"a\"\npassword_file = \"b\"", "desk.toml:2:1", "twice"),
    ("server = ", "desk.toml:1:10", ""), ("\u{1B}]0;x\u{7} = \"a\"", "desk.toml:1:1", ""),
  ])
  func aMistakeIsToldWithItsLineAndColumn(text: String, place: String, words: String) {
    let problem = #expect(throws: SettingsProblem.self) { try file(text) }
    #expect(problem?.sentence.hasPrefix(place) == true, "\(problem?.sentence ?? "")")
    #expect(problem?.sentence.contains(words) == true)
    #expect(problem?.sentence.unicodeScalars.allSatisfy { $0.value >= 0x20 } == true)
  }

  @Test func whatNothingReadsHidesNothingElse() throws {
    let file = SettingsFile("servr = 1\nserver = \"http://a\"", path: "a", of: Self.keys)
    let settings = GivenSettings(of: Self.keys, file: file)
    #expect(settings.wrongInFile.count == 1)
    #expect(settings["server"]?.text == "http://a")
  }

  @Test func everyMistakeOfAFileIsSaidAtOnce() {
    let problem = #expect(throws: SettingsProblem.self) { try file("servr = 1\n[tls]\nkey = 2") }
    let lines = problem?.sentence.split(separator: "\n") ?? []
    #expect(lines.map { $0.prefix { $0 != " " } } == ["desk.toml:1:1:", "desk.toml:3:1:"])
  }

  /// Neither a name that is there twice nor a bracket that is not closed.
  @Test func whatCannotBeReadHidesNoOtherMistake() {
    let problem = #expect(throws: SettingsProblem.self) {
      try file("server = x\n[tls\nkey = 1\ncertificate = \"a\"\ncertificate = \"b\"\n=\n")
    }
    let lines = problem?.sentence.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(
      lines == [
        "desk.toml:1:10:", "desk.toml:2:5:", "desk.toml:3:1:", "desk.toml:5:1:", "desk.toml:6:1:",
      ])
  }

  @Test func aFileOfWindowsIsReadAsAnyOther() throws {
    let path = FileManager.default.temporaryDirectory.path + "/bom-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try "\u{FEFF}tls.certificate = \"hush\"\r\n".write(
      toFile: path, atomically: true, encoding: .utf8)
    let file = try #require(try SettingsFile(at: path, of: Self.keys))
    #expect(file.problems.isEmpty && file["tls.certificate"]?.text == "hush")
    #expect(try SmallFile.firstLine(of: path, as: "x").hasPrefix("tls"))
  }

  @Test func aNumberBelowZeroIsToldWhatItMayBe() throws {
    let keys = [SettingKey("keep_alive")]
    let file = SettingsFile("keep_alive = -1", path: "desk.toml", of: keys)
    let problem = #expect(throws: SettingsProblem.self) {
      try GivenSettings(of: keys, file: file).number("keep_alive", in: 1...9)
    }
    #expect(problem?.sentence == "desk.toml:1:1: keep_alive is a number from 1 to 9, not \"-1\".")
  }

  @Test func theListSaysWhereEachValueCameFromAndNoSecret() {
    let settings = GivenSettings(
      of: Self.keys,
      environment: [
        "FRONTDESK_DATABASE_PASSWORD": "hush", "FRONTDESK_DATABASE": "mysql://u:hu@sh@db/spa",
        "FRONTDESK_PASSWORD_FILE": "\u{1B}[2J",
      ])
    let lines = settings.lines.map {
      $0.split(separator: "#").map { $0.trimmingPrefix(" ").reversed().drop { $0 == " " } }
        .map { String($0.reversed()) }
    }
    #expect(
      lines == [
        ["server = http://127.0.0.1:8080", "usual"],
        ["password_file = ?[2J", "FRONTDESK_PASSWORD_FILE"], ["tls.certificate =", "not set"],
        ["database_password = (not shown)", "FRONTDESK_DATABASE_PASSWORD"],
        ["database = mysql://u:(not shown)@db/spa", "FRONTDESK_DATABASE"],
      ])
  }

  @Test func onlySomeAreAsIfNothingElseWereGiven() {
    let settings = GivenSettings(
      of: Self.keys, environment: ["FRONTDESK_SERVER": "a", "FRONTDESK_DATABASE": "b"]
    ).only(["server"])
    #expect(settings["server"]?.text == "a" && settings["database"] == nil)
  }

  private enum Colour: String, CaseIterable { case red, green }

  @Test func whatIsMoreThanATextIsReadWithItsSourceInEverySentence() throws {
    func given(_ text: String) -> GivenSettings {
      GivenSettings(of: Self.keys, flags: ["tls.certificate": [text]])
    }
    #expect(try given("5").number("tls.certificate", in: 1...9) == 5)
    #expect(try given("No").yesOrNo("tls.certificate") == false)
    #expect(try given("Green").choice("tls.certificate", of: Colour.self) == .green)
    let nothing = GivenSettings(of: Self.keys)
    #expect(try nothing.number("tls.certificate", in: 1...9) == nil)
    #expect(try nothing.yesOrNo("tls.certificate") == nil)
    for wrong in [
      #expect(throws: SettingsProblem.self) {
        try given("\u{1B}10").number("tls.certificate", in: 1...9)
      },
      #expect(throws: SettingsProblem.self) { try given("\u{1B}").yesOrNo("tls.certificate") },
      #expect(throws: SettingsProblem.self) {
        try given("\u{1B}blue").choice("tls.certificate", of: Colour.self)
      },
    ] {
      let sentence = try #require(wrong).sentence
      #expect(sentence.hasPrefix("--tls-certificate: ") && sentence.contains("tls.certificate"))
      #expect(sentence.contains("?") && !sentence.contains("\u{1B}"))
    }
  }

  @Test func aFileThatIsNotThereIsNoneAndADirectoryIsAMistake() throws {
    #expect(try SettingsFile(at: "/nowhere/at/all.toml", of: Self.keys) == nil)
    #expect(throws: SettingsProblem.self) { try SettingsFile(at: "/etc", of: Self.keys) }
    #expect(throws: SettingsProblem.self) { try SmallFile.text(at: "/dev/zero") }
    #expect(throws: SettingsProblem.self) { try SmallFile.firstLine(of: "/dev/null", as: "x") }
  }
}
