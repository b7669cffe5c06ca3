import BookingDomain
import COpenSSL

/// What a browser keeps to be recognised by where somebody logs in again: it opens nothing, it
/// only has an allowance of its own for mistyped passwords.
///
/// A number of chance, and its seal with the account's stored hash: any server of the spa can
/// verify it, nobody else can make one, and a new password ends it.
struct DeviceMark: Hashable, Sendable {
  private let number: String

  /// `NUMBER.SEAL`, if it is sealed for this account.
  init?(_ text: String?, for person: PersonID, passwordHash: String?) {
    guard let text, let passwordHash, text.utf8.count == 32 + 1 + 64 else { return nil }
    let parts = text.split(separator: ".")
    guard parts.count == 2, parts[0].utf8.count == 32, parts[0].utf8.allSatisfy(\.isHexadecimal)
    else { return nil }
    let number = String(parts[0])
    let seal = Self.seal(number, of: person, with: passwordHash)
    guard Self.areEqual(Array(parts[1].utf8), Array(seal.utf8)) else { return nil }
    self.number = number
  }

  /// The text of a new one.
  static func new(for person: PersonID, passwordHash: String) -> String {
    let number = String(SessionToken.random().text.prefix(32))
    return "\(number).\(seal(number, of: person, with: passwordHash))"
  }

  private static func seal(_ number: String, of person: PersonID, with key: String) -> String {
    let kind =
      switch person {
      case .user: "user"
      case .customer: "customer"
      }
    let text = "frontdesk device \(number) \(kind) \(person.number)"
    var seal = [UInt8](repeating: 0, count: 32)
    var length = 0
    let made = EVP_Q_mac(
      nil, "HMAC", nil, "SHA256", nil, key, key.utf8.count, text, text.utf8.count, &seal,
      seal.count, &length)
    precondition(made != nil && length == seal.count, "OpenSSL has no HMAC")
    return hexadecimal(seal)
  }

  /// In a time that does not tell how much of them is alike.
  private static func areEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.count == b.count && zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
