import Synchronization

/// What has happened since the start, in numbers. For what happens at most some thousand times a
/// second; what goes out to every board is counted where it goes out (`Roster`).
final class Metrics: Sendable {
  /// What is counted, each with what its label says.
  enum Count: String, CaseIterable {
    case orders = "frontdesk_orders_total"
    case logins = "frontdesk_logins_total"
    case responses = "frontdesk_http_responses_total"
    case socketsOpened = "frontdesk_sockets_opened_total"
    case socketsClosed = "frontdesk_sockets_closed_total"
    case connectionsRefused = "frontdesk_connections_refused_total"
    case events = "frontdesk_events_total"
    case boardsReadAnew = "frontdesk_boards_read_anew_total"

    var label: String? {
      switch self {
      case .orders, .logins: "result"
      case .responses: "status"
      case .socketsOpened: "role"
      case .socketsClosed: "reason"
      case .connectionsRefused, .events, .boardsReadAnew: nil
      }
    }

    var help: String {
      switch self {
      case .orders: "Orders answered, by what they came to."
      case .logins: "Attempts to log in, by what they came to."
      case .responses: "HTTP responses, by status."
      case .socketsOpened: "WebSockets opened, by role."
      case .socketsClosed: "WebSockets closed, by close code."
      case .connectionsRefused: "Connections turned away because there were too many."
      case .events: "Entries of the event log told to boards."
      case .boardsReadAnew:
        "Boards that asked for their days anew, since the server's digest of them was another."
      }
    }
  }

  /// What is timed.
  enum Timing: String, CaseIterable {
    case order = "frontdesk_order_seconds"
    case store = "frontdesk_store_seconds"
    case eventLag = "frontdesk_event_lag_seconds"
    case acknowledgement = "frontdesk_event_acknowledged_seconds"

    var label: String? { self == .store ? "operation" : nil }

    var help: String {
      switch self {
      case .order: "From an order's arrival to its durable answer."
      case .store: "What the database took, by operation."
      case .eventLag: "From a commit, by whatever program, to its being told to boards."
      case .acknowledgement: "From an event's telling to a board's word that it has it (EVENT_ACK)."
      }
    }

    /// Upper bounds of the buckets in seconds.
    static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
  }

  /// What was last found.
  enum Gauge: String, CaseIterable {
    case sessions = "frontdesk_sessions"

    var help: String {
      switch self {
      case .sessions: "Sessions that may be used, as last looked while sockets were open."
      }
    }
  }

  struct Histogram: Hashable, Sendable {
    /// By bucket; the last is what is above all bounds.
    private(set) var counts = [Int](repeating: 0, count: Timing.bounds.count + 1)
    private(set) var sum = 0.0

    mutating func add(_ seconds: Double) {
      counts[Timing.bounds.firstIndex { seconds <= $0 } ?? Timing.bounds.count] += 1
      sum += seconds
    }
  }

  struct Snapshot: Sendable {
    fileprivate(set) var counts: [Count: [String: Int]] = [:]
    fileprivate(set) var gauges: [Gauge: Int] = [:]
    fileprivate(set) var timings: [Timing: [String: Histogram]] = [:]
  }

  private let state = Mutex(Snapshot())
  private let told = Mutex(ToldTimes())

  var snapshot: Snapshot { state.withLock { $0 } }

  /// - Parameter label: one of a few: each makes a series of its own.
  func count(_ count: Count, _ label: String = "", by number: Int = 1) {
    state.withLock { $0.counts[count, default: [:]][label, default: 0] += number }
  }

  func set(_ gauge: Gauge, to number: Int) { state.withLock { $0.gauges[gauge] = number } }

  func took(_ timing: Timing, _ seconds: Double, _ label: String = "") {
    state.withLock {
      $0.timings[timing, default: [:]][label, default: Histogram()].add(max(0, seconds))
    }
  }

  /// Everything up to `seq` is on its way to the boards.
  func told(upTo seq: Int64) { told.withLock { $0.told(upTo: seq, at: .now) } }

  /// A board has everything up to `seq`. Of many boards a sample says as much as all of them.
  func acknowledged(_ seq: Int64, by connection: Int64) {
    guard connection % Self.sample == 1 else { return }
    guard let since = told.withLock({ $0.time(of: seq) }) else { return }
    took(.acknowledgement, (ContinuousClock.now - since).seconds)
  }

  private static let sample: Int64 = 16

  /// Times what the database does.
  func timing<Result>(_ operation: String, _ work: () async throws -> Result) async rethrows
    -> Result
  {
    let began = ContinuousClock.now
    defer { took(.store, (ContinuousClock.now - began).seconds, operation) }
    return try await work()
  }
}

extension Duration {
  var seconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}
