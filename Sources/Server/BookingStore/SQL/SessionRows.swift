import BookingDomain

/// Logged-in people, each under the hash of a token.
package enum SessionRows {
  package static func open(_ session: StoredSession, _ db: some SQLConnection) throws {
    try db.execute(
      """
      INSERT INTO frontdesk_sessions
        (token_hash, person_kind, person_number, role, name, expires_at, password_seal)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(session.tokenHash), .text(session.person.id.kind),
        .integer(session.person.id.number), .text(session.person.role.rawValue),
        .text(session.person.name), .integer(session.expiry.milliseconds),
        StoredValue(session.passwordSeal?.text),
      ])
  }

  /// What was found of sessions: those that stand, and the token hashes of those that do not any more
  /// and have to be ended for good, or they would come back with their account.
  package struct Found: Sendable {
    package var standing: [StoredSession] = []
    package var fallen: [String] = []
  }

  package static func one(_ tokenHash: String, _ db: some SQLConnection) throws -> Found {
    found(try db.rows("\(sessionsWithPeople) WHERE s.token_hash = ?", [.text(tokenHash)]))
  }

  /// So many are looked for by one statement.
  static let mostAtOnce = 64

  /// - Parameter tokenHashes: no more than `mostAtOnce`; one may stand there twice.
  static func some(_ tokenHashes: [String], _ db: some SQLConnection) throws -> Found {
    guard let last = tokenHashes.last, tokenHashes.count > 1 else {
      return try tokenHashes.first.map { try one($0, db) } ?? Found()
    }
    // Always as many marks, so that the statement is the same one.
    let padding = Array(repeating: last, count: mostAtOnce - tokenHashes.count)
    let marks = Array(repeating: "?", count: mostAtOnce).joined(separator: ", ")
    return found(
      try db.rows(
        "\(sessionsWithPeople) WHERE s.token_hash IN (\(marks))",
        (tokenHashes + padding).map { .text($0) }))
  }

  /// The session as it is now, in a transaction that goes on in its person's name; nil where it does
  /// not stand any more.
  package static func standing(_ tokenHash: String, _ db: some SQLConnection) throws
    -> StoredSession?
  {
    let found = try one(tokenHash, db)
    for tokenHash in found.fallen { try close(tokenHash, db) }
    return found.standing.first
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

  package static func open(at now: Timestamp, _ db: some SQLConnection) throws -> Found {
    found(
      try db.rows("\(sessionsWithPeople) WHERE s.expires_at > ?", [.integer(now.milliseconds)]))
  }

  private static func found(_ rows: [TolerantRow]) -> Found {
    var found = Found()
    for row in rows {
      if let session = standing(row) {
        found.standing.append(session)
      } else if let hash = row.text("token_hash") {
        found.fallen.append(hash)
      }
    }
    return found
  }

  /// Each session with the account that it is for, as that stands now.
  private static let sessionsWithPeople = """
    SELECT \(OwnTables.sessions.columnList(of: "s")), r.name AS role_now, u.is_active AS user_is_active, c.is_active AS guest_is_active,
      substr(u.hash_password, 1, 200) AS user_hash, substr(c.hash_password, 1, 200) AS guest_hash
    FROM frontdesk_sessions s
    LEFT JOIN users u ON s.person_kind = 'USER' AND u.user_id = s.person_number
    LEFT JOIN roles r ON r.role_id = u.role_id
    LEFT JOIN customers c ON s.person_kind = 'CUSTOMER' AND c.customer_id = s.person_number
    """

  /// The one condition under which a session may be used, over whichever transport; nil where it
  /// does not hold. Roles are compared here and not by the database: two columns of MySQL's compare
  /// only where their collations are the same.
  private static func standing(_ row: TolerantRow) -> StoredSession? {
    guard let tokenHash = row.text("token_hash"),
      let id = row.person("person_kind", "person_number"),
      let role = row.text("role").flatMap({ Role(rawValue: $0) }),
      let expiry = row.timestamp("expires_at")
    else { return nil }
    let isStanding =
      switch id {
      case .user: row.bool("user_is_active") && row.text("role_now") == role.rawValue
      case .customer: row.bool("guest_is_active") && role == .customer
      }
    let seal = row.text("password_seal").map { PasswordSeal(stored: $0) }
    let hash = row.text(id.kind == "USER" ? "user_hash" : "guest_hash")
    guard isStanding, seal == nil || seal == PasswordSeal(of: hash) else { return nil }
    return StoredSession(
      tokenHash: tokenHash, person: Person(id: id, role: role, name: row.text("name") ?? ""),
      expiry: expiry, passwordSeal: seal)
  }
}
