/// A length of time in whole minutes, as services, buffers and grids are measured.
package struct Minutes: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral {
  /// More than lies between any two timestamps, either way.
  package static let range = -5_300_000_000...5_300_000_000

  package let count: Int

  /// Clamped to `range`: no sum of sensible lengths leaves it, and none overflows.
  package init(_ count: Int) { self.count = count.clamped(to: Self.range) }
  package init(integerLiteral count: Int) { self.init(count) }

  /// For numbers from outside.
  /// - Returns: nil where `count` lies outside `allowed`.
  package init?(exactly count: Int, in allowed: ClosedRange<Int>) {
    guard allowed.contains(count) else { return nil }
    self.init(count)
  }

  package static func < (a: Self, b: Self) -> Bool { a.count < b.count }
  package static func + (a: Self, b: Self) -> Self { Self(a.count + b.count) }
  package static func - (a: Self, b: Self) -> Self { Self(a.count - b.count) }
  package static prefix func - (a: Self) -> Self { Self(-a.count) }
}
