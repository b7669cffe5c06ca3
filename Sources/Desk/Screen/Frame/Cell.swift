/// One place of the screen. A wide character takes two: the second holds nothing.
package struct Cell: Hashable, Sendable {
  package let glyph: Glyph
  package var style: Style

  /// Only `Frame` makes cells, and only from `DisplayText`.
  init(glyph: Glyph, style: Style) { (self.glyph, self.style) = (glyph, style) }

  static func blank(_ style: Style) -> Cell { Cell(glyph: .blank, style: style) }

  /// One cleaned character, one or two columns wide, or empty for the second half of a wide one.
  package var text: String { glyph.text }
}
