import BookingDomain

/// What a manager orders at a desk about the house: a line of `HouseDeed`'s forms with the values
/// that it names.
package enum HouseOrder: Sendable {
  case showUsers
  case showHouse
  case add(StaffAccounts.New)
  case newPassword(String)
  case role(String, Role, does: String?)
  case account(String, isActive: Bool)
  case logOut(String)
  case service(String, SpaEditing.ServiceChange)
  case addService(SpaPlan.Service, kind: String)
  case bed(String, isActive: Bool)
  case addBed(String, room: String)
  case room(String, isActive: Bool)
  case addRoom(SpaPlan.Room)
  /// Nil for every day, and for closed.
  case hours(Weekday?, BusinessHours?)
  case leave(String, isAway: Bool)
  case addTherapist(String, does: String)

  /// - Throws: `Complaint` for a line that is none, or not whole.
  package init(_ text: String) throws(Complaint) {
    let line = HouseLine(text)
    if let problem = line.problem { throw Complaint(PlainLine.shown(problem)) }
    guard let deed = line.deed else {
      throw Complaint("Write users or house, and what is to be done.")
    }
    let values = line.values
    switch deed {
    case .showUsers: self = .showUsers
    case .showHouse: self = .showHouse
    case .addUser:
      self = .add(
        try StaffAccounts.New(
          email: try EmailAddress(values[0]), name: values[2], role: try Self.role(values[1])))
    case .newPassword: self = .newPassword(values[0])
    case .role:
      self = .role(
        values[0], try Self.role(values[1]), does: values.count > 2 ? values[2] : nil)
    case .userOff, .userOn: self = .account(values[0], isActive: deed == .userOn)
    case .logOut: self = .logOut(values[0])
    case .price, .minutes, .buffer:
      self = .service(values[1], try Self.change(deed, values[0]))
    case .serviceOff, .serviceOn:
      var change = SpaEditing.ServiceChange()
      change.isActive = deed == .serviceOn
      self = .service(values[0], change)
    case .bedOff, .bedOn: self = .bed(values[0], isActive: deed == .bedOn)
    case .roomOff, .roomOn: self = .room(values[0], isActive: deed == .roomOn)
    case .hours:
      self = .hours(Weekday(word: values[0]), try SpaPlan.checkedHours(values[1]))
    case .leave, .back: self = .leave(values[0], isAway: deed == .leave)
    case .addService: self = try Self.newService(values)
    case .addRoom: self = .addRoom(try Self.newRoom(values[0]))
    case .addBed:
      let (room, bed) = try Self.parts(values[0])
      self = .addBed(try SpaPlan.checkedName(bed, longest: 50, of: "a bed's name"), room: room)
    case .addTherapist:
      let (name, kind) = try Self.parts(values[0])
      self = .addTherapist(
        try SpaPlan.checkedName(name, longest: 100, of: "a therapist's name"), does: kind)
    }
  }

  private static func role(_ word: String) throws(Complaint) -> Role {
    guard let role = Role(userType: word.lowercased()), role != .customer else {
      throw Complaint(
        "\"\(PlainLine.shown(word))\" is no role; write admin, manager, receptionist or therapist.")
    }
    return role
  }

  private static func parts(_ text: String) throws(Complaint) -> (String, String) {
    guard let parts = HousePiece.twoParts(text) else {
      throw Complaint("Write both parts, with a colon between.")
    }
    return parts
  }

  private static func change(_ deed: HouseDeed, _ value: String) throws(Complaint)
    -> SpaEditing.ServiceChange
  {
    var change = SpaEditing.ServiceChange()
    switch deed {
    case .price: change.price = try WrittenPrice(value)
    case .minutes: change.duration = try SpaPlan.checkedDuration(Int(value) ?? 0)
    default: change.buffer = try SpaPlan.checkedBuffer(Int(value) ?? -1)
    }
    return change
  }

  private static func newService(_ values: [String]) throws(Complaint) -> HouseOrder {
    let (kind, name) = try parts(values[3])
    return .addService(
      SpaPlan.Service(
        name: try SpaPlan.checkedName(name, longest: 200, of: "a service's name"),
        duration: try SpaPlan.checkedDuration(Int(values[0]) ?? 0),
        price: try WrittenPrice(values[1]),
        buffer: try SpaPlan.checkedBuffer(Int(values[2]) ?? -1)), kind: kind)
  }

  /// `Lotus: 1, 2` has beds, `Foot lounge: 4 seats` has none.
  private static func newRoom(_ text: String) throws(Complaint) -> SpaPlan.Room {
    let (given, rest) = try parts(text)
    let name = try SpaPlan.checkedName(given, longest: 50, of: "a room's name")
    let words = rest.split(separator: " ")
    if words.count == 2, ["seat", "seats"].contains(words[1].lowercased()) {
      guard let seats = Int(words[0]), (1...1000).contains(seats) else {
        throw Complaint("Seats are a number from 1 to 1000.")
      }
      return SpaPlan.Room(name: name, beds: [], seats: seats)
    }
    var beds: [String] = []
    for bed in rest.split(separator: ",", omittingEmptySubsequences: false) {
      beds.append(try SpaPlan.checkedName(String(bed), longest: 50, of: "a bed's name"))
    }
    guard Set(beds.map { FoldedText($0) }).count == beds.count else {
      throw Complaint("Two of the beds have the same name; each needs its own.")
    }
    return SpaPlan.Room(name: name, beds: beds, seats: beds.count)
  }
}

extension HouseOrder {
  /// Whose password is typed or made for it; nil for an order without one.
  package var account: (email: String, name: String)? {
    switch self {
    case .add(let new): (new.email.text, new.name)
    case .newPassword(let email): (email, "")
    default: nil
    }
  }

  var isAboutUsers: Bool {
    switch self {
    case .showUsers, .add, .newPassword, .role, .account, .logOut: true
    case .showHouse, .service, .addService, .bed, .addBed, .room, .addRoom, .hours, .leave,
      .addTherapist:
      false
    }
  }

  func names(_ day: Weekday) -> Bool {
    if case .hours(let one, _) = self { one == nil || one == day } else { false }
  }
}
