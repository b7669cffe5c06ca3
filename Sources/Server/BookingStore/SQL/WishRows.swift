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
