import BookingDomain

/// Logged-in people, each under the hash of a token.
package enum SessionRows {
  package static func open(_ session: StoredSession, _ db: some SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO frontdesk_sessions
        (token_hash, person_kind, person_number, role, name, expires_at)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        .text(session.tokenHash), .text(session.person.id.kind),
        .integer(session.person.id.number), .text(session.person.role.rawValue),
        .text(session.person.name), .integer(session.expiry.milliseconds),
      ])
  }

  package static func one(_ tokenHash: String, _ db: some SQLConnection) throws -> StoredSession? {
    let found = try db.row(
      "SELECT * FROM frontdesk_sessions WHERE token_hash = ?", [.text(tokenHash)])
    guard let row = found, let id = row.person("person_kind", "person_number"),
      let role = row.text("role").flatMap({ Role(rawValue: $0) }),
      let expiry = row.timestamp("expires_at")
    else { return nil }
    return StoredSession(
      tokenHash: tokenHash, person: Person(id: id, role: role, name: row.text("name") ?? ""),
      expiry: expiry)
  }

  package static func extend(
    _ tokenHash: String, to expiry: Timestamp, _ db: some SQLConnection
  ) throws {
    try db.execute(
      "UPDATE frontdesk_sessions SET expires_at = ? WHERE token_hash = ?",
      [.integer(expiry.milliseconds), .text(tokenHash)])
  }

  package static func close(_ tokenHash: String, _ db: some SQLConnection) throws {
    try db.execute("DELETE FROM frontdesk_sessions WHERE token_hash = ?", [.text(tokenHash)])
  }

  /// Not those of people who have been deactivated, deleted or given another role since.
  package static func openHashes(now: Timestamp, _ db: some SQLConnection) throws -> Set<String> {
    let users = try db.rows(
      """
      SELECT s.token_hash, s.role, r.name FROM frontdesk_sessions s
      JOIN users u ON u.user_id = s.person_number
      JOIN roles r ON r.role_id = u.role_id
      WHERE s.person_kind = 'USER' AND s.expires_at > ? AND u.is_active <> 0
      """, [.integer(now.milliseconds)])
    let customers = try db.rows(
      """
      SELECT s.token_hash FROM frontdesk_sessions s
      JOIN customers c ON c.customer_id = s.person_number
      WHERE s.person_kind = 'CUSTOMER' AND s.expires_at > ? AND c.is_active <> 0
      """, [.integer(now.milliseconds)])
    // Compared here: two columns of MySQL's compare only where their collations are the same.
    let standing = users.filter { $0.text("role") == $0.text("name") } + customers
    return Set(standing.compactMap { $0.text("token_hash") })
  }
}
