import BookingDomain

extension RequestID {
  /// Another order's name made of this one, for several orders of one key press: each but the
  /// first has other last digits.
  func sibling(_ index: Int) -> RequestID {
    let digits = 4
    guard index > 0, let last = Int(text.suffix(digits), radix: 16) else { return self }
    let other = String((last + index) & 0xFFFF, radix: 16)
    let padded = String(repeating: "0", count: digits - other.count) + other
    return RequestID(String(text.dropLast(digits)) + padded) ?? self
  }
}
