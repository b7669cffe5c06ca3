import BookingDomain
import BookingStore
import GRDB

extension SQLiteStore {
  package func account(email: String) async throws -> Account? {
    // The longest address there is has 254 characters (RFC 5321, 4.5.3.1.3).
    guard !email.isEmpty, email.utf8.count <= 254 else { return nil }
    return try await read { db in
      if let user = try Row.fetchOne(db, sql: Self.userByEmail, arguments: [email]) {
        return Self.account(TolerantRow(user)) { .user(UserID($0)) }
      }
      let customer = try Row.fetchOne(db, sql: Self.customerByEmail, arguments: [email])
      return customer.flatMap { Self.account(TolerantRow($0)) { .customer(CustomerID($0)) } }
    }
  }

  private static let userByEmail = """
    SELECT u.user_id AS number, substr(u.full_name, 1, 200) AS name, r.name AS role,
      substr(u.hash_password, 1, 200) AS hash, u.is_active
    FROM users u LEFT JOIN roles r ON r.role_id = u.role_id WHERE u.email = ?
    """

  private static let customerByEmail = """
    SELECT customer_id AS number, substr(full_name, 1, 200) AS name, 'CUSTOMER' AS role,
      substr(hash_password, 1, 200) AS hash, is_active
    FROM customers WHERE email = ?
    """

  /// Nil for a role without any rights here (marketing, stock): they have nothing to log in for.
  private static func account(_ row: TolerantRow, _ person: (Int64) -> PersonID) -> Account? {
    guard let number = row.int64("number"),
      let role = row.text("role").flatMap({ Role(rawValue: $0) })
    else { return nil }
    return Account(
      person: Person(id: person(number), role: role, name: row.words("name") ?? "Nameless"),
      passwordHash: row.text("hash"), isActive: row.bool("is_active"))
  }
}
