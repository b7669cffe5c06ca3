/// How full a day is: what of the time that could be booked is booked.
package struct DayFullness: Hashable, Sendable {
  /// Six weeks, as a calendar shows a month.
  package static let mostDays = 42

  package let date: LocalDate
  /// Those that take place or took place.
  package let bookings: Int
  package let bookedMinutes: Int
  /// Of everybody who works, without blocked time and time off.
  package let openMinutes: Int
  /// Why nobody is booked, empty where it is just not a day of work; nil on a day that is open.
  package let closed: String?
  /// Bookings still ahead, by therapist.
  package let ahead: [UserID: Int]

  package init(
    date: LocalDate, bookings: Int, bookedMinutes: Int, openMinutes: Int, closed: String?,
    ahead: [UserID: Int]
  ) {
    self.date = date
    self.bookings = bookings
    self.bookedMinutes = bookedMinutes
    self.openMinutes = openMinutes
    self.closed = closed
    self.ahead = ahead
  }

  /// - Parameter therapist: whose day it is; nil is the whole spa's.
  package init(_ day: DaySnapshot, of therapist: UserID? = nil) {
    let mine = day.bookings.filter {
      $0.date == day.date && (therapist ?? $0.therapist) == $0.therapist
    }
    let standing = mine.filter(\.status.occupies)
    let workers = day.spa.therapists.filter {
      $0.state.takesBookings && (therapist ?? $0.id) == $0.id
    }
    date = day.date
    bookings = standing.count
    bookedMinutes = standing.reduce(0) { $0 + $1.duration.count }
    openMinutes = workers.reduce(0) { $0 + day.openMinutes(of: $1.id) }
    let holiday = day.blocks.first { $0.timeOff.map { $0.therapist == nil } ?? false }
    closed =
      holiday?.reason ?? (day.spa.hours[day.date.weekday] == nil || openMinutes == 0 ? "" : nil)
    ahead = Dictionary(
      mine.filter(\.status.isAhead).map { ($0.therapist, 1) }, uniquingKeysWith: +)
  }

  /// Booked of what could be, in per cent; nil where nothing can be.
  package var percent: Int? { openMinutes > 0 ? bookedMinutes * 100 / openMinutes : nil }
}

extension DaySnapshot {
  /// Of the therapist's own hours of that day what is not blocked.
  fileprivate func openMinutes(of therapist: UserID) -> Int {
    let blocked = blocks.filter { $0.therapist == therapist && $0.date == date }
      .map(\.interval).sorted { $0.start < $1.start }
    return spa.ownOpenings(of: date, therapist).reduce(0) { sum, hours in
      var open = 0
      var from = hours.start
      for block in blocked where block.end > from {
        if block.start > from { open += max(0, (min(block.start, hours.end) - from).count) }
        from = max(from, min(block.end, hours.end))
      }
      return sum + open + max(0, (hours.end - from).count)
    }
  }
}
