import ArgumentParser
import BookingClient
import BookingDomain
import Console
import CursesTerminal
import DeskLanguage

/// What every way to use the program needs: where the server is, and who asks.
struct ServerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The booking server; with several on one database, once for each.", valueName: "url"))
  var server: [String] = []

  @Option(
    help: "How to reach it: auto, or where a proxy carries no WebSocket, polling.")
  var transport: TransportChoice?

  @Option(help: ArgumentHelp("The e-mail address to log in with.", valueName: "email"))
  var user: String?

  @Option(
    help: ArgumentHelp("A file whose first line is the password.", valueName: "file"))
  var passwordFile: String?

  @Option(
    help: ArgumentHelp(
      "Certificates to trust instead of the system's.", valueName: "file"))
  var caFile: String?

  @Option(help: ArgumentHelp("Another configuration file.", valueName: "file"))
  var config: String?

  /// By the settings' names.
  var given: [String: [String]] {
    [
      "server": server, "transport": [transport?.rawValue].compactMap(\.self),
      "user": [user].compactMap(\.self), "password_file": [passwordFile].compactMap(\.self),
      "ca_file": [caFile].compactMap(\.self),
    ]
  }
}

/// How the console looks.
struct LookOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A theme by its name, or its file.", valueName: "name"))
  var theme: String?

  @Option(help: "How many colours to use.")
  var color: TerminalOptions.ColorChoice?

  /// By the settings' names.
  var given: [String: [String]] {
    [
      "theme": [theme].compactMap(\.self), "color": [color?.rawValue].compactMap(\.self),
    ]
  }
}

struct DayOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day: YYYY-MM-DD, today, tomorrow, yesterday, +N or -N.", valueName: "day"),
    transform: { text in
      guard let day = DayWord(text) else { throw ValidationError(DayWord.problem(text)) }
      return day
    })
  var date: DayWord = .today
}

extension TransportChoice: ExpressibleByArgument {}
extension TerminalOptions.ColorChoice: ExpressibleByArgument {}
