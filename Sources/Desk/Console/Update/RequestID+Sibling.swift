import BookingDomain

extension RequestID {
  /// Another order's name made of this one, for several orders of one key press: each but the
  /// first has other last digits.
  func sibling(_ index: Int) -> RequestID { adding(index, atGroup: 0) }

  /// The name of what follows by itself upon this order, and is none of its siblings'.
  var follower: RequestID { adding(1, atGroup: 1) }

  /// - Parameter group: of four digits, from the last one.
  private func adding(_ number: Int, atGroup group: Int) -> RequestID {
    let (head, tail) = (text.dropLast(4 * group), text.suffix(4 * group))
    guard let last = Int(head.suffix(4), radix: 16) else { return self }
    let other = String((last + number) & 0xFFFF, radix: 16)
    let padded = String(repeating: "0", count: 4 - other.count) + other
    return RequestID(head.dropLast(4) + padded + tail) ?? self
  }
}
