/// A point in time: milliseconds since 1970-01-01T00:00:00Z. Always passed in, never asked for:
/// the domain has no clock.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// The years 1 to 9999, as `LocalDate.range`.
  package static let range: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

  package let milliseconds: Int64

  /// Clamped to `range`.
  package init(milliseconds: Int64) { self.milliseconds = milliseconds.clamped(to: Self.range) }
  package init(seconds: Int64) {
    self.init(milliseconds: seconds.clamped(to: -1_000_000_000_000...1_000_000_000_000) * 1000)
  }

  /// For numbers from outside.
  /// - Returns: nil outside `range`.
  package init?(exactly milliseconds: Int64) {
    guard Self.range.contains(milliseconds) else { return nil }
    self.milliseconds = milliseconds
  }

  /// Before and after everything that happens.
  package static let distantPast = Timestamp(milliseconds: range.lowerBound)
  package static let distantFuture = Timestamp(milliseconds: range.upperBound)

  package static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }
  package static func + (a: Self, b: Minutes) -> Self {
    Self(milliseconds: a.milliseconds + Int64(b.count) * 60_000)
  }
  package static func - (a: Self, b: Minutes) -> Self { a + -b }
  /// Whole minutes from `b` to `a`, rounded towards zero.
  package static func - (a: Self, b: Self) -> Minutes {
    Minutes(Int((a.milliseconds - b.milliseconds) / 60_000))
  }
}

extension Timestamp: LosslessStringConvertible {
  /// ISO 8601 in UTC, `2024-01-15T10:30:00Z`; milliseconds only where there are any
  /// (`2024-01-15T10:30:00.125Z`).
  package var description: String {
    let days = milliseconds.flooredDivision(by: 86_400_000)
    let inDay = Int(milliseconds - days * 86_400_000)
    let date = LocalDate(dayNumber: Int(days))
    let time = TimeOfDay(seconds: inDay / 1000)
    let fraction = inDay % 1000
    return "\(date)T\(time)" + (fraction == 0 ? "Z" : ".\(padded(fraction, 3))Z")
  }

  /// `YYYY-MM-DDTHH:MM:SS[.fff…](Z|±HH:MM)`; digits past the millisecond are dropped.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"),
      let date = LocalDate(String(decoding: bytes[0..<10], as: UTF8.self)),
      let time = TimeOfDay(String(decoding: bytes[11..<19], as: UTF8.self))
    else { return nil }
    var rest = bytes[19...]
    var fraction: Int64 = 0
    if rest.first == UInt8(ascii: ".") {
      let figures = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
      guard !figures.isEmpty, figures.count <= 9 else { return nil }
      let thousandths = (figures.prefix(3) + [0x30, 0x30]).prefix(3)
      fraction = thousandths.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
      rest = rest.dropFirst(1 + figures.count)
    }
    var offset = 0
    if rest.elementsEqual([UInt8(ascii: "Z")]) {
    } else if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      rest.count == 6, let away = TimeOfDay(String(decoding: rest.dropFirst(), as: UTF8.self))
    {
      offset = sign == UInt8(ascii: "+") ? away.seconds : -away.seconds
    } else {
      return nil
    }
    let seconds = Int64(date.dayNumber) * 86_400 + Int64(time.seconds - offset)
    self.init(exactly: seconds * 1000 + fraction)
  }
}

extension Int64 {
  func flooredDivision(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
