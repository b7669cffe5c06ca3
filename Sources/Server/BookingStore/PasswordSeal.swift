import BookingDomain

/// Which password somebody logged in with, in a few letters: where the account's stored hash has
/// another seal, the password was changed since and the session has ended.
///
/// `FNV1a` of what is stored beside it anyway: nothing is learned from it that the
/// same database does not say, and nobody gains by two hashes that have one seal.
package struct PasswordSeal: Hashable, Sendable {
  package let text: String

  /// As it was stored.
  init(stored text: String) { self.text = text }

  /// - Parameter hash: as the account's row has it; nil for an account without a password.
  package init(of hash: String?) { text = FNV1a.digits(of: hash ?? "") }
}
