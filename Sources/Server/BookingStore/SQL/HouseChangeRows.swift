import BookingDomain

/// Who changed what of the house beside the bookings.
package enum HouseChangeRows {
  /// - Parameter what: never a password.
  package static func add(
    _ what: String, by name: String, at now: Timestamp, _ db: any SQLConnection
  ) throws {
    try db.execute(
      "INSERT INTO frontdesk_house_changes (by_name, what, at) VALUES (?, ?, ?)",
      [
        .text(String(name.prefix(200))), .text(String(what.prefix(500))),
        .integer(now.milliseconds),
      ])
  }
}
