import ArgumentParser
import BookingDomain
import BookingServer
import BookingStore
import Foundation

/// `frontdesk-server demo`: fills a database with a spa to try everything on.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Fill a database with a demonstration spa whose day is in full swing.",
    discussion: """
      The accounts reception@demo.spa, reception2@demo.spa, manager@demo.spa, \
      therapist1@demo.spa and on, and customer1@demo.spa and on have the password "demo". \
      A database in which there is a spa already is left as it is.
      """)

  @Option(
    help: ArgumentHelp(
      "The database: sqlite:PATH, made where there is none, or mysql://… after migrate --create.",
      valueName: "url"))
  var database: String

  @Option(help: Setting.databasePasswordFile.help) var databasePasswordFile: String?

  @Option(help: "small (6 therapists) or big (40).")
  var size = DemoDatabase.Size.small

  @Option(help: ArgumentHelp("The same number makes the same spa.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp("The day that is full of life. Default: today.", valueName: "yyyy-mm-dd"))
  var date: String?

  @Option(
    help: ArgumentHelp(
      "The spa's time zone, such as Asia/Ho_Chi_Minh. Default: this machine's.", valueName: "zone"))
  var timezone: String?

  func run() async throws {
    let instant = Clock.system.now()
    let zone = try SpaZone(named: timezone ?? TimeZone.current.identifier, around: instant)
    let now = Moment(instant, in: zone)
    let day = try chosenDay(today: now.today)
    let choice = try ServerSettings.database(
      named: database, passwordFile: databasePasswordFile)
    let opened = try await choice.open()
    let demo = DemoDatabase(
      DemoDatabase.Request(size: size, seed: seed, date: day, now: now))
    do {
      try await opened.fill(demo)
    } catch {
      await opened.close()
      throw error
    }
    await opened.close()
    print(
      "\(demo.name): \(demo.bookings.count { $0.date == day }) bookings on \(day) "
        + "(\(zone.name)), \(demo.bookings.count) in all, \(demo.therapists.count) therapists, "
        + "\(demo.customers.count) customers.")
  }

  private func chosenDay(today: LocalDate) throws -> LocalDate {
    guard let date else { return today }
    guard let day = LocalDate(date) else {
      throw OperatingError("--date: \"\(date)\" is no day; write YYYY-MM-DD.")
    }
    // The shop's tables take no day before 2000, and the spa has thirteen months behind it.
    let range = LocalDate(dayNumber: 11_500)...LocalDate(dayNumber: 2_900_000)
    guard range.contains(day) else {
      throw OperatingError("--date: choose a day between \(range.lowerBound) and the year 9900.")
    }
    return day
  }
}

extension DemoDatabase.Size: ExpressibleByArgument {}
