/// A number that names one row, told apart by what it names: a `CustomerID` is never a `UserID`,
/// although the database hands out the same numbers for both.
///
/// Rows have numbers of `Ranges.id`. What has no row yet is given a negative one here, which never
/// leaves the program. Nobody reckons with a row's number, so each is safe.
package struct Identifier<Tag>: Hashable, Comparable, Sendable {
  package let number: Int64

  package init(_ number: Int64) { self.number = number }

  /// Nil where no row can have this number.
  package init?(exactly number: Int64) {
    guard Ranges.id.contains(number) else { return nil }
    self.number = number
  }

  package static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}

extension Identifier: CustomStringConvertible {
  package var description: String { String(number) }
}

extension Identifier: ExpressibleByIntegerLiteral {
  package init(integerLiteral number: Int64) { self.init(number) }
}
