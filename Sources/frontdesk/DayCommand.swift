import ArgumentParser
import BookingClient
import BookingDomain
import Console

struct DayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "day", abstract: "Prints a day as text, for a pipe or a printer.",
    discussion: "For example: frontdesk day --date tomorrow --user … --password-file … | lp")

  @OptionGroup var place: ServerOptions
  @OptionGroup var day: DayOption

  @Option(help: ArgumentHelp("Only this therapist, by a part of the name.", valueName: "name"))
  var therapist: String?

  @Flag(help: "As JSON.")
  var json = false

  @Flag(help: "As CSV, with a header.")
  var csv = false

  func validate() throws {
    if json, csv { throw ValidationError("Choose one: --json or --csv.") }
  }

  func run() async throws {
    let configuration = try Configuration(flags: place)
    guard configuration.canLogIn else {
      throw Problem("who asks? Give --user and --password-file.")
    }
    let fetched = try await FetchedDay(configuration, day: day.date, therapist: therapist)
    let text = json ? fetched.report.json() : csv ? fetched.report.csv() : fetched.text
    print(text, terminator: "")
  }
}
