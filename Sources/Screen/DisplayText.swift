/// Text that may be drawn: outside text made harmless. The only way from a `String` to a cell.
package struct DisplayText: Hashable, Sendable {
  package let text: String

  package init(_ outside: String) { text = outside }
}
