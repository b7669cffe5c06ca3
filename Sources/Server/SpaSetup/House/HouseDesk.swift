import BookingDomain
import BookingStore

/// Carries out what a manager types about the house, inside the transaction of `db`, and shows what
/// stands then.
package struct HouseDesk {
  private let db: any SQLConnection
  private let person: Person
  private let now: Moment

  /// Changes of the house that a page shows.
  private static let mostChanges = 30

  package init(_ db: any SQLConnection, for person: Person, at now: Moment) {
    self.db = db
    self.person = person
    self.now = now
  }

  /// What was done, for the history, and the page that is shown for it.
  package struct Answer: Sendable {
    /// Nil where somebody only looked.
    package let change: String?
    package let page: HousePage
  }

  /// A password that was made before the transaction, since that takes its time.
  package struct MadePassword: Sendable {
    fileprivate let password: Password
    fileprivate let hash: String

    package init() throws(Complaint) {
      password = Password.made()
      hash = try password.hash()
    }
  }

  /// - Parameter made: for an order that needs one.
  /// - Throws: `Complaint`; nothing is changed then.
  package func answer(_ order: HouseOrder, _ made: MadePassword?) throws -> Answer {
    let change = try carryOut(order, made)
    if let change { try HouseChanges(db).add(change, by: person.name, at: now.instant) }
    let secret = made.map { " The password is \($0.password.text) and is not shown again." }
    let done = change.map { "\($0)\(order.needsPassword ? secret ?? "" : "")" }
    return Answer(change: change, page: try order.isAboutUsers ? users(done) : house(done))
  }

  // MARK: - Deeds

  private func carryOut(_ order: HouseOrder, _ made: MadePassword?) throws -> String? {
    let accounts = StaffAccounts(db)
    switch order {
    case .showUsers, .showHouse: return nil
    case .add(let new):
      try check(role: new.role)
      try accounts.add(new, hash: try hash(made))
      return "\(new.name) logs in as \(new.email.text), \(new.role.word)."
    case .newPassword(let email):
      let account = try account(email)
      let ended = try accounts.setPassword(of: account, hash: try hash(made))
      return "\(account.email) has another password; sessions ended: \(ended)."
    case .role(let email, let role, let does):
      let account = try account(email)
      try check(role: role)
      try accounts.setRole(of: account, to: role, does: does)
      return "\(account.email) is \(role.word) now; was \(account.role.lowercased())."
        + (role == .therapist ? "" : try ahead(accounts, account))
    case .account(let email, let isActive):
      let account = try account(email)
      try accounts.setActive(account, isActive)
      return isActive
        ? "\(account.email) logs in again."
        : "\(account.email) logs in no more."
          + (try ahead(accounts, account))
    case .logOut(let email):
      let account = try account(email)
      return "Sessions of \(account.email) ended: \(try OpenSessions(db).end(of: account.email))."
    default: return try edit(order)
    }
  }

  private func edit(_ order: HouseOrder) throws -> String? {
    let editing = SpaEditing(db)
    switch order {
    case .service(let text, let change):
      let was = try editing.service(text)
      let name = try editing.change(service: text, change)
      return "\(name): \(change.spoken); was \(change.spoken(before: was))."
    case .bed(let name, let isActive):
      return said(
        try editing.set(bed: name, isActive: isActive, from: now.today), "Bed", isActive)
    case .room(let name, let isActive):
      return said(
        try editing.set(room: name, isActive: isActive, from: now.today), "Room", isActive)
    case .hours(let day, let hours):
      for day in Weekday.allCases where order.names(day) {
        try editing.set(hours: hours, on: day)
      }
      let whole = day?.rawValue.lowercased() ?? "every day"
      return "Hours, \(whole): "
        + (hours.map { "\($0.open.hourMinute)-\($0.close.hourMinute)" } ?? "closed") + "."
    case .leave(let name, let isAway):
      let (found, ahead) = try editing.set(
        therapist: name, state: isAway ? .onLeave : .available, from: now.today)
      return "\(found) is \(isAway ? "on leave" : "back")."
        + (isAway && ahead > 0
          ? " \(ahead) bookings from today on stand with them: R gives them to others." : "")
    default: return nil
    }
  }

  private func said(_ changed: (name: String, ahead: Int), _ what: String, _ isActive: Bool)
    -> String
  {
    "\(what) \(changed.name) is \(isActive ? "in" : "out of") service."
      + (!isActive && changed.ahead > 0
        ? " \(changed.ahead) bookings from today on stand there: m moves them." : "")
  }

  private func ahead(_ accounts: StaffAccounts, _ account: StaffAccounts.Listed) throws -> String {
    let count = try accounts.bookingsAhead(of: account, from: now.today)
    return count == 0
      ? "" : " \(count) bookings from today on stand with them: R gives them to others."
  }

  private func hash(_ made: MadePassword?) throws -> String {
    guard let made else { throw Complaint("No password could be made.") }
    return made.hash
  }

  /// One whom this person may change: an administrator is another administrator's to change.
  private func account(_ email: String) throws -> StaffAccounts.Listed {
    let account = try StaffAccounts(db).one(email)
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
    let accounts = try StaffAccounts(db).all().map { account in
      let sessions = open[account.email.lowercased()] ?? 0
      return [
        account.email, account.name, account.role.lowercased(), account.does ?? "",
        account.isActive ? (sessions == 0 ? "" : "logged in: \(sessions)") : "off",
      ]
    }
    return HousePage(
      title: "Users",
      tables: [
        .init(["E-MAIL", "NAME", "ROLE", "DOES", ""], accounts),
        .init(["TYPED BEHIND :", ""], HouseOrder.usersForms), try changes(),
      ], done: done)
  }

  private func house(_ done: String?) throws -> HousePage {
    let spa = try SpaEditing(db).spa()
    return HousePage(
      title: "The house",
      tables: HouseTables(spa, currency: try SpaCurrency.stored(in: db)).all + [
        .init(["TYPED BEHIND :", ""], HouseOrder.houseForms), try changes(),
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

extension HouseOrder {
  /// Whether a password has to be made for it.
  package var needsPassword: Bool {
    switch self {
    case .add, .newPassword: true
    default: false
    }
  }

  fileprivate var isAboutUsers: Bool {
    switch self {
    case .showUsers, .add, .newPassword, .role, .account, .logOut: true
    case .showHouse, .service, .bed, .room, .hours, .leave: false
    }
  }

  fileprivate func names(_ day: Weekday) -> Bool {
    if case .hours(let one, _) = self { one == nil || one == day } else { false }
  }
}
