import BookingDomain

extension HouseThing {
  /// Where the shop's tables have it.
  var table: String {
    switch self {
    case .service: "services"
    case .kind: "service_types"
    case .bed: "beds"
    case .room: "rooms"
    case .therapist: "users"
    }
  }

  var number: String {
    switch self {
    case .service: "service_id"
    case .kind: "service_type_id"
    case .bed: "bed_id"
    case .room: "room_id"
    case .therapist: "user_id"
    }
  }

  var nameColumn: String { self == .therapist ? "full_name" : "name" }

  /// What the web shop says of it, in which table.
  var about: (table: String, column: String) {
    self == .therapist ? ("therapists", "bio") : (table, "description")
  }

  /// At the beginning of a sentence.
  var word: String {
    switch self {
    case .service: "Service"
    case .kind: "The kind"
    case .bed: "Bed"
    case .room: "Room"
    case .therapist: "Therapist"
    }
  }
}
