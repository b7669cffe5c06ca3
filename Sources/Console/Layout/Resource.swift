import BookingDomain

/// What a column of the grid stands for: whoever or whatever a booking takes up for its time.
package enum Resource: Hashable, Sendable {
  case therapist(UserID)
  case bed(BedID)
  /// What is booked in a room without a bed of its own.
  case room(RoomID)
  /// A day of one therapist's week.
  case day(LocalDate)
}

extension Model {
  /// The column that a booking stands in.
  package func column(of booking: Booking) -> Resource {
    switch view {
    case .rooms: booking.place.bed.map(Resource.bed) ?? .room(booking.place.room)
    case .week: .day(booking.date)
    case .board, .agenda, .wall, .own: .therapist(booking.therapist)
    }
  }

  /// The day that a column shows.
  package func date(of column: Resource) -> LocalDate {
    if case .day(let date) = column { date } else { board.date }
  }

  /// The columns from left to right. Bookings of somebody or something that the spa does not know
  /// (any more) get a column too: nothing is hidden.
  package var columnOrder: [Resource] {
    switch view {
    case .week: return days(around: board.date).map(Resource.day)
    case .rooms: return withUnknown(rooms)
    case .board, .agenda, .wall, .own:
      return withUnknown((board.spa?.therapists ?? []).map { .therapist($0.id) })
    }
  }

  private func withUnknown(_ known: [Resource]) -> [Resource] {
    var columns = known
    var seen = Set(known)
    let strangers = board.ofTheDay.filter { !seen.contains(column(of: $0)) }
    for booking in strangers.sorted(by: { ($0.therapist, $0.id) < ($1.therapist, $1.id) }) {
      let column = column(of: booking)
      if seen.insert(column).inserted { columns.append(column) }
    }
    return columns
  }

  /// Room by room; a column for the room itself only where something is booked without a bed.
  private var rooms: [Resource] {
    guard let spa = board.spa else { return [] }
    let used = Set(board.ofTheDay.map { column(of: $0) })
    return spa.rooms.flatMap { room in
      let beds = spa.beds.filter { $0.room == room.id }.map { Resource.bed($0.id) }
      return beds + (used.contains(.room(room.id)) ? [.room(room.id)] : [])
    }
  }

  /// What the cursor stops at, column by column, as it is read.
  package var readingOrder: [ReadingColumn] {
    switch view {
    case .agenda:
      return [ReadingColumn(stops: Agenda.sections(self).flatMap(\.1).map(Stop.booking))]
    case .own, .wall: return [ReadingColumn(stops: shownBookings.map(Stop.booking))]
    case .board, .rooms, .week:
      let byColumn = Dictionary(grouping: shownBookings, by: column)
      return columnOrder.map {
        ReadingColumn(resource: $0, stops: stops(in: $0, byColumn[$0] ?? []))
      }
    }
  }
}

/// One column from top to bottom; a list is one without a resource.
package struct ReadingColumn: Hashable, Sendable {
  package var resource: Resource?
  package var stops: [Stop]
}

/// What stands above a column.
package struct ColumnHead: Hashable, Sendable {
  package let name: String
  /// For narrow columns; nil where the name is cut instead.
  package private(set) var compact: String?
  /// Why nothing is to be expected there: `leave`, `closed`.
  package let away: String?

  package init(_ column: Resource, _ model: Model) {
    let spa = model.board.spa
    switch column {
    case .therapist(let id):
      name = model.board.therapistName(id)
      let state = spa?.therapists.first { $0.id == id }?.state
      away = state == .onLeave ? "leave" : nil
    case .bed(let id):
      let bed = spa?.beds.first { $0.id == id }
      let room = spa?.rooms.first { $0.id == bed?.room }
      let isAlone = spa?.beds.count { $0.room == bed?.room } == 1
      name = [room?.name, isAlone ? nil : bed?.name ?? "bed \(id)"].compactMap { $0 }
        .joined(separator: " ")
      let isUsed = bed?.isActive ?? true && room?.isActive ?? true
      away = isUsed ? nil : "closed"
    case .room(let id):
      name = spa?.rooms.first { $0.id == id }?.name ?? "Room \(id)"
      away = nil
    case .day(let date):
      name = date.short
      compact = String(date.short.dropLast(4))
      away = spa != nil && spa?.hours[date.weekday] == nil ? "closed" : nil
    }
  }
}
