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
    desk = try DeskSettings(
      file: flags.config, environment: environment,
      flags: flags.given.merging(look?.given ?? [:]) { $1 })
    theme = desk.given["theme"]?.text ?? "default"
    keymap = try Self.keymap(desk.given)
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
    wording = Wording(
      try desk.given.choice("language") ?? Wording.Language(locale: locale.first { !$0.isEmpty }),
      clock: try desk.given.choice("clock") ?? .to24)
    themeDirectories = environment.themeDirectories
    terminal = TerminalOptions(
      type: environment["TERM"],
      locale: environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"],
      color: try desk.given.choice("color") ?? .auto,
      noColor: environment["NO_COLOR"] != nil,
      colorTerm: environment["COLORTERM"],
      namesWindow: try desk.given.yesOrNo("title") ?? true)
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
