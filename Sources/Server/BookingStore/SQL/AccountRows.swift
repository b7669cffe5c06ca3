import BookingDomain

/// Who may log in: the staff first, then the guests.
package enum AccountRows {
  package static func one(email: String, _ db: some SQLConnection) throws -> Account? {
    // The longest address there is has 254 characters (RFC 5321, 4.5.3.1.3).
    guard !email.isEmpty, email.utf8.count <= 254 else { return nil }
    if let user = try db.row(userByEmail, [.text(email)]) {
      return account(user) { .user(UserID($0)) }
    }
    let customer = try db.row(customerByEmail, [.text(email)])
    return customer.flatMap { account($0) { .customer(CustomerID($0)) } }
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
      person: Person(id: person(number), role: role, name: row.nonBlankText("name") ?? "Nameless"),
      passwordHash: row.text("hash"), isActive: row.bool("is_active"))
  }
}
