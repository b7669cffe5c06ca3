/// One day as intervals of time: what overlaps what, and where there is room.
package enum DaySchedule {
  /// Half-open `[start, end)` on the spa's clock of one day.
  package struct Interval: Hashable, Sendable {
    package let start: TimeOfDay
    package let end: TimeOfDay

    package init(start: TimeOfDay, end: TimeOfDay) {
      self.start = start
      self.end = end
    }

    package func overlaps(_ other: Interval) -> Bool { start < other.end && other.start < end }
  }

  /// The first occupying booking among `others` that holds the same therapist or the same bed at
  /// the same time, buffers included; nil where there is none.
  package static func conflict(of booking: Booking, among others: [Booking]) -> Booking? {
    others.filter {
      $0.id != booking.id && $0.date == booking.date && $0.status.occupies
        && $0.sharesTherapistOrBed(with: booking) && $0.occupied.overlaps(booking.occupied)
    }.min { ($0.time, $0.id) < ($1.time, $1.id) }
  }

  /// At most three other starts of that day at which `booking` would fit, nearest to its own first.
  package static func alternatives(
    for booking: Booking, among others: [Booking], hours: BusinessHours?, grid: Minutes = 15
  ) -> [TimeOfDay] {
    guard let hours else { return [] }
    let fitting = starts(in: hours, lasting: booking.duration, grid: grid).filter { start in
      var moved = booking
      moved.time = start
      return start != booking.time && conflict(of: moved, among: others) == nil
    }
    let nearest = fitting.sorted {
      abs($0.seconds - booking.time.seconds) < abs($1.seconds - booking.time.seconds)
    }
    return Array(nearest.prefix(3))
  }

  /// Every start on the grid, counted from midnight, at which something of this length ends by
  /// closing time. The buffer may run past it: that is tidying up.
  static func starts(in hours: BusinessHours, lasting: Minutes, grid: Minutes) -> [TimeOfDay] {
    guard grid > 0 else { return [] }
    let step = grid.count * 60
    let first = (hours.open.seconds + step - 1) / step * step
    let last = hours.close.seconds - lasting.count * 60
    guard first <= last else { return [] }
    return stride(from: first, through: last, by: step).map { TimeOfDay(seconds: $0) }
  }
}

extension Booking {
  /// What it keeps from others, buffer included.
  package var occupied: DaySchedule.Interval {
    DaySchedule.Interval(start: time, end: occupiedUntil)
  }

  func sharesTherapistOrBed(with other: Booking) -> Bool {
    if therapist == other.therapist { return true }
    guard let bed = place.bed else { return false }
    return bed == other.place.bed
  }
}
