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
  /// - Returns: how many files may be open; both ends of a connection are not in one process, but the
  ///   floor's are.
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
      let port = Int(spa.url.split(separator: ":").last ?? "") ?? 0
      let process = Weighed(pid: spa.server.pid)
      let line = try Board(port: port, date: "\(spa.setting.date)")
      let crowd = WireCrowd()
      let before = (cpu: process.cpu, kilobytes: process.kilobytes)
      try crowd.connect(boards, port: port, request: line.request, message: line.subscription)
      try crowd.awaitAll("\"SUBSCRIBED\"")
      let opening = (process.cpu - before.cpu) / Double(boards)
      let weight = (process.kilobytes - before.kilobytes) / Double(boards)
      let resting = process.cpu
      try await Task.sleep(for: rest)
      let idle = (process.cpu - resting) / 5
      let ours = try Round.run(crowd, process: { process.cpu }) { number in
        // One after the other: the server lets none give more than fifty orders a second.
        try crowd.send(line.order(number), from: number % boards)
      } meanwhile: {
        try Probe(port: port, request: line.request)
      }
      let floor = try WireFloor()
      floor.run(boards)
      let others = WireCrowd()
      try others.connect(boards, port: floor.port, request: "GET / HTTP/1.1\r\n\r\n", message: nil)
      let frame = max(130, ours.bytes)
      let bare = try Round.run(others, process: { floor.cpu }) { number in
        floor.tell(WireBench.frame(Board.mark(number), bytes: frame))
      } meanwhile: {
        nil
      }
      floor.end()
      return row(boards, ours, bare, opening: opening, weight: weight, idle: idle)
    }
  }

  private static func row(
    _ boards: Int, _ ours: Round, _ bare: Round, opening: Double, weight: Double, idle: Double
  ) -> String {
    func text(_ value: Double, _ digits: Int = 2) -> String {
      String(format: "%.\(digits)f", value)
    }
    let delivery = "\(text(ours.cpu * 1e6)) µs, × \(text(ours.cpu / bare.cpu))"
    let rate = "\(text(ours.rate, 0)), × \(text(ours.rate / bare.rate))"
    let last = "\(text(ours.last * 1e3)) ms, × \(text(ours.last / bare.last))"
    let other = "\(text(ours.otherMedian * 1e3)) / \(text(ours.otherWorst * 1e3)) ms"
    return
      "| \(boards) | \(delivery) | \(rate) | \(last) | \(other) | \(text(opening * 1e6, 0)) µs | \(text(weight, 1)) KB | \(text(idle, 3)) cores |"
  }

  private static func frame(_ mark: String, bytes: Int) -> [UInt8] {
    Array(mark.utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: max(0, bytes - mark.utf8.count))
  }

  /// What one side came to.
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
        try crowd.awaitAll(Board.mark(number))
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

  /// How a board speaks.
  private struct Board {
    let request: String
    let subscription: String
    private let booking: Int
    private let run = UInt32.random(in: 0 ..< .max)

    init(port: Int, date: String) throws {
      let answer = try Self.login(port)
      func value(_ key: String) throws -> String {
        guard let start = answer.range(of: "\"\(key)\":") else {
          throw WireCrowd.Failure(description: "no \(key) in the login's answer: \(answer)")
        }
        let rest = answer[start.upperBound...].drop { $0 == "\"" }
        return String(rest.prefix { $0 != "\"" && $0 != "," && $0 != "}" })
      }
      let path = "/websocket/booking/receptionist/\(try value("userId"))"
      request = """
        GET \(path) HTTP/1.1\r
        Host: 127.0.0.1\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        Authorization: Bearer \(try value("token"))\r
        \r

        """
      subscription =
        #"{"type":"SUBSCRIBE_BOOKING_UPDATES","data":{"from":"\#(date)"},"timestamp":"\#(date)T10:00:00Z"}"#
      booking = Scene.booking(of: 0)
    }

    private static func login(_ port: Int) throws -> String {
      let body = #"{"email":"reception@demo.spa","password":"demo"}"#
      let socket = try WireSocketCalls.open(port: port)
      defer { close(socket) }
      try WireSocketCalls.send(
        socket,
        Array(
          "POST /api/login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
            .utf8))
      return try WireSocketCalls.receive(socket)
    }

    static func mark(_ number: Int) -> String {
      let digits = String(number)
      return "-EV" + String(repeating: "0", count: 10 - digits.count) + digits
    }

    func order(_ number: Int) -> String {
      let id = String(format: "%08x-0000-4000-8000-%012d", run, number)
      return
        #"{"type":"WRITE_NOTES","id":"\#(id)","data":{"bookingId":\#(booking),"notes":"x\#(Self.mark(number))"},"timestamp":"2026-01-01T10:00:00Z"}"#
    }
  }

  /// Another client that asks something all the while.
  private final class Probe: Sendable {
    private let socket: Int32
    private let state = Mutex<(times: [Double], isOver: Bool)>(([], false))
    private let ended = DispatchSemaphore(value: 0)

    init(port: Int, request: String) throws {
      socket = try WireSocketCalls.open(port: port)
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

  /// A process and what it has used.
  private struct Weighed {
    let pid: pid_t

    /// Seconds of processor.
    var cpu: Double {
      var clock = clockid_t()
      var time = timespec()
      guard clock_getcpuclockid(pid, &clock) == 0, clock_gettime(clock, &time) == 0 else {
        return 0
      }
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    var kilobytes: Double {
      let status = (try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)) ?? ""
      let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
      return line?.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0
    }
  }
}
