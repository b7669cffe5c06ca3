import BookingDomain

/// What a manager or the operator orders about the house: a line of `HouseDeed`'s forms, or options of
/// `frontdesk-server edit`, with the values that they name.
package enum HouseOrder: Sendable {
  case showUsers
  case showHouse
  case add(StaffAccounts.New)
  case newPassword(String)
  case role(String, Role, does: String?)
  /// Nil for nothing.
  case person(String, PersonFact, String?)
  case account(String, isActive: Bool)
  case logOut(String)
  case price(service: String, WrittenPrice)
  case minutes(service: String, Minutes)
  case buffer(service: String, Minutes)
  case kind(service: String, String)
  case does(therapist: String, String)
  case years(therapist: String, Int)
  case week(therapist: String, WorkingHours)
  case move(bed: String, room: String)
  case seats(room: String, Int)
  /// Nil for every day, and for closed.
  case hours(Weekday?, BusinessHours?)
  case leave(String, isAway: Bool)
  case name(HouseThing, String, String)
  /// Nil for nothing.
  case about(HouseThing, String, String?)
  case turn(HouseSwitch, String, isOn: Bool)
  case addService(SpaPlan.Service, kind: String)
  case addKind(String)
  case addRoom(SpaPlan.Room)
  case addBed(String, room: String)
  case addTherapist(String, does: String?)
  /// Nil for nothing.
  case spa(SpaFact, String?)

  /// - Throws: `Complaint` for a line that is none, or not whole.
  package init(_ text: String) throws(Complaint) {
    guard PlainLine.cleaned(text) != nil else {
      throw Complaint("A line holds letters, figures and signs alone, no control characters.")
    }
    let line = HouseLine(text)
    if let problem = line.problem { throw Complaint(PlainLine.shown(problem)) }
    guard let deed = line.deed else {
      throw Complaint("Write users or house, and what is to be done.")
    }
    self = try deed.isAboutUsers ? Self.users(deed, line.values) : Self.house(deed, line.values)
  }

  private static func users(_ deed: HouseDeed, _ values: [String]) throws(Complaint) -> HouseOrder {
    switch deed {
    case .addUser:
      .add(
        try StaffAccounts.New(
          email: try EmailAddress(values[0]), name: values[2], role: try role(values[1])))
    case .newPassword: .newPassword(values[0])
    case .role: .role(values[0], try role(values[1]), does: values.count > 2 ? values[2] : nil)
    case .person(let fact): .person(values[0], fact, something(values[1]))
    case .userOff, .userOn: .account(values[0], isActive: deed == .userOn)
    case .logOut: .logOut(values[0])
    default: .showUsers
    }
  }

  private static func house(_ deed: HouseDeed, _ values: [String]) throws(Complaint) -> HouseOrder {
    switch deed {
    case .price: return .price(service: values[1], try WrittenPrice(values[0]))
    case .minutes:
      return .minutes(service: values[1], try SpaPlan.checkedDuration(Int(values[0]) ?? 0))
    case .buffer:
      return .buffer(service: values[1], try SpaPlan.checkedBuffer(Int(values[0]) ?? -1))
    case .hours: return .hours(Weekday(word: values[0]), try SpaPlan.checkedHours(values[1]))
    case .leave, .back: return .leave(values[0], isAway: deed == .leave)
    case .off(let what): return .turn(what, values[0], isOn: false)
    case .on(let what): return .turn(what, values[0], isOn: true)
    case .spa(let fact): return .spa(fact, something(values[0]))
    case .add(let thing): return try new(thing, values)
    case .kind, .does, .years, .move, .seats, .name, .about:
      let (named, value) = try parts(values[0])
      return try change(deed, named, value)
    default: return .showHouse
    }
  }

  private static func change(_ deed: HouseDeed, _ named: String, _ value: String)
    throws(Complaint) -> HouseOrder
  {
    switch deed {
    case .kind: .kind(service: named, value)
    case .does: .does(therapist: named, value)
    case .years: try years(named, Int(value) ?? -1)
    case .move: .move(bed: named, room: value)
    case .seats: .seats(room: named, try seats(Int(value) ?? 0))
    case .name(let thing): .name(thing, named, try name(value, of: thing))
    case .about(let thing): .about(thing, named, try something(value).map(described))
    default: .showHouse
    }
  }

  private static func new(_ thing: HouseThing, _ values: [String]) throws(Complaint) -> HouseOrder {
    switch thing {
    case .service:
      let (kind, text) = try parts(values[3])
      return .addService(
        SpaPlan.Service(
          name: try name(text, of: .service),
          duration: try SpaPlan.checkedDuration(Int(values[0]) ?? 0),
          price: try WrittenPrice(values[1]),
          buffer: try SpaPlan.checkedBuffer(Int(values[2]) ?? -1)), kind: kind)
    case .kind: return .addKind(try name(values[0], of: .kind))
    case .room: return .addRoom(try room(values[0]))
    case .bed:
      let (room, bed) = try parts(values[0])
      return .addBed(try name(bed, of: .bed), room: room)
    case .therapist:
      let (text, kind) = try parts(values[0])
      return .addTherapist(try name(text, of: .therapist), does: kind)
    }
  }

  /// `Lotus: 1, 2` has beds, `Foot lounge: 4 seats` has none.
  private static func room(_ text: String) throws(Complaint) -> SpaPlan.Room {
    let (given, rest) = try parts(text)
    let name = try name(given, of: .room)
    let words = rest.split(separator: " ")
    if words.count == 2, ["seat", "seats"].contains(words[1].lowercased()) {
      return SpaPlan.Room(name: name, beds: [], seats: try seats(Int(words[0]) ?? 0))
    }
    let beds = try beds(rest)
    return SpaPlan.Room(name: name, beds: beds, seats: beds.count)
  }
}

// MARK: - Values

extension HouseOrder {
  package static func name(_ text: String, of thing: HouseThing) throws(Complaint) -> String {
    try SpaPlan.checkedName(text, longest: thing.longestName, of: "a \(thing.rawValue)'s name")
  }

  package static func seats(_ count: Int) throws(Complaint) -> Int {
    guard HouseValue.seatsOfARoom.contains(count) else {
      throw Complaint("Seats are a number from 1 to 1000.")
    }
    return count
  }

  package static func years(_ therapist: String, _ count: Int) throws(Complaint) -> HouseOrder {
    guard HouseValue.yearsOfWork.contains(count) else {
      throw Complaint("Years are a number from 0 to 80.")
    }
    return .years(therapist: therapist, count)
  }

  /// Names with commas between.
  package static func beds(_ text: String) throws(Complaint) -> [String] {
    var beds: [String] = []
    for bed in text.split(separator: ",", omittingEmptySubsequences: false) {
      beds.append(try name(String(bed), of: .bed))
    }
    guard Set(beds.map { FoldedText($0) }).count == beds.count else {
      throw Complaint("Two of the beds have the same name; each needs its own.")
    }
    return beds
  }

  package static func described(_ text: String) throws(Complaint) -> String {
    try SpaPlan.checkedName(text, longest: HousePiece.longestText, of: "a description")
  }

  /// Nil for a text that stands for nothing.
  package static func something(_ text: String) -> String? {
    text.isEmpty || text == HousePiece.nothing ? nil : text
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
    case .showUsers, .add, .newPassword, .role, .person, .account, .logOut: true
    default: false
    }
  }
}
