import BookingDomain
import DeskLanguage

extension Model {
  /// The column that a booking stands in.
  package func column(of booking: Booking) -> GridColumn {
    switch view {
    case .rooms: booking.place.bed.map(GridColumn.bed) ?? .room(booking.place.room)
    case .week: .day(booking.date)
    case .board, .agenda, .wall, .own: .therapist(booking.therapist)
    }
  }

  /// The day that a column shows.
  package func date(of column: GridColumn) -> LocalDate {
    if case .day(let date) = column { date } else { board.date }
  }

  /// The columns from left to right. Bookings of somebody or something that the spa does not know
  /// (any more) get a column too: nothing is hidden.
  package var columnOrder: [GridColumn] {
    switch view {
    case .week: return days(around: board.date).map(GridColumn.day)
    case .rooms: return withUnknownPlaces(rooms)
    case .board, .agenda, .wall, .own:
      let known = (board.spa?.therapists ?? []).map(\.id)
      let others = Set(board.byTherapist.keys).subtracting(known).sorted()
      return narrowed(known + others).map(GridColumn.therapist)
    }
  }

  /// Those that the board is narrowed to.
  private func narrowed(_ therapists: [UserID]) -> [UserID] {
    guard view == .board, let only = viewport.only else { return therapists }
    var needs: [UserID: Set<Need>] = [:]
    for booking in board.ofTheDay {
      needs[booking.therapist, default: []].formUnion(
        Need.all(of: booking, at: moment, on: board.situation))
    }
    return therapists.filter { only.shows($0, where: needs[$0, default: []]) }
  }

  /// Whether its column is one of those that are shown.
  func isShown(_ booking: Booking) -> Bool {
    view != .board || viewport.only == nil || columnOrder.contains(column(of: booking))
  }

  private func withUnknownPlaces(_ known: [GridColumn]) -> [GridColumn] {
    var seen = Set(known)
    let others = board.ofTheDay.compactMap { booking -> (therapist: UserID, column: GridColumn)? in
      let column = column(of: booking)
      return seen.insert(column).inserted ? (booking.therapist, column) : nil
    }
    return known + others.sorted { $0.therapist < $1.therapist }.map(\.column)
  }

  /// Room by room; a column for the room itself where it has seats instead of beds, or where
  /// something is booked without a bed.
  private var rooms: [GridColumn] {
    guard let spa = board.spa else { return [] }
    let seats = spa.seatRooms.map { GridColumn.room($0.id) }
    let used = Set(board.ofTheDay.map { column(of: $0) } + seats)
    return spa.rooms.flatMap { room in
      let beds = spa.beds.filter { $0.room == room.id }.map { GridColumn.bed($0.id) }
      return beds + (used.contains(.room(room.id)) ? [.room(room.id)] : [])
    }
  }

  /// What stands in a column, from top to bottom.
  package func bookings(in column: GridColumn) -> [Booking] {
    if case .therapist(let id) = column, view == .board { return board.byTherapist[id] ?? [] }
    return shownBookings.filter { self.column(of: $0) == column }
  }

  /// The columns of the grid from left to right; a list is one without a name.
  var readingColumns: [GridColumn?] { showsGrid ? columnOrder.map(Optional.some) : [nil] }

  /// What the cursor stops at in one of them, as it is read.
  func stops(of column: GridColumn?) -> [Stop] {
    if let column { return stops(in: column) }
    let listed = view == .agenda ? Agenda.sections(self).flatMap(\.1) : shownBookings
    return listed.map(Stop.booking)
  }
}

/// What stands above a column.
package struct ColumnHead: Hashable, Sendable {
  package let name: String
  /// For narrow columns; nil where the name is cut instead.
  package private(set) var compact: String?
  /// Why nothing is to be expected there: `leave`, `closed`.
  package let away: String?
  /// How many of a room's seats are taken: never cut, however narrow the column is.
  package private(set) var seats: String?
  /// From when until when the therapist works, where that is set: `13–20`. Left out where there is no
  /// room for it beside the name.
  package private(set) var hours: String?

  package init(_ column: GridColumn, _ model: Model) {
    let spa = model.board.spa
    switch column {
    case .therapist(let id):
      name = model.board.therapistName(id)
      let state = spa?.therapists.first { $0.id == id }?.state
      let isOff = model.board.blocks.away(on: model.board.date).contains(id)
      let isFree = spa?.isDayOff(of: id, model.board.date) ?? false
      away = state == .onLeave ? "leave" : isOff || isFree ? "off" : nil
      hours = Self.hours(of: id, on: model.board.date, spa)
    case .bed(let id):
      let bed = spa?.beds.first { $0.id == id }
      let room = spa?.rooms.first { $0.id == bed?.room }
      let isAlone = spa?.beds.count { $0.room == bed?.room } == 1
      name = [room?.name, isAlone ? nil : bed?.name ?? "bed \(id)"].compactMap { $0 }
        .joined(separator: " ")
      let isUsed = bed?.isActive ?? true && room?.isActive ?? true
      away = isUsed ? nil : "closed"
    case .room(let id):
      let room = spa?.rooms.first { $0.id == id }
      name = room?.name ?? "Room \(id)"
      seats = Self.seats(in: id, model)
      away = nil
    case .day(let date):
      name = model.wording(date.short)
      compact = model.wording.brief(date)
      let isClosed = spa?.openings(on: date).isEmpty ?? false
      let isFree = model.weekTherapist.flatMap { spa?.isDayOff(of: $0, date) } ?? false
      let isOff = isFree || model.blocks(in: column).contains { $0.timeOff != nil }
      away = isClosed ? "closed" : isOff ? "off" : nil
      hours = model.weekTherapist.flatMap { Self.hours(of: $0, on: date, spa) }
    }
  }

  /// `13–20`; `13–20?`, or `?`, where a row of them cannot be read.
  private static func hours(of id: UserID, on date: LocalDate, _ spa: Spa?) -> String? {
    guard let hours = spa?.shifts[id] else { return nil }
    let text = hours.shifts(on: date)?.shortText
    return hours.isInDoubt(on: date) ? "\(text ?? "")?" : text
  }

  private static func isPlanned(_ booking: Booking, at time: TimeOfDay, on date: LocalDate) -> Bool
  {
    let start = booking.start(on: date)
    return (start..<start + booking.duration.count).contains(time.minutes)
  }

  /// `2/4`: how many of a room's seats are taken now, today; on another day how many it has. Who has
  /// begun sits there, however early that was and however late it is.
  private static func seats(in id: RoomID, _ model: Model) -> String? {
    guard let room = model.board.spa?.seatRooms.first(where: { $0.id == id }) else { return nil }
    guard model.isOnToday else { return "(\(room.capacity))" }
    let now = model.moment.local.time
    let sitting = model.board.ofTheDay.count {
      $0.place.room == id && $0.place.bed == nil && $0.status.occupies
        && ($0.status == .inProgress || isPlanned($0, at: now, on: model.board.date))
    }
    return "\(sitting)/\(room.capacity)"
  }
}
