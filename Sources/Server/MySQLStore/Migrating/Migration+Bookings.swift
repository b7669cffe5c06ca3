import BookingStore

/// The bookings that were there before FrontDesk was installed.
extension Migration {
  /// Gives bookings that were there before the triggers their first version. Versions that the
  /// triggers have written meanwhile stay.
  static func unknownBookings(_ installation: Installation) throws -> [Step] {
    guard try installation.tables().contains("frontdesk_versions") else {
      return [Step("count the bookings that are there", countBookings)]
    }
    let unknown = try installation.db.row(
      """
      SELECT b.booking_id FROM bookings b
      LEFT JOIN frontdesk_versions v ON v.booking_id = b.booking_id
      WHERE v.booking_id IS NULL LIMIT 1
      """)
    return unknown == nil ? [] : [Step("count the bookings that are there", countBookings)]
  }

  /// Five thousand at a time, so that no statement takes long; none locks a booking.
  @Sendable private static func countBookings(_ db: MySQLConnection) throws {
    var start: Int64 = 0
    while true {
      let last = try db.row(
        """
        SELECT MAX(booking_id) AS last FROM
          (SELECT booking_id FROM bookings WHERE booking_id > ? ORDER BY booking_id LIMIT 5000)
            AS some
        """, [.integer(start)])?.int64("last")
      guard let last else { return }
      try db.execute(
        """
        INSERT IGNORE INTO frontdesk_versions (booking_id, version, is_gone, fingerprint)
        SELECT b.booking_id, 1, 0, \(MySQLBookingTriggers.fingerprint(of: "b")) FROM bookings b
        WHERE b.booking_id > ? AND b.booking_id <= ?
        """, [.integer(start), .integer(last)])
      try db.execute(
        """
        INSERT IGNORE INTO frontdesk_facts (booking_id)
        SELECT booking_id FROM bookings WHERE booking_id > ? AND booking_id <= ?
        """, [.integer(start), .integer(last)])
      start = last
    }
  }
}
