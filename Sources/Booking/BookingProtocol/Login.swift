import BookingDomain

/// `POST /api/login`: what is asked and what is answered.
package struct LoginRequest: Hashable, Sendable {
  package let email: String
  package let password: String

  package init(email: String, password: String) {
    self.email = email
    self.password = password
  }
}

package struct LoginAnswer: Hashable, Sendable {
  package let token: String
  package let person: Person
  package let expiresAt: Timestamp

  package init(token: String, person: Person, expiresAt: Timestamp) {
    self.token = token
    self.person = person
    self.expiresAt = expiresAt
  }
}
