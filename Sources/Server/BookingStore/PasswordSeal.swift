/// Which password somebody logged in with, in a few letters: where the account's stored hash has
/// another seal, the password was changed since and the session has ended.
///
/// FNV-1a over 64 bits of what is stored beside it anyway: nothing is learned from it that the
/// same database does not say, and nobody gains by two hashes that have one seal.
package struct PasswordSeal: Hashable, Sendable {
  package let text: String

  /// As it was stored.
  init(stored text: String) { self.text = text }

  /// - Parameter hash: as the account's row has it; nil for an account without a password.
  package init(of hash: String?) {
    var seal: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in (hash ?? "").utf8 { seal = (seal ^ UInt64(byte)) &* 0x100_0000_01B3 }
    text = String(seal, radix: 16)
  }
}
