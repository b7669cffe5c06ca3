import ArgumentParser
import DeskSettings
import Glibc
import ProgramStart
import Screen
import Settings

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Says what terminal, server and session can do, and what mends what they cannot.",
    discussion: "The exit code is 0 where the console would work, 1 where it would not.")

  @OptionGroup var place: ServerOptions

  @OptionGroup var look: LookOptions

  func run() async throws {
    let configuration: Configuration
    do {
      configuration = try Configuration(flags: place, look: look)
    } catch {
      for sentence in error.sentence.split(separator: "\n") {
        tell(.wrong("settings", String(sentence)))
      }
      throw Self.notWell
    }
    var isWell = true
    func report(_ findings: [Finding]) {
      for finding in findings {
        tell(finding)
        isWell = isWell && finding.grade != .wrong
      }
    }
    report([.fine("settings", settings)] + secrets(configuration))
    report(await TerminalCheck.findings(configuration))
    report(themeFindings(configuration))
    report(await ServerCheck(configuration).findings())
    guard isWell else {
      print(Self.chapter)
      throw Self.notWell
    }
  }

  private static let chapter =
    "What the server's side needs stands in README's chapter \"Operation\", or is said by "
    + "`frontdesk-server check` there."

  /// Something would not work; it has been said what.
  private static let notWell = Program.Failure("the console would not work like this.", .refused)

  private func tell(_ finding: Finding) { for line in finding.lines { print(line) } }

  private var settings: String {
    if let file = place.config { return "from \(file), the environment and flags" }
    guard let usual = DeskSettings.usualFile(Environment()) else {
      return "from the environment and flags"
    }
    return access(usual, R_OK) == 0
      ? "from \(usual), the environment and flags"
      : "from the environment and flags; \(usual) could keep them"
  }

  private func secrets(_ configuration: Configuration) -> [Finding] {
    guard let file = configuration.desk.given["password_file"]?.text else { return [] }
    var status = stat()
    guard stat(file, &status) == 0, status.st_mode & 0o004 != 0 else { return [] }
    return [.note("password", "everybody may read the password in \(file)", "chmod 600 \(file)")]
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
