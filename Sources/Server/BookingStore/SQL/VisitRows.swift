import BookingDomain

/// Which bookings belong together.
enum VisitRows {
  static func write(_ link: VisitLink, of booking: BookingID, _ db: some SQLConnection) throws {
    guard link != VisitLink() else { return }
    try db.execute(
      "REPLACE INTO frontdesk_visits (booking_id, visit_id, series_id) VALUES (?, ?, ?)",
      [
        .integer(booking.number), StoredValue(link.visit?.number), StoredValue(link.series?.number),
      ])
  }

  /// The others of its visit and of its series, as many as one order can have made.
  static func linked(to booking: Booking, _ db: some SQLConnection) throws -> [Booking] {
    var found: Set<BookingID> = []
    for (column, number) in [
      ("visit_id", booking.visit?.number), ("series_id", booking.series?.number),
    ] {
      guard let number else { continue }
      let rows = try db.rows(
        "SELECT booking_id FROM frontdesk_visits WHERE \(column) = ? ORDER BY booking_id LIMIT ?",
        [.integer(number), .integer(Int64(2 * Series.mostBookings))])
      found.formUnion(rows.compactMap { $0.id("booking_id") })
    }
    return try BookingRows.some(found.subtracting([booking.id]).sorted(), db)
  }
}
