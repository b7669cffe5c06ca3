import BookingDomain
import BookingProtocol

/// Who is logged in, by which token, until when. The token is in no description of this.
package struct ClientSession: Sendable, CustomStringConvertible, CustomReflectable {
  package let token: String
  package let person: Person
  package private(set) var expiresAt: Timestamp
  private var isRefreshing = false

  package init(_ answer: LoginAnswer) {
    token = answer.token
    person = answer.person
    expiresAt = answer.expiresAt
  }

  /// - Returns: whether to ask for a longer session; false while the answer is awaited.
  package mutating func isExpiring() -> Bool {
    defer { isRefreshing = true }
    return !isRefreshing
  }

  package mutating func refreshed(until expiry: Timestamp) {
    expiresAt = max(expiresAt, expiry)
    isRefreshing = false
  }

  /// The request for a new one may have been lost with its connection.
  package mutating func connectionLost() { isRefreshing = false }

  package var description: String {
    "session of \(person.role.userType)/\(person.id.number) until \(expiresAt)"
  }
  package var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}
