import ArgumentParser
import BookingClient

/// What every program on the desk's side needs: where the server is, and who asks.
package struct ServerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The booking server; with several on one database, once for each.", valueName: "url"))
  package var server: [String] = []

  @Option(
    help: "How to reach it: auto, or where a proxy carries no WebSocket, polling.")
  package var transport: TransportChoice?

  @Option(help: ArgumentHelp("The e-mail address to log in with.", valueName: "email"))
  package var user: String?

  @Option(
    help: ArgumentHelp("A file whose first line is the password.", valueName: "file"))
  package var passwordFile: String?

  @Option(
    help: ArgumentHelp(
      "Certificates to trust instead of the system's.", valueName: "file"))
  package var caFile: String?

  @Option(help: ArgumentHelp("Another configuration file.", valueName: "file"))
  package var config: String?

  package init() {}

  /// By the settings' names.
  package var given: [String: [String]] {
    [
      "server": server, "transport": [transport?.rawValue].compactMap(\.self),
      "user": [user].compactMap(\.self), "password_file": [passwordFile].compactMap(\.self),
      "ca_file": [caFile].compactMap(\.self),
    ]
  }
}

extension TransportChoice: ExpressibleByArgument {}
