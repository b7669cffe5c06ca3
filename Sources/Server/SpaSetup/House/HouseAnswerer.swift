import BookingDomain
import BookingStore

/// Carries out what a manager types about the house, inside the transaction of `db`, and shows what
/// stands then.
package struct HouseAnswerer {
  private let db: any SQLConnection
  private let person: Person
  private let now: Moment
  private var accounts: StaffAccounts { StaffAccounts(db, asked: .atDesk) }

  /// Changes of the house that a page shows: some two weeks of a desk that blocks time every day.
  private static let mostChanges = 100

  package init(_ db: any SQLConnection, for person: Person, at now: Moment) {
    (self.db, self.person, self.now) = (db, person, now)
  }

  /// What was done, for the history, and the page that is shown for it.
  package struct Answer: Sendable {
    /// Nil where somebody only looked.
    package let change: String?
    package let page: HousePage
  }

  /// What an account is to be opened with, hashed before the transaction, since that takes its time.
  package struct NewPassword: Sendable {
    /// To be shown once; nil for one that somebody typed.
    fileprivate let made: String?
    fileprivate let hash: String

    /// - Parameter typed: empty where one is to be made.
    package init(typed: String, for order: HouseOrder) throws(Complaint) {
      let account = order.account
      let password =
        typed.isEmpty
        ? Password.made()
        : try Password(
          typed,
          of: try account.map { (account) throws(Complaint) in try EmailAddress(account.email) },
          named: account?.name ?? "")
      made = typed.isEmpty ? password.text : nil
      hash = try password.hash()
    }
  }

  /// - Parameter password: for an order that needs one.
  /// - Throws: `Complaint`; nothing is changed then.
  package func answer(_ order: HouseOrder, _ password: NewPassword?) throws -> Answer {
    let change = try carryOut(order, password)
    if let change { try HouseChanges(db).add(change, by: person.name, at: now.instant) }
    let secret = password?.made.map { " The password is \($0) and is not shown again." } ?? ""
    let done = change.map { $0 + secret }
    return Answer(change: change, page: try order.isAboutUsers ? users(done) : house(done))
  }

  // MARK: - Deeds

  private func carryOut(_ order: HouseOrder, _ password: NewPassword?) throws -> String? {
    switch order {
    case .showUsers, .showHouse: return nil
    case .add(let new):
      try check(role: new.role)
      try accounts.add(new, hash: try hash(password))
      return "\(new.name) logs in as \(new.email.text), \(new.role.word)."
    case .newPassword(let email):
      let account = try account(email)
      let ended = try accounts.setPassword(of: account, hash: try hash(password))
      return "\(account.email) has another password; sessions ended: \(ended)."
    case .role(let email, let role, let does):
      let account = try account(email)
      try check(role: role)
      try accounts.setRole(of: account, to: role, does: does)
      return "\(account.email) is \(role.word) now; was \(account.role.lowercased())."
        + (role == .therapist ? "" : try ahead(account))
    case .account(let email, let isActive):
      let account = try account(email)
      try accounts.setActive(account, isActive)
      return isActive
        ? "\(account.email) logs in again."
        : "\(account.email) logs in no more."
          + (try ahead(account))
    case .logOut(let email):
      let account = try account(email)
      return
        "Sessions of \(account.email) ended: \(try OpenSessions(db).end(of: .user(account.id)))."
    case .person(let email, let fact, let text):
      return try accounts.change(try account(email), fact, to: text)
    default:
      return try HouseEditor(db, asked: .atDesk, today: now.today).carryOut(order)
    }
  }

  private func ahead(_ account: StaffAccounts.Listed) throws -> String {
    let count = try accounts.bookingsAhead(of: account, from: now.today)
    let bookings = count == 1 ? "1 booking" : "\(count) bookings"
    return count == 0
      ? "" : " \(bookings) from today on with them: :reassign gives them to others."
  }

  private func hash(_ password: NewPassword?) throws -> String {
    guard let password else { throw Complaint("There is no password for it.") }
    return password.hash
  }

  /// One whom this person may change: an administrator is another administrator's to change.
  private func account(_ email: String) throws -> StaffAccounts.Listed {
    let account = try accounts.one(email)
    if let role = Role(rawValue: account.role) { try check(role: role) }
    return account
  }

  private func check(role: Role) throws {
    guard role != .admin || person.role == .admin else {
      throw Complaint("Administrators' accounts are for administrators.")
    }
  }

  // MARK: - Pages

  private func users(_ done: String?) throws -> HousePage {
    let open = Dictionary(
      try OpenSessions(db).all(at: now.instant).map { ($0.email.lowercased(), $0.count) },
      uniquingKeysWith: +)
    let listed = try accounts.all().map { account in
      let sessions = open[account.email.lowercased()] ?? 0
      return [
        account.email, account.name, account.role.lowercased(), account.does ?? "",
        account.isActive ? (sessions == 0 ? "" : "logged in: \(sessions)") : "off",
      ]
    }
    return HousePage(
      title: "Users",
      tables: [
        .init(["E-MAIL", "NAME", "ROLE", "DOES", ""], listed),
        .init(["TYPED BEHIND :", ""], HouseDeed.table(users: true)), try changes(),
      ], done: done)
  }

  private func house(_ done: String?) throws -> HousePage {
    HousePage(
      title: "The house",
      tables: try HouseTables(HouseRecord(db, today: now.today)).all + [
        .init(["TYPED BEHIND :", ""], HouseDeed.table(users: false)), try changes(),
      ], done: done)
  }

  private func changes() throws -> HousePage.Table {
    .init(
      ["CHANGED", "BY", ""],
      try HouseChanges(db).newest(Self.mostChanges).map { change in
        let local = now.zone.local(change.at)
        return ["\(local.date) \(local.time.hourMinute)", change.byName, change.what]
      })
  }
}
