import BookingDomain
import DeskLanguage

extension Model {
  /// What the cursor comes to in a direction; nil where there is nothing.
  package func neighbour(_ direction: Direction) -> Cursor? {
    guard let here = selectedStop, let (columns, column) = readingPlace else {
      // Where a therapist has nobody left, what is over is looked at from its end.
      let start = whereToStart ?? (view == .own ? shownBookings.last?.id : nil)
      return start.map(Cursor.booking) ?? firstStop
    }
    switch direction {
    case .up: return step(-1, from: here, in: columns[column])
    case .down: return step(1, from: here, in: columns[column])
    case .left: return nearest(to: here, in: columns[..<column].reversed())
    case .right: return nearest(to: here, in: columns[(column + 1)...])
    }
  }

  private var firstStop: Cursor? {
    for column in readingColumns {
      if let stop = stops(of: column).first { return cursor(at: stop, in: column, near: stop.time) }
    }
    return nil
  }

  private func step(_ by: Int, from here: Stop, in column: GridColumn?) -> Cursor? {
    let stops = stops(of: column)
    guard let next = stops.firstIndex(of: here).map({ $0 + by }), stops.indices.contains(next)
    else { return nil }
    return cursor(at: stops[next], in: column, near: stops[next].time)
  }

  /// All columns, and the one that the cursor is in.
  private var readingPlace: (columns: [GridColumn?], index: Int)? {
    let columns = readingColumns
    let column =
      showsGrid ? selectedSpot?.column ?? selectedBooking.map { self.column(of: $0) } : nil
    return columns.firstIndex(of: column).map { (columns, $0) }
  }

  /// What stands beside it at the same height, in the first of these columns that has anything;
  /// else what shares the most time with it, or is nearest. Of two that are equal, the one that
  /// takes place.
  private func nearest(to stop: Stop, in columns: some Sequence<GridColumn?>) -> Cursor? {
    let from = selectedSpot?.time ?? stop.time
    let to = selectedSpot == nil ? stop.end : min(stop.end, from + 30)
    func distance(_ other: Stop) -> (Int, Int, Int, Int) {
      let shared = min(other.end, to).minutes - max(other.time, from).minutes
      // The last minutes of free time are of no use to anybody.
      let isBeside = other.contains(from) && (other.booking != nil || shared >= 30)
      return (
        isBeside ? 0 : 1, -max(0, shared),
        abs(other.time(nearest: from).minutes - from.minutes),
        other.booking?.status.occupies ?? true ? 0 : 1
      )
    }
    for column in columns {
      if let found = stops(of: column).min(by: { distance($0) < distance($1) }) {
        return cursor(at: found, in: column, near: from)
      }
    }
    return nil
  }

  /// Where a day is best begun: today at the first guest still to be seen to around now, on other
  /// days at the first booking.
  package var whereToStart: BookingID? {
    if view == .own, isOnToday { return guestOfNow?.id }
    let bookings = shownBookings.filter {
      board.shows($0) && $0.status.occupies && isShown($0)
    }
    guard isOnToday else { return bookings.first?.id }
    let now = moment.local.time
    let open = bookings.filter { $0.status.isAhead || $0.status == .inProgress }
    return open.first { $0.end > now }?.id ?? open.last?.id ?? bookings.last?.id
  }

  /// The first or last booking of the selected one's column.
  package func endOfColumn(last: Bool) -> BookingID? {
    let column = readingPlace.map { $0.columns[$0.index] } ?? readingColumns.first ?? nil
    let bookings = stops(of: column).compactMap(\.booking)
    return (last ? bookings.last : bookings.first)?.id
  }

  /// The next booking that needs somebody: by time, but page by page where columns are paged; around
  /// the end to the beginning.
  package func needed(forward: Bool) -> BookingID? {
    let needed = shownBookings.filter(isShown).filter {
      board.overlapping.contains($0.id) || !$0.unreadable.isEmpty
        || !Need.all(of: $0, at: moment, on: board.situation).isEmpty
    }
    guard view == .board, let here = selectedBooking else {
      return next(among: needed, forward: forward)
    }
    let shown = max(1, grid.columns.count)
    let places = Dictionary(
      columnOrder.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func place(_ booking: Booking) -> (Int, TimeOfDay, BookingID) {
      ((places[column(of: booking)] ?? 0) / shown, booking.time, booking.id)
    }
    let sorted = needed.sorted { place($0) < place($1) }
    let from = place(here)
    return forward
      ? (sorted.first { place($0) > from } ?? sorted.first)?.id
      : (sorted.last { place($0) < from } ?? sorted.last)?.id
  }

  package func match(forward: Bool) -> BookingID? {
    next(among: matches(lastSearch), forward: forward)
  }

  /// The bookings that what was searched for fits, in order of time.
  package func matches(_ search: String) -> [Booking] {
    BookingSearch(search, in: board.lexicon).found(in: shownBookings)
  }

  private func next(among bookings: [Booking], forward: Bool) -> BookingID? {
    let from: (LocalDate, TimeOfDay, BookingID)
    if let selected = selectedBooking {
      from = (selected.date, selected.time, selected.id)
    } else if let spot = selectedSpot {
      from = (spot.date, spot.time, 0)
    } else {
      return bookings.first?.id
    }
    return forward
      ? (bookings.first { ($0.date, $0.time, $0.id) > from } ?? bookings.first)?.id
      : (bookings.last { ($0.date, $0.time, $0.id) < from } ?? bookings.last)?.id
  }
}
