import ArgumentParser
import BookingClient
import BookingDomain
import Console
import DeskLanguage
import DeskSettings
import LinePromise
import ProgramStart

struct DayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "day", abstract: "Prints a day: for a pipe, a printer, a spreadsheet, a calendar.",
    discussion: """
      For example: frontdesk day --print --date tomorrow --user … --password-file … | lp
      and: frontdesk day --format ical --therapist Mai … > mai.ics
      and: frontdesk day --print --each-therapist sheets …
      and: frontdesk day --takings --format csv … > takings.csv

      JSON holds a "version"; it grows when a name changes its meaning, not when one is new.
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

  @Flag(help: "What the day brought, by ways of payment, instead of its bookings; for managers.")
  var takings = false

  @Flag(help: "The table for spreadsheets: semicolons, and a mark that it is UTF-8.")
  var spreadsheet = false

  @Option(
    help: ArgumentHelp(
      "Instead of printing, a file for each therapist in this directory.", valueName: "directory"))
  var eachTherapist: String?

  func validate() throws {
    if print, format != .text {
      throw ValidationError("--print is for paper; it goes with no other --format.")
    }
    if of != .bookings, format != .csv {
      throw ValidationError("--of chooses a table of --format csv; the others hold everything.")
    }
    if takings, print || therapist != nil || eachTherapist != nil || of != .bookings {
      throw ValidationError("--takings goes with --format text, csv or json alone.")
    }
    if takings, format == .ical {
      throw ValidationError("--takings goes with --format text, csv or json.")
    }
    if spreadsheet, format != .csv {
      throw ValidationError("--spreadsheet is a way to write --format csv.")
    }
    if eachTherapist != nil, therapist != nil {
      throw ValidationError("--each-therapist writes all of them; it goes without --therapist.")
    }
  }

  func run() async throws {
    let configuration = try Configuration(flags: place)
    try configuration.mustLogIn()
    guard !takings else { return try await printTakings(configuration) }
    let fetched = try await FetchedDay(configuration, day: day.date, therapist: therapist)
    guard let eachTherapist else {
      return Swift.print(text(of: fetched.report, fetched), terminator: "")
    }
    for (therapist, report) in fetched.report.byTherapist {
      let words = FoldedText(therapist.name).text.split { !$0.isLetter && !$0.isNumber }
      let name = "\(report.date)-\(words.joined(separator: "-").prefix(60))-\(therapist.id)"
      let path = "\(eachTherapist)/\(name).\(ending)"
      // Guests' names and numbers stand in it.
      guard PrivateFile(path: path).write(Array(text(of: report, fetched).utf8)) else {
        throw Program.Failure("\(path) cannot be written.")
      }
      Swift.print(path)
    }
  }

  private func printTakings(_ configuration: Configuration) async throws {
    let takings = try await FetchedDay.takings(configuration, day: day.date)
    let text =
      switch format {
      case .csv: takings.csv(as: spreadsheet ? .spreadsheet : .standard)
      case .json: takings.json()
      case .text, .ical: takings.text
      }
    Swift.print(text, terminator: "")
  }

  private var ending: String {
    switch format {
    case .text: "txt"
    case .csv: "csv"
    case .json: "json"
    case .ical: "ics"
    }
  }

  private func text(of report: DayReport, _ fetched: FetchedDay) -> String {
    switch format {
    case .text: print ? fetched.sheets(of: report) : fetched.text(of: report)
    case .csv: report.csv(of: of, as: spreadsheet ? .spreadsheet : .standard)
    case .json: report.json()
    case .ical: report.calendar(stamp: fetched.now)
    }
  }
}

extension DayReport.Table: ExpressibleByArgument {}
