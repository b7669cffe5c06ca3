/// Turns outside text into glyphs, one character at a time, leaving out whatever could do more to a
/// terminal than show itself.
struct GlyphReader {
  /// Longer text than any note on any screen; what follows is dropped.
  static let mostGlyphs = 4096
  /// Invisible characters make no glyphs, so that what is read is bounded as well.
  static let mostScalars = 4 * mostGlyphs

  private(set) var glyphs: [Glyph] = []
  private var scalarsRead = 0
  /// The base and marks read last: composed and appended when the next base arrives.
  private var base: Unicode.Scalar?
  private var marks: [Unicode.Scalar] = []

  static func glyphs(of outside: String) -> [Glyph] {
    if let plain = plainGlyphs(of: outside.utf8) { return plain }
    var reader = GlyphReader()
    for scalar in outside.unicodeScalars {
      guard reader.scalarsRead < mostScalars, reader.glyphs.count < mostGlyphs else { break }
      reader.scalarsRead += 1
      reader.read(scalar)
    }
    reader.finishGlyph()
    return reader.glyphs
  }

  /// Most text is printable ASCII, and that needs no looking up.
  private static func plainGlyphs(of bytes: String.UTF8View) -> [Glyph]? {
    guard bytes.count <= mostGlyphs, bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
      return nil
    }
    return bytes.map { Glyph(base: Unicode.Scalar($0), columns: 1) }
  }

  private mutating func read(_ scalar: Unicode.Scalar) {
    switch CharacterKind(scalar) {
    case .printable:
      finishGlyph()
      base = scalar
    case .emojiModifier:
      // A skin tone alone would take two columns of its own.
      if base.map({ $0.properties.isEmojiModifierBase }) ?? false { return }
      finishGlyph()
      base = scalar
    case .regionalIndicator(let letter):
      finishGlyph()
      base = letter
    case .mark:
      // Past what one cell holds they are only noise; a mark with nothing under it shows nothing.
      if base != nil, marks.count < 2 * Glyph.mostMarks { marks.append(scalar) }
    case .space:
      finishGlyph()
      base = " "
    case .unprintable:
      finishGlyph()
      base = "?"
    case .invisible:
      break
    }
  }

  private mutating func finishGlyph() {
    guard let read = base, glyphs.count < Self.mostGlyphs else { return }
    base = nil
    guard !marks.isEmpty else {
      glyphs.append(Glyph(base: read, columns: CharacterWidths.columns(of: read)))
      return
    }
    let composed = Composition.composed(base: read, marks: marks)
    marks.removeAll(keepingCapacity: true)
    var glyph = Glyph(
      base: composed.base, columns: CharacterWidths.columns(of: composed.base))
    for mark in composed.marks { glyph.add(mark: mark) }
    glyphs.append(glyph)
  }
}
