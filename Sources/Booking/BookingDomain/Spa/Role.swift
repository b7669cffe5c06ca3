/// The roles with rights over bookings, as `roles.name` spells them. Every other role has none.
package enum Role: String, CaseIterable, Hashable, Sendable {
  case admin = "ADMIN", manager = "MANAGER", receptionist = "RECEPTIONIST"
  case therapist = "THERAPIST", customer = "CUSTOMER"

  /// What stands in the WebSocket path (`/websocket/booking/{userType}/{userId}`).
  package var userType: String { rawValue.lowercased() }

  package init?(userType: String) {
    self.init(rawValue: userType.uppercased())
  }
}
