import BookingDomain

extension Model {
  /// The next booking in a direction from the selected one; nil where there is none.
  package func neighbour(_ direction: Action.Direction) -> BookingID? {
    guard let selected = selectedBooking else { return whereToStart }
    let columns = readingOrder.map(\.bookings)
    guard let (column, row) = place(of: selected, in: columns) else { return whereToStart }
    switch direction {
    case .up: return row > 0 ? columns[column][row - 1].id : nil
    case .down:
      return row + 1 < columns[column].count ? columns[column][row + 1].id : nil
    case .left: return nearest(to: selected, in: columns[..<column].reversed())
    case .right: return nearest(to: selected, in: columns[(column + 1)...])
    }
  }

  private func place(of booking: Booking, in columns: [[Booking]]) -> (column: Int, row: Int)? {
    for (column, bookings) in columns.enumerated() {
      if let row = bookings.firstIndex(where: { $0.id == booking.id }) { return (column, row) }
    }
    return nil
  }

  /// The booking nearest in time in the first of these columns that has any.
  private func nearest(to booking: Booking, in columns: some Sequence<[Booking]>) -> BookingID? {
    for column in columns {
      let found = column.min { a, b in
        distance(a, booking) < distance(b, booking)
      }
      if let found { return found.id }
    }
    return nil
  }

  private func distance(_ a: Booking, _ b: Booking) -> (Int, Int, Int) {
    let overlap = min(a.end.minutes, b.end.minutes) - max(a.time.minutes, b.time.minutes)
    // What stands beside it first; then what is nearest; of equals the one that takes place.
    return (
      overlap > 0 ? 0 : 1, abs(a.time.minutes - b.time.minutes), a.status.occupies ? 0 : 1
    )
  }

  /// Where a day is best begun: today at the first guest still to be seen to around now, on other
  /// days at the first booking.
  package var whereToStart: BookingID? {
    let bookings = shownBookings.filter { $0.date == board.date && $0.status.occupies }
    guard isOnToday else { return bookings.first?.id }
    let now = moment.local.time
    let open = bookings.filter { $0.status.isAhead || $0.status == .inProgress }
    return open.first { $0.end > now }?.id ?? open.last?.id ?? bookings.last?.id
  }

  /// The first or last booking of the selected one's column.
  package func endOfColumn(last: Bool) -> BookingID? {
    let columns = readingOrder.map(\.bookings)
    let column = selectedBooking.flatMap { place(of: $0, in: columns)?.column } ?? 0
    guard columns.indices.contains(column) else { return nil }
    return (last ? columns[column].last : columns[column].first)?.id
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
    guard let selected = selectedBooking else { return bookings.first?.id }
    func isAfter(_ a: Booking, _ b: Booking) -> Bool {
      (a.date, a.time, a.id) > (b.date, b.time, b.id)
    }
    return forward
      ? (bookings.first { isAfter($0, selected) } ?? bookings.first)?.id
      : (bookings.last { isAfter(selected, $0) } ?? bookings.last)?.id
  }
}
