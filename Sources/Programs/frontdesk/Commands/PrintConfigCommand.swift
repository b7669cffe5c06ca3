import ArgumentParser
import DeskSettings
import Screen
import Settings

struct PrintConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print-config",
    abstract: "Prints every setting as it holds, and where it came from.")

  @OptionGroup var place: ServerOptions
  @OptionGroup var look: LookOptions

  func run() throws {
    for (name, value, source) in try Configuration(flags: place, look: look).desk.given.table {
      // A value is the person's own, and still may not act on a terminal.
      let line = DisplayText("\(name) = \(value)").text
      print(line + String(repeating: " ", count: max(1, 48 - line.count)) + "# \(source)")
    }
  }
}
