import BookingDomain
import BookingStore
import NIOCore
import Synchronization
import WebSocket

/// Everybody connected, over all event loops.
final class Hub: Sendable {
  private struct Seat: Sendable {
    let loop: any EventLoop
    let roster: NIOLoopBoundBox<Roster>
  }

  private let seats: [Seat]
  private let counts = Mutex(
    (connections: 0, sockets: 0, numbers: Int64(0), admissions: Int64(0)))
  private let draining = Mutex(false)

  private let listing = Mutex((open: Set<String>(), admissions: Int64(0)))

  /// - Parameter ticksPerHeartbeat: calls of `tick` in which every socket has its turn once.
  init(group: any EventLoopGroup, at position: LogPosition, ticksPerHeartbeat: Int) {
    seats = group.makeIterator().map { loop in
      Seat(
        loop: loop,
        roster: .makeBoxSendingValue(
          Roster(loop: loop, at: position, ticksPerHeartbeat: ticksPerHeartbeat),
          eventLoop: loop))
    }
  }

  /// Call on `loop`.
  func roster(on loop: any EventLoop) -> Roster {
    guard let seat = seats.first(where: { $0.loop === loop }) else {
      preconditionFailure("a connection runs on an event loop that the hub was not made with")
    }
    return seat.roster.value
  }

  var connections: Int { counts.withLock { $0.connections } }
  var sockets: Int { counts.withLock { $0.sockets } }
  var isDraining: Bool { draining.withLock { $0 } }

  func connectionOpened() { counts.withLock { $0.connections += 1 } }
  func connectionClosed() { counts.withLock { $0.connections -= 1 } }
  /// How often a socket has taken a session so far.
  var admissions: Int64 { counts.withLock { $0.admissions } }
  func socketAdmitted() { counts.withLock { $0.admissions += 1 } }
  func socketClosed() { counts.withLock { $0.sockets -= 1 } }

  /// The number of a new socket, counted from 1.
  func openSocket() -> Int64 {
    counts.withLock { counts in
      counts.sockets += 1
      counts.numbers += 1
      return counts.numbers
    }
  }

  func beginDraining() { draining.withLock { $0 = true } }

  func tell(_ events: [PreparedEvent], upTo position: LogPosition) {
    onEachLoop { $0.tell(events, upTo: position) }
  }

  /// The log begins anew there: every socket that follows it gets its days again.
  func restart(at position: LogPosition) {
    onEachLoop { roster in
      roster.restart(at: position)
      for socket in roster.all { socket.subscribeAnew() }
    }
  }

  func tell(
    _ frame: WebSocketFrameBytes, to key: AudienceKey,
    where isMeant: @escaping @Sendable (any ServedSocket) -> Bool
  ) {
    onEachLoop { $0.tell(frame, to: key, where: isMeant) }
  }

  func onEachSocket(_ body: @escaping @Sendable (any ServedSocket) -> Void) {
    onEachLoop { $0.all.forEach(body) }
  }

  func tick(at now: NIODeadline, wallClock: Timestamp, database trouble: StoreFailure.Trouble?) {
    onEachLoop {
      $0.tick(at: now, wallClock: wallClock, database: trouble)
    }
  }

  /// Ends the sockets whose sessions are not among those that are open.
  /// - Parameters:
  ///   - listed: when these were listed: a session that came after says nothing.
  ///   - admissions: as they were before.
  func keep(_ open: Set<String>, asOf listed: NIODeadline, admissions: Int64) {
    let isNews = listing.withLock { last in
      defer { last = (open, admissions) }
      return last.open != open || last.admissions != admissions
    }
    // Where no session has ended and no socket has come since the last look, no socket has to be
    // ended.
    if isNews { onEachSocket { $0.keepIfOpen(open, asOf: listed) } }
  }

  /// How far each reader that acknowledges is behind what was sent to it, in log positions.
  func readersBehind() async -> [Int64] {
    var behind: [Int64] = []
    for seat in seats {
      let here = seat.loop.submit { seat.roster.value.all.compactMap(\.behind) }
      // A loop that is going away has no readers.
      behind += (try? await here.get()) ?? []
    }
    return behind
  }

  func tally() async -> SocketTally {
    var tally = SocketTally()
    for seat in seats {
      let here = seat.loop.submit { seat.roster.value.tally }
      if let here = try? await here.get() { tally.add(here) }
    }
    return tally
  }

  private func onEachLoop(_ body: @escaping @Sendable (Roster) -> Void) {
    for seat in seats { seat.loop.execute { body(seat.roster.value) } }
  }
}
