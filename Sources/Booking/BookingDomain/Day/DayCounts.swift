/// The day's bookings, counted by what the desk has to do about them. Cheap enough to be counted
/// for every redraw.
package struct DayCounts: Hashable, Sendable {
  /// Guests who have not come.
  package private(set) var late = 0
  /// Guests who are here and not yet served.
  package private(set) var waiting = 0
  package private(set) var overrunning = 0
  /// Still to come with a therapist who is not at work then.
  package private(set) var stranded = 0
  /// Still only scheduled and due soon, or on a day to come.
  package private(set) var unconfirmed = 0
  /// Done, and not paid yet.
  package private(set) var unpaid = 0
  package private(set) var inProgress = 0
  package private(set) var done = 0
  /// All that take place or took place.
  package private(set) var booked = 0
  /// Bookings whose status contradicts the clock.
  package private(set) var doubtful = 0
  /// Bookings that take the same therapist or bed at the same time as another.
  package private(set) var overlapping = 0
  /// Bookings whose rows cannot be read.
  package private(set) var unreadable = 0
  /// Booked time of the therapists' open time, in per cent; nil on a closed day.
  package private(set) var utilisation: Int?

  /// - Parameters:
  ///   - bookings: of the one day that `date` is.
  ///   - away: who is off on that day.
  ///   - situation: of the same bookings.
  package init(
    _ bookings: [Booking], on date: LocalDate, in spa: Spa?, away: Set<UserID> = [],
    situation: DaySituation, at moment: Moment
  ) {
    overlapping = DaySchedule.overlapping(bookings).count
    var minutes = 0
    for booking in bookings {
      count(booking, at: moment, on: situation)
      if booking.status.occupies { minutes += booking.duration.count }
    }
    guard let spa else { return }
    let working = spa.therapists.filter { $0.state != .onLeave && !away.contains($0.id) }
    let open = working.reduce(0) { sum, therapist in
      spa.ownOpenings(of: date, therapist.id).reduce(sum) { $0 + ($1.end - $1.start).count }
    }
    if open > 0 { utilisation = minutes * 100 / open }
  }

  private mutating func count(
    _ booking: Booking, at moment: Moment, on situation: DaySituation
  ) {
    guard booking.unreadable.isEmpty else {
      unreadable += 1
      if booking.status.occupies { booked += 1 }
      return
    }
    for need in Need.all(of: booking, at: moment, on: situation) {
      switch need {
      case .late: late += 1
      case .waiting: waiting += 1
      case .overrunning: overrunning += 1
      case .stranded: stranded += 1
      case .unconfirmed: unconfirmed += 1
      case .unpaid: unpaid += 1
      }
    }
    if StatusDoubt(booking, at: moment) != nil { doubtful += 1 }
    switch booking.status {
    case .inProgress: inProgress += 1
    case .completed: done += 1
    case .scheduled, .confirmed, .cancelled, .noShow: break
    }
    if booking.status.occupies { booked += 1 }
  }
}
