import ArgumentParser
import BookingClient
import BookingDomain
import Glibc
import LinePromise
import ProgramStart

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

  @Option(help: ArgumentHelp("The booking server.", valueName: "url"))
  var server = "http://127.0.0.1:8080"

  @Option(help: ArgumentHelp("The e-mail address to log in with.", valueName: "email"))
  var user: String

  @Option(help: ArgumentHelp("A file whose first line is the password.", valueName: "file"))
  var passwordFile: String

  @Option(help: "How to reach it: auto, websocket or polling.")
  var transport = TransportChoice.auto

  @Option(
    help: ArgumentHelp("Certificates to trust instead of the system's.", valueName: "file"))
  var caFile: String?

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

  static func main() async {
    await Program.run(Self.self) { error in
      switch error {
      case let problem as ServerAddress.Problem: Program.Failure(problem.sentence)
      case let failure as LoginFailure: Program.Failure(failure.sentence)
      case let problem as Problem: Program.Failure(problem.sentence)
      case let shortfall as Shortfall: Program.Failure(shortfall.sentence, code: 1)
      default: nil
      }
    }
  }

  func run() async throws {
    FileLimit.raise()
    let address = try ServerAddress(server)
    let plan = LoadPlan(
      address: address, transport: transport,
      trust: try BookingClient.trust([address], caFile: caFile), connections: connections,
      ordersPerSecond: orders, seconds: seconds, date: date)
    let report = try await Load.run(
      plan, email: user, password: try Password.read(passwordFile), until: StopSignals())
    print(json ? report.json : report.text)
    if let sentence = report.shortfall { throw Shortfall(sentence: sentence) }
  }
}

extension TransportChoice: ExpressibleByArgument {}

/// Why the load cannot begin, as a sentence that says what to do.
struct Problem: Error {
  let sentence: String
}

/// The server was not up to it.
private struct Shortfall: Error {
  let sentence: String
}

private enum Password {
  /// The first line of the file.
  static func read(_ path: String) throws(Problem) -> String {
    guard let file = fopen(path, "r") else {
      throw Problem(sentence: "The password file \(path) cannot be read.")
    }
    defer { fclose(file) }
    // Longer than any password that bcrypt looks at.
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = fread(&bytes, 1, bytes.count, file)
    let line = bytes.prefix(count).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    guard !line.isEmpty else {
      throw Problem(sentence: "The password file \(path) is empty.")
    }
    return String(decoding: line, as: UTF8.self)
  }
}
