import BookingDomain

extension Model {
  /// What the cursor stops at in a column of the grid, from top to bottom.
  package func stops(in column: GridColumn) -> [Stop] {
    let bookings = bookings(in: column)
    let blocks = blocks(in: column)
    let free = free(in: column, beside: bookings, blocks)
    let all = bookings.map(Stop.booking) + blocks.map(Stop.block) + free.map(Stop.free)
    return all.sorted { ($0.time, $0.booking?.id ?? 0) < ($1.time, $1.booking?.id ?? 0) }
  }

  /// Blocked time is a therapist's, so beds have none.
  package func blocks(in column: GridColumn) -> [Block] {
    guard let therapist = therapist(of: column) else { return [] }
    let date = date(of: column)
    return board.blocks.filter { $0.therapist == therapist && $0.date == date }
  }

  /// Whose time a column shows.
  package func therapist(of column: GridColumn) -> UserID? {
    switch column {
    case .therapist(let id): id
    case .day: weekTherapist
    case .bed, .room: nil
    }
  }

  /// From now until closing time whatever is long enough for a treatment, for those who may book.
  private func free(in column: GridColumn, beside bookings: [Booking], _ blocks: [Block])
    -> [Range<TimeOfDay>]
  {
    let date = date(of: column)
    guard let role = person?.role, Rights.scope(of: .book, for: role) == .all,
      date >= moment.today, takesBookings(column)
    else { return [] }
    var earliest = TimeOfDay.midnight
    if date == moment.today {
      let minutes = (moment.local.time.minutes + 4) / 5 * 5
      earliest = TimeOfDay(hour: 0, minute: minutes)
    }
    let shortest = board.spa?.services.filter(\.isActive).map(\.duration).min() ?? 30
    var spans: [Range<TimeOfDay>] = []
    let taken =
      bookings.filter(\.status.occupies).map { booking in
        let occupied = booking.lasting(at: moment).occupied(on: date)
        return (occupied.start, occupied.end)
      } + blocks.map { ($0.time, $0.end) }
    for opening in board.spa?.openings(on: date, of: therapist(of: column)) ?? [] {
      var from = max(opening.start, earliest)
      func add(until end: TimeOfDay) {
        if from + shortest <= end, from < .endOfDay { spans.append(from..<end) }
      }
      for (start, end) in taken.sorted(by: { $0 < $1 }) {
        add(until: min(start, opening.end))
        from = max(from, end)
      }
      add(until: opening.end)
    }
    return spans
  }

  private func takesBookings(_ column: GridColumn) -> Bool {
    guard ColumnHead(column, self).away == nil else { return false }
    switch column {
    case .therapist, .day:
      let whose = therapist(of: column)
      return board.spa?.therapists.first { $0.id == whose }?.state.takesBookings ?? false
    case .bed(let id): return board.spa?.beds.contains { $0.id == id } ?? false
    case .room: return false
    }
  }
}

extension Model {
  /// Where the cursor stands while it is on no booking.
  package var selectedSpot: Spot? {
    guard showsGrid, case .spot(let spot)? = cursor, spot.date == board.date else { return nil }
    return spot
  }

  /// What the cursor stands on.
  package var selectedStop: Stop? {
    if let booking = selectedBooking { return .booking(booking) }
    guard let spot = selectedSpot else { return nil }
    return stops(in: spot.column).first { $0.booking == nil && $0.contains(spot.time) }
  }

  func cursor(at stop: Stop, in column: GridColumn?, near time: TimeOfDay) -> Cursor? {
    if let booking = stop.booking { return .booking(booking.id) }
    guard let column else { return nil }
    return .spot(Spot(column: column, date: date(of: column), time: stop.time(nearest: time)))
  }

  /// What a click into a column means at this time.
  func cursor(in column: GridColumn, at time: TimeOfDay) -> Cursor? {
    stops(in: column).first { $0.contains(time) }
      .flatMap { cursor(at: $0, in: column, near: time) }
  }
}
