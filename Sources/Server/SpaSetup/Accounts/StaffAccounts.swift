import BookingDomain
import BookingStore

/// The accounts of those who work here: rows of the shop's `users`. Everything is done inside the
/// transaction of `db`, and hashes never leave the database.
package struct StaffAccounts {
  private let db: any SQLConnection
  private let asked: OrderPlace

  package init(_ db: any SQLConnection, asked: OrderPlace = .byProgram) {
    (self.db, self.asked) = (db, asked)
  }

  /// An account as it is listed.
  package struct Listed: Hashable, Sendable {
    package let id: UserID
    package let email: String
    package let name: String
    /// As the shop spells it; some roles (marketing, stock) have nothing to log in for here.
    package let role: String
    package let isActive: Bool
    /// What a therapist does.
    package let does: String?
  }

  /// Somebody who is to have an account.
  package struct New: Sendable {
    package let email: EmailAddress
    package let name: String
    package let role: Role
    package let phone: String?
    /// What a therapist does, by the name or number of its kind of treatment.
    package let does: String?

    package init(
      email: EmailAddress, name: String, role: Role, phone: String? = nil, does: String? = nil
    ) throws(Complaint) {
      guard role != .customer else {
        throw Complaint(
          "Customers are no staff; they get their accounts in the web shop, or are imported.")
      }
      guard does == nil || role == .therapist else {
        throw Complaint("Only therapists do treatments: leave out what a \(role.word) does.")
      }
      self.email = email
      self.name = try Self.checkedName(name)
      self.role = role
      self.phone = try phone.map { (given) throws(Complaint) in try PhoneNumber(given).text }
      self.does = does
    }

    static func checkedName(_ text: String) throws(Complaint) -> String {
      guard let name = PlainLine.cleaned(text), (1...100).contains(TextLimit.length(name))
      else {
        throw Complaint("A person's name has 1 to 100 letters on one line.")
      }
      return name
    }
  }

  package func all() throws -> [Listed] { try listed("ORDER BY u.is_active DESC, u.user_id", []) }

  /// - Throws: `Complaint` where nobody has it.
  package func one(_ email: String) throws -> Listed {
    guard let found = try listed("WHERE u.email = ?", [.text(email)]).first else {
      throw Complaint(
        "Nobody has the account \(PlainLine.shown(email)); \(asked.users) shows who has one.")
    }
    return found
  }

  /// In whose name something is done: of this account, or of the first that manages the spa.
  package func author(_ email: String?) throws -> Person {
    let accounts = try email.map { [try one($0)] } ?? all()
    let found = accounts.first { account in
      account.isActive && (email != nil || Role(rawValue: account.role)?.manages == true)
    }
    guard let found, let role = Role(rawValue: found.role) else {
      throw Complaint(
        "There is no account that manages the spa, in whose name it could be done; "
          + "`frontdesk-server user add` makes one.")
    }
    return Person(id: .user(found.id), role: role, name: found.name)
  }

  package func add(_ new: New, hash: String) throws {
    try checkFree(new.email)
    if let phone = new.phone { try checkFree(phone: phone) }
    let kind = try new.does.map(kind)
    try db.execute(
      """
      INSERT INTO users (role_id, full_name, email, hash_password, phone_number, is_active)
      VALUES (?, ?, ?, ?, ?, 1)
      """,
      [
        .integer(try number(of: new.role)), .text(new.name), .text(new.email.text), .text(hash),
        StoredValue(new.phone),
      ])
    if new.role == .therapist { try link(try one(new.email.text).id, to: kind) }
  }

  /// A therapist who logs in nowhere: the table wants an address of everybody, and nobody logs in with
  /// one that is no domain's (RFC 2606, 2).
  /// - Parameter kind: by its name or number; nil for one who does nothing yet.
  /// - Returns: the account that nobody logs in with.
  @discardableResult
  package func addTherapist(_ name: String, does kind: String?, phone: String? = nil) throws
    -> Listed
  {
    var number = 1
    func address() throws -> EmailAddress {
      try EmailAddress("therapist-\(number)@\(Self.noDomain)")
    }
    while try !listed("WHERE u.email = ?", [.text(address().text)]).isEmpty { number += 1 }
    let email = try address()
    try add(
      New(email: email, name: name, role: .therapist, phone: phone, does: kind),
      hash: Self.noPassword)
    return try one(email.text)
  }

  private static let noDomain = "no-login.invalid"
  /// No password hashes to it.
  package static let noPassword = "!"

  /// - Returns: how many sessions it ended: whoever knew the old password is out.
  package func setPassword(of account: Listed, hash: String) throws -> Int {
    try db.execute(
      "UPDATE users SET hash_password = ? WHERE user_id = ?",
      [.text(hash), .integer(account.id.number)])
    return try OpenSessions(db).end(of: .user(account.id))
  }

  package func setRole(of account: Listed, to role: Role, does: String?) throws {
    guard role != .customer else {
      throw Complaint("Customers are no staff; \(asked.userOff) takes an account away.")
    }
    guard does == nil || role == .therapist else {
      throw Complaint("Only therapists do treatments: leave out what a \(role.word) does.")
    }
    if !role.manages { try keepOneManager(besides: account) }
    let kind = try does.map(kind)
    try db.execute(
      "UPDATE users SET role_id = ? WHERE user_id = ?",
      [.integer(try number(of: role)), .integer(account.id.number)])
    if role == .therapist { try link(account.id, to: kind) }
    if role.rawValue != account.role { _ = try OpenSessions(db).end(of: .user(account.id)) }
  }

  /// - Parameter text: nil for nothing, where there need not be any.
  /// - Returns: what was done, in a sentence.
  package func change(_ account: Listed, _ fact: PersonFact, to text: String?) throws -> String {
    guard let text else {
      guard fact == .phone else { throw Complaint("Everybody has a name and an e-mail address.") }
      try set("phone_number", of: account, .null)
      return "\(account.name) has no phone number now."
    }
    switch fact {
    case .name:
      let name = try New.checkedName(text)
      if account.role == Role.therapist.rawValue {
        try HouseNames(db, asked: asked).checkFree(name, .therapist, besides: account.id.number)
      }
      try set("full_name", of: account, .text(name))
      return "\(account.name) is called \(name) now."
    case .email:
      let email = try EmailAddress(text)
      try checkFree(email, besides: account)
      try set("email", of: account, .text(email.text))
      return "\(account.name) logs in as \(email.text) now; was \(account.email)."
    case .phone:
      let phone = try PhoneNumber(text).text
      try checkFree(phone: phone, besides: account)
      try set("phone_number", of: account, .text(phone))
      return "\(account.name) has the phone number \(phone) now."
    }
  }

  private func set(_ column: String, of account: Listed, _ value: StoredValue) throws {
    try db.execute(
      "UPDATE users SET \(column) = ? WHERE user_id = ?", [value, .integer(account.id.number)])
  }

  private func checkFree(_ email: EmailAddress, besides account: Listed? = nil) throws {
    if try listed("WHERE u.email = ?", [.text(email.text)]).contains(where: { $0.id != account?.id }
    ) {
      throw Complaint("\(email.text) has an account already.")
    }
  }

  private func checkFree(phone: String, besides account: Listed? = nil) throws {
    if try db.row(
      "SELECT 1 AS one FROM users WHERE phone_number = ? AND user_id <> ?",
      [.text(phone), .integer(account?.id.number ?? 0)]) != nil
    {
      throw Complaint("The phone number \(phone) belongs to another account.")
    }
  }

  /// An account that is switched off loses its sessions for good: none comes back with it.
  package func setActive(_ account: Listed, _ isActive: Bool) throws {
    if !isActive { try keepOneManager(besides: account) }
    try db.execute(
      "UPDATE users SET is_active = ? WHERE user_id = ?",
      [StoredValue(isActive), .integer(account.id.number)])
    if !isActive { _ = try OpenSessions(db).end(of: .user(account.id)) }
  }

  /// Bookings that wait for this person from `day` on.
  package func bookingsAhead(of account: Listed, from day: LocalDate) throws -> Int {
    let found = try db.row(
      """
      SELECT COUNT(*) AS n FROM bookings WHERE therapist_user_id = ? AND appointment_date >= ?
        AND booking_status IN ('SCHEDULED', 'CONFIRMED')
      """, [.integer(account.id.number), .text(day.description)])
    return found?.int("n", in: 0...Int.max) ?? 0
  }

  // MARK: - Rows

  private func listed(_ rest: String, _ values: [StoredValue]) throws -> [Listed] {
    try db.rows(
      """
      SELECT u.user_id, substr(u.email, 1, 254) AS email, substr(u.full_name, 1, 200) AS name,
        r.name AS role, u.is_active, substr(k.name, 1, 200) AS kind
      FROM users u LEFT JOIN roles r ON r.role_id = u.role_id
      LEFT JOIN therapists t ON t.user_id = u.user_id
      LEFT JOIN service_types k ON k.service_type_id = t.service_type_id
      \(rest)
      """, values
    ).compactMap { row in
      guard let id: UserID = row.id("user_id") else { return nil }
      let role = row.text("role") ?? "?"
      return Listed(
        id: id, email: row.text("email") ?? "", name: row.nonBlankText("name") ?? "User \(id)",
        role: role, isActive: row.bool("is_active"),
        does: role == Role.therapist.rawValue ? row.nonBlankText("kind") : nil)
    }
  }

  private func number(of role: Role) throws -> Int64 {
    let row = try db.row("SELECT role_id FROM roles WHERE name = ?", [.text(role.rawValue)])
    guard let number = row?.int64("role_id") else {
      throw Complaint("The database has no role \(role.rawValue) in its table roles.")
    }
    return number
  }

  private func kind(_ text: String) throws -> Int64 {
    try HouseNames(db, asked: asked).one(.kind, text).number
  }

  /// A therapist of the shop is a row of both tables.
  private func link(_ user: UserID, to kind: Int64?) throws {
    let found = try db.row(
      "SELECT 1 AS one FROM therapists WHERE user_id = ?", [.integer(user.number)])
    if found == nil {
      try db.execute(
        "INSERT INTO therapists (user_id, service_type_id, availability_status) VALUES (?, ?, 'AVAILABLE')",
        [.integer(user.number), StoredValue(kind)])
    } else if let kind {
      try db.execute(
        "UPDATE therapists SET service_type_id = ? WHERE user_id = ?",
        [.integer(kind), .integer(user.number)])
    }
  }

  /// Without anybody who manages, nobody could overrule, and this program would be needed for
  /// everything.
  private func keepOneManager(besides account: Listed) throws {
    guard account.isActive, account.role == "MANAGER" || account.role == "ADMIN" else { return }
    let others = try db.row(
      """
      SELECT 1 AS one FROM users u JOIN roles r ON r.role_id = u.role_id
      WHERE r.name IN ('MANAGER', 'ADMIN') AND u.is_active <> 0 AND u.user_id <> ?
      """, [.integer(account.id.number)])
    guard others != nil else {
      throw Complaint(
        "\(account.email) is the last account that manages the spa; add another manager first.")
    }
  }
}

extension Role {
  /// As a sentence has it.
  package var word: String { rawValue.lowercased() }

  fileprivate var manages: Bool { self == .manager || self == .admin }
}
