import BookingDomain

/// What a browser is given at the log-in, and gives back with what it asks.
package enum LoginCookie: String, Sendable {
  case session = "FRONTDESK_SESSION"
  /// By which whoever logs in again is recognised; it opens nothing.
  case device = "FRONTDESK_DEVICE"
}

/// `POST /api/login`: what is asked and what is answered.
package struct LoginRequest: Hashable, Sendable {
  package let email: String
  package let password: String

  package init(email: String, password: String) { (self.email, self.password) = (email, password) }
}

package struct LoginAnswer: Hashable, Sendable {
  package let token: String
  package let person: Person
  package let expiresAt: Timestamp

  package init(token: String, person: Person, expiresAt: Timestamp) {
    (self.token, self.person, self.expiresAt) = (token, person, expiresAt)
  }
}
