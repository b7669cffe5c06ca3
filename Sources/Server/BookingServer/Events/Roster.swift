import BookingDomain
import BookingStore
import NIOCore
import WebSocket

/// The sockets of one event loop, found by who is to be told. Belongs to that loop.
///
/// Most boards follow in step and are told by `FanOut`, in slices: between two of them the loop
/// serves whoever asks for something, so that an event for thousands of boards does not delay the
/// one request that is waited for. Everybody else is told by itself, at once.
final class Roster {
  /// After writing for this long, requests that have come are served first. On a busy machine a
  /// write may take ten times as long as usual, since the system runs its reader before us.
  private static let slice = TimeAmount.microseconds(500)
  /// Writes between two looks at the clock.
  private static let step = 16
  /// The pause between two slices. A task without a pause would run before the loop looks at its
  /// sockets.
  private static let pause = TimeAmount.microseconds(5)
  /// Events that are told together when many come at once: a member gets them in one write.
  private static let together = 16

  private let loop: any EventLoop
  /// Sockets in groups, one group a tick: each gets one heartbeat a round.
  private var sockets: [[Int64: any ServedSocket]]
  private var turn = 0
  /// Whether all are to be looked at with the next tick, whoever's turn it is.
  private var lookAtAll = false
  private var databaseTrouble: StoreFailure.Trouble?
  /// When the first session here has to be looked up.
  private var sessionsDue: Timestamp?
  private var audience: [AudienceKey: [Int64: any ServedSocket]] = [:]
  private var fanOut = FanOut()
  /// Staff who follow the stream and are not in step with anybody.
  private var stragglers: [Int64: any ServedSocket] = [:]
  /// The first is being told to those in step.
  private var jobs = CircularBuffer<[PreparedEvent]>()
  private var isTelling = false
  /// Up to where the events have come here; while `isTelling` not every socket has them yet.
  private var reached: LogPosition
  /// Events handed to sockets so far. Counted here, on the loop itself, where it costs nothing.
  private var deliveries = 0

  init(loop: any EventLoop, at position: LogPosition, ticksPerHeartbeat: Int) {
    self.loop = loop
    reached = position
    sockets = Array(repeating: [:], count: max(1, ticksPerHeartbeat))
  }

  /// Whether every socket here has been handed what happened up to exactly `position`.
  func isLevel(at position: LogPosition) -> Bool { !isTelling && reached == position }

  func restart(at position: LogPosition) { reached = position }

  var all: [any ServedSocket] { sockets.flatMap(\.values) }

  var tally: SocketTally {
    var tally = SocketTally(deliveries: deliveries)
    for socket in all { tally.add(socket) }
    return tally
  }

  func join(_ socket: any ServedSocket) { sockets[place(of: socket)][socket.number] = socket }

  /// From now on the socket hears what concerns this person.
  func admit(_ socket: any ServedSocket, as key: AudienceKey) {
    audience[key, default: [:]][socket.number] = socket
  }

  func leave(_ socket: any ServedSocket, as key: AudienceKey?) {
    sockets[place(of: socket)][socket.number] = nil
    stragglers[socket.number] = nil
    fanOut.leave(socket)
    guard let key else { return }
    audience[key]?[socket.number] = nil
    if audience[key]?.isEmpty == true { audience[key] = nil }
  }

  /// From now on this board is told together with the others.
  /// - Parameter last: the event that it was sent last.
  func fallIn(_ socket: any ServedSocket, after last: Int64) {
    stragglers[socket.number] = nil
    fanOut.join(socket, after: last)
  }

  /// From now on this board is told by itself, beginning with what the others are being told.
  func fallOut(_ socket: any ServedSocket) {
    fanOut.leave(socket)
    guard stragglers.updateValue(socket, forKey: socket.number) == nil else { return }
    for events in jobs { events.forEach { _ = socket.receive($0) } }
    socket.flush()
  }

  func tell(_ events: [PreparedEvent], upTo position: LogPosition) {
    reached = position
    for event in events {
      for key in AudienceKey.all(for: event.event, current: event.current) {
        deliveries += audience[key]?.count ?? 0
      }
      tellEach(of: event)
    }
    var rest = events[...]
    while !rest.isEmpty {
      jobs.append(Array(rest.prefix(Self.together)))
      rest = rest.dropFirst(Self.together)
    }
    guard !isTelling, let first = jobs.first else { return }
    isTelling = true
    fanOut.begin(first)
    tellSlice()
  }

  func tell(
    _ frame: WebSocketFrameBytes, to key: AudienceKey, where isMeant: (any ServedSocket) -> Bool
  ) {
    for socket in audience[key]?.values.filter(isMeant) ?? [] { socket.tell(frame) }
  }

  /// Something about a socket here has to be looked at with the next tick.
  func lookSoon() { lookAtAll = true }

  func sessionIsDue(at time: Timestamp) {
    sessionsDue = min(sessionsDue ?? time, time)
  }

  /// Gives those a heartbeat whose turn it is; and looks at all where the database went or came
  /// back, or where a session is about to end.
  func tick(at now: NIODeadline, wallClock: Timestamp, database trouble: StoreFailure.Trouble?) {
    turn = (turn + 1) % sockets.count
    let isDue = sessionsDue.map { wallClock >= $0 } ?? false
    guard isDue || lookAtAll || trouble != databaseTrouble else {
      for socket in Array(sockets[turn].values) { socket.tick(at: now, wallClock: wallClock) }
      return
    }
    databaseTrouble = trouble
    lookAtAll = false
    sessionsDue = nil
    for socket in all {
      socket.tick(at: now, wallClock: wallClock)
      if socket.isOutOfDate { lookAtAll = true }
      if let due = socket.sessionDue { sessionIsDue(at: due) }
    }
  }

  private func place(of socket: any ServedSocket) -> Int {
    Int(socket.number % Int64(sockets.count))
  }

  private func tellEach(of event: PreparedEvent) {
    for key in AudienceKey.all(for: event.event, current: event.current) where key != .staff {
      for socket in audience[key].map({ Array($0.values) }) ?? [] {
        if socket.receive(event) { socket.flush() }
      }
    }
    for socket in Array(stragglers.values) where socket.receive(event) { socket.flush() }
  }

  private func tellSlice() {
    let end = NIODeadline.now() + Self.slice
    repeat {
      guard let unsent = tellSome() else {
        isTelling = false
        return
      }
      finish(unsent)
    } while NIODeadline.now() < end
    loop.assumeIsolated().scheduleTask(in: Self.pause) { self.tellSlice() }
  }

  /// Has the sockets themselves send what could not be written straight to their connections.
  private func finish(_ unsent: [FanOut.Unsent]) {
    // First the rest of what has begun to leave: nothing may come between.
    for one in unsent where one.taken > 0 { one.socket.finish(one.frames, one.taken, one.last) }
    for one in unsent {
      if one.taken > 0 {
        one.socket.flush()
      } else if one.socket.isInStep {
        one.socket.receiveInStep(one.frames, upTo: one.last)
      }
    }
  }

  private func tellSome() -> [FanOut.Unsent]? {
    while true {
      if let unsent = fanOut.tell(Self.step) { return unsent }
      if !jobs.isEmpty { jobs.removeFirst() }
      guard let job = jobs.first else { return nil }
      fanOut.begin(job)
    }
  }
}
