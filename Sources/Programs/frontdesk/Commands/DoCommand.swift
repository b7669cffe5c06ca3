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

        frontdesk do "search 7919" start
        frontdesk do --date tomorrow "book \(Verb.book.examples[0])" "notes comes with a child"
        frontdesk do - < orders.txt

      With - they are read from standard input, one a line.

      The session is kept for the next call, in a file that only you can read, until it ends.

      The exit code is 0 when all is done, 1 when an order was refused, 2 when one was not \
      understood, 75 when no server answers.
      """)

  @OptionGroup var place: ServerOptions
  @OptionGroup var day: DayOption

  @Flag(help: "Says what would be done, and does nothing.")
  var dryRun = false

  @Argument(help: ArgumentHelp("The orders, or - for those of standard input.", valueName: "order"))
  var orders: [String]

  func run() async throws {
    let configuration = try Configuration(flags: place)
    try configuration.mustLogIn()
    let orders = try orders == ["-"] ? Self.ordersOfInput() : orders
    do {
      let line = try await ScriptLine.open(configuration.desk)
      let clock = SteadyClock()
      let answers = await OrderRun.give(
        orders, day: day.date, isDryRun: dryRun, on: line, as: line.person, clock: { clock.now })
      await line.close()
      try report(answers, of: orders.count)
    } catch let failure as LoginFailure {
      throw Program.Failure(failure)
    }
  }

  /// A line each; empty ones and those that begin with # say nothing.
  private static func ordersOfInput() throws -> [String] {
    var lines: [String] = []
    while let line = readLine() {
      // A file of Windows may begin with a mark that nobody sees.
      let order = line.trimmingPrefix { $0.isWhitespace || $0 == "\u{FEFF}" }
      if !order.isEmpty, order.first != "#" { lines.append(String(order)) }
    }
    guard !lines.isEmpty else {
      throw Program.Failure("there is no order on standard input; write one a line.")
    }
    return lines
  }

  private func report(_ answers: [OrderRun.Answer], of count: Int) throws {
    let rest = count - answers.count
    for answer in answers {
      switch answer {
      case .done(let lines):
        for line in lines.split(separator: "\n") { print(DisplayText(String(line)).text) }
      case .refused(let sentence): throw Program.Failure(harmless(sentence, rest), .refused)
      case .wrong(let sentence): throw Program.Failure(harmless(sentence, rest))
      case .unanswered(let sentence):
        throw Program.Failure(harmless(sentence, rest), .tryAgainLater)
      }
    }
  }

  /// Names are the guests' own: nothing in them may act on a terminal.
  private func harmless(_ sentence: String, _ rest: Int) -> String {
    DisplayText(sentence).text + (rest > 0 ? " Not given any more: \(rest)." : "")
  }
}
