import BookingDomain

/// How late each booking still to come will begin, as things stand: kept until a booking changes
/// or a minute is over, since every picture shows it.
package struct Delays: Hashable, Sendable {
  private struct Reason: Hashable {
    let revision: Int
    let minute: Int64
  }

  private var reason: Reason?
  package private(set) var minutes: [BookingID: Minutes] = [:]

  package init() {}

  package subscript(_ booking: BookingID) -> Minutes? { minutes[booking] }

  /// In steps of five minutes, so that the screen keeps calm. Only today: no other day is under way.
  mutating func recompute(_ board: Board, at moment: Moment) {
    let now = Reason(revision: board.revision, minute: moment.instant.milliseconds / 60_000)
    guard now != reason else { return }
    reason = now
    minutes = [:]
    guard board.date == moment.today else { return }
    for bookings in board.byTherapist.values {
      for (id, delay) in DaySchedule.delays(of: bookings, at: moment) where delay >= 5 {
        minutes[id] = Minutes(delay.count / 5 * 5)
      }
    }
  }
}
