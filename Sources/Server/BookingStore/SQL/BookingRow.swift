import BookingDomain

/// One row of the shop's `bookings`, to be written.
struct BookingRow<Connection: OrderConnection> {
  typealias Value = (column: String, value: StoredValue)

  let id: BookingID
  let db: Connection

  func set(_ values: [Value]) throws {
    guard !values.isEmpty else { return }
    let assignments = values.map { "\($0.column) = ?" }.joined(separator: ", ")
    try db.execute(
      "UPDATE bookings SET \(assignments) WHERE booking_id = ?",
      values.map(\.value) + [.integer(id.number)])
  }

  static func values(of slot: BookedSlot) -> [Value] {
    [
      ("therapist_user_id", .integer(slot.therapist.number)),
      ("appointment_date", .text(slot.date.description)),
      ("appointment_time", .text(slot.time.description)),
      ("duration_minutes", .integer(Int64(slot.duration.count))),
      ("room_id", .integer(slot.place.room.number)),
      ("bed_id", StoredValue(slot.place.bed?.number)),
    ]
  }

  /// The columns that a booking's move from one slot to another changes, with their new values.
  static func values(from old: BookedSlot, to new: BookedSlot) -> [Value] {
    zip(values(of: old), values(of: new)).filter { $0.value != $1.value }.map { $1 }
  }

  /// What came of an order about it.
  /// - Parameter version: what it was before.
  func accepted(after version: Int64) throws -> Written {
    guard let entry = try db.newestEntry(of: id), entry.version > version else {
      throw StoreFailure(
        .refused,
        "Booking \(id) cannot be changed: no event came of it, since triggers of FrontDesk "
          + "are missing in the database. \(Connection.howToRestoreTriggers)")
    }
    return Written(seq: entry.seq, version: entry.version)
  }
}
