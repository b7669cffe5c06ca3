/// A status that contradicts the clock: somebody forgot to press a key, or wrote a wrong one.
package enum StatusDoubt: Hashable, Sendable {
  /// Its time is over, and nobody said whether the guest came.
  case neverSettled
  /// In progress long past its end.
  case neverCompleted
  /// Under way or done, although it is not its time yet.
  case tooEarly

  /// Past its end by this much nobody is still being served.
  private static let forgottenAfter: Minutes = 60
  /// A start before this is an early guest; earlier, a wrong key.
  private static let earliest: Minutes = 60

  package init?(_ booking: Booking, at moment: Moment) {
    guard booking.unreadable.isEmpty else { return nil }
    let toEnd = moment.minutesUntil(LocalMoment(date: booking.date, time: booking.end))
    let toStart = moment.minutesUntil(booking.start)
    switch booking.status {
    case .scheduled where booking.arrivedAt == nil, .confirmed where booking.arrivedAt == nil:
      guard toEnd <= 0 else { return nil }
      self = .neverSettled
    case .scheduled, .confirmed:
      // The guest has arrived and sits in the waiting room: for a while reception knows of it
      // without being told.
      guard -toEnd > Self.forgottenAfter else { return nil }
      self = .neverSettled
    case .inProgress:
      if -toEnd > Self.forgottenAfter {
        self = .neverCompleted
      } else if toStart > Self.earliest {
        self = .tooEarly
      } else {
        return nil
      }
    case .completed, .noShow:
      guard toStart > Self.earliest else { return nil }
      self = .tooEarly
    case .cancelled: return nil
    }
  }
}
