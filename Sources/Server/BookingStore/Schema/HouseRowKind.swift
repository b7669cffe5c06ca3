/// Whose rows a day's board is drawn from beside its bookings. Each that comes or goes is written down
/// (`frontdesk_house_past`), so that the board is drawn as it stood at any moment; one that is altered
/// goes as it was and comes as it is.
package enum HouseRowKind: String, CaseIterable, Sendable {
  case block = "BLOCK", timeOff = "TIME_OFF", shift = "SHIFT"
  case therapist = "THERAPIST", person = "PERSON", hours = "HOURS", room = "ROOM", bed = "BED"

  package var table: String {
    switch self {
    case .block: OwnTables.blocks.name
    case .timeOff: OwnTables.timeOff.name
    case .shift: OwnTables.shifts.name
    case .therapist: "therapists"
    case .person: "users"
    case .hours: "business_hours"
    case .room: "rooms"
    case .bed: "beds"
    }
  }

  package var key: String {
    switch self {
    case .block: OwnTables.blocks.key.name
    case .timeOff: OwnTables.timeOff.key.name
    case .shift: OwnTables.shifts.key.name
    case .therapist, .person: "user_id"
    case .hours: "business_hour_id"
    case .room: "room_id"
    case .bed: "bed_id"
    }
  }

  /// What the board shows of such a row; the columns have the same names in `frontdesk_house_past`.
  package var columns: [String] {
    switch self {
    case .block: WatchedColumns.block
    case .timeOff: WatchedColumns.timeOff
    case .shift: WatchedColumns.shifts
    case .therapist: WatchedColumns.therapist
    case .person: WatchedColumns.person
    case .hours: WatchedColumns.hours
    case .room: WatchedColumns.room
    case .bed: WatchedColumns.bed
    }
  }

  /// Whether the row says who made it. The column is called otherwise where it is written down, beside
  /// who changed it.
  package var hasMaker: Bool { self == .block || self == .timeOff }

  /// As statements spell it.
  package var sql: String { "'\(rawValue)'" }

  /// What a trigger writes down of a row that came.
  package var came: LogForm { .house(self, .new) }
  /// And of one that went.
  package var went: LogForm { .house(self, .old) }
}
