import ArgumentParser
import Console

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Prints all keys and commands as Markdown.")

  func run() { print(KeyList.markdown(), terminator: "") }
}
