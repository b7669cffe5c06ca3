import ArgumentParser
import Console
import DeskSettings

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Prints all keys and commands as Markdown, as they are set.")

  @Flag(help: "As sections of the manual page, with lines and days that are understood.")
  var manual = false

  @OptionGroup var place: ServerOptions

  func run() throws {
    let keymap = try Configuration(flags: place).keymap
    print(manual ? KeyList.manual(keymap) : KeyList.markdown(keymap), terminator: "")
  }
}
