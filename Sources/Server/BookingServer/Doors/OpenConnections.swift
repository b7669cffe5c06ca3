import NIOCore

/// Who is connected, and who has to leave when there is no place, without I/O.
///
/// A connection is idle until it has sent a whole request, and between two. Whoever connects takes
/// the place of the one that has been idle longest, so that strangers who hold connections open
/// keep nobody out.
struct OpenConnections {
  struct Limits: Hashable, Sendable {
    /// Connections of whatever kind.
    var places: Int
    /// From one network; those without one (this machine, trusted proxies) are not counted.
    var perNetwork: Int
    /// Idle ones from one network; past it its own oldest leaves.
    var idlePerNetwork = 64
    /// Nobody has to leave before this: a desk sends its request at once, and needs a round trip.
    var grace = TimeAmount.milliseconds(250)
  }

  enum Verdict: Hashable {
    /// `leaving` gives its place.
    case admitted(leaving: Int?)
    /// Every place is taken by somebody at work.
    case full
    case tooManyFromThere
  }

  private struct Entry {
    var network: Network?
    var idleSince: NIODeadline?
    /// Which of its places in the queue of idle ones is the present one.
    var turn = 0
  }

  private let limits: Limits
  private var entries: [Int: Entry] = [:]
  private var networks: [Network: (all: Int, idle: Int)] = [:]
  /// The longest idle first. Places of those that are not idle any more are passed over.
  private var idle = CircularBuffer<(number: Int, turn: Int)>()

  init(_ limits: Limits) { self.limits = limits }

  var count: Int { entries.count }

  mutating func open(_ number: Int, from network: Network?, at now: NIODeadline) -> Verdict {
    if let network, let refusal = refusal(of: network) { return refusal }
    var leaving: Int?
    if let network, (networks[network]?.idle ?? 0) >= limits.idlePerNetwork {
      leaving = longestIdle(at: now) { $0.network == network }
    }
    if leaving == nil, entries.count >= limits.places {
      leaving = longestIdle(at: now) { _ in true }
      guard leaving != nil else { return .full }
    }
    if let leaving { close(leaving) }
    entries[number] = Entry(network: network)
    count(network, all: 1, idle: 0)
    becameIdle(number, at: now)
    return .admitted(leaving: leaving)
  }

  /// The connection's proxy has said where it is from.
  /// - Returns: false where there are too many from there.
  mutating func isFrom(_ network: Network?, _ number: Int) -> Bool {
    guard let entry = entries[number], entry.network != network else { return true }
    if let network, refusal(of: network) != nil { return false }
    let isIdle = entry.idleSince != nil ? 1 : 0
    count(entry.network, all: -1, idle: -isIdle)
    entries[number]?.network = network
    count(network, all: 1, idle: isIdle)
    return true
  }

  /// It has sent a whole request, or became a socket.
  mutating func becameBusy(_ number: Int) {
    guard let entry = entries[number], entry.idleSince != nil else { return }
    entries[number]?.idleSince = nil
    count(entry.network, all: 0, idle: -1)
  }

  /// It has its answer, and is free to ask again.
  mutating func becameIdle(_ number: Int, at now: NIODeadline) {
    guard let entry = entries[number], entry.idleSince == nil else { return }
    entries[number]?.idleSince = now
    entries[number]?.turn += 1
    idle.append((number, entry.turn + 1))
    count(entry.network, all: 0, idle: 1)
    if idle.count > 2 * entries.count + 64 { forgetPassedPlaces() }
  }

  mutating func close(_ number: Int) {
    guard let entry = entries.removeValue(forKey: number) else { return }
    count(entry.network, all: -1, idle: entry.idleSince != nil ? -1 : 0)
  }

  private func refusal(of network: Network) -> Verdict? {
    (networks[network]?.all ?? 0) >= limits.perNetwork ? .tooManyFromThere : nil
  }

  private mutating func count(_ network: Network?, all: Int, idle: Int) {
    guard let network else { return }
    let (before, idleBefore) = networks[network] ?? (0, 0)
    let after = (all: before + all, idle: idleBefore + idle)
    networks[network] = after.all == 0 ? nil : after
  }

  private mutating func longestIdle(at now: NIODeadline, where mayLeave: (Entry) -> Bool) -> Int? {
    while let (number, turn) = idle.first, !isPresent(number, turn) { idle.removeFirst() }
    for (number, turn) in idle {
      guard isPresent(number, turn), let entry = entries[number], mayLeave(entry) else { continue }
      guard let since = entry.idleSince, now - since >= limits.grace else { return nil }
      return number
    }
    return nil
  }

  private func isPresent(_ number: Int, _ turn: Int) -> Bool {
    entries[number].map { $0.idleSince != nil && $0.turn == turn } ?? false
  }

  private mutating func forgetPassedPlaces() {
    idle = CircularBuffer(idle.filter { isPresent($0.number, $0.turn) })
  }
}
