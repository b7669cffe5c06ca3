import BookingDomain
import BookingStore

/// Who is logged in. Sessions that end here lose their sockets within a second.
package struct OpenSessions {
  private let db: any SQLConnection

  package init(_ db: any SQLConnection) { self.db = db }

  /// The sessions of one person.
  package struct Listed: Hashable, Sendable {
    package let email: String
    package let name: String
    package let role: String
    package let count: Int
    /// When the last of them ends if nobody uses it.
    package let lastUntil: Timestamp
  }

  package func all(at now: Timestamp) throws -> [Listed] {
    try db.rows(
      """
      SELECT s.person_kind, s.person_number, s.role, substr(s.name, 1, 200) AS name,
        COUNT(*) AS n, MAX(s.expires_at) AS until
      FROM frontdesk_sessions s WHERE s.expires_at > ?
      GROUP BY s.person_kind, s.person_number, s.role, s.name ORDER BY 1 DESC, 2
      """, [.integer(now.milliseconds)]
    ).compactMap { row in
      guard let person = row.person("person_kind", "person_number"),
        let until = row.timestamp("until")
      else { return nil }
      return Listed(
        email: try email(of: person) ?? "(gone)", name: row.nonBlankText("name") ?? "Nameless",
        role: row.text("role") ?? "?", count: row.int("n", in: 0...Int.max) ?? 0, lastUntil: until)
    }
  }

  /// - Returns: how many there were.
  /// - Throws: `Complaint` where nobody has an account with this e-mail.
  package func end(of email: String) throws -> Int {
    guard let account = try AccountRows.one(email: email, db) else {
      throw Complaint("Nobody has the account \(PlainLine.shown(email)).")
    }
    return try end(of: account.person.id)
  }

  package func endAll() throws -> Int {
    let found = try db.row("SELECT COUNT(*) AS n FROM frontdesk_sessions")
    try db.execute("DELETE FROM frontdesk_sessions")
    return found?.int("n", in: 0...Int.max) ?? 0
  }

  func end(of person: PersonID) throws -> Int {
    let whose: [StoredValue] = [.text(person.kind), .integer(person.number)]
    let found = try db.row(
      "SELECT COUNT(*) AS n FROM frontdesk_sessions WHERE person_kind = ? AND person_number = ?",
      whose)
    try db.execute(
      "DELETE FROM frontdesk_sessions WHERE person_kind = ? AND person_number = ?", whose)
    return found?.int("n", in: 0...Int.max) ?? 0
  }

  private func email(of person: PersonID) throws -> String? {
    let table =
      switch person {
      case .user: "users WHERE user_id"
      case .customer: "customers WHERE customer_id"
      }
    let row = try db.row(
      "SELECT substr(email, 1, 254) AS email FROM \(table) = ?", [.integer(person.number)])
    return row?.nonBlankText("email")
  }
}
