import ArgumentParser
import BookingClient
import BookingDomain
import Console
import DeskLanguage
import LinePromise

struct DayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "day", abstract: "Prints a day: for a pipe, a printer, a spreadsheet, a calendar.",
    discussion: """
      For example: frontdesk day --print --date tomorrow --user … --password-file … | lp
      and: frontdesk day --format ical --therapist Mai … > mai.ics
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case csv
    case json
    case ical
  }

  @OptionGroup var place: ServerOptions
  @OptionGroup var day: DayOption

  @Option(help: ArgumentHelp("Only this therapist, by a part of the name.", valueName: "name"))
  var therapist: String?

  @Flag(help: "As pages for paper, a sheet a therapist, 80 columns wide.")
  var print = false

  @Option(help: "As what: text, csv, json, or ical for a calendar.")
  var format = Format.text

  @Option(
    help: "Of what --format csv is a table: bookings, blocks, or waiting for the waiting list.")
  var of = DayReport.Table.bookings

  func validate() throws {
    if print, format != .text {
      throw ValidationError("--print is for paper; it goes with no other --format.")
    }
    if of != .bookings, format != .csv {
      throw ValidationError("--of chooses a table of --format csv; the others hold everything.")
    }
  }

  func run() async throws {
    let configuration = try Configuration(flags: place)
    try configuration.mustLogIn()
    let fetched = try await FetchedDay(configuration, day: day.date, therapist: therapist)
    Swift.print(text(of: fetched), terminator: "")
  }

  private func text(of fetched: FetchedDay) -> String {
    switch format {
    case .text: print ? fetched.sheets : fetched.text
    case .csv: fetched.report.csv(of: of)
    case .json: fetched.report.json()
    case .ical: fetched.report.calendar(stamp: fetched.now)
    }
  }
}

extension DayReport.Table: ExpressibleByArgument {}
