import BookingDomain

/// What a booking asks of the desk at a moment: the timers of the board, and the manager's counts.
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

  private static let lateFrom: Minutes = 5
  private static let confirmWithin: Minutes = 120

  package init(_ booking: Booking, at moment: Moment) {
    let toStart = moment.minutesUntil(booking.start)
    switch booking.status {
    case .scheduled, .confirmed:
      if let arrived = booking.arrivedAt {
        waiting = max(0, moment.instant - arrived)
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
    case .completed, .cancelled, .noShow:
      break
    }
  }

  package var isNeeded: Bool { late != nil || waiting != nil || overrun != nil || isUnconfirmed }
}

/// The counts of the manager's line.
package struct DayCounts: Hashable, Sendable {
  package var late = 0
  package var waiting = 0
  package var unconfirmed = 0
  package var overrunning = 0
  package var inProgress = 0
  package var done = 0
  package var booked = 0
  /// Booked time of the therapists' open time, in per cent; nil on a closed day.
  package var utilisation: Int?

  package init(_ board: Board, at moment: Moment) {
    var minutes = 0
    for booking in board.ofTheDay {
      let attention = Attention(booking, at: moment)
      if attention.late != nil { late += 1 }
      if attention.waiting != nil { waiting += 1 }
      if attention.overrun != nil { overrunning += 1 }
      if booking.status == .scheduled { unconfirmed += 1 }
      if booking.status == .inProgress { inProgress += 1 }
      if booking.status == .completed { done += 1 }
      if booking.status.occupies {
        booked += 1
        minutes += booking.duration.count
      }
    }
    guard let hours = board.hours, let spa = board.spa else { return }
    let working = spa.therapists.count { $0.state != .onLeave }
    let open = (hours.close - hours.open).count * working
    if open > 0 { utilisation = minutes * 100 / open }
  }
}
