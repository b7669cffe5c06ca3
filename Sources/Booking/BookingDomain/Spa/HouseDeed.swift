/// What a manager can have done with accounts and the house, as it is typed: the one table that the
/// desk reads a line by while it is written, the server when it is sent, and both show as help.
package enum HouseDeed: String, CaseIterable, Hashable, Sendable {
  case showUsers = "users"
  case addUser = "users add"
  case newPassword = "users password"
  case role = "users role"
  case userOff = "users off"
  case userOn = "users on"
  case logOut = "users logout"
  case showHouse = "house"
  case price = "house price"
  case minutes = "house minutes"
  case buffer = "house buffer"
  case hours = "house hours"
  case leave = "house leave"
  case back = "house back"
  case serviceOff = "house off service"
  case serviceOn = "house on service"
  case bedOff = "house off bed"
  case bedOn = "house on bed"
  case roomOff = "house off room"
  case roomOn = "house on room"
  case addService = "house add service"
  case addRoom = "house add room"
  case addBed = "house add bed"
  case addTherapist = "house add therapist"

  /// The words that it begins with.
  package var words: [String] { rawValue.split(separator: " ").map(String.init) }

  /// What follows these words, in this order; the last may have blanks in it.
  package var pieces: [HousePiece] {
    switch self {
    case .showUsers, .showHouse: []
    case .addUser: [.email, .role, .person]
    case .role: [.email, .role, .treatment]
    case .newPassword, .userOff, .userOn, .logOut: [.email]
    case .price: [.price, .service]
    case .minutes: [.minutes, .service]
    case .buffer: [.buffer, .service]
    case .hours: [.day, .hours]
    case .leave, .back: [.therapist]
    case .serviceOff, .serviceOn: [.service]
    case .bedOff, .bedOn: [.bed]
    case .roomOff, .roomOn: [.room]
    case .addService: [.minutes, .price, .buffer, .newService]
    case .addRoom: [.newRoom]
    case .addBed: [.newBed]
    case .addTherapist: [.newTherapist]
    }
  }

  /// What it does, for who looks at the line.
  package var does: String {
    switch self {
    case .showUsers: "who may log in, and who changed what"
    case .addUser: "an account; its password is asked for next"
    case .newPassword: "another password, asked for next; ends the sessions"
    case .role: "another role; of a therapist, the kind of treatment that they do"
    case .userOff: "logs in no more"
    case .userOn: "logs in again"
    case .logOut: "ends the sessions"
    case .showHouse: "services, rooms, beds, hours, therapists, and who changed what"
    case .price: "counts from the next sale on"
    case .minutes: "the length of a service"
    case .buffer: "minutes kept free after a service"
    case .hours: "business hours of a day, or of every-day"
    case .leave: "on leave"
    case .back: "back from leave"
    case .serviceOff: "sold no more"
    case .serviceOn: "sold again"
    case .bedOff, .roomOff: "out of service"
    case .bedOn, .roomOn: "in service again"
    case .addService: "a new service: minutes, price, minutes kept free after it, kind: name"
    case .addRoom: "a new room and its beds; or so many seats, as in Foot lounge: 4 seats"
    case .addBed: "a new bed in a room"
    case .addTherapist: "a new therapist without an account, and the kind of treatment they do"
    }
  }

  package var isAboutUsers: Bool { words[0] == "users" }
  package var isLook: Bool { self == .showUsers || self == .showHouse }
  /// Whether a password goes with it, which stands in no line.
  package var takesPassword: Bool { self == .addUser || self == .newPassword }

  /// As help writes it: `users role E-MAIL ROLE [KIND]`.
  package var form: String { (words + pieces.map(\.name)).joined(separator: " ") }

  /// Everything about one of the two, as a table.
  package static func table(users: Bool) -> [[String]] {
    allCases.filter { $0.isAboutUsers == users && !$0.isLook }.map { [$0.form, $0.does] }
  }
}

