import BookingDomain
import BookingStore

extension SQLiteStore {
  package func openSession(_ session: StoredSession) async throws {
    try await write { try SessionRows.open(session, $0) }
  }

  package func session(tokenHash: String) async throws -> StoredSession? {
    try await read { try SessionRows.one(tokenHash, $0) }
  }

  package func extendSession(tokenHash: String, to expiry: Timestamp) async throws {
    try await write { try SessionRows.extend(tokenHash, to: expiry, $0) }
  }

  package func closeSession(tokenHash: String) async throws {
    try await write { try SessionRows.close(tokenHash, $0) }
  }

  package func openSessionHashes(now: Timestamp) async throws -> Set<String> {
    try await read { try SessionRows.openHashes(now: now, $0) }
  }
}
