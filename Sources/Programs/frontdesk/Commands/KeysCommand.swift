import ArgumentParser
import Console
import DeskSettings

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Prints all keys and commands as Markdown, as they are set.")

  @OptionGroup var place: ServerOptions

  func run() throws {
    print(KeyList.markdown(try Configuration(flags: place).keymap), terminator: "")
  }
}
