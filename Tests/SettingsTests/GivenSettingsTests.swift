import Settings
import Testing

@Suite struct GivenSettingsTests {
  private static let keys = [
    SettingKey("server", .list, usual: "http://127.0.0.1:8080"), SettingKey("password_file"),
    SettingKey("tls.certificate"), SettingKey("database_password", .secret),
  ]

  private func file(_ text: String) throws(SettingsProblem) -> SettingsFile {
    try SettingsFile(text, path: "desk.toml", of: Self.keys)
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

  @Test func theTableSaysWhereEachValueCameFromAndNoSecret() {
    let settings = GivenSettings(
      of: Self.keys, environment: ["FRONTDESK_DATABASE_PASSWORD": "hush"])
    let table = settings.table.map { "\($0.name)|\($0.value)|\($0.source)" }
    #expect(
      table == [
        "server|http://127.0.0.1:8080|usual", "password_file||not set", "tls.certificate||not set",
        "database_password|(not shown)|FRONTDESK_DATABASE_PASSWORD",
      ])
  }

  @Test func aFileThatIsNotThereIsNoneAndADirectoryIsAMistake() throws {
    #expect(try SettingsFile(at: "/nowhere/at/all.toml", of: Self.keys) == nil)
    #expect(throws: SettingsProblem.self) { try SettingsFile(at: "/etc", of: Self.keys) }
    #expect(throws: SettingsProblem.self) { try SmallFile.text(at: "/dev/zero") }
    #expect(throws: SettingsProblem.self) { try SmallFile.firstLine(of: "/dev/null", as: "x") }
  }
}
