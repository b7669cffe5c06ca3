import ArgumentParser
import BookingClient
import CursesTerminal
import Glibc
import LinePromise
import Screen

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Says what terminal, server and session can do, and what mends what they cannot.",
    discussion: "The exit code is 0 where the console would work, 1 where it would not.")

  @OptionGroup var place: ServerOptions

  @Option(help: ArgumentHelp("A theme by its name, or its file.", valueName: "name"))
  var theme: String?

  @Option(help: "How many colours to use.")
  var color: TerminalOptions.ColorChoice?

  func run() async throws {
    let configuration: Configuration
    do {
      configuration = try Configuration(flags: place, theme: theme, color: color)
    } catch {
      tell(.wrong("settings", error.sentence))
      throw NotWell()
    }
    var isWell = true
    func look(_ findings: [Finding]) {
      for finding in findings {
        tell(finding)
        isWell = isWell && finding.grade != .wrong
      }
    }
    look([.fine("settings", settings)])
    look(await TerminalCheck.findings(configuration))
    look(themeFindings(configuration))
    look(await ServerCheck(configuration).findings())
    guard isWell else { throw NotWell() }
  }

  private func tell(_ finding: Finding) { for line in finding.lines { print(line) } }

  private var settings: String {
    if let file = place.config { return "from \(file), the environment and flags" }
    guard let home = Environment().configurationHome else {
      return "from the environment and flags"
    }
    let usual = home + "/frontdesk/config.toml"
    return access(usual, R_OK) == 0
      ? "from \(usual), the environment and flags"
      : "from the environment and flags; \(usual) could keep them"
  }

  private func themeFindings(_ configuration: Configuration) -> [Finding] {
    let themes = ThemeLibrary(directories: configuration.themeDirectories)
    do {
      let theme = try themes.load(configuration.theme).theme
      return [.fine("theme", "\(theme.name); there are \(themes.names.count)")]
    } catch {
      return [.wrong("theme", "\(error)", "theme = \"default\"")]
    }
  }
}

/// Something would not work; it has been said what.
struct NotWell: Error {}

/// The terminal, as the console would find it.
enum TerminalCheck {
  @MainActor
  static func findings(_ configuration: Configuration) -> [Finding] {
    guard isatty(0) == 1, isatty(1) == 1 else {
      return [.note("terminal", "this is a pipe or a file, not a terminal; the day can be printed")]
    }
    let survey: TerminalSurvey
    do {
      survey = try CursesTerminal.survey(configuration.terminal)
    } catch {
      return [.wrong("terminal", "\(error)")]
    }
    var findings: [Finding] = []
    let size = "\(survey.size.columns)×\(survey.size.rows)"
    let name = configuration.terminal.type ?? ""
    findings.append(
      survey.notice.map { .note("terminal", $0, "set TERM to one that this machine knows") }
        ?? .fine("terminal", "\(name), \(size)"))
    if survey.size.columns < 80 || survey.size.rows < 24 {
      findings.append(
        .note("size", "\(size); therapists are shown page by page", "80×24 shows the day whole"))
    }
    findings.append(colors(survey.capabilities.colors, configuration))
    findings.append(
      survey.capabilities.isUnicode
        ? .fine("letters", "UTF-8")
        : .note(
          "letters", "ASCII: names lose their accents",
          "LANG=C.UTF-8; over ssh, SendEnv LANG on this side"))
    return findings
  }

  private static func colors(
    _ depth: TerminalCapabilities.ColorDepth, _ configuration: Configuration
  ) -> Finding {
    switch depth {
    case .direct: .fine("colours", "all of them")
    case .indexed256: .fine("colours", "256")
    case .ansi16: .note("colours", "16", "color = \"256\", if the terminal has them")
    case .ansi8: .note("colours", "8", "color = \"256\", if the terminal has them")
    case .mono where configuration.terminal.noColor && configuration.terminal.color == .auto:
      .note("colours", "none, since NO_COLOR is set", "color = \"always\"")
    case .mono: .note("colours", "none; every status has its letter", "color = \"256\"")
    }
  }
}
