import BookingDomain
import BookingStore

/// Rooms and their beds.
extension SpaEditing {
  func add(_ room: SpaPlan.Room) throws {
    try names.checkFree(room.name, .room)
    for bed in room.beds { try names.checkFree(bed, .bed) }
    try db.execute(
      "INSERT INTO rooms (name, capacity, is_active) VALUES (?, ?, 1)",
      [.text(room.name), .integer(Int64(room.seats))])
    let number = try db.row("SELECT MAX(room_id) AS n FROM rooms")?.int64("n")
    for bed in room.beds {
      try db.execute(
        "INSERT INTO beds (room_id, name, is_active) VALUES (?, ?, 1)",
        [StoredValue(number), .text(bed)])
    }
  }

  /// - Returns: the room's name.
  func add(bed: String, room text: String) throws -> String {
    let room = try names.one(.room, text)
    try names.checkFree(bed, .bed)
    try db.execute(
      "INSERT INTO beds (room_id, name, is_active) VALUES (?, ?, 1)",
      [.integer(room.number), .text(bed)])
    try makeSeats(for: room)
    return room.name
  }

  /// A room that has more beds than seats would stay half empty.
  private func makeSeats(for room: Found) throws {
    let beds = "SELECT COUNT(*) FROM beds WHERE room_id = ? AND is_active <> 0"
    try db.execute(
      "UPDATE rooms SET capacity = (\(beds)) WHERE room_id = ? AND capacity < (\(beds))",
      Array(repeating: .integer(room.number), count: 3))
  }

  /// A bed or a room, in or out of service.
  /// - Returns: its name, and how many bookings from `day` on stand there.
  func turn(_ thing: HouseThing, _ text: String, isOn: Bool, from day: LocalDate) throws
    -> (name: String, ahead: Int)
  {
    let found = try names.one(thing, text)
    try set(thing, found, "is_active", StoredValue(isOn))
    return (
      found.name, try ahead("b.\(thing.number) = ?", [.integer(found.number)], from: day)
    )
  }

  /// Where a bed stands now and before, and how many seats the room that it left has without any bed;
  /// nil where there are others.
  struct Move {
    let bed: String
    let room: String
    let was: String
    let seatsLeft: Int?
  }

  /// - Throws: `Complaint` where somebody is booked on it: the rooms of their bookings would be wrong.
  func move(bed text: String, to place: String, from day: LocalDate) throws -> Move {
    let bed = try names.one(.bed, text)
    let room = try names.one(.room, place)
    let before = try db.row(
      """
      SELECT r.room_id AS n, substr(r.name, 1, 200) AS name, r.capacity FROM beds b
      JOIN rooms r ON r.room_id = b.room_id WHERE b.bed_id = ?
      """, [.integer(bed.number)])
    guard before?.int64("n") != room.number else {
      throw Complaint(
        "Bed \(PlainLine.shown(bed.name)) stands in \(PlainLine.shown(room.name)) already.")
    }
    let booked = try db.row(
      """
      SELECT COUNT(*) AS n FROM bookings WHERE bed_id = ? AND appointment_date >= ?
        AND booking_status IN ('SCHEDULED', 'CONFIRMED', 'IN_PROGRESS')
      """, [.integer(bed.number), .text(day.description)])
    if let count = booked?.int64("n"), count > 0 {
      throw Complaint(
        (count == 1 ? "1 booking from today on is" : "\(count) bookings from today on are")
          + " on bed \(PlainLine.shown(bed.name)); \(asked.moves) each elsewhere first.")
    }
    try set(.bed, bed, "room_id", .integer(room.number))
    try makeSeats(for: room)
    let isEmpty = try before?.int64("n").map { left in
      try db.row("SELECT 1 AS one FROM beds WHERE room_id = ?", [.integer(left)]) == nil
    }
    return Move(
      bed: bed.name, room: room.name, was: before?.nonBlankText("name") ?? "?",
      seatsLeft: isEmpty == true ? before?.int("capacity", in: 0...1000) : nil)
  }

  /// - Returns: the room's name, its seats before, and on how many of the days from `day` on more are
  ///   booked there at a time.
  func set(seats: Int, ofRoom text: String, from day: LocalDate) throws
    -> (name: String, was: Int, crowded: Int)
  {
    let found = try names.one(.room, text)
    let spa = try spa()
    let beds = spa.beds.count { $0.room.number == found.number && $0.isActive }
    guard seats >= beds else {
      throw Complaint(
        "There are \(beds) beds in \(PlainLine.shown(found.name)): it seats \(beds) or more.")
    }
    try set(.room, found, "capacity", .integer(Int64(seats)))
    let was = spa.rooms.first { $0.id.number == found.number }?.capacity ?? 0
    return (found.name, was, try crowdedDays(in: found, seats, from: day))
  }

  private func crowdedDays(in room: Found, _ seats: Int, from day: LocalDate) throws -> Int {
    let rows = try db.rows(
      """
      SELECT appointment_date, appointment_time, duration_minutes FROM bookings
      WHERE room_id = ? AND bed_id IS NULL AND appointment_date >= ?
        AND booking_status IN ('SCHEDULED', 'CONFIRMED', 'IN_PROGRESS')
      """, [.integer(room.number), .text(day.description)])
    let spans = rows.compactMap { row -> (LocalDate, TimeOfDay, TimeOfDay)? in
      guard let date = row.date("appointment_date"), let start = row.time("appointment_time"),
        let length = row.int("duration_minutes", in: Ranges.duration)
      else { return nil }
      return (date, start, start + Minutes(length))
    }
    return Dictionary(grouping: spans, by: \.0).values.count { day in
      day.contains { one in day.count { $0.1 <= one.1 && one.1 < $0.2 } > seats }
    }
  }
}
