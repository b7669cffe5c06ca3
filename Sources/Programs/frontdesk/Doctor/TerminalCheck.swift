import CursesTerminal
import Glibc
import Screen

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
