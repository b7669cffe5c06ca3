import BookingDomain
import BookingProtocol
import LinePromise

/// Where this client stands in the server's log, and which version of each booking it has shown:
/// nothing is missed, nothing is shown twice, nothing older replaces something newer.
package struct EventCursor: Sendable {
  package enum Verdict: Hashable, Sendable {
    case deliver(Booking, BookingNews)
    case gone(BookingID)
    case blocks(UserID, LocalDate, [Block])
    case waiting(LocalDate, [WaitingGuest])
    case tasks([DeskTask])
    /// Nothing new for anybody.
    case pass
    /// Events are missing before this one: ask for everything after `position`.
    case gap
  }

  /// The position after which the next resume asks for everything; nil where only a snapshot helps.
  package private(set) var position: LogPosition?
  private var versions: [BookingID: Int64] = [:]

  package init() {}

  /// A snapshot replaces everything, newer versions too: after a restore of the database the older
  /// version is the true one.
  package mutating func took(_ snapshot: ServerMessage.Snapshot) {
    versions = Dictionary(
      snapshot.bookings.map { ($0.id, $0.version) }, uniquingKeysWith: { max($0, $1) })
    position = snapshot.position
  }

  /// Everything up to `position` has been told. May be older than our position: days are read one
  /// after another, so some events come twice and are ignored.
  package mutating func subscribed(at position: LogPosition) { self.position = position }

  /// The picture is of other days now, or of another viewer.
  package mutating func forget() { self = EventCursor() }

  package mutating func take(_ event: EventMessage) -> Verdict {
    if let prev = event.prev, let position {
      if prev > position.seq { return .gap }
      if event.seq <= position.seq { return .pass }
      self.position = LogPosition(epoch: position.epoch, seq: event.seq)
    }
    // Without `prev` the event came outside the subscription: the version alone decides, and the
    // position stays, since events before this one may be missing. One from before the position is
    // in the picture already, also where that no longer shows its booking.
    if event.prev == nil, let position, event.seq <= position.seq { return .pass }
    return verdict(on: event)
  }

  private mutating func verdict(on event: EventMessage) -> Verdict {
    switch event.kind {
    case .paymentCompleted: return .pass
    // An event always carries the whole list of the day, at least as new as the event itself: the
    // last one told is the true one.
    case .blocksChanged(let therapist, let date, let blocks):
      return .blocks(therapist, date, blocks)
    case .waitingChanged(let date, let guests): return .waiting(date, guests)
    case .tasksChanged(let tasks): return .tasks(tasks)
    case .gone: return event.booking.map { going(of: $0, at: event.version) } ?? .pass
    case .created: return picture(of: event, .created)
    case .statusChanged(let from, let to):
      return picture(of: event, .statusChanged(from: from, to: to))
    case .updated: return picture(of: event, .updated)
    }
  }

  /// The version of a deleted booking is kept, so that an older picture that arrives late does not
  /// bring it back. A picture that is newer than the deletion stays: the booking was made again in
  /// the meantime.
  private mutating func going(of booking: BookingID, at version: Int64?) -> Verdict {
    let shown = versions[booking] ?? 0
    let gone = version ?? shown
    guard gone >= shown else { return .pass }
    versions[booking] = gone
    return .gone(booking)
  }

  private mutating func picture(of event: EventMessage, _ kind: BookingNews.Kind) -> Verdict {
    guard let booking = event.current, booking.version > versions[booking.id] ?? 0 else {
      return .pass
    }
    versions[booking.id] = booking.version
    return .deliver(
      booking,
      BookingNews(kind: kind, byName: event.byName, at: event.at, position: position))
  }
}
