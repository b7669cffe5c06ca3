import ArgumentParser
import Console

struct ConsoleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "console", abstract: "Opens the console (what happens without a subcommand).")

  @OptionGroup var options: ConsoleOptions

  func run() async throws { try await options.openConsole(view: nil) }
}

struct WallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wall",
    abstract: "Opens the manager's board for a wall screen: big, without keys, turns its pages.",
    discussion: "For example: frontdesk wall --user … --password-file …")

  @OptionGroup var options: ConsoleOptions

  func run() async throws { try await options.openConsole(view: .wall) }
}
