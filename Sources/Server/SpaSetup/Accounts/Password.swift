import BookingDomain
import CCrypt

/// A password that may be given to an account.
package struct Password: Hashable, Sendable {
  package let text: String

  /// Shorter ones are found by trying, whatever they are.
  private static let shortest = 8
  /// bcrypt reads no further: two longer ones that differ behind it would be one.
  private static let longest = 72

  /// - Throws: `Complaint` for one that is too short, too long, or among the first that anybody
  ///   would try.
  package init(_ text: String, of account: EmailAddress? = nil, named name: String = "")
    throws(Complaint)
  {
    guard text.unicodeScalars.count >= Self.shortest else {
      throw Complaint("The password is too short: take \(Self.shortest) characters or more.")
    }
    guard text.utf8.count <= Self.longest else {
      throw Complaint(
        "The password is too long: bcrypt reads \(Self.longest) bytes, so that what follows would not count."
      )
    }
    guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
      throw Complaint(
        "The password has a control character, which no keyboard types at the log-in.")
    }
    let personal = [
      account?.text, account?.text.split(separator: "@").first.map(String.init), name,
    ]
    guard !WorstPasswords.contains(text, and: personal.compactMap(\.self)) else {
      throw Complaint("The password is among the first that anybody would try; take another.")
    }
    self.text = text
  }

  /// Made by chance: 80 bits, in letters and digits that nobody confuses on paper.
  package static func made() -> Password {
    var source = SystemRandomNumberGenerator()
    let letters = Array("abcdefghjkmnpqrstuvwxyz23456789x")
    let groups = (0..<4).map { _ in
      String((0..<4).map { _ in letters[Int.random(in: 0..<32, using: &source)] })
    }
    return Password(known: groups.joined(separator: "-"))
  }

  private init(known text: String) { self.text = text }

  /// As the shop's tables hold it: bcrypt, `$2a$10$…`. Takes 66 ms.
  package func hash() throws(Complaint) -> String {
    var hash = [CChar](repeating: 0, count: 128)
    guard frontdesk_hash_password(text, &hash, hash.count) else {
      throw Complaint(
        "This system's libcrypt makes no bcrypt hashes, so that no password can be kept.")
    }
    return String(decoding: hash.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
