extension HouseDeed {
  /// What it begins with.
  package var text: String {
    switch self {
    case .showUsers: "users"
    case .addUser: "users add"
    case .newPassword: "users password"
    case .role: "users role"
    case .person(let fact): "users \(fact.rawValue)"
    case .userOff: "users off"
    case .userOn: "users on"
    case .logOut: "users logout"
    case .showHouse: "house"
    case .price: "house price"
    case .minutes: "house minutes"
    case .buffer: "house buffer"
    case .kind: "house kind"
    case .does: "house does"
    case .years: "house years"
    case .move: "house move"
    case .seats: "house seats"
    case .hours: "house hours"
    case .leave: "house leave"
    case .back: "house back"
    case .name(let thing): "house name \(thing.rawValue)"
    case .about(let thing): "house about \(thing.rawValue)"
    case .off(let what): "house off \(what.rawValue)"
    case .on(let what): "house on \(what.rawValue)"
    case .add(let thing): "house add \(thing.rawValue)"
    case .spa(let fact): "house spa \(fact.rawValue)"
    }
  }

  package var words: [String] { text.split(separator: " ").map(String.init) }

  /// As help writes it: `users role E-MAIL ROLE [KIND]`.
  package var form: String { (words + pieces.map(\.name)).joined(separator: " ") }

  /// The same for all that differ in what they are about alone.
  var formOfAll: String {
    switch self {
    case .name: "house name WHAT NAME: NEW NAME"
    case .about: "house about WHAT NAME: TEXT"
    case .off: "house off WHAT NAME"
    case .on: "house on WHAT NAME"
    case .spa: "house spa WHAT TEXT"
    default: form
    }
  }
}
