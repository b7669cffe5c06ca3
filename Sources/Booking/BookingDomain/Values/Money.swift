/// An amount in the spa's own currency, exact to the hundredth as the database's `DECIMAL(12,2)`.
package struct Money: Hashable, Comparable, Sendable {
  /// Room for a million of the largest amounts that the column holds.
  package static let range: ClosedRange<Int64> =
    -1_000_000_000_000_000_000...1_000_000_000_000_000_000

  package let hundredths: Int64

  /// Clamped to `range`.
  package init(hundredths: Int64) { self.hundredths = hundredths.clamped(to: Self.range) }

  package static let zero = Money(hundredths: 0)

  package static func < (a: Self, b: Self) -> Bool { a.hundredths < b.hundredths }
  package static func + (a: Self, b: Self) -> Self {
    Self(hundredths: a.hundredths + b.hundredths)
  }
  package static func += (a: inout Self, b: Self) { a = a + b }
}

extension Money: LosslessStringConvertible {
  /// `480000.00`.
  package var description: String {
    let size = hundredths.magnitude
    let cents = size % 100
    return "\(hundredths < 0 ? "-" : "")\(size / 100).\(cents < 10 ? "0" : "")\(cents)"
  }

  /// `480000`, `480000.5` or `480000.50`, not negative; nil for anything else and for more than
  /// the column holds (ten digits before the point).
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].utf8.count <= 10, let whole = digits(parts[0])
    else { return nil }
    var cents = 0
    if parts.count == 2 {
      guard parts[1].utf8.count <= 2, let fraction = digits(parts[1]) else { return nil }
      cents = parts[1].utf8.count == 1 ? fraction * 10 : fraction
    }
    self.init(hundredths: Int64(whole) * 100 + Int64(cents))
  }
}
