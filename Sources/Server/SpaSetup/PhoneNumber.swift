import BookingDomain
import BookingStore

/// A phone number as the desk writes one down.
package struct PhoneNumber: Hashable, Sendable {
  package let text: String

  package init(_ given: String) throws(Complaint) {
    let text = PhoneText.compact(given)
    guard PhoneText.isNumber(given), text.utf8.count <= 20 else {
      throw Complaint(
        "\"\(PlainLine.shown(String(given.prefix(40))))\" is no phone number; one has 3 to 15 digits."
      )
    }
    self.text = text
  }

  package var key: PhoneKey { PhoneKey(text) }
}
