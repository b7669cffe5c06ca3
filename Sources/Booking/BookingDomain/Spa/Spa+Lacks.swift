extension Spa {
  /// What a spa needs before anybody can be booked and this one has none of, in the order in which a
  /// new one gets them.
  package enum Lack: String, CaseIterable, Hashable, Sendable {
    case services
    case therapists
    case rooms
    case hours = "business hours"
  }

  package var lacks: [Lack] {
    Lack.allCases.filter { lack in
      switch lack {
      case .services: !services.contains(where: \.isActive)
      case .therapists: therapists.isEmpty
      case .rooms: !rooms.contains(where: \.isActive)
      case .hours: hours.isEmpty
      }
    }
  }

  /// "The spa has no services and no rooms yet: …"; nil where it has all.
  package var sentenceOfLacks: String? {
    let words = lacks.map { "no \($0.rawValue)" }
    guard let last = words.last else { return nil }
    let first = words.dropLast().joined(separator: ", ")
    return "The spa has \(first.isEmpty ? last : "\(first) and \(last)") yet: "
      + "`frontdesk-server check` says how they are added."
  }
}
