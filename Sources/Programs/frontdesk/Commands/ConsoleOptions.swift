import ArgumentParser
import BookingClient
import BookingDomain
import Console
import CursesTerminal
import DeskLanguage
import DeskSettings
import Glibc
import LinePromise
import ProgramStart
import Screen
import Settings

/// What opens the console, whichever view it begins with.
struct ConsoleOptions: ParsableArguments {
  @OptionGroup var place: ServerOptions
  @OptionGroup var day: DayOption

  @OptionGroup var look: LookOptions

  @Option(
    help: ArgumentHelp("A file to add a log to; nothing is logged without.", valueName: "file"))
  var log: String?

  @Flag(
    help:
      "Lines instead of a screen, for screen readers: what is typed is a key, a number or an order."
  )
  var plain = false

  func openConsole(view: DayView?) async throws {
    let configuration = try Configuration(flags: place, look: look)
    // Everything that can be wrong is said before the terminal is taken over.
    let themes = ThemeLibrary(directories: configuration.themeDirectories)
    let look = try Self.load(configuration.theme, from: themes)
    _ = try configuration.desk.password()
    if plain { return try await Self.openInLines(configuration, look, themes, day.date, view) }
    guard isatty(0) == 1, isatty(1) == 1 else {
      return try await printInstead(configuration)
    }
    let log = try log.map { path throws(Program.Failure) in try LogFile(path) }
    try await Self.openConsole(configuration, look, themes, day.date, view, log)
  }

  @MainActor
  private static func openConsole(
    _ configuration: Configuration, _ look: LoadedTheme, _ themes: ThemeLibrary, _ day: DayWord,
    _ view: DayView?, _ log: LogFile?
  ) async throws {
    let line = try configuration.line()
    let clock = SteadyClock()
    let terminal: CursesTerminal
    do {
      terminal = try CursesTerminal(configuration.terminal)
    } catch let problem as TerminalProblem {
      throw Program.Failure("\(problem)")
    }
    let kept = KeptView(configuration.desk, Environment())
    let printing = PrintCommand(words: configuration.desk.printCommand)
    let model = model(
      configuration, look, themes, day: day, view: view, size: terminal.size, now: clock.now)
    let loop = ConsoleLoop(
      model: model, look: look,
      dependencies: ConsoleLoop.Dependencies(
        terminal: terminal, line: line, clock: { clock.now },
        loadTheme: { name throws(ConsoleProblem) in
          do throws(Program.Failure) {
            return try load(name, from: themes)
          } catch {
            throw ConsoleProblem(error.sentence)
          }
        },
        password: { () throws(ConsoleProblem) in try Self.password(configuration) },
        greeting: terminal.notice, frameBytes: { terminal.lastFrameBytes },
        views: ConsoleLoop.KeptViews(
          recall: { kept.view(of: $0) }, keep: { kept.keep($0, of: $1) }),
        arrivals: TerminalCall(configuration.desk.arrivals),
        print: { try await printing.print($0) },
        log: log.map { log in { log.write($0) } }))
    await loop.run()
    terminal.restore()
    await line.close()
  }

  @MainActor
  private static func openInLines(
    _ configuration: Configuration, _ look: LoadedTheme, _ themes: ThemeLibrary, _ day: DayWord,
    _ view: DayView?
  ) async throws {
    let line = try configuration.line()
    let clock = SteadyClock()
    let printing = PrintCommand(words: configuration.desk.printCommand)
    // A list is heard in the order in which it matters.
    let model = model(
      configuration, look, themes, day: day, view: view ?? .agenda,
      size: Size(columns: 120, rows: 36), now: clock.now)
    let loop = PlainLoop(
      model: model, theme: look.theme,
      dependencies: PlainLoop.Dependencies(
        line: line, clock: { clock.now }, typed: TypedLines.stream(), say: TypedLines.say,
        show: TypedLines.show,
        password: { () throws(ConsoleProblem) in try Self.password(configuration) },
        print: { try await printing.print($0) }))
    await loop.run()
    await line.close()
  }

  private static func model(
    _ configuration: Configuration, _ look: LoadedTheme, _ themes: ThemeLibrary, day: DayWord,
    view: DayView?, size: Size, now: Timestamp
  ) -> Model {
    Model(
      setup: Model.Setup(
        server: configuration.desk.servers.joined(separator: ", "), email: configuration.desk.user,
        hasPassword: configuration.desk.canLogIn,
        printer: configuration.desk.printCommand.first ?? "",
        weekBegins: Weekday(configuration.desk.weekBegins),
        keys: configuration.keymap.choice, wording: configuration.wording),
      day: day, view: view, size: size, now: now,
      theme: Model.ThemeChoice(name: look.theme.name, available: themes.names))
  }

  private static func password(_ configuration: Configuration) throws(ConsoleProblem) -> String {
    do throws(SettingsProblem) {
      return try configuration.desk.password() ?? ""
    } catch {
      throw ConsoleProblem(error.sentence)
    }
  }

  private static func load(_ name: String, from themes: ThemeLibrary)
    throws(Program.Failure) -> LoadedTheme
  {
    do {
      return try themes.load(name)
    } catch {
      throw Program.Failure("The theme cannot be used. \(error)")
    }
  }

  /// Without a terminal the day is printed, and why it is only that.
  private func printInstead(_ configuration: Configuration) async throws {
    guard configuration.desk.canLogIn else {
      throw Program.Failure(
        "this is not a terminal, so the day would be printed as text; "
          + "that needs --user and --password-file.")
    }
    Program.complain("this is not a terminal, so here is the day as text.", as: "frontdesk")
    let report = try await FetchedDay(configuration, day: day.date, therapist: nil)
    print(report.text, terminator: "")
  }
}

extension TerminalCall {
  fileprivate init?(_ arrivals: DeskSettings.Arrivals) {
    switch arrivals {
    case .quiet: return nil
    case .bell: self = .bell
    case .notify: self = .words("FrontDesk: a guest has arrived.")
    }
  }
}

extension Weekday {
  fileprivate init(_ begin: DeskSettings.WeekBegin) {
    self =
      switch begin {
      case .monday: .monday
      case .saturday: .saturday
      case .sunday: .sunday
      }
  }
}
