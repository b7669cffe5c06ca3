import BookingStore

/// A phone number as the desk writes one down.
package struct PhoneNumber: Hashable, Sendable {
  package let text: String

  /// The desk's own bounds: digits with blanks, hyphens, dots and brackets between, a plus in front.
  package init(_ given: String) throws(Complaint) {
    let digits = given.utf8.filter { (0x30...0x39).contains($0) }.count
    let isPhone = given.allSatisfy { ($0.isASCII && $0.isNumber) || " +-()./\u{A0}".contains($0) }
    let text = PhoneKey.compact(given)
    guard isPhone, (3...15).contains(digits), text.utf8.count <= 20 else {
      throw Complaint(
        "\"\(PlainLine.shown(String(given.prefix(40))))\" is no phone number; one has 3 to 15 digits."
      )
    }
    self.text = text
  }

  package var key: PhoneKey { PhoneKey(text) }
}
