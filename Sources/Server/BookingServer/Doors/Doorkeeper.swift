import BookingDomain
import NIOCore
import Synchronization

/// Lets connections in, as many as there are places, and sends away whoever only holds one.
final class Doorkeeper: Sendable {
  private struct State {
    var connections: OpenConnections
    var sockets: OpenSockets
    var leave: [Int: @Sendable () -> Void] = [:]
    var numbers = 0
  }

  private let state: Mutex<State>
  /// Connections that there are places for.
  let places: Int
  /// WebSockets among them.
  let socketPlaces: Int

  init(_ limits: ConnectionLimits) {
    places = limits.connections.places
    socketPlaces = limits.sockets.all
    state = Mutex(
      State(
        connections: OpenConnections(limits.connections), sockets: OpenSockets(limits.sockets)))
  }

  var connections: Int { state.withLock { $0.connections.count } }
  var sockets: Int { state.withLock { $0.sockets.count } }

  /// - Parameter leave: called where the connection has to make room for another.
  /// - Returns: the connection's number where it is admitted.
  func open(from network: Network?, at now: NIODeadline, leave: @escaping @Sendable () -> Void)
    -> (verdict: OpenConnections.Verdict, number: Int)
  {
    typealias Entry = (
      verdict: OpenConnections.Verdict, number: Int, leaving: (@Sendable () -> Void)?
    )
    let entry = state.withLock { state -> Entry in
      state.numbers += 1
      let number = state.numbers
      let verdict = state.connections.open(number, from: network, at: now)
      guard case .admitted(let evicted) = verdict else { return (verdict, number, nil) }
      state.leave[number] = leave
      return (verdict, number, evicted.flatMap { state.leave.removeValue(forKey: $0) })
    }
    entry.leaving?()
    return (entry.verdict, entry.number)
  }

  func isFrom(_ network: Network?, _ number: Int) -> Bool {
    state.withLock { $0.connections.isFrom(network, number) }
  }

  func becameBusy(_ number: Int) { state.withLock { $0.connections.becameBusy(number) } }

  /// It is never idle again and never has to make room. The closure that would close it is
  /// forgotten, and with it the HTTP handler that the closure holds.
  func becameSocket(_ number: Int) { state.withLock { $0.leave[number] = nil } }

  func becameIdle(_ number: Int) {
    state.withLock { $0.connections.becameIdle(number, at: .now()) }
  }

  func close(_ number: Int) {
    state.withLock { state in
      state.connections.close(number)
      state.leave[number] = nil
    }
  }

  func openSocket(from network: Network?) -> OpenSockets.Verdict {
    state.withLock { $0.sockets.open(from: network) }
  }

  func isOf(_ person: PersonID) -> Bool { state.withLock { $0.sockets.isOf(person) } }

  func pollEnded(of person: PersonID) { state.withLock { $0.sockets.pollEnded(of: person) } }

  func closeSocket(from network: Network?, of person: PersonID?) {
    state.withLock { $0.sockets.close(from: network, of: person) }
  }
}

/// How many may be connected: what was set, and what the system gives us open files for.
package struct ConnectionLimits: Hashable, Sendable {
  let connections: OpenConnections.Limits
  let sockets: OpenSockets.Limits
  /// Open files that are kept from connections.
  let reserve: Int

  /// Places that no socket takes, for those who log in, poll or ask for health: an eighth, and no more
  /// than these.
  private static let spare = 256
  /// Database, log, new files, what the event loops and libraries hold, and connections that are
  /// on their way out: an SQLite database has some 20, a pool of MySQL's 8.
  private static let kept = 64
  /// With fewer, nothing would be served.
  package static let fewest = 16

  init(_ limits: ServerConfiguration.Limits, loops: Int = System.coreCount) {
    reserve = Self.kept + 4 * loops
    let places = max(Self.fewest, min(limits.connections, limits.openFiles - reserve))
    connections = OpenConnections.Limits(places: places, perNetwork: limits.connectionsPerAddress)
    sockets = OpenSockets.Limits(
      all: places - min(Self.spare, places / 8), perAccount: limits.socketsPerAccount,
      perNetwork: limits.connectionsPerAddress)
  }
}

extension ServerConfiguration.Limits {
  /// Each connection is an open file, and the database and the log need theirs.
  /// - Returns: why nothing can be served; nil where something can.
  package func tooFewFiles(loops: Int = System.coreCount) -> OperatingError? {
    let needed = ConnectionLimits(self, loops: loops).reserve + ConnectionLimits.fewest
    guard openFiles < needed else { return nil }
    return OperatingError(
      "This system lets the server have only \(openFiles) files open; it needs \(needed) at least. "
        + "Raise the limit (`ulimit -n`, or LimitNOFILE= of its systemd unit).")
  }

  /// What of the connections that were set the system has open files for; nil where it has for all.
  package var shortOfFiles: (places: Int, needed: Int)? {
    let limits = ConnectionLimits(self)
    guard limits.connections.places < connections else { return nil }
    return (limits.connections.places, connections + limits.reserve)
  }
}
