/// A part of a line about accounts or the house.
package enum HousePiece: Hashable, Sendable {
  case email
  case newEmail
  case role
  case person
  case phone
  case treatment
  case price
  case minutes
  case buffer
  case day
  case hours
  /// Something by its name or number.
  case one(HouseThing)
  /// A therapist who is not there any more, and so in no list of the desk's.
  case gone
  /// Something by its name or number, a colon, and what is to be another of it.
  case pair(HouseThing, HouseValue)
  case newService
  case newKind
  case newRoom
  case newBed
  case newTherapist
  case fact(SpaFact)

  package var name: String {
    switch self {
    case .email: "E-MAIL"
    case .newEmail: "NEW-E-MAIL"
    case .role: "ROLE"
    case .person, .newKind: "NAME"
    case .phone: "PHONE"
    case .treatment: "[KIND]"
    case .price: "PRICE"
    case .minutes: "MINUTES"
    case .buffer: "BUFFER"
    case .day: "DAY"
    case .hours: "09:00-21:00"
    case .one(let thing): thing.rawValue.uppercased()
    case .gone: "THERAPIST"
    case .pair(let thing, let value): "\(thing.rawValue.uppercased()): \(value.name)"
    case .newService: "KIND: NAME"
    case .newRoom: "NAME: BED, BED"
    case .newBed: "ROOM: BED"
    case .newTherapist: "NAME: KIND"
    case .fact: "TEXT"
    }
  }

  /// Whether everything that is left belongs to it, blanks too.
  var takesRest: Bool {
    switch self {
    case .email, .newEmail, .role, .price, .minutes, .buffer, .day: false
    default: true
    }
  }

  var mayBeLeftOut: Bool { self == .treatment }

  /// What has to stand there, for whoever has not typed it yet.
  var wanted: String {
    switch self {
    case .email, .newEmail: "an e-mail address"
    case .role: "a role: admin, manager, receptionist or therapist"
    case .person: "a name"
    case .phone: "a phone number"
    case .treatment: HouseThing.kind.wanted
    case .price: "a price, like 480000 or 49.50"
    case .minutes: "minutes, 5 to 480"
    case .buffer: "minutes kept free, 0 to 240"
    case .day: "monday to sunday, or every-day"
    case .hours: "hours like 09:00-21:00, or closed"
    case .one(let thing): thing.wanted
    case .gone: HouseThing.therapist.wanted
    case .pair(let thing, let value): "\(thing.wanted), a colon and \(value.wanted)"
    case .newService: "the kind of treatment, a colon and the name, like Massage: Thai 60'"
    case .newKind: "the name of a kind of treatment"
    case .newRoom: "its name, a colon and its beds, like Lotus: 1, 2"
    case .newBed: "a room, a colon and the bed's name, like Lotus: 3"
    case .newTherapist: "a name, a colon and a kind of treatment, like Anna: Massage"
    case .fact(let fact): fact.wanted
    }
  }

  /// Whether a word or text can be one; what the database knows of it comes later.
  func admits(_ text: String) -> Bool {
    switch self {
    case .email, .newEmail:
      let parts = text.split(separator: "@", omittingEmptySubsequences: false)
      return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
    case .role:
      let role = Role(userType: text.lowercased())
      return role != nil && role != .customer
    case .phone: return text == Self.nothing || PhoneText.isNumber(text)
    case .price: return Money(typed: text).map { $0 > .zero } ?? false
    case .minutes: return Int(text).map(Service.durations.contains) ?? false
    case .buffer: return Int(text).map(Service.buffers.contains) ?? false
    case .day: return text == Self.everyDay || Weekday(word: text) != nil
    case .hours: return BusinessHours.written(text) != nil
    case .pair(_, let value): return Self.twoParts(text).map { value.admits($0.1) } ?? false
    case .newService, .newRoom, .newBed, .newTherapist: return Self.twoParts(text) != nil
    case .person, .treatment, .one, .gone, .newKind: return true
    case .fact(let fact): return fact.admits(text)
    }
  }

  package static let everyDay = "every-day"
  /// Stands for a text that is to be taken away.
  package static let nothing = "-"
  /// Letters of a description: what a line of the desk holds.
  package static let longestText = 1_000

  /// `Massage: Thai 60'` in its parts; nil where one is missing.
  package static func twoParts(_ text: String) -> (String, String)? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let (left, right) = (text[..<colon].trimmed, text[text.index(after: colon)...].trimmed)
    return left.isEmpty || right.isEmpty ? nil : (left, right)
  }
}

/// What is to be another of something in the house.
package enum HouseValue: Hashable, Sendable {
  case name
  case text
  case kind
  case room
  case seats
  case years

  var name: String {
    switch self {
    case .name: "NAME"
    case .text: "TEXT"
    case .kind: "KIND"
    case .room: "ROOM"
    case .seats: "SEATS"
    case .years: "YEARS"
    }
  }

  var wanted: String {
    switch self {
    case .name: "its new name"
    case .text: "a text on one line"
    case .kind: HouseThing.kind.wanted
    case .room: HouseThing.room.wanted
    case .seats: "guests at a time, 1 to 1000"
    case .years: "years, 0 to 80"
    }
  }

  /// Guests whom a room holds, and years in a trade.
  package static let seatsOfARoom = 1...1000
  package static let yearsOfWork = 0...80

  func admits(_ text: String) -> Bool {
    switch self {
    case .name, .kind, .room: text != HousePiece.nothing
    case .text: text.count <= HousePiece.longestText
    case .seats: Int(text).map(Self.seatsOfARoom.contains) ?? false
    case .years: Int(text).map(Self.yearsOfWork.contains) ?? false
    }
  }
}

extension Service {
  /// Minutes that a treatment may last, and that may be kept free after one.
  package static let durations = 5...480
  package static let buffers = 0...240
}

extension Weekday {
  /// Its whole name in English, in whatever letters.
  package init?(word: String) {
    guard let day = Self.allCases.first(where: { $0.rawValue.lowercased() == word.lowercased() })
    else { return nil }
    self = day
  }
}

extension Substring {
  /// Without blanks at either end.
  fileprivate var trimmed: String {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
