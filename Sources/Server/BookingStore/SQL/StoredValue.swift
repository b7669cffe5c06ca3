/// One value of a row or of a statement, as every SQL database knows it.
package enum StoredValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case bytes([UInt8])

  package init(_ number: Int64?) { self = number.map(Self.integer) ?? .null }
  package init(_ text: String?) { self = text.map(Self.text) ?? .null }
  package init(_ truth: Bool) { self = .integer(truth ? 1 : 0) }
}

extension StoredValue: ExpressibleByNilLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral
{
  package init(nilLiteral: ()) { self = .null }
  package init(integerLiteral number: Int64) { self = .integer(number) }
  package init(stringLiteral text: String) { self = .text(text) }
}
