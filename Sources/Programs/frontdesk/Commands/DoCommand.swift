import ArgumentParser
import BookingClient
import Console
import DeskLanguage
import DeskSettings
import LinePromise
import ProgramStart
import Screen
import Settings

struct DoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "do",
    abstract: "Gives orders from a script, in the words of the console's command line.",
    discussion: """
      Each argument is an order; they are given in turn until one is not done. "search NAME" says \
      which booking the following are about. For example:

        frontdesk do "search zora" confirm
        frontdesk do --date tomorrow "book 7714 sw60 anna 14:30" "notes comes with a child"

      The exit code is 0 when all is done, 1 when an order was refused, 2 when one was not \
      understood or the server could not be asked.
      """)

  @OptionGroup var place: ServerOptions
  @OptionGroup var day: DayOption

  @Flag(help: "Says what would be done, and does nothing.")
  var dryRun = false

  @Argument(help: ArgumentHelp("The orders.", valueName: "order"))
  var orders: [String]

  func run() async throws {
    let configuration = try Configuration(flags: place)
    try configuration.mustLogIn()
    let line = try configuration.line()
    do {
      let person = try await line.login(
        email: configuration.desk.user, password: try configuration.desk.password() ?? "")
      let clock = SteadyClock()
      let answers = await OrderRun.give(
        orders, day: day.date, isDryRun: dryRun, on: line, as: person, clock: { clock.now })
      await line.close()
      try report(answers)
    } catch let failure as LoginFailure {
      await line.close()
      throw Program.Failure(failure)
    }
  }

  private func report(_ answers: [OrderRun.Answer]) throws {
    for answer in answers {
      switch answer {
      case .done(let lines):
        for line in lines.split(separator: "\n") { print(DisplayText(String(line)).text) }
      case .refused(let sentence): throw Program.Failure(harmless(sentence, answers), .refused)
      case .wrong(let sentence): throw Program.Failure(harmless(sentence, answers))
      }
    }
  }

  /// Names are the guests' own: nothing in them may act on a terminal.
  private func harmless(_ sentence: String, _ answers: [OrderRun.Answer]) -> String {
    DisplayText(sentence).text + unanswered(answers)
  }

  private func unanswered(_ answers: [OrderRun.Answer]) -> String {
    let rest = orders.count - answers.count
    return rest > 0 ? " Not given any more: \(rest)." : ""
  }
}
