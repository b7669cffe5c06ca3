/// FNV-1a over 64 bits: it tells apart what differs by mistake, and does not withstand an attacker.
/// What it gives is stored and sent, so it is the same on every machine and in every version.
package enum FNV1a {
  package static func number(of text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// The same in hexadecimal digits.
  package static func digits(of text: String) -> String { String(number(of: text), radix: 16) }
}
