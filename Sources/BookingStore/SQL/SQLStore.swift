import BookingDomain

/// A store whose tables are reached by SQL. What every driver answers with the same statements is
/// here, once; how a transaction begins, ends and is tried again is each driver's own.
package protocol SQLStore: BookingStore {
  /// Runs `work` on one snapshot of the database.
  func inSnapshot<T: Sendable>(
    _ work: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T

  /// Runs `work` in one transaction, durable when this returns.
  func inTransaction<T: Sendable>(
    _ work: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T
}

extension SQLStore {
  package func bookings(_ ids: [BookingID]) async throws -> [Booking] {
    try await inSnapshot { try BookingRows.some(ids, $0) }
  }

  package func spa() async throws -> Spa { try await inSnapshot { try SpaRows.fetch($0) } }

  package func zoneName() async throws -> String? {
    try await inSnapshot {
      try $0.row("SELECT zone_name FROM frontdesk_settings WHERE id = 1")?.text("zone_name")
    }
  }

  package func account(email: String) async throws -> Account? {
    try await inSnapshot { try AccountRows.one(email: email, $0) }
  }
}

// MARK: - Sessions

extension SQLStore {
  package func openSession(_ session: StoredSession) async throws {
    try await inTransaction { try SessionRows.open(session, $0) }
  }

  package func session(tokenHash: String) async throws -> StoredSession? {
    try await inSnapshot { try SessionRows.one(tokenHash, $0) }
  }

  package func extendSession(tokenHash: String, to expiry: Timestamp) async throws {
    try await inTransaction { try SessionRows.extend(tokenHash, to: expiry, $0) }
  }

  package func closeSession(tokenHash: String) async throws {
    try await inTransaction { try SessionRows.close(tokenHash, $0) }
  }

  package func openSessionHashes(now: Timestamp) async throws -> Set<String> {
    try await inSnapshot { try SessionRows.openHashes(now: now, $0) }
  }
}
