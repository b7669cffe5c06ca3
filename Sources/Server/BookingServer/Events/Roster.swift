import BookingDomain
import NIOCore
import WebSocket

/// The sockets of one event loop, found by who is to be told. Belongs to that loop.
///
/// News is told in slices: between two of them the loop serves whoever asks for something, so
/// that an event for thousands of boards does not delay the one request that is waited for.
final class Roster {
  /// Some 0.3 ms of writing.
  private static let slice = 64
  /// A pause long enough for the loop to look at its sockets; a task without one would run before.
  private static let pause = TimeAmount.microseconds(30)

  private struct Job {
    let event: PreparedEvent
    var sockets: ArraySlice<any ServedSocket>
  }

  private let loop: any EventLoop
  private var sockets: [Int64: any ServedSocket] = [:]
  private var audience: [AudienceKey: [Int64: any ServedSocket]] = [:]
  private var jobs = CircularBuffer<Job>()
  private var isTelling = false
  /// Up to where the events have come here; while `isTelling` not every socket has them yet.
  private var reached: LogPosition

  init(loop: any EventLoop, at position: LogPosition) {
    self.loop = loop
    reached = position
  }

  /// Whether every socket here has been handed what happened up to exactly `position`.
  func isLevel(at position: LogPosition) -> Bool { !isTelling && reached == position }

  func restart(at position: LogPosition) { reached = position }

  var all: [any ServedSocket] { Array(sockets.values) }

  func join(_ socket: any ServedSocket) { sockets[socket.number] = socket }

  /// From now on the socket hears what concerns this person.
  func admit(_ socket: any ServedSocket, as key: AudienceKey) {
    audience[key, default: [:]][socket.number] = socket
  }

  func leave(_ socket: any ServedSocket, as key: AudienceKey?) {
    sockets[socket.number] = nil
    guard let key else { return }
    audience[key]?[socket.number] = nil
    if audience[key]?.isEmpty == true { audience[key] = nil }
  }

  func tell(_ events: [PreparedEvent], upTo position: LogPosition) {
    reached = position
    for event in events {
      let keys = AudienceKey.all(for: event.event, current: event.current)
      let listeners = keys.flatMap { audience[$0].map { Array($0.values) } ?? [] }
      if !listeners.isEmpty { jobs.append(Job(event: event, sockets: listeners[...])) }
    }
    guard !isTelling else { return }
    isTelling = true
    tellSlice()
  }

  func tell(
    _ frame: WebSocketFrameBytes, to key: AudienceKey, where isMeant: (any ServedSocket) -> Bool
  ) {
    for socket in audience[key]?.values.filter(isMeant) ?? [] { socket.tell(frame) }
  }

  private func tellSlice() {
    var left = Self.slice
    var touched: [Int64: any ServedSocket] = [:]
    while left > 0, var job = jobs.popFirst() {
      for socket in job.sockets.prefix(left) {
        if socket.receive(job.event) { touched[socket.number] = socket }
      }
      let told = min(left, job.sockets.count)
      left -= told
      job.sockets = job.sockets.dropFirst(told)
      if !job.sockets.isEmpty { jobs.prepend(job) }
    }
    for socket in touched.values { socket.flush() }
    guard !jobs.isEmpty else {
      isTelling = false
      return
    }
    loop.assumeIsolated().scheduleTask(in: Self.pause) { self.tellSlice() }
  }
}
