import BookingDomain
import BookingStore

extension SQLiteStore {
  package func account(email: String) async throws -> Account? {
    try await read { try AccountRows.one(email: email, $0) }
  }
}
