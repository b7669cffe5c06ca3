/// The sender's name for one order, unique for ever: the same id again is the same order.
package struct RequestID: Hashable, Sendable {
  /// A UUID in its usual form, lower case.
  package let text: String

  /// Nil where `text` is not a UUID (36 characters, hexadecimal digits and dashes in place).
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 36 else { return nil }
    for (index, byte) in bytes.enumerated() {
      let isDash = index == 8 || index == 13 || index == 18 || index == 23
      let isHex =
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte)
        || (0x61...0x66).contains(byte)
      guard isDash ? byte == UInt8(ascii: "-") : isHex else { return nil }
    }
    self.text = text.lowercased()
  }

  /// A version 4 UUID (RFC 9562, 5.4) from the given source of randomness.
  package static func random(using source: inout some RandomNumberGenerator) -> RequestID {
    var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &source) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return RequestID(known: text)
  }

  private init(known text: String) { self.text = text }
}

/// What somebody wants to happen to one booking.
package enum Change: Hashable, Sendable {
  /// - Parameter reason: asked for by cancellations, early starts and overrides; empty is none.
  case changeStatus(to: BookingStatus, reason: String?)
  case markArrived
  case undo
}

/// An order for one booking, with what its sender saw when giving it: carried out on another
/// picture it would be a different order, so it is refused then.
package struct Command: Hashable, Sendable {
  package let id: RequestID
  package let booking: BookingID
  package let change: Change
  package let expectedStatus: BookingStatus?
  package let expectedVersion: Int64?
  /// Past this the order is old and must not be carried out any more.
  package let notAfter: Timestamp?

  package init(
    id: RequestID, booking: BookingID, change: Change, expectedStatus: BookingStatus? = nil,
    expectedVersion: Int64? = nil, notAfter: Timestamp? = nil
  ) {
    self.id = id
    self.booking = booking
    self.change = change
    self.expectedStatus = expectedStatus
    self.expectedVersion = expectedVersion
    self.notAfter = notAfter
  }
}
