/// Text that may be drawn: outside text made harmless. The only way from a `String` to a cell.
///
/// Control characters, direction overrides, private-use characters and the like are dropped or shown
/// as "?", line breaks and tabs are blanks, letters and their marks are one character where Unicode
/// has it, and the length is bounded. What is left is a row of glyphs with known widths.
package struct DisplayText: Hashable, Sendable {
  package private(set) var glyphs: [Glyph]

  package static let empty = DisplayText(glyphs: [])

  package init(_ outside: String) { glyphs = GlyphReader.glyphs(of: outside) }

  /// A part of texts that were cleaned before.
  init(glyphs: [Glyph]) { self.glyphs = glyphs }

  package var isEmpty: Bool { glyphs.isEmpty }

  /// How many columns of a screen it takes.
  package var columns: Int { glyphs.reduce(0) { $0 + $1.columns } }

  package var text: String { glyphs.reduce(into: "") { $0 += $1.text } }

  package static func + (a: DisplayText, b: DisplayText) -> DisplayText {
    DisplayText(glyphs: a.glyphs + b.glyphs)
  }

  package static func += (a: inout DisplayText, b: DisplayText) { a.glyphs += b.glyphs }
}

extension DisplayText: ExpressibleByStringInterpolation {
  /// What is interpolated is cleaned like everything else.
  package init(stringLiteral value: String) { self.init(value) }
}

extension DisplayText: CustomStringConvertible {
  package var description: String { text }
}

extension Sequence where Element == DisplayText {
  package func joined(separator: DisplayText = .empty) -> DisplayText {
    var glyphs: [Glyph] = []
    for (index, text) in enumerated() {
      if index > 0 { glyphs += separator.glyphs }
      glyphs += text.glyphs
    }
    return DisplayText(glyphs: glyphs)
  }
}
