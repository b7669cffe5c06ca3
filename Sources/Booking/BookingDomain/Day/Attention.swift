/// What a booking asks of the desk at a moment: the timers of the board, and what the manager counts.
package struct Attention: Hashable, Sendable {
  /// The guest has not come; minutes since the start. Counted from five minutes on: before that
  /// it is the ordinary jitter of arrivals.
  package var late: Minutes?
  /// The guest is here and not yet served; minutes since arrival.
  package var waiting: Minutes?
  /// In progress past its end; minutes over.
  package var overrun: Minutes?
  /// In progress; minutes since the start and until the end.
  package var running: Minutes?
  package var left: Minutes?
  /// Starts within two hours and is still only scheduled.
  package var isUnconfirmed = false
  /// Still to come, and its therapist is not at work then.
  package var isStranded = false
  /// Done, and not paid yet.
  package var isUnpaid = false
  /// Its row has to be put right; what the clock says about it means nothing.
  package var isUnreadable = false

  private static let lateFrom: Minutes = 5
  private static let confirmWithin: Minutes = 120

  /// - Parameter day: what else there is on its day.
  package init(_ booking: Booking, at moment: Moment, on day: DaySituation) {
    guard booking.unreadable.isEmpty else {
      isUnreadable = true
      return
    }
    let toStart = moment.minutesUntil(booking.start)
    switch booking.status {
    case .scheduled, .confirmed:
      isStranded = day.stranded.contains(booking.id)
      let here = [booking.arrivedAt, day.freeSince[booking.id]].compactMap(\.self).max()
      if day.engaged.contains(booking.id) {
        // Nobody has to go to a guest who is being treated.
      } else if let here {
        waiting = max(0, moment.instant - here)
      } else if booking.date == moment.today, -toStart >= Self.lateFrom {
        late = -toStart
      }
      isUnconfirmed =
        booking.status == .scheduled && toStart <= Self.confirmWithin
        && booking.date == moment.today
    case .inProgress:
      let toEnd = moment.minutesUntil(LocalMoment(date: booking.date, time: booking.end))
      running = max(0, booking.startedAt.map { moment.instant - $0 } ?? -toStart)
      if toEnd < 0 { overrun = -toEnd } else { left = toEnd }
    case .completed: isUnpaid = booking.isUnpaid
    case .cancelled, .noShow: break
    }
  }

  package var isNeeded: Bool {
    late != nil || waiting != nil || overrun != nil || isUnconfirmed || isStranded || isUnpaid
      || isUnreadable
  }
}
