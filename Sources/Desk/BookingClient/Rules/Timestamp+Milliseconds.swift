import BookingDomain

/// The rules of the line count in milliseconds of a clock that never jumps.
extension Timestamp {
  static func + (a: Self, milliseconds: Int64) -> Self {
    Self(milliseconds: a.milliseconds + milliseconds)
  }

  func milliseconds(since earlier: Self) -> Int64 { milliseconds - earlier.milliseconds }
}
