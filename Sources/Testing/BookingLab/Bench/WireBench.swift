import BookingDomain
import BookingTesting
import Foundation
import Glibc
import Synchronization

/// What it costs the server to hold many boards and to tell them of a change, beside a bare write of
/// the same bytes to as many connections in the same run: ratios hold on other machines too.
package struct WireBench: Sendable {
  package static let heading = """
    | boards | CPU a delivery | deliveries a second | last board, p50 | another's request meanwhile, p50 / p99 | CPU a board connected, with its day | resident a board | at rest |
    | --- | --- | --- | --- | --- | --- | --- | --- |
    """

  /// Events of each phase.
  private static let events = 40
  private static let rest = Duration.seconds(5)

  /// Raises the limit as far as it goes.
  /// - Returns: how many files may be open; each end of a connection is in a process of its own.
  package static func openFiles() -> Int {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    return Int(clamping: limit.rlim_cur)
  }

  /// One line of the table.
  package static func measure(boards: Int) async throws -> String {
    let scene = Scene(.init("Zora Quill", with: 1, at: "12:30"))
    return try await DemoSpa.during(scene) { spa in
      let ours = try await server(of: spa, boards)
      let bare = try await floor(boards, bytes: max(130, ours.round.bytes))
      return row(boards, ours, bare)
    }
  }

  /// What one side came to, with processor and memory of each connection.
  private struct Side {
    var round: Round
    var opening: Double
    var kilobytes = 0.0
    /// Processors while nothing happens.
    var idle = 0.0
  }

  private static func server(of spa: DemoSpa, _ boards: Int) async throws -> Side {
    let port = Int(spa.url.split(separator: ":").last ?? "") ?? 0
    let process = WeighedProcess(pid: spa.server.pid)
    let board = try WireBoard(
      port: port, date: "\(spa.setting.date)", booking: Scene.booking(of: 0))
    let crowd = WireCrowd()
    let before = (cpu: process.cpu, kilobytes: process.kilobytes)
    try crowd.connect(boards, port: port, request: board.request, message: board.subscription)
    try crowd.awaitAll("\"SUBSCRIBED\"")
    let opening = (process.cpu - before.cpu) / Double(boards)
    let kilobytes = (process.kilobytes - before.kilobytes) / Double(boards)
    let resting = process.cpu
    try await Task.sleep(for: rest)
    let idle = (process.cpu - resting) / Double(rest.components.seconds)
    let round = try Round.run(crowd, process: { process.cpu }) { number in
      // One after the other: the server lets none give more than fifty orders a second.
      try crowd.send(board.order(number), from: number % boards)
    } meanwhile: {
      try Probe(port: port, request: board.request)
    }
    return Side(round: round, opening: opening, kilobytes: kilobytes, idle: idle)
  }

  private static func floor(_ boards: Int, bytes: Int) async throws -> Side {
    let floor = try await WireFloor(boards)
    let crowd = WireCrowd()
    let before = floor.process.cpu
    try crowd.connect(boards, port: floor.port, request: "GET / HTTP/1.1\r\n\r\n", message: nil)
    let opening = (floor.process.cpu - before) / Double(boards)
    let round = try Round.run(crowd, process: { floor.process.cpu }) { number in
      floor.tell(WireBoard.mark(number), bytes: bytes)
    } meanwhile: {
      nil
    }
    await floor.end()
    return Side(round: round, opening: opening)
  }

  private static func row(_ boards: Int, _ ours: Side, _ bare: Side) -> String {
    func text(_ value: Double, _ digits: Int = 2) -> String {
      String(format: "%.\(digits)f", value)
    }
    func ratio(_ value: (Side) -> Double, _ digits: Int = 2) -> String {
      "× \(text(value(ours) / value(bare), digits))"
    }
    let round = ours.round
    let cells = [
      "\(boards)", "\(text(round.cpu * 1e6)) µs, \(ratio(\.round.cpu))",
      "\(text(round.rate, 0)), \(ratio(\.round.rate))",
      "\(text(round.last * 1e3)) ms, \(ratio(\.round.last))",
      "\(text(round.otherMedian * 1e3)) / \(text(round.otherWorst * 1e3)) ms",
      "\(text(ours.opening * 1e6, 0)) µs, \(ratio(\.opening, 0))",
      "\(text(ours.kilobytes, 1)) KB", "\(text(ours.idle, 3)) cores",
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  /// Events that are told one after the other.
  private struct Round {
    /// Seconds of processor a delivery.
    var cpu = 0.0
    var rate = 0.0
    /// Seconds until the last board had it, where there is time between two events.
    var last = 0.0
    var otherMedian = 0.0
    var otherWorst = 0.0
    /// Of one delivery.
    var bytes = 0

    static func run(
      _ crowd: WireCrowd, process: () -> Double, publish: (Int) throws -> Void,
      meanwhile: () throws -> Probe?
    ) throws -> Round {
      var round = Round()
      var number = 0
      func tell() throws -> Double {
        number += 1
        let began = WireSocketCalls.now()
        try publish(number)
        try crowd.awaitAll(WireBoard.mark(number))
        return WireSocketCalls.now() - began
      }
      for _ in 0..<3 { _ = try tell() }
      let bytes = crowd.bytesReceived
      var paced: [Double] = []
      for _ in 0..<events {
        paced.append(try tell())
        usleep(50_000)
      }
      round.last = paced.sorted()[events / 2]
      round.bytes = (crowd.bytesReceived - bytes) / (events * crowd.count)
      let probe = try meanwhile()
      let began = (cpu: process(), time: WireSocketCalls.now())
      // A second at least, so that the clocks have something to count.
      while number < 3 + events * 2 || WireSocketCalls.now() - began.time < 1 { _ = try tell() }
      let deliveries = Double((number - 3 - events) * crowd.count)
      round.cpu = (process() - began.cpu) / deliveries
      round.rate = deliveries / (WireSocketCalls.now() - began.time)
      if let times = probe?.end(), !times.isEmpty {
        round.otherMedian = times[times.count / 2]
        round.otherWorst = times[min(times.count - 1, times.count * 99 / 100)]
      }
      return round
    }
  }

  /// Another client that asks something all the while.
  private final class Probe: Sendable {
    private let socket: Int32
    private let state = Mutex<(times: [Double], isOver: Bool)>(([], false))
    private let ended = DispatchSemaphore(value: 0)

    init(port: Int, request: String) throws {
      socket = try LoopbackSocket.connect(to: port)
      try WireSocketCalls.shakeHands(socket, request)
      let thread = Thread { [self] in
        while !state.withLock(\.isOver) {
          let began = WireSocketCalls.now()
          guard
            (try? WireSocketCalls.send(socket, WireSocketCalls.frame(#"{"type":"PING"}"#))) != nil,
            (try? awaitPong()) != nil
          else { break }
          let time = WireSocketCalls.now() - began
          state.withLock { $0.times.append(time) }
          usleep(25_000)
        }
        ended.signal()
      }
      thread.start()
    }

    private func awaitPong() throws {
      while !(try WireSocketCalls.receive(socket)).contains("PONG") {}
    }

    /// - Returns: seconds, sorted.
    func end() -> [Double] {
      state.withLock { $0.isOver = true }
      ended.wait()
      close(socket)
      return state.withLock { $0.times.sorted() }
    }
  }
}
