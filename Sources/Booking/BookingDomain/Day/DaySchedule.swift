/// One day as intervals of time: what overlaps what, and where there is room.
package enum DaySchedule {
  /// Half-open `[start, end)` on the spa's clock of one day.
  package struct Interval: Hashable, Sendable {
    package let start: TimeOfDay
    package let end: TimeOfDay

    package func overlaps(_ other: Interval) -> Bool { start < other.end && other.start < end }

    /// The same as the clock of another day has it: so many days earlier than that day's midnight
    /// are below 0:00, later ones past 24:00.
    ///
    /// Reckoned on the clock as it is drawn, in days of 24 hours: in the night that has 23 or 25
    /// two bookings are as far apart as the board shows them.
    package func seen(from day: LocalDate, itsOwn date: LocalDate) -> Interval {
      let away = (date - day) * TimeOfDay.endOfDay.seconds
      return Interval(
        start: TimeOfDay(seconds: start.seconds + away),
        end: TimeOfDay(seconds: end.seconds + away))
    }
  }

  /// The days whose bookings may touch one another's: a booking of a whole day, the longest that a
  /// row can have, still keeps its buffer of up to four hours on the second day after its own.
  package static func around(_ date: LocalDate) -> ClosedRange<LocalDate> { date - 2...date + 2 }

  /// The first occupying booking among `others` that holds the same therapist or the same bed at
  /// the same time, buffers included, on whichever day it began; nil where there is none.
  package static func conflict(of booking: Booking, among others: [Booking]) -> Booking? {
    others.filter {
      $0.id != booking.id && $0.status.occupies && $0.sharesTherapistOrBed(with: booking)
        && $0.occupied(on: booking.date).overlaps(booking.occupied)
    }.min { ($0.start, $0.id) < ($1.start, $1.id) }
  }

  /// Another booking that begins together with this one, with the same therapist or on the same
  /// bed, while both are still to be served: the shop's own keys stop that, whoever asks for it.
  package static func sharingItsStart(_ booking: Booking, among others: [Booking]) -> Booking? {
    others.first {
      $0.id != booking.id && $0.start == booking.start && $0.status.isOpen && booking.status.isOpen
        && $0.sharesTherapistOrBed(with: booking)
    }
  }

  /// At most three other starts of that day at which `booking` would fit, nearest to its own first.
  package static func alternatives(
    for booking: Booking, among others: [Booking], hours: BusinessHours?, grid: Minutes = 15
  ) -> [TimeOfDay] {
    guard let hours else { return [] }
    let opening = Interval(start: hours.open, end: hours.close)
    let fitting = starts(in: [opening], lasting: booking.duration, grid: grid).filter { start in
      var moved = booking
      moved.time = start
      return start != booking.time && conflict(of: moved, among: others) == nil
    }
    let nearest = fitting.sorted {
      abs($0.seconds - booking.time.seconds) < abs($1.seconds - booking.time.seconds)
    }
    return Array(nearest.prefix(3))
  }

  /// Every start of the day on the grid, counted from midnight, at which something of this length
  /// ends by closing time. The buffer may run past it: that is tidying up.
  package static func starts(in openings: [Interval], lasting: Minutes, grid: Minutes)
    -> [TimeOfDay]
  {
    guard grid > 0, lasting >= 0 else { return [] }
    let step = grid.count * 60
    return openings.flatMap { opening -> [TimeOfDay] in
      let first = (max(opening.start, .midnight).seconds + step - 1) / step * step
      let last = min(opening.end.seconds - lasting.count * 60, TimeOfDay.day - 1)
      guard first <= last else { return [] }
      return stride(from: first, through: last, by: step).map { TimeOfDay(seconds: $0) }
    }
  }
}

extension Booking {
  /// What it keeps from others, buffer included.
  package var occupied: DaySchedule.Interval {
    DaySchedule.Interval(start: time, end: occupiedUntil)
  }

  /// The same on the clock of that day.
  package func occupied(on day: LocalDate) -> DaySchedule.Interval {
    occupied.seen(from: day, itsOwn: date)
  }

  /// The days on which it keeps therapist and bed from others.
  package var days: ClosedRange<LocalDate> {
    let lastSecond = max(occupiedUntil.seconds - 1, time.seconds)
    return date...date + lastSecond / TimeOfDay.endOfDay.seconds
  }

  func sharesTherapistOrBed(with other: Booking) -> Bool {
    if therapist == other.therapist { return true }
    guard let bed = place.bed else { return false }
    return bed == other.place.bed
  }
}
