import Console
import CursesTerminal
import DeskSettings
import LinePromise
import ProgramStart
import Settings

/// Where the program's settings come from, once: flags, then the environment, then the file, then
/// the defaults. Nothing else reads the environment.
struct Configuration {
  let desk: DeskSettings
  let theme: String
  let keymap: Keymap
  let wording: Wording
  let terminal: TerminalOptions
  /// Where themes are looked for, nearest first.
  let themeDirectories: [String]

  /// - Throws: `SettingsProblem` for a file that cannot be read or is wrong, or a value that is none.
  init(flags: ServerOptions, look: LookOptions? = nil) throws(SettingsProblem) {
    let environment = Environment()
    var problems = SettingsProblems()
    desk = try DeskSettings(
      file: flags.config, environment: environment,
      flags: flags.given.merging(look?.given ?? [:]) { $1 }, noting: &problems)
    let given = desk.given
    theme = given["theme"]?.text ?? "default"
    keymap = problems.reading(.usual) { () throws(SettingsProblem) in try Self.keymap(given) }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
    let spoken = Wording.Language(locale: locale.first { !$0.isEmpty })
    wording = Wording(
      problems.reading(spoken) { () throws(SettingsProblem) in try given.choice("language") },
      clock: problems.reading(.to24) { () throws(SettingsProblem) in try given.choice("clock") })
    themeDirectories = environment.themeDirectories
    let color = problems.reading(TerminalOptions.ColorChoice.auto) { () throws(SettingsProblem) in
      try given.choice("color")
    }
    let namesWindow = problems.reading(true) { () throws(SettingsProblem) in
      try given.yesOrNo("title")
    }
    terminal = TerminalOptions(
      type: environment["TERM"],
      locale: environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"],
      color: color,
      noColor: environment["NO_COLOR"] != nil,
      colorTerm: environment["COLORTERM"],
      namesWindow: namesWindow)
    try problems.refuse()
  }

  private static func keymap(_ given: GivenSettings) throws(SettingsProblem) -> Keymap {
    let lines = given.section("keys").map {
      KeyChoice.Line(
        $0.name.replacing("_", with: "-"), keys: $0.given.texts, place: "\($0.given.source)")
    }
    do throws(KeyChoice.Problem) {
      return try Keymap(lines)
    } catch {
      throw SettingsProblem(error.sentence)
    }
  }

  func line() throws(SettingsProblem) -> any BookingLine {
    try desk.client(device: KeptMark(desk, Environment()).device)
  }

  /// For a command that cannot ask who sits there. A password file that is not there is said while
  /// a kept session would do without it, too.
  func mustLogIn() throws {
    guard desk.canLogIn else {
      throw Program.Failure("who asks? Give --user and --password-file.")
    }
    _ = try desk.password()
  }
}

extension Program.Failure {
  /// A server that is away may be back soon; a wrong password stays wrong.
  init(_ failure: LoginFailure) {
    self.init(failure.sentence, failure.code == .unreachable ? .tryAgainLater : .mistake)
  }
}
