import CCrypt
import SpaSetup
import Testing

@Suite struct PasswordTests {
  /// Of the 25 worst of 2019 by SplashData and the NCSC's, all that are long enough, and what people
  /// make of them.
  @Test(arguments: [
    "12345678", "123456789", "1234567890", "iloveyou", "password", "Password1!", "P@ssw0rd",
    "qwerty123", "qwertyuiop", "princess", "sunshine", "football", "1q2w3e4r", "abcd1234",
    "11111111", "abcdefgh", "87654321", "frontdesk1", "reception", "m4tkh4u123", "anna.berg",
  ])
  func theFirstThatAnybodyWouldTryAreRefused(text: String) throws {
    let email = try EmailAddress("anna.berg@spa.example")
    #expect(throws: Complaint.self) { try Password(text, of: email, named: "Anna Berg") }
  }

  @Test func lengthIsBoundedAtBothEnds() throws {
    #expect(throws: Complaint.self) { try Password("k3vn-qz") }
    #expect(throws: Complaint.self) { try Password(String(repeating: "ệx", count: 20)) }
    #expect(try Password("mặt-trời").text == "mặt-trời")
  }

  @Test func whatIsKeptVerifiesAndIsNewEachTime() throws {
    let password = try Password("orchid-lamp-42")
    let (one, other) = (try password.hash(), try password.hash())
    #expect(one.hasPrefix("$2a$10$") && one.utf8.count == 60 && one != other)
    #expect(frontdesk_password_matches("orchid-lamp-42", one))
    #expect(!frontdesk_password_matches("orchid-lamp-43", one))
    #expect(Password.made() != Password.made())
  }

  @Test(arguments: ["", "a", "a@", "@b", "a@b@c", "a b@c", "a@-b", "a@b..c", "a\u{1B}@b", "é@b"])
  func whatIsNoAddressIsRefused(text: String) {
    #expect(throws: Complaint.self) { try EmailAddress(text) }
  }
}
