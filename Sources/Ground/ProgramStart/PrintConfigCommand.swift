import ArgumentParser
import Settings

/// Options that, with file and environment, say what is set.
package protocol SettingsOptions: ParsableArguments {
  func given() throws(SettingsProblem) -> GivenSettings
}

/// `print-config` of a program that takes `Options`.
package struct PrintConfigCommand<Options: SettingsOptions>: ParsableCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "print-config",
      abstract: "Print every setting as it holds, and where it came from.")
  }

  @OptionGroup private var options: Options

  package init() {}

  package func run() throws { try options.given().checked().lines.forEach { print($0) } }
}
