import BookingDomain
import BookingStore

/// Changes of what the shop's tables hold of the house, inside the transaction of `db`: the same SQL
/// that any program could write.
package struct SpaEditing {
  let db: any SQLConnection
  let asked: OrderPlace

  package init(_ db: any SQLConnection, asked: OrderPlace = .byProgram) {
    (self.db, self.asked) = (db, asked)
  }

  /// What the house has, by its name or number.
  var names: HouseNames { HouseNames(db, asked: asked) }
  typealias Found = HouseNames.Found

  func spa() throws -> Spa { try SpaRows.fetch(db) }

  /// - Returns: what it was called.
  func name(_ thing: HouseThing, _ text: String, _ name: String) throws -> String {
    let found = try names.one(thing, text)
    try names.checkFree(name, thing, besides: found.number)
    try set(thing, found, thing.nameColumn, .text(name))
    return found.name
  }

  /// - Parameter about: nil for nothing.
  /// - Returns: its name.
  func describe(_ thing: HouseThing, _ text: String, _ about: String?) throws -> String {
    let found = try names.one(thing, text)
    if thing == .therapist {
      try set(therapist: found, "bio", StoredValue(about))
    } else {
      try set(thing, found, "description", StoredValue(about))
    }
    return found.name
  }

  func set(_ thing: HouseThing, _ found: Found, _ column: String, _ value: StoredValue) throws {
    try db.execute(
      "UPDATE \(thing.table) SET \(column) = ? WHERE \(thing.number) = ?",
      [value, .integer(found.number)])
  }

  /// Bookings that wait from `day` on.
  /// - Parameter condition: which of them, of `bookings b` with its service `s` and therapist `t`.
  func ahead(_ condition: String, _ values: [StoredValue], from day: LocalDate) throws -> Int {
    let found = try db.row(
      """
      SELECT COUNT(*) AS n FROM bookings b JOIN services s ON s.service_id = b.service_id
      LEFT JOIN therapists t ON t.user_id = b.therapist_user_id
      WHERE b.appointment_date >= ? AND b.booking_status IN ('SCHEDULED', 'CONFIRMED')
        AND \(condition)
      """, [.text(day.description)] + values)
    return found?.int("n", in: 0...Int.max) ?? 0
  }

  /// The same, with therapists who do another kind of treatment than they are booked for.
  func aheadUndone(_ condition: String, _ found: Found, from day: LocalDate) throws -> Int {
    try ahead(
      "\(condition) AND (t.service_type_id IS NULL OR t.service_type_id <> s.service_type_id)",
      [.integer(found.number)], from: day)
  }
}
