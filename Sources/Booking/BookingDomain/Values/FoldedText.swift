import LatinText

/// Text as people look for it: small letters without marks, one blank between words. `Đặng Thị Ánh`
/// is found as `dang thi anh`. Letters of other scripts stay as they are, but for those that people
/// write in two ways: `أحمد` is found as `احمد`.
package struct FoldedText: Hashable, Sendable {
  /// UTF-8, without blanks at either end.
  package let bytes: [UInt8]

  package init(_ text: String) { self.init(text, asTwoLetters: false) }

  /// The text in each spelling by which people look for it: `Jürgen` as `jurgen` and as `juergen`;
  /// most texts have only one.
  package static func spellings(of text: String) -> [FoldedText] {
    let plain = FoldedText(text)
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return [plain] }
    let other = FoldedText(text, asTwoLetters: true)
    return other == plain ? [plain] : [plain, other]
  }

  /// - Parameter asTwoLetters: whether `ü` is `ue`, as where a keyboard has no `ü`, and not `u`.
  private init(_ text: String, asTwoLetters: Bool) {
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
      Self.fold(scalar, asTwoLetters, into: &bytes)
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

  private static func fold(
    _ scalar: Unicode.Scalar, _ asTwoLetters: Bool, into bytes: inout [UInt8]
  ) {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      return
    }
    // Marks that stand for themselves, where a letter was not written as one character.
    if scalar.properties.generalCategory == .nonspacingMark { return }
    if scalar == tatweel { return }
    for small in scalar.properties.lowercaseMapping.unicodeScalars {
      if asTwoLetters, let letters = umlauts[small] {
        bytes.append(contentsOf: letters.utf8)
      } else if let base = LatinLetters.plain[small] {
        bytes.append(UInt8(ascii: base))
      } else if let letters = pairs[small] {
        bytes.append(contentsOf: letters.utf8)
      } else if let letter = usual[small] {
        bytes.append(contentsOf: String(letter).utf8)
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

  /// Letters that are looked for as one or as two.
  private static let umlauts: [Unicode.Scalar: String] = [
    "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa",
  ]

  /// Letters of Arabic and Persian that people write in two ways, under the usual one.
  private static let usual: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{622}": "\u{627}", "\u{623}": "\u{627}", "\u{625}": "\u{627}", "\u{671}": "\u{627}",
    "\u{649}": "\u{64A}", "\u{6CC}": "\u{64A}", "\u{626}": "\u{64A}", "\u{624}": "\u{648}",
    "\u{629}": "\u{647}", "\u{6A9}": "\u{643}",
  ]

  /// Stretches an Arabic word, and is no letter.
  private static let tatweel: Unicode.Scalar = "\u{640}"
}
