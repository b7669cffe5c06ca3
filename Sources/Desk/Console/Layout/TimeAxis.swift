import BookingDomain

/// Minutes of the day as rows of the grid.
package struct TimeAxis: Hashable, Sendable {
  /// The hours drawn, in minutes from midnight: business hours, and whatever lies outside them.
  package let start: Int
  package let end: Int
  /// Minutes in one row.
  package let slot: Int
  package let rows: Int
  /// The minute at the top row.
  package let top: Int

  package static let slots = [5, 10, 15, 30, 60]

  /// - Parameters:
  ///   - top: what the person scrolled to; nil keeps `around` a third from the top.
  ///   - around: the minute to keep in view, now or the opening.
  package init(start: Int, end: Int, slot: Int?, rows: Int, top: Int?, around: Int) {
    // Quarters of an hour read best; a low screen would show too few hours with them.
    let slot = slot ?? (rows >= 26 || rows * 15 >= end - start ? 15 : rows >= 6 ? 30 : 60)
    self.slot = slot
    self.start = start / slot * slot
    self.end = (end + slot - 1) / slot * slot
    self.rows = max(0, rows)
    let wanted = top ?? (around - self.rows / 3 * slot)
    let last = max(self.start, self.end - self.rows * slot)
    let clamped = min(max(wanted, self.start), last)
    self.top = self.start + (clamped - self.start) / slot * slot
  }

  /// The row of the whole day, from `start`, nearest to a minute.
  package func dayRow(nearest minute: Int) -> Int {
    (minute - start + slot / 2) / slot
  }

  /// The row of the whole day that a minute lies in.
  package func dayRow(with minute: Int) -> Int { (minute - start) / slot }

  /// Whether a row begins at this time, so that the grid says it.
  package func tells(_ time: TimeOfDay) -> Bool { (time.minutes - start) % slot == 0 }

  package var topRow: Int { (top - start) / slot }

  package func minute(row: Int) -> Int { top + row * slot }

  package var isCutAbove: Bool { top > start }
  package var isCutBelow: Bool { top + rows * slot < end }
}

extension Model {
  /// The hours of the day that are drawn: business hours widened by every booking outside them.
  package var dayHours: (start: Int, end: Int) {
    // A closed day still shows when a day usually is.
    let usual = (start: 9 * 60, end: 18 * 60)
    let open = days(around: board.date).flatMap { board.spa?.openings(on: $0) ?? [] }
    var hours = usual
    if let first = open.map(\.start).min(), let last = open.map(\.end).max() {
      // What goes on past midnight stands on the next day's board.
      hours = (max(first, .midnight).minutes, min(last, .endOfDay).minutes)
    }
    for booking in shownBookings {
      let date = view == .week ? booking.date : board.date
      hours.start = min(hours.start, max(0, booking.start(on: date)))
      hours.end = max(
        hours.end, booking.end(on: date, at: moment) + booking.buffer.count)
    }
    return (hours.start / 60 * 60, (hours.end + 59) / 60 * 60)
  }

  package func axis(rows: Int) -> TimeAxis {
    let hours = dayHours
    let shows = days(around: board.date).contains(moment.today)
    let around = shows ? moment.local.time.minutes : hours.start
    return TimeAxis(
      start: hours.start, end: hours.end, slot: viewport.slot, rows: rows, top: viewport.top,
      around: around)
  }
}
