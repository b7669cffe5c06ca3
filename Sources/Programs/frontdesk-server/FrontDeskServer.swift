import ArgumentParser
import BookingServer
import BookingStore
import ProgramStart
import SpaSetup

/// The program: `frontdesk-server serve` and what belongs to running one.
@main
struct FrontDeskServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frontdesk-server",
    abstract: "The booking server of a spa: HTTP, WebSocket and the event log behind them.",
    version: "frontdesk-server \(Program.version)",
    subcommands: [
      ServeCommand.self, SetupCommand.self, DemoCommand.self, MigrateCommand.self,
      UserCommand.self, ImportCommand.self,
      SessionCommand.self, BackupCommand.self, RestoreCommand.self, ProtocolCommand.self,
      EditCommand.self, CheckCommand.self, PrintConfigCommand<SettingOptions>.self,
    ])

  static func main() async {
    await Program.run(Self.self) { error in
      switch error {
      case let error as OperatingError:
        Program.Failure(error.sentence, error.isOfSettings ? .wrongSettings : .mistake)
      case let error as Complaint: Program.Failure(error.sentence)
      case let error as StoreFailure:
        Program.Failure(
          error.sentence,
          error.code == .unusable || error.code == .refused ? .mistake : .tryAgainLater)
      case let error as NotImported: Program.Failure(error.sentence, code: 1)
      case let error as ExitCode where !error.isSuccess:
        Program.Failure("ended with code \(error.rawValue).")
      default: nil
      }
    }
  }
}
