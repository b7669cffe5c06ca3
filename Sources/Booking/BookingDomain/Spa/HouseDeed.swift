/// What a manager can have done with accounts and the house, as it is typed: the one table that the
/// desk reads a line by while it is written, the server when it is sent, and both show as help.
package enum HouseDeed: Hashable, Sendable {
  case showUsers
  case addUser
  case newPassword
  case role
  case person(PersonFact)
  case userOff
  case userOn
  case logOut
  case showHouse
  case price
  case minutes
  case buffer
  case kind
  case does
  case years
  case move
  case seats
  case hours
  case leave
  case back
  case name(HouseThing)
  case about(HouseThing)
  case off(HouseSwitch)
  case on(HouseSwitch)
  case add(HouseThing)
  case spa(SpaFact)

  package static let all: [HouseDeed] =
    [.showUsers, .addUser, .newPassword, .role, .userOff, .userOn, .logOut]
    + PersonFact.allCases.map(HouseDeed.person)
    + [.showHouse, .price, .minutes, .buffer, .kind, .does, .years, .move, .seats, .hours, .leave]
    + [.back] + HouseThing.allCases.map(HouseDeed.name) + HouseThing.allCases.map(HouseDeed.about)
    + HouseSwitch.allCases.map(HouseDeed.off) + HouseSwitch.allCases.map(HouseDeed.on)
    + HouseThing.allCases.map(HouseDeed.add) + SpaFact.allCases.map(HouseDeed.spa)

  /// What follows these words, in this order; the last may have blanks in it.
  package var pieces: [HousePiece] {
    switch self {
    case .showUsers, .showHouse: []
    case .addUser: [.email, .role, .person]
    case .role: [.email, .role, .treatment]
    case .person(.name): [.email, .person]
    case .person(.email): [.email, .newEmail]
    case .person(.phone): [.email, .phone]
    case .newPassword, .userOff, .userOn, .logOut: [.email]
    case .price: [.price, .one(.service)]
    case .minutes: [.minutes, .one(.service)]
    case .buffer: [.buffer, .one(.service)]
    case .kind: [.pair(.service, .kind)]
    case .does: [.pair(.therapist, .kind)]
    case .years: [.pair(.therapist, .years)]
    case .move: [.pair(.bed, .room)]
    case .seats: [.pair(.room, .seats)]
    case .hours: [.day, .hours]
    case .leave, .back: [.one(.therapist)]
    case .name(let thing): [.pair(thing, .name)]
    case .about(let thing): [.pair(thing, .text)]
    case .off(let what): [.one(what.thing)]
    case .on(.therapist): [.gone]
    case .on(let what): [.one(what.thing)]
    case .add(.service): [.minutes, .price, .buffer, .newService]
    case .add(.kind): [.newKind]
    case .add(.room): [.newRoom]
    case .add(.bed): [.newBed]
    case .add(.therapist): [.newTherapist]
    case .spa(let fact): [.fact(fact)]
    }
  }

  /// What it does, for who looks at the line.
  package var does: String {
    switch self {
    case .showUsers: "who may log in, and who changed what"
    case .addUser: "an account; its password is asked for next"
    case .newPassword: "another password, asked for next; ends the sessions"
    case .role: "another role; of a therapist, the kind of treatment that they do"
    case .person(.name): "another name, as everybody sees it"
    case .person(.email): "another address to log in with"
    case .person(.phone): "another phone number; - for none"
    case .userOff: "logs in no more"
    case .userOn: "logs in again"
    case .logOut: "ends the sessions"
    case .showHouse: "services, rooms, beds, hours, therapists, and who changed what"
    case .price: "counts from the next sale on"
    case .minutes: "the length of a service"
    case .buffer: "minutes kept free after a service"
    case .kind: "the kind of treatment that a service is"
    case .does: "the kind of treatment that a therapist does"
    case .years: "how long a therapist has done it"
    case .move: "a bed into another room"
    case .seats: "guests at a time in a room"
    case .hours: "business hours of a day, or of every-day"
    case .leave: "on leave"
    case .back: "back from leave"
    case .name: "another name"
    case .about: "what the web shop says of it; - for nothing"
    case .off(let what): what.off
    case .on(let what): what.on
    case .add(.service): "a new service: minutes, price, minutes kept free after it, kind: name"
    case .add(.kind): "a new kind of treatment"
    case .add(.room): "a new room and its beds; or so many seats, as in Foot lounge: 4 seats"
    case .add(.bed): "a new bed in a room"
    case .add(.therapist): "a new therapist without an account, and the kind of treatment they do"
    case .spa(.tax): "counts from the next sale on"
    case .spa: "of the spa itself"
    }
  }

  package var isAboutUsers: Bool { words[0] == "users" }
  package var isLook: Bool { self == .showUsers || self == .showHouse }
  /// Whether a password goes with it, which stands in no line.
  package var takesPassword: Bool { self == .addUser || self == .newPassword }

  /// What is said of all that differ in what they are about alone.
  private var doesAll: String {
    switch self {
    case .name: "another name for a service, kind, bed, room or therapist"
    case .about: "what the web shop says of one; - for nothing"
    case .off: "no more: service, kind, bed, room, therapist; web, consultation"
    case .on: "what was off, again"
    case .spa: "the spa's own name, tax, address, phone and so on"
    default: does
    }
  }

  /// Everything about one of the two, as a table.
  package static func table(users: Bool) -> [[String]] {
    all.filter { $0.isAboutUsers == users && !$0.isLook }.map { [$0.formOfAll, $0.doesAll] }
      .reduce(into: []) { rows, row in if rows.last != row { rows.append(row) } }
  }
}
