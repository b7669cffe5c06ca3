import BookingDomain

/// `POST /api/login` in JSON.
package enum LoginCoding {
  private struct WireRequest: Codable {
    let email, password: String
  }

  private struct WireAnswer: Codable {
    let token: String
    let userType: String
    let userId: Int64
    let name: String
    let expiresAt: String
  }

  package static func encode(_ request: LoginRequest) -> [UInt8] {
    Wire.bytes(WireRequest(email: request.email, password: request.password))
  }

  package static func decodeRequest(_ bytes: some Collection<UInt8>) throws(MessageProblem)
    -> LoginRequest
  {
    let wire = try Wire.value(WireRequest.self, from: bytes)
    return LoginRequest(email: wire.email, password: wire.password)
  }

  package static func encode(_ answer: LoginAnswer) -> [UInt8] {
    Wire.bytes(
      WireAnswer(
        token: answer.token, userType: answer.person.role.userType,
        userId: answer.person.id.number, name: answer.person.name,
        expiresAt: answer.expiresAt.description))
  }

  package static func decodeAnswer(_ bytes: some Collection<UInt8>) throws(MessageProblem)
    -> LoginAnswer
  {
    let wire = try Wire.value(WireAnswer.self, from: bytes)
    guard let role = Role(userType: wire.userType) else {
      throw .malformed(detail: "userType is not known")
    }
    let id: PersonID =
      role == .customer
      ? .customer(CustomerID(wire.userId)) : .user(UserID(wire.userId))
    return LoginAnswer(
      token: wire.token, person: Person(id: id, role: role, name: wire.name),
      expiresAt: try Wire.timestamp(wire.expiresAt, "expiresAt"))
  }
}
