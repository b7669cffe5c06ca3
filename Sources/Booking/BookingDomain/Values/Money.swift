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
  package init?(_ text: String) { self.init(text, digits: 10) }

  /// The same, of an amount with so many digits before the point, at most 16.
  package init?(_ text: String, digits most: Int) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].utf8.count <= most, let whole = digits(parts[0])
    else { return nil }
    var cents = 0
    if parts.count == 2 {
      guard parts[1].utf8.count <= 2, let fraction = digits(parts[1]) else { return nil }
      cents = parts[1].utf8.count == 1 ? fraction * 10 : fraction
    }
    self.init(hundredths: Int64(whole) * 100 + Int64(cents))
  }
}

/// As people write and read it.
extension Money {
  /// `480,000`, with hundredths only where there are any.
  package var spoken: String {
    let size = hundredths.magnitude
    var digits = String(size / 100)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    let whole = ([digits] + groups).joined(separator: ",")
    let cents = size % 100
    return (hundredths < 0 ? "-" : "") + whole
      + (cents == 0 ? "" : ".\(cents < 10 ? "0" : "")\(cents)")
  }

  /// `480000`, `480.000 ₫`, `480,000`, `49,50`, `€ 49.50`, `1.234,50`, `CHF 1'234.50`.
  package init?(typed text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).drop { $0.allSatisfy(\.isLetter) }
      .reversed().drop { $0.allSatisfy(\.isLetter) }.reversed()
    let amount = words.joined().drop { $0.isOfCurrency }
      .reversed().drop { $0.isOfCurrency }.reversed()
    let plain = amount.filter { $0 != "'" && $0 != "’" }
    var groups = plain.split(omittingEmptySubsequences: false) { $0.isSeparator }
    let isFigures = plain.allSatisfy { $0.isSeparator || $0.isASCII && $0.isNumber }
    guard isFigures, let last = groups.last, groups.allSatisfy({ !$0.isEmpty }) else { return nil }
    // Three figures behind the last sign are thousands, unless it is another sign than before.
    let signs = plain.filter(\.isSeparator)
    let hasFraction = !signs.isEmpty && (last.count != 3 || signs.last != signs.first)
    if hasFraction { groups.removeLast() }
    let isGrouped = groups.dropFirst().allSatisfy { $0.count == 3 }
    // Nobody begins thousands with a nought: 0.001 is a fraction that no currency has.
    guard groups.count == 1 || groups[0].first != "0" else { return nil }
    let isOneSign = Set(signs.prefix(groups.count - 1)).count < 2
    guard isGrouped, isOneSign else { return nil }
    let whole = groups.map { String($0) }.joined()
    self.init(hasFraction ? "\(whole).\(String(last))" : whole)
  }
}

extension Character {
  /// Between figures.
  fileprivate var isSeparator: Bool { self == "." || self == "," }
  /// What may stand beside an amount: no other letter, or `480k` were 480.
  fileprivate var isOfCurrency: Bool { isCurrencySymbol || self == "đ" }
}
