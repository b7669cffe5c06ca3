import LatinText

/// Text as people look for it: small letters without marks, one blank between words. `Đặng Thị Ánh`
/// is found as `dang thi anh`. Letters of other scripts stay as they are.
package struct FoldedText: Hashable, Sendable {
  /// UTF-8, without blanks at either end.
  package let bytes: [UInt8]

  package init(_ text: String) {
    var bytes: [UInt8] = []
    var isBetween = false
    for scalar in text.unicodeScalars {
      // `Anne-Marie` is two words, `O'Brien` is one.
      if Self.isGap(scalar) {
        isBetween = !bytes.isEmpty
        continue
      }
      if Self.apostrophes.contains(scalar) { continue }
      if isBetween { bytes.append(UInt8(ascii: " ")) }
      isBetween = false
      Self.fold(scalar, into: &bytes)
    }
    self.bytes = bytes
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
  package var words: [ArraySlice<UInt8>] { bytes.split(separator: UInt8(ascii: " ")) }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else {
      return scalar.properties.isWhitespace || scalar.properties.isDash
    }
    return scalar == " " || scalar == "-" || scalar.properties.isWhitespace
  }

  private static func fold(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      return
    }
    // Marks that stand for themselves, where a letter was not written as one character.
    if scalar.properties.generalCategory == .nonspacingMark { return }
    for small in scalar.properties.lowercaseMapping.unicodeScalars {
      if let base = LatinLetters.plain[small] {
        bytes.append(UInt8(ascii: base))
      } else if let letters = pairs[small] {
        bytes.append(contentsOf: letters.utf8)
      } else if small.properties.generalCategory != .nonspacingMark {
        bytes.append(contentsOf: String(small).utf8)
      }
    }
  }

  /// U+0027, and what word processors and keyboards write for it.
  private static let apostrophes: Set<Unicode.Scalar> = [
    "'", "\u{2019}", "\u{2018}", "\u{02BC}", "`", "\u{B4}",
  ]

  /// Letters that are looked for as two.
  private static let pairs: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "ǽ": "ae", "ǣ": "ae", "œ": "oe", "þ": "th", "ĳ": "ij", "ŋ": "ng",
  ]
}