/// A part of such a line.
package enum HousePiece: Hashable, Sendable {
  case email
  case role
  case person
  case treatment
  case price
  case minutes
  case buffer
  case service
  case bed
  case room
  case therapist
  case day
  case hours
  case newService
  case newRoom
  case newBed
  case newTherapist

  package var name: String {
    switch self {
    case .email: "E-MAIL"
    case .role: "ROLE"
    case .person: "NAME"
    case .treatment: "[KIND]"
    case .price: "PRICE"
    case .minutes: "MINUTES"
    case .buffer: "BUFFER"
    case .service: "SERVICE"
    case .bed: "BED"
    case .room: "ROOM"
    case .therapist: "THERAPIST"
    case .day: "DAY"
    case .hours: "09:00-21:00"
    case .newService: "KIND: NAME"
    case .newRoom: "NAME: BED, BED"
    case .newBed: "ROOM: BED"
    case .newTherapist: "NAME: KIND"
    }
  }

  /// Whether everything that is left belongs to it, blanks too.
  var takesRest: Bool {
    switch self {
    case .email, .role, .price, .minutes, .buffer, .day: false
    case .person, .treatment, .service, .bed, .room, .therapist, .hours, .newService, .newRoom,
      .newBed, .newTherapist:
      true
    }
  }

  var mayBeLeftOut: Bool { self == .treatment }

  /// What has to stand there, for whoever has not typed it yet.
  var wanted: String {
    switch self {
    case .email: "an e-mail address"
    case .role: "a role: admin, manager, receptionist or therapist"
    case .person: "a name"
    case .treatment: "a kind of treatment"
    case .price: "a price, like 480000 or 49.50"
    case .minutes: "minutes, 5 to 480"
    case .buffer: "minutes kept free, 0 to 240"
    case .service: "a service's name or number"
    case .bed: "a bed's name or number"
    case .room: "a room's name or number"
    case .therapist: "a therapist's name or number"
    case .day: "monday to sunday, or every-day"
    case .hours: "hours like 09:00-21:00, or closed"
    case .newService: "the kind of treatment, a colon and the name, like Massage: Thai 60'"
    case .newRoom: "its name, a colon and its beds, like Lotus: 1, 2"
    case .newBed: "a room, a colon and the bed's name, like Lotus: 3"
    case .newTherapist: "a name, a colon and a kind of treatment, like Anna: Massage"
    }
  }

  /// Whether a word or text can be one; what the database knows of it comes later.
  func admits(_ text: String) -> Bool {
    switch self {
    case .email:
      let parts = text.split(separator: "@", omittingEmptySubsequences: false)
      return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
    case .role:
      let role = Role(userType: text.lowercased())
      return role != nil && role != .customer
    case .price: return Money(typed: text).map { $0 > .zero } ?? false
    case .minutes: return Int(text).map(Service.durations.contains) ?? false
    case .buffer: return Int(text).map(Service.buffers.contains) ?? false
    case .day: return text == Self.everyDay || Weekday(word: text) != nil
    case .hours: return BusinessHours.written(text) != nil
    case .newService, .newRoom, .newBed, .newTherapist: return Self.twoParts(text) != nil
    case .person, .treatment, .service, .bed, .room, .therapist: return true
    }
  }

  package static let everyDay = "every-day"

  /// `Massage: Thai 60'` in its parts; nil where one is missing.
  package static func twoParts(_ text: String) -> (String, String)? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let (left, right) = (text[..<colon].trimmed, text[text.index(after: colon)...].trimmed)
    return left.isEmpty || right.isEmpty ? nil : (left, right)
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

extension BusinessHours {
  /// `09:00-21:00`, or nil inside for `closed`. Nil where it is neither. `18:00-02:00` ends on the
  /// next day; a whole day is `00:00-24:00`.
  package static func written(_ text: String) -> BusinessHours?? {
    let plain = text.filter { $0 != " " }
    if plain.lowercased() == "closed" { return .some(nil) }
    let parts = plain.replacing("–", with: "-").split(
      separator: "-", omittingEmptySubsequences: false
    ).map { (part: Substring) -> String in
      (part.count == 4 && part.contains(":") ? "0" : "") + String(part)
    }
    guard parts.count == 2, let open = TimeOfDay(parts[0]), let close = TimeOfDay(parts[1]),
      open < .endOfDay, open != close || open == .midnight
    else { return nil }
    return BusinessHours(open: open, close: close)
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
