import ArgumentParser
import BookingDomain
import BookingServer
import BookingStore
import Foundation
import SpaSetup

/// `frontdesk-server import`: what another system exported.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take over customers, services or coming bookings from a CSV file.",
    discussion: """
      Columns are found by their headings, English or Vietnamese, as other systems write them; \
      --column names one that is not. Commas, semicolons, tabs or bars stand between the values; the \
      text is UTF-8. All lines or none are taken: each that cannot be is reported, and --skip-wrong takes \
      the others. Works while the server runs; boards show bookings as they come.
      """,
    subcommands: [Customers.self, Services.self, Bookings.self])

  /// What is the same for all of them.
  struct Options: ParsableArguments {
    @Argument(help: ArgumentHelp("The file; - is standard input.", valueName: "file.csv"))
    var file: String
    @Flag(help: "Say by line what would be done, and do nothing.")
    var dryRun = false
    @Flag(help: "Take the lines that are right, and report the others.")
    var skipWrong = false
    @Option(
      help: ArgumentHelp(
        "A column by its heading in this file, such as phone=\"Số ĐT\"; may be repeated.",
        valueName: "name=heading"))
    var column: [String] = []
    @Option(
      help: ArgumentHelp(
        "What stands between the values: comma, semicolon or tab, or any sign itself, as in "
          + "--separator '|'. Default: what the first line has most of.", valueName: "sign"))
    var separator: ColumnSeparator?
    @OptionGroup var database: DatabaseOptions

    func text() throws -> DelimitedText {
      let bytes: [UInt8]
      if file == "-" {
        bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
      } else {
        guard let data = FileManager.default.contents(atPath: file) else {
          throw OperatingError("\(file) cannot be read.")
        }
        bytes = Array(data)
      }
      return try DelimitedText(bytes, separator: separator?.sign)
    }

    func given() throws -> [String: String] {
      var given: [String: String] = [:]
      for one in column {
        let parts = one.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else {
          throw OperatingError("--column: write NAME=HEADING, such as phone=\"Số ĐT\".")
        }
        given[String(parts[0])] = String(parts[1])
      }
      return given
    }

    private var way: ImportReport.Way {
      var way = ImportReport.Way()
      way.isTrial = dryRun
      way.skipsWrong = skipWrong
      return way
    }

    func run(
      _ work:
        @escaping @Sendable (ImportReport.Way, Moment, any OrderConnection) throws ->
        ImportReport
    ) async throws {
      try await database.withStore { [way] store, setup in
        let now = try await setup.now(at: store)
        do {
          let report = try await store.inTransaction { try work(way, now, $0) }
          tell(report)
          let rest = report.refused.isEmpty ? "" : ", \(report.refusedCount) left out"
          print("\(report.count) imported\(rest).")
        } catch let report as ImportReport {
          tell(report)
          guard !report.refused.isEmpty else { return print("\(report.count) would be imported.") }
          throw NotImported(
            dryRun
              ? "\(report.count) would be imported; wrong: \(report.refusedCount)."
              : "Nothing was imported; wrong: \(report.refusedCount), right: \(report.count). "
                + "--skip-wrong takes what is right.")
        }
      }
    }

    private func tell(_ report: ImportReport) {
      for remark in report.remarks { print(remark) }
      let lines =
        report.refused.map { ($0.number, $0.sentence) }
        + (dryRun ? report.taken.map { ($0.number, "would take \($0.sentence)") } : [])
      for (number, sentence) in lines.sorted(by: { $0.0 < $1.0 }) {
        print("line \(number): \(sentence)")
      }
    }
  }

  struct Customers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: """
        Customers: name and phone number, and e-mail, alert, notes, birthday, gender, address.
        """)
    @OptionGroup var options: Options
    @Option(help: "How days are written: dmy or mdy; with the year in front they are understood.")
    var dates = DateOrder.dayFirst

    func run() async throws {
      let customers = try CustomerImport(options.text(), given: options.given(), dates: dates)
      try await options.run { way, now, db in try customers.run(way, today: now.today, db) }
    }
  }

  struct Services: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Services: name, kind of treatment, minutes and price, and buffer, description.")
    @OptionGroup var options: Options
    @Option(help: "The kind of treatment of lines that name none.")
    var kind: String?

    func run() async throws {
      let services = try ServiceImport(options.text(), given: options.given(), kind: kind)
      try await options.run { way, _, db in try services.run(way, db) }
    }
  }

  struct Bookings: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Bookings from today on: phone or e-mail, service, therapist, day and time.",
      discussion: """
        Each is booked by the desk's own rules: what overlaps, lies outside the hours or finds no bed \
        is reported. It uses a session that the customer has paid for, else it is sold for cash, as at \
        the desk.
        """)
    @OptionGroup var options: Options
    @Option(help: "How days are written: dmy or mdy; with the year in front they are understood.")
    var dates = DateOrder.dayFirst
    @Option(
      name: .customLong("as"),
      help: ArgumentHelp(
        "In whose name they are made. Default: the first account that manages the spa.",
        valueName: "e-mail"))
    var author: String?

    func run() async throws {
      let bookings = try BookingImport(options.text(), given: options.given(), dates: dates)
      try await options.run { [author] way, now, db in
        let person = try StaffAccounts(db).author(author)
        return try bookings.run(way, by: person, now: now, db)
      }
    }
  }
}

extension DateOrder: ExpressibleByArgument {}

/// What a table's values stand apart by, by its name or as it is.
struct ColumnSeparator: ExpressibleByArgument {
  let sign: Character

  static let allValueStrings = ["comma", "semicolon", "tab"]

  init?(argument: String) {
    switch argument {
    case "comma": sign = ","
    case "semicolon": sign = ";"
    case "tab", "\\t": sign = "\t"
    default:
      // What can stand in any value parts none.
      guard argument.count == 1, let sign = argument.first,
        !sign.isLetter, !sign.isNumber, !sign.isNewline, !"\" ".contains(sign)
      else { return nil }
      self.sign = sign
    }
  }
}

/// Lines were wrong, so that nothing was done: a "no" to what was asked for.
struct NotImported: Error {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}
