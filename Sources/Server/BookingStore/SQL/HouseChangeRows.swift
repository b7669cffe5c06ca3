import BookingDomain

/// Who changed what of the house beside the bookings.
package enum HouseChangeRows {
  /// What is longer than the columns hold is cut, as they count it.
  /// - Parameter what: never a password.
  package static func add(
    _ what: String, by name: String, at now: Timestamp, _ db: any SQLConnection
  ) throws {
    try db.execute(
      "INSERT INTO frontdesk_house_changes (by_name, what, at) VALUES (?, ?, ?)",
      [
        .text(String(name.unicodeScalars.prefix(200))),
        .text(String(what.unicodeScalars.prefix(500))), .integer(now.milliseconds),
      ])
  }
}
