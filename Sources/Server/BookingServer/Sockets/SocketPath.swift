import BookingDomain

/// `[/context]/websocket/booking/{userType}/{userId}`: whom a socket is for (the guide, chapter 3).
/// Existing pages put their web application's context before it.
struct SocketPath: Hashable, Sendable {
  let userType: String
  let userID: String

  /// Nil for every other path.
  init?(_ path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 5, parts[0].isEmpty,
      parts[parts.count - 4] == "websocket", parts[parts.count - 3] == "booking",
      let userType = parts.dropLast().last, let userID = parts.last,
      !userType.isEmpty, !userID.isEmpty
    else { return nil }
    self.userType = String(userType)
    self.userID = String(userID)
  }

  /// Whether `person` is the one named: the role and the number together, since user 5 and
  /// customer 5 are two people.
  func isFor(_ person: Person) -> Bool {
    guard Role(userType: userType) == person.role, userID == String(person.id.number) else {
      return false
    }
    switch person.id {
    case .user: return person.role != .customer
    case .customer: return person.role == .customer
    }
  }
}
