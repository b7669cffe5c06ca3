import LatinText

/// Writes a letter and its marks as one character where Unicode has it, so that "é" is the same
/// cell however it was typed: canonical composition for Latin letters and Hangul. Other scripts keep
/// their marks, which take no columns either way.
enum Composition {
  static func composed(
    base: Unicode.Scalar, marks: [Unicode.Scalar]
  ) -> (base: Unicode.Scalar, marks: [Unicode.Scalar]) {
    var (base, marks) = taken(apart: base, marks: marks)
    var left: [Unicode.Scalar] = []
    for mark in marks {
      // A mark of the same class that stayed behind stands between this one and the letter.
      let isBlocked = left.last.map { order($0) >= order(mark) } ?? false
      if !isBlocked, let whole = LatinLetters.composed(base, mark) ?? hangul(base, mark) {
        base = whole
      } else {
        left.append(mark)
      }
    }
    marks = left
    return (base, marks)
  }

  /// The bare letter and all its marks in canonical order.
  private static func taken(
    apart base: Unicode.Scalar, marks: [Unicode.Scalar]
  ) -> (Unicode.Scalar, [Unicode.Scalar]) {
    var base = base
    var all = marks
    while let parts = LatinLetters.parts(of: base) {
      base = parts.base
      all.insert(parts.mark, at: 0)
    }
    let ordered = all.enumerated().sorted {
      (order($0.element), $0.offset) < (order($1.element), $1.offset)
    }
    return (base, ordered.map(\.element))
  }

  private static func order(_ mark: Unicode.Scalar) -> UInt8 {
    mark.properties.canonicalCombiningClass.rawValue
  }

  /// Syllables by the arithmetic of the Unicode standard, section 3.12.
  private static func hangul(
    _ base: Unicode.Scalar, _ mark: Unicode.Scalar
  ) -> Unicode.Scalar? {
    switch (base.value, mark.value) {
    case (0x1100..<0x1113, 0x1161..<0x1176):
      Unicode.Scalar(0xAC00 + ((base.value - 0x1100) * 21 + (mark.value - 0x1161)) * 28)
    case (0xAC00..<0xD7A4, 0x11A8..<0x11C3) where (base.value - 0xAC00) % 28 == 0:
      Unicode.Scalar(base.value + mark.value - 0x11A7)
    default: nil
    }
  }
}
