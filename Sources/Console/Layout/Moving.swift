import BookingDomain

extension Model {
  /// What the cursor comes to in a direction; nil where there is nothing.
  package func neighbour(_ direction: Action.Direction) -> Cursor? {
    let columns = readingOrder
    guard let here = selectedStop, let (column, row) = place(of: here, in: columns) else {
      // Where a therapist has nobody left, what is over is looked at from its end.
      let start = whereToStart ?? (view == .own ? shownBookings.last?.id : nil)
      return start.map(Cursor.booking) ?? firstStop
    }
    switch direction {
    case .up: return row > 0 ? cursor(to: row - 1, of: columns[column]) : nil
    case .down:
      return row + 1 < columns[column].stops.count ? cursor(to: row + 1, of: columns[column]) : nil
    case .left: return nearest(to: here, in: columns[..<column].reversed())
    case .right: return nearest(to: here, in: columns[(column + 1)...])
    }
  }

  private var firstStop: Cursor? {
    readingOrder.first { !$0.stops.isEmpty }.flatMap { cursor(to: 0, of: $0) }
  }

  private func cursor(to row: Int, of column: ReadingColumn) -> Cursor? {
    let stop = column.stops[row]
    return cursor(at: stop, in: column.resource, near: stop.time)
  }

  private func place(of stop: Stop, in columns: [ReadingColumn]) -> (column: Int, row: Int)? {
    for (index, column) in columns.enumerated() {
      if let spot = selectedSpot, column.resource != spot.column { continue }
      if let row = column.stops.firstIndex(of: stop) { return (index, row) }
    }
    return nil
  }

  /// What stands beside it at the same height, in the first of these columns that has anything;
  /// else what shares the most time with it, or is nearest. Of equals what takes place.
  private func nearest(to stop: Stop, in columns: some Sequence<ReadingColumn>) -> Cursor? {
    let from = selectedSpot?.time ?? stop.time
    let to = selectedSpot == nil ? stop.end : min(stop.end, from + 30)
    func distance(_ other: Stop) -> (Int, Int, Int, Int) {
      let shared = min(other.end, to).minutes - max(other.time, from).minutes
      // The last minutes of free time are of no use to anybody.
      let isBeside = other.holds(from) && (other.booking != nil || shared >= 30)
      return (
        isBeside ? 0 : 1, -max(0, shared),
        abs(other.time(nearest: from).minutes - from.minutes),
        other.booking?.status.occupies ?? true ? 0 : 1
      )
    }
    for column in columns {
      if let found = column.stops.min(by: { distance($0) < distance($1) }) {
        return cursor(at: found, in: column.resource, near: from)
      }
    }
    return nil
  }

  /// Where a day is best begun: today at the first guest still to be seen to around now, on other
  /// days at the first booking.
  package var whereToStart: BookingID? {
    if view == .own, isOnToday { return guestOfNow?.id }
    let bookings = shownBookings.filter { $0.date == board.date && $0.status.occupies }
    guard isOnToday else { return bookings.first?.id }
    let now = moment.local.time
    let open = bookings.filter { $0.status.isAhead || $0.status == .inProgress }
    return open.first { $0.end > now }?.id ?? open.last?.id ?? bookings.last?.id
  }

  /// The first or last booking of the selected one's column.
  package func endOfColumn(last: Bool) -> BookingID? {
    let columns = readingOrder
    let column = selectedStop.flatMap { place(of: $0, in: columns)?.column } ?? 0
    guard columns.indices.contains(column) else { return nil }
    let bookings = columns[column].stops.compactMap(\.booking)
    return (last ? bookings.last : bookings.first)?.id
  }

  /// The next booking, by time, that needs somebody; around the end of the day to its beginning.
  package func needed(forward: Bool) -> BookingID? {
    next(among: shownBookings.filter { Attention($0, at: moment).isNeeded }, forward: forward)
  }

  package func match(forward: Bool) -> BookingID? {
    next(among: matches(lastSearch), forward: forward)
  }

  /// The bookings whose guest's name has every word searched for, in order of time.
  package func matches(_ search: String) -> [Booking] {
    let words = FoldedText(search).text.split(separator: " ")
    guard !words.isEmpty else { return [] }
    return shownBookings.filter { booking in
      let name = FoldedText(booking.customer.name).text
      return words.allSatisfy { name.contains($0) }
    }
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
