import ArgumentParser
import ProgramStart

/// The front desk in a terminal.
@main
struct FrontDesk: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frontdesk",
    abstract: "The front desk of a spa in a terminal.",
    discussion: """
      Without a subcommand it opens the console: the therapists' day, live, changed by single \
      keys. ? in the console lists them; frontdesk console --help lists the options.

      Options can also be set in $XDG_CONFIG_HOME/frontdesk/config.toml (server, \
      transport, user, password-file, theme, color, ca-file) and in the environment \
      (FRONTDESK_SERVER, FRONTDESK_USER and so on). Several servers on one database are \
      --server A --server B, server = ["A", "B"] or FRONTDESK_SERVER="A B": the line goes on at \
      the next where one is away. A flag wins over the environment, the environment over the file.
      """,
    version: "frontdesk \(Program.version)",
    subcommands: [
      ConsoleCommand.self, WallCommand.self, DayCommand.self, DoCommand.self, DoctorCommand.self,
      KeysCommand.self,
    ],
    defaultSubcommand: ConsoleCommand.self)

  /// Every failure ends with a sentence on stderr and exit code 2; an order that was refused with 1.
  static func main() async {
    await Program.run(Self.self) { error in
      switch error {
      case let refused as Refused: Program.Failure(refused.sentence, code: 1)
      case let problem as Problem: Program.Failure(problem.sentence)
      case is NotWell: Program.Failure("the console would not work like this.", code: 1)
      default: nil
      }
    }
  }
}

/// Why the program cannot go on, as a sentence that says what to do.
struct Problem: Error {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}
