import ArgumentParser
import BookingClient
import BookingDomain
import DeskSettings
import LinePromise
import ProgramStart
import Settings

/// Opens many real connections to a booking server, and says how soon they hear of what changes
/// (the guide's chapter "Load Testing").
@main
struct FrontDeskLoad: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frontdesk-load",
    abstract: "Opens many connections to a booking server and times what they hear.",
    discussion: """
      Every connection watches one day, as a console does. With --orders, bookings of that day get \
      notes at that rate and their own notes back at the end; each change then has to reach every \
      connection. Times count from when an order was due, so that a server that falls behind is \
      not spared.

      The exit code is 0 where every connection came about, every order was answered and every \
      connection saw the last of them; 1 where one did not; 2 where the load could not begin.
      """,
    version: "frontdesk-load \(Program.version)")

  @OptionGroup var place: ServerOptions

  @Option(help: "Connections that watch.")
  var connections = 1000

  @Option(help: "Orders a second; they change bookings of that server's database. 0 is none.")
  var orders = 0

  @Option(help: "For so long, once everybody is connected.")
  var seconds = 30

  @Option(
    help: ArgumentHelp("The day that is watched, YYYY-MM-DD; the spa's today.", valueName: "day"),
    transform: { text in
      guard let date = LocalDate(text) else {
        throw ValidationError("\"\(text)\" is no day; write it as 2026-11-30.")
      }
      return date
    })
  var date: LocalDate?

  @Flag(help: "The figures as one line of JSON, times in microseconds.")
  var json = false

  func validate() throws {
    guard (1...50_000).contains(connections) else {
      throw ValidationError("--connections is from 1 to 50000.")
    }
    guard (0...10_000).contains(orders) else {
      throw ValidationError("--orders is from 0 to 10000 a second.")
    }
    guard (1...86_400).contains(seconds) else {
      throw ValidationError("--seconds is from 1 to 86400.")
    }
  }

  static func main() async { await Program.run(Self.self) }

  func run() async throws {
    FileLimit.raise()
    let settings = try DeskSettings(
      file: place.config, environment: Environment(), flags: place.given)
    guard let address = try settings.addresses().first, let password = try settings.password()
    else {
      throw Program.Failure("who asks? Give --user and --password-file.")
    }
    do {
      let plan = LoadPlan(
        address: address, transport: settings.transport,
        trust: try BookingClient.trust([address], caFile: settings.caFile),
        connections: connections, ordersPerSecond: orders, seconds: seconds, date: date)
      let report = try await Load.run(
        plan, email: settings.user, password: password, until: StopSignals())
      print(json ? report.json : report.text)
      if let sentence = report.shortfall { throw Program.Failure(sentence, .refused) }
    } catch let failure as LoginFailure {
      throw Program.Failure(
        failure.sentence, failure.code == .unreachable ? .tryAgainLater : .mistake)
    }
  }
}
