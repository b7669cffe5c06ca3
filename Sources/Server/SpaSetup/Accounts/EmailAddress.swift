/// An e-mail address that somebody logs in with.
package struct EmailAddress: Hashable, Sendable {
  package let text: String

  /// RFC 5321, 4.5.3.1: 64 bytes before the sign, 254 in all. What stands before it is letters,
  /// digits and the signs that RFC 5322 (3.2.3) allows without quotes; behind it stand names of
  /// letters, digits and hyphens with dots between.
  package init(_ text: String) throws(Complaint) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let isAddress =
      parts.count == 2 && text.utf8.count <= 254 && (1...64).contains(parts[0].utf8.count)
      && parts[0].split(separator: ".", omittingEmptySubsequences: false).allSatisfy(Self.isAtom)
      && parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy(Self.isLabel)
    guard isAddress else {
      throw Complaint(
        "\"\(PlainLine.shown(String(text.prefix(80))))\" is no e-mail address; write it like anna@spa.example."
      )
    }
    self.text = text
  }

  private static func isAtom(_ part: Substring) -> Bool {
    !part.isEmpty
      && part.utf8.allSatisfy { isAlphanumeric($0) || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
  }

  private static func isLabel(_ part: Substring) -> Bool {
    (1...63).contains(part.utf8.count) && part.first != "-" && part.last != "-"
      && part.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
