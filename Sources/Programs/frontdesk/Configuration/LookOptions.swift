import ArgumentParser
import BookingDomain
import CursesTerminal
import DeskLanguage
import DeskSettings
import ProgramStart
import Settings

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
      "The day: \(DayWord.advice).", valueName: "day"),
    transform: { text in
      guard let day = DayWord(text) else { throw ValidationError(DayWord.problem(text)) }
      return day
    })
  var date: DayWord = .today
}

extension TerminalOptions.ColorChoice: ExpressibleByArgument {}

/// All of the program's settings, as `print-config` tells them.
struct DeskOptions: SettingsOptions {
  @OptionGroup var place: ServerOptions
  @OptionGroup var look: LookOptions

  func given() throws(SettingsProblem) -> GivenSettings {
    try Configuration(flags: place, look: look).desk.given
  }
}
