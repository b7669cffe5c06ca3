import BookingDomain

/// What a manager types at a desk about the house: `users off mai@lotus.example`, `house leave Linh`.
package enum HouseOrder: Sendable {
  case showUsers
  case showHouse
  case add(StaffAccounts.New)
  case newPassword(String)
  case role(String, Role, does: String?)
  case account(String, isActive: Bool)
  case logOut(String)
  case service(String, SpaEditing.ServiceChange)
  case bed(String, isActive: Bool)
  case room(String, isActive: Bool)
  /// Nil for every day, and for closed.
  case hours(Weekday?, BusinessHours?)
  case leave(String, isAway: Bool)

  /// How each is written, and what it does.
  static let usersForms = [
    ["users add E-MAIL ROLE NAME", "an account; its password is made and shown once"],
    ["users password E-MAIL", "another password, made and shown once"],
    ["users role E-MAIL ROLE [KIND]", "another role; of a therapist, what they do"],
    ["users off E-MAIL", "logs in no more; users on lets them in again"],
    ["users logout E-MAIL", "ends the sessions"],
  ]
  static let houseForms = [
    ["house price 500000 SERVICE", "counts from the next sale on"],
    ["house minutes 60 SERVICE", "the length; house buffer 15 what is kept free after it"],
    [
      "house off service SERVICE",
      "sold no more; so with bed BED and room ROOM; house on for again",
    ],
    ["house hours monday 10:00-18:00", "or closed; every-day for all seven"],
    ["house leave THERAPIST", "on leave; house back THERAPIST returns them"],
  ]

  package init(_ line: String) throws(Complaint) {
    var words = Words(line)
    switch words.next() {
    case "users": self = try Self.users(&words)
    case "house": self = try Self.house(&words)
    default: throw Complaint("Write users or house, and what is to be done.")
    }
  }

  private static func users(_ words: inout Words) throws(Complaint) -> HouseOrder {
    let deed = words.next()
    if deed.isEmpty { return .showUsers }
    let known = ["add", "password", "role", "off", "on", "logout"]
    guard known.contains(deed) else {
      throw Complaint(
        "\"\(PlainLine.shown(deed))\" is nothing that can be done with users; there are "
          + known.joined(separator: ", ") + ".")
    }
    let email = words.next()
    guard !email.isEmpty else { throw Complaint("Write users \(deed) and an e-mail address.") }
    switch deed {
    case "add":
      let role = try role(words.next())
      return .add(
        try StaffAccounts.New(email: try EmailAddress(email), name: words.rest, role: role))
    case "role":
      let role = try role(words.next())
      return .role(email, role, does: words.rest.isEmpty ? nil : words.rest)
    default: break
    }
    guard words.rest.isEmpty else {
      throw Complaint("users \(deed) takes an e-mail address, and nothing after it.")
    }
    switch deed {
    case "password": return .newPassword(email)
    case "logout": return .logOut(email)
    default: return .account(email, isActive: deed == "on")
    }
  }

  private static func role(_ word: String) throws(Complaint) -> Role {
    guard let role = Role(userType: word.lowercased()), role != .customer else {
      throw Complaint(
        "\"\(PlainLine.shown(word))\" is no role; write admin, manager, receptionist or therapist.")
    }
    return role
  }

  private static func house(_ words: inout Words) throws(Complaint) -> HouseOrder {
    let deed = words.next()
    switch deed {
    case "": return .showHouse
    case "price", "minutes", "buffer":
      let value = words.next()
      return .service(try words.name(of: "a service"), try change(deed, value))
    case "on", "off":
      let isActive = deed == "on"
      switch words.next() {
      case "service":
        var change = SpaEditing.ServiceChange()
        change.isActive = isActive
        return .service(try words.name(of: "a service"), change)
      case "bed": return .bed(try words.name(of: "a bed"), isActive: isActive)
      case "room": return .room(try words.name(of: "a room"), isActive: isActive)
      default: throw Complaint("Write house \(deed) service, bed or room, and its name.")
      }
    case "hours":
      let word = words.next().lowercased()
      let day = Weekday.allCases.first { $0.rawValue.lowercased() == word }
      guard day != nil || word == "every-day" else {
        throw Complaint(
          "Write house hours, a day (monday to sunday, or every-day), and 09:00-21:00.")
      }
      return .hours(day, try SpaPlan.checkedHours(words.rest))
    case "leave", "back":
      return .leave(try words.name(of: "a therapist"), isAway: deed == "leave")
    default:
      throw Complaint(
        "\"\(PlainLine.shown(deed))\" is nothing that can be changed of the house; there are price, "
          + "minutes, buffer, on, off, hours, leave and back.")
    }
  }

  private static func change(_ what: String, _ value: String) throws(Complaint)
    -> SpaEditing.ServiceChange
  {
    var change = SpaEditing.ServiceChange()
    switch what {
    // The currency is the database's to say.
    case "price": change.price = try SpaPlan(anyCurrency: ()).checkedPrice(value)
    case "minutes": change.duration = try SpaPlan.checkedDuration(Int(value) ?? 0)
    default: change.buffer = try SpaPlan.checkedBuffer(Int(value) ?? -1)
    }
    return change
  }

  /// A line word by word; what is left is a name, with its blanks.
  private struct Words {
    private(set) var rest: String

    init(_ line: String) { rest = line.trimmed }

    mutating func next() -> String {
      let word = rest.prefix { !$0.isWhitespace }
      rest = rest.dropFirst(word.count).trimmed
      return String(word)
    }

    func name(of what: String) throws(Complaint) -> String {
      guard !rest.isEmpty else { throw Complaint("Write the name or number of \(what).") }
      return rest
    }
  }
}
