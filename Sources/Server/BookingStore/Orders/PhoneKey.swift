import BookingDomain

/// What two spellings of one phone number have in common: `+84 901 234 567` and `0901-234-567` are
/// one number.
package struct PhoneKey: Hashable, Sendable {
  /// The last nine digits, or all of a shorter number.
  ///
  /// Nine is what is left of a long number without its country and trunk prefixes; that two guests
  /// of one spa share nine is less likely than that one of them is written down twice.
  package let digits: String
  /// Shorter numbers have no prefix to be told from, so that all of them counts.
  package let isTail: Bool

  package init(_ phone: String) {
    let all = phone.utf8.filter { (0x30...0x39).contains($0) }
    digits = String(decoding: all.suffix(Self.length), as: UTF8.self)
    isTail = all.count >= Self.length
  }

  private static let length = 9
}
