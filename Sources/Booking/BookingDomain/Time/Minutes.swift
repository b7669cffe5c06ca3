/// A length of time in whole minutes, as services, buffers and grids are measured.
package struct Minutes: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral {
  package let count: Int

  package init(_ count: Int) { self.count = count }
  package init(integerLiteral count: Int) { self.init(count) }

  package static func < (a: Self, b: Self) -> Bool { a.count < b.count }
  package static func + (a: Self, b: Self) -> Self { Self(a.count + b.count) }
  package static func - (a: Self, b: Self) -> Self { Self(a.count - b.count) }
  package static prefix func - (a: Self) -> Self { Self(-a.count) }
}
