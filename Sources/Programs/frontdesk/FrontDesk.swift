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
      transport, user, password_file, ca_file, theme, color, print, arrivals, week_begins, clock, \
      language, title, and keys under [keys]) and in the environment \
      (FRONTDESK_SERVER, FRONTDESK_USER and so on). Several servers on one database are \
      --server A --server B, server = ["A", "B"] or FRONTDESK_SERVER="A B": the line goes on at \
      the next where one is away. A flag wins over the environment, the environment over the file; \
      frontdesk print-config says what holds and where it came from.

      The exit code is 0 where all went well, 1 for a no to what was asked, 2 for a mistake, 75 where \
      the server is away, 78 where a setting is wrong.
      """,
    version: "frontdesk \(Program.version)",
    subcommands: [
      ConsoleCommand.self, WallCommand.self, DayCommand.self, DoCommand.self, DoctorCommand.self,
      PrintConfigCommand<DeskOptions>.self, KeysCommand.self,
    ],
    defaultSubcommand: ConsoleCommand.self)

  /// Every failure ends with a sentence on stderr and a code.
  static func main() async { await Program.run(Self.self) }
}
