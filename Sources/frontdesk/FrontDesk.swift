import ArgumentParser
import Glibc

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
    version: "frontdesk 0.1.0",
    subcommands: [
      ConsoleCommand.self, WallCommand.self, DayCommand.self, DoCommand.self, KeysCommand.self,
    ],
    defaultSubcommand: ConsoleCommand.self)

  /// Every failure ends with a sentence on stderr and exit code 2; an order that was refused with 1.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let refused as Refused {
      Complaint.say(refused.sentence)
      Glibc.exit(1)
    } catch let problem as Problem {
      Complaint.say(problem.sentence)
      Glibc.exit(2)
    } catch  where exitCode(for: error).isSuccess {
      print(fullMessage(for: error))
    } catch {
      let message = fullMessage(for: error)
      Complaint.say(message.hasPrefix("Error: ") ? String(message.dropFirst(7)) : message)
      Glibc.exit(2)
    }
  }
}

/// Why the program cannot go on, as a sentence that says what to do.
struct Problem: Error {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}
