import BookingDomain
import BookingStore
import GRDB

extension SQLiteStore {
  package func openSession(_ session: StoredSession) async throws {
    try await write { db in
      try db.execute(
        sql: """
          INSERT INTO frontdesk_sessions
            (token_hash, person_kind, person_number, role, name, expires_at)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          session.tokenHash, session.person.id.kind, session.person.id.number,
          session.person.role.rawValue, session.person.name, session.expiry.milliseconds,
        ])
    }
  }

  package func session(tokenHash: String) async throws -> StoredSession? {
    try await read { db in
      let found = try Row.fetchOne(
        db, sql: "SELECT * FROM frontdesk_sessions WHERE token_hash = ?", arguments: [tokenHash])
      guard let row = found.map({ TolerantRow($0) }),
        let id = row.person("person_kind", "person_number"),
        let role = row.text("role").flatMap({ Role(rawValue: $0) }),
        let expiry = row.timestamp("expires_at")
      else { return nil }
      return StoredSession(
        tokenHash: tokenHash, person: Person(id: id, role: role, name: row.text("name") ?? ""),
        expiry: expiry)
    }
  }

  package func extendSession(tokenHash: String, to expiry: Timestamp) async throws {
    try await write { db in
      try db.execute(
        sql: "UPDATE frontdesk_sessions SET expires_at = ? WHERE token_hash = ?",
        arguments: [expiry.milliseconds, tokenHash])
    }
  }

  package func closeSession(tokenHash: String) async throws {
    try await write { db in
      try db.execute(
        sql: "DELETE FROM frontdesk_sessions WHERE token_hash = ?", arguments: [tokenHash])
    }
  }

  /// Not those of people who have been deactivated, deleted or given another role since.
  package func openSessionHashes(now: Timestamp) async throws -> Set<String> {
    try await read { db in
      try String.fetchSet(
        db,
        sql: """
          SELECT s.token_hash FROM frontdesk_sessions s
          JOIN users u ON s.person_kind = 'USER' AND u.user_id = s.person_number
          JOIN roles r ON r.role_id = u.role_id AND r.name = s.role
          WHERE s.expires_at > ?1 AND u.is_active <> 0
          UNION ALL
          SELECT s.token_hash FROM frontdesk_sessions s
          JOIN customers c ON s.person_kind = 'CUSTOMER' AND c.customer_id = s.person_number
          WHERE s.expires_at > ?1 AND c.is_active <> 0
          """,
        arguments: [now.milliseconds])
    }
  }
}
