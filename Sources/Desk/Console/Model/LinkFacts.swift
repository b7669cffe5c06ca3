import BookingDomain
import LinePromise

/// How the line is and was: what the status line says and `F12` shows.
package struct LinkFacts: Hashable, Sendable {
  package var state: LinkState = .connecting
  /// When the picture was last known to be the truth (local clock); nil before the first picture.
  package var currentUntil: Timestamp?
  /// When the server last proved that our board is its own; nil where it has not yet.
  package var verifiedAt: Timestamp?
  package var since: Timestamp
  package var reconnects = 0
  package var events = 0
  package var snapshots = 0
  /// How far in the server's log we have come.
  package var position: LogPosition?
  /// From the database's commit to the event's arrival here, in milliseconds, newest last. At
  /// most 64: enough for a median that follows the day.
  package var latencies: [Int64] = []

  package init(since: Timestamp) { self.since = since }

  package var isCurrent: Bool { state == .live || state == .polling }

  package mutating func change(to state: LinkState, at now: Timestamp) {
    let wasCurrent = isCurrent
    if wasCurrent { currentUntil = now }
    if case .stale(let since) = state { currentUntil = since }
    self.state = state
    if wasCurrent != isCurrent {
      since = now
      if !isCurrent { reconnects += 1 }
    }
  }

  package mutating func heard(commit: Timestamp, at serverNow: Timestamp) {
    events += 1
    latencies.append(max(0, serverNow.milliseconds - commit.milliseconds))
    if latencies.count > 64 { latencies.removeFirst() }
  }

  package var medianLatency: Int64? {
    latencies.isEmpty ? nil : latencies.sorted()[latencies.count / 2]
  }
}
