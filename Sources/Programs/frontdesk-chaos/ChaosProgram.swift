import ArgumentParser
import BookingLab
import BookingTesting
import Foundation

/// The program: things that go wrong on purpose, by hand and at length. It belongs to the tests
/// and is not installed.
@main
struct ChaosProgram: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frontdesk-chaos",
    abstract: "Shows that nothing is lost and nothing doubled, whatever breaks.",
    subcommands: [
      RunCommand.self, HerdCommand.self, DeafCommand.self, LatencyCommand.self, BenchCommand.self,
      WireCommand.self, FloorCommand.self, ProxyCommand.self,
    ],
    defaultSubcommand: RunCommand.self)
}

/// `frontdesk-chaos run`: exit code 0 only where nothing was found.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Kill server and clients under load and faults, then count.")

  @Option(help: "What is chosen is chosen from it. Default: a new one, printed.")
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "Where the bookings are kept; mariadb has two servers on it and is killed as well.",
      valueName: "database"))
  var on = Way.Database.sqlite

  @Option(help: "Times that the server is killed with kill -9.")
  var kills = 200

  @Option(help: "Orders a second.")
  var rate = 50

  func run() async throws {
    var plan = ChaosPlan(seed: seed ?? UInt64.random(in: 0...999_999))
    plan.database = on
    plan.kills = kills
    plan.rate = rate
    plan.tell = { say($0) }
    say("chaos with seed \(plan.seed)")
    let report = try await Chaos.run(plan)
    say("\(report)")
    guard report.isClean else { throw ExitCode(1) }
  }
}

extension Way.Database: ExpressibleByArgument {}

/// `frontdesk-chaos herd`: exit code 0 only where 95 % were level within 3 s and all in the end.
struct HerdCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "herd", abstract: "Restart the server under many clients and time their return.")

  @Option(help: "Boards that are connected.")
  var clients = 1000

  func run() async throws {
    var isGood = true
    for kills in [false, true] {
      let report = try await Herd.run(clients: clients, kills: kills)
      say("\(report)")
      isGood = isGood && report.lost == 0 && report.percentile(95).map { $0 <= 3 } ?? false
    }
    guard isGood else { throw ExitCode(1) }
  }
}

/// `frontdesk-chaos deaf`: exit code 0 only where the readers cost at most 80 MB.
struct DeafCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deaf", abstract: "Connect clients that never read and weigh the server.")

  @Option(help: "Clients that never read.")
  var readers = 300

  func run() async throws {
    let report = try await DeafReaders.run(readers: readers)
    say("\(report)")
    guard report.megabytes <= 80 else { throw ExitCode(1) }
  }
}

/// `frontdesk-chaos latency`: a table for README.md.
struct LatencyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "latency", abstract: "Time changes until they are on another desk's screen.")

  @Option(help: "Changes of each kind on each way.")
  var rounds = 200

  func run() async throws {
    say(ScreenLatency.heading)
    for way in Way.all {
      say(try await ScreenLatency.measure(way, rounds: rounds).description)
    }
  }
}

/// `frontdesk-chaos bench`: how quickly the console answers whoever sits at it, and the server orders.
struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Time keys, starts, orders and questions at one's own desk.")

  @Option(help: "Keys, orders, and questions.")
  var rounds = 300

  func run() async throws {
    say(OwnScreen.heading)
    say(try await OwnScreen.start())
    for row in try await OwnScreen.keys(rounds: rounds) { say(row) }
    say("\n" + DayCost.heading)
    for day in DayCost.Day.allCases { say(try await DayCost.measure(day, rounds: rounds)) }
    say("\n" + OrderRate.heading)
    for way in [Way.usual, .mariaDB] { say(try await OrderRate.measure(on: way)) }
    say("\n" + CustomerQuestions.heading)
    for way in [Way.usual, .mariaDB] {
      say(try await CustomerQuestions.measure(on: way, rounds: rounds))
    }
  }
}

/// `frontdesk-chaos wire`: what many boards cost the server, beside a bare write to as many.
struct WireCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wire", abstract: "Weigh telling many boards against a bare write to as many.")

  @Option(
    help:
      "Boards, from few to many; those that the limit of open files does not allow are left out.")
  var boards = [100, 1_000, 5_000, 10_000]

  func run() async throws {
    let files = WireBench.openFiles()
    say(WireBench.heading)
    for count in boards {
      guard files > count + 200 else {
        say("| \(count) | not measured: at most \(files) files may be open here |")
        continue
      }
      say(try await WireBench.measure(boards: count))
    }
  }
}

/// `frontdesk-chaos floor`: what `wire` compares with, in a process of its own.
struct FloorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "floor", abstract: "Write the same bytes to every connection, and nothing else.",
    shouldDisplay: false)

  @Option(help: "Connections.")
  var boards = 1_000

  func run() throws {
    _ = WireBench.openFiles()
    try WireFloor.serve(boards)
  }
}

/// `frontdesk-chaos proxy`: the fault proxy by hand, until it is interrupted.
struct ProxyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proxy", abstract: "Stand between clients and a server, and let things go wrong.",
    discussion: """
      A fault is FAULT client|server WHAT [WHEN]. FAULT: drop, delay=MS, duplicate, corrupt, \
      half-open, close, close-after, reset, stall[=MS]. WHAT: *, ping, pong, close-frame, a message \
      type, a path, or the status of an answer. WHEN: 2 (the second), every=5, from=10, 10% or \
      after=MS; always where there is none.
      """)

  @Option(help: ArgumentHelp("The server.", valueName: "http://host:port"))
  var to: String

  @Option(help: "Where to listen; 0 picks a free port of loopback.")
  var port = 0

  @Option(help: "Where chance has a say.")
  var seed: UInt64 = 0

  @Argument(help: "Such as \"drop server COMMAND_ACCEPTED 2\" \"delay=200 client * 10%\".")
  var faults: [String] = []

  func run() async throws {
    guard let upstream = FaultProxy.Address(url: to) else {
      throw ValidationError("\"\(to)\" names no server; write http://HOST:PORT.")
    }
    let script = FaultScript(seed: seed, try faults.map { try FaultRule($0) })
    let proxy = try await FaultProxy.start(
      to: upstream, listen: FaultProxy.Address(port: port), script)
    say("frontdesk-chaos: listening on \(proxy.url)\n\(script)")
    var told = ""
    while true {
      try await Task.sleep(for: .seconds(1))
      let tally = "\(proxy.tally.value)"
      if tally != told { say(tally) }
      told = tally
    }
  }
}

/// At once, also into a pipe: somebody watches.
private func say(_ line: String) {
  FileHandle.standardOutput.write(Data("\(line)\n".utf8))
}
