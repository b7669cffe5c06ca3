import BookingDomain
import BookingStore

/// Therapists, with an account or without.
extension SpaEditing {
  /// A therapist of the shop is a row of both tables, and some have only the first.
  func set(therapist: Found, _ column: String, _ value: StoredValue) throws {
    let found = try db.row(
      "SELECT 1 AS one FROM therapists WHERE user_id = ?", [.integer(therapist.number)])
    try db.execute(
      found == nil
        ? "INSERT INTO therapists (\(column), user_id) VALUES (?, ?)"
        : "UPDATE therapists SET \(column) = ? WHERE user_id = ?",
      [value, .integer(therapist.number)])
  }

  private func ahead(of therapist: Found, from day: LocalDate) throws -> Int {
    try ahead("b.therapist_user_id = ?", [.integer(therapist.number)], from: day)
  }

  /// - Returns: the therapist's name, and how many bookings from `day` on stand with them.
  func set(therapist text: String, state: Therapist.State, from day: LocalDate) throws
    -> (name: String, ahead: Int)
  {
    let therapist = try names.one(.therapist, text)
    try set(therapist: therapist, "availability_status", .text(state.rawValue))
    return (therapist.name, try ahead(of: therapist, from: day))
  }

  /// - Returns: the therapist's name, what they do now and did before, and how many bookings from
  ///   `day` on stand with them that they do not do.
  func set(kind text: String, ofTherapist name: String, from day: LocalDate) throws
    -> (name: String, kind: String, was: String?, ahead: Int)
  {
    let therapist = try names.one(.therapist, name)
    let kind = try names.one(.kind, text)
    let was = try db.row(
      """
      SELECT substr(k.name, 1, 200) AS name FROM therapists t
      JOIN service_types k ON k.service_type_id = t.service_type_id WHERE t.user_id = ?
      """, [.integer(therapist.number)])
    try set(therapist: therapist, "service_type_id", .integer(kind.number))
    return (
      therapist.name, kind.name, was?.nonBlankText("name"),
      try aheadUndone("b.therapist_user_id = ?", therapist, from: day)
    )
  }

  /// - Returns: the therapist's name.
  func set(years: Int, of text: String) throws -> String {
    let therapist = try names.one(.therapist, text)
    try set(therapist: therapist, "years_of_experience", .integer(Int64(years)))
    return therapist.name
  }

  /// A whole week in the place of what stood there; single days stay.
  /// - Returns: the therapist's name, and how many bookings from `day` on stand outside.
  func set(week: WorkingHours, of text: String, from day: LocalDate) throws
    -> (name: String, outside: Int)
  {
    let therapist = try names.one(.therapist, text)
    let id = UserID(therapist.number)
    try ShiftRows.setWeek(week, of: id, db)
    let spa = try spa()
    let outside = try outside(from: day) { $1 == id ? spa.openings(on: $0, of: id) : nil }
    return (therapist.name, outside)
  }

  /// Who works here no more, or again; with an account that is off, which loses its sessions.
  /// - Returns: the therapist's name, and how many bookings from `day` on stand with them.
  func turn(therapist text: String, isOn: Bool, from day: LocalDate) throws
    -> (name: String, ahead: Int)
  {
    let accounts = StaffAccounts(db, asked: asked)
    let therapists = try accounts.all().filter { $0.role == Role.therapist.rawValue }
    let wanted = FoldedText(text)
    let named = therapists.filter { FoldedText($0.name) == wanted }
    let found = named.isEmpty ? therapists.filter { "\($0.id)" == text } : named
    // Of several that are called so, the one that this changes.
    let meant = found.count > 1 ? found.filter { $0.isActive != isOn } : found
    guard meant.count == 1 else {
      throw Complaint(
        meant.isEmpty
          ? "There is no therapist \"\(PlainLine.shown(text))\"; \(asked.users) shows who there is."
          : "\(meant.count) are called \"\(PlainLine.shown(text))\"; take a number.")
    }
    try accounts.setActive(meant[0], isOn)
    return (meant[0].name, try accounts.bookingsAhead(of: meant[0], from: day))
  }
}
