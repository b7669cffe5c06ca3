import BookingDomain
import BookingStore

/// Who changed what of the house, and when: accounts, services, places, hours, leave. Of bookings
/// there is a history of its own.
package struct HouseChanges {
  package struct Listed: Hashable, Sendable {
    package let at: Timestamp
    package let byName: String
    package let what: String
  }

  private let db: any SQLConnection

  package init(_ db: any SQLConnection) { self.db = db }

  /// - Parameter what: never a password.
  package func add(_ what: String, by name: String, at now: Timestamp) throws {
    try db.execute(
      "INSERT INTO frontdesk_house_changes (by_name, what, at) VALUES (?, ?, ?)",
      [
        .text(String(name.prefix(200))), .text(String(what.prefix(500))),
        .integer(now.milliseconds),
      ])
  }

  /// - Returns: so many at most, the newest first.
  package func newest(_ count: Int) throws -> [Listed] {
    try db.rows(
      """
      SELECT by_name, what, at FROM frontdesk_house_changes ORDER BY change_id DESC LIMIT ?
      """, [.integer(Int64(count))]
    ).compactMap { row in
      row.timestamp("at").map {
        Listed(at: $0, byName: row.text("by_name") ?? "?", what: row.text("what") ?? "?")
      }
    }
  }
}
