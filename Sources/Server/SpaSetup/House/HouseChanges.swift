import BookingDomain
import BookingStore

/// Who changed what of the house, and when: accounts, services, places, hours, leave, blocked
/// time. Of bookings there is a history of its own.
package struct HouseChanges {
  private let db: any SQLConnection

  package init(_ db: any SQLConnection) { self.db = db }

  /// - Parameter what: never a password.
  package func add(_ what: String, by name: String, at now: Timestamp) throws {
    try HouseChangeRows.add(what, by: name, at: now, db)
  }

  /// - Returns: so many at most, the newest first.
  package func newest(_ count: Int) throws -> [HouseChange] {
    try listed("", [.integer(Int64(count))])
  }

  /// More than anybody changes on a day.
  private static let mostOfADay: Int64 = 1_000

  /// - Returns: what was done on this day of the spa, the newest first.
  package func made(on date: LocalDate, in zone: SpaZone) throws -> [HouseChange] {
    // No zone is further than a day from UTC.
    let day: Int64 = 86_400_000
    let start = Int64(date.dayNumber) * day
    return try listed(
      "WHERE at >= ? AND at < ?",
      [.integer(start - day), .integer(start + 2 * day), .integer(Self.mostOfADay)]
    ).filter { zone.local($0.at).date == date }
  }

  private func listed(_ condition: String, _ values: [StoredValue]) throws -> [HouseChange] {
    try db.rows(
      """
      SELECT by_name, what, at FROM frontdesk_house_changes \(condition)
      ORDER BY change_id DESC LIMIT ?
      """, values
    ).compactMap { row in
      row.timestamp("at").map {
        HouseChange(at: $0, byName: row.text("by_name") ?? "?", what: row.text("what") ?? "?")
      }
    }
  }
}
