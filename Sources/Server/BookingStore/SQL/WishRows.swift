import BookingDomain

/// Whom guests asked for.
enum WishRows {
  static func write(_ therapist: UserID?, of booking: BookingID, _ db: some SQLConnection) throws {
    guard let therapist else {
      try db.execute(
        "DELETE FROM frontdesk_wishes WHERE booking_id = ?", [.integer(booking.number)])
      return
    }
    try db.execute(
      "REPLACE INTO frontdesk_wishes (booking_id, therapist_id) VALUES (?, ?)",
      [.integer(booking.number), .integer(therapist.number)])
  }
}

extension HistoryRows {
  static func add(
    wishFrom old: UserID?, to new: UserID?, of booking: BookingID, by author: Author,
    _ db: some SQLConnection
  ) throws {
    try db.execute(
      """
      INSERT INTO frontdesk_changes
        (booking_id, kind, old_therapist_id, new_therapist_id, by_kind, by_number, by_name, at)
      VALUES (?, \(ChangeKind.wished.sql), ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(booking.number), StoredValue(old?.number), StoredValue(new?.number),
      ] + author.values)
  }
}
