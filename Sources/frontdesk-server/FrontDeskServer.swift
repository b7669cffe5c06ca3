import ArgumentParser
import BookingServer
import BookingStore
import Foundation

/// The program: `frontdesk-server serve` and what belongs to running one.
@main
struct FrontDeskServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frontdesk-server",
    abstract: "The booking server of a spa: HTTP, WebSocket and the event log behind them.",
    version: "0.1.0",
    subcommands: [ServeCommand.self, DemoCommand.self, MigrateCommand.self])

  /// What an operator did wrong, or finds wrong, ends with this code and one sentence.
  private static let operatingError: Int32 = 2

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var running = command as? any AsyncParsableCommand {
        try await running.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  private static func end(with error: any Error) -> Never {
    if exitCode(for: error) == .success {
      print(fullMessage(for: error))
      Foundation.exit(0)
    }
    FileHandle.standardError.write(Data("frontdesk-server: \(sentence(for: error))\n".utf8))
    Foundation.exit(operatingError)
  }

  private static func sentence(for error: any Error) -> String {
    switch error {
    case let error as OperatingError: error.sentence
    case let error as StoreFailure: error.sentence
    case let error as ExitCode: "ended with code \(error.rawValue)."
    default: message(for: error)
    }
  }
}
