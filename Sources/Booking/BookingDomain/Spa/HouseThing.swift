/// What the house has of which there are several, each with a name.
package enum HouseThing: String, CaseIterable, Hashable, Sendable {
  case service
  case kind
  case bed
  case room
  case therapist

  /// What has to stand there, for whoever has not typed it yet.
  var wanted: String {
    switch self {
    case .service: "a service's name or number"
    case .kind: "a kind of treatment"
    case .bed: "a bed's name or number"
    case .room: "a room's name or number"
    case .therapist: "a therapist's name or number"
    }
  }

  /// Letters of the longest name that the shop's tables hold.
  package var longestName: Int {
    switch self {
    case .service, .kind: 200
    case .bed, .room: 50
    case .therapist: 100
    }
  }
}

/// What is on or off in the house.
package enum HouseSwitch: String, CaseIterable, Hashable, Sendable {
  case service
  case kind
  case bed
  case room
  case therapist
  /// Whether the web shop offers a service.
  case web
  /// Whether a service asks for a consultation before it.
  case consultation

  /// What is named with it.
  package var thing: HouseThing {
    switch self {
    case .service, .web, .consultation: .service
    case .kind: .kind
    case .bed: .bed
    case .room: .room
    case .therapist: .therapist
    }
  }

  /// What `off` does.
  var off: String {
    switch self {
    case .service: "sold no more"
    case .kind: "offered no more"
    case .bed, .room: "out of service"
    case .therapist: "works here no more"
    case .web: "booked at the desk alone"
    case .consultation: "needs no consultation before it"
    }
  }

  /// What `on` does.
  var on: String {
    switch self {
    case .service: "sold again"
    case .kind: "offered again"
    case .bed, .room: "in service again"
    case .therapist: "works here again"
    case .web: "the web shop offers it, too"
    case .consultation: "needs a consultation before it"
    }
  }
}

/// What can be another of somebody's account.
package enum PersonFact: String, CaseIterable, Hashable, Sendable {
  case name
  case email
  case phone
}
