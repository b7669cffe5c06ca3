/// Characters that come with text that is pasted, and were not meant.
extension String {
  /// Removes invisible characters, quotes around the text, and what stands before a number that is
  /// copied: `tel:`, or the dots of `…7714`. Digits, signs and dashes become those of a keyboard.
  var plain: String {
    let isPlain = utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x3A }
    guard !isPlain else { return self }
    var scalars = unicodeScalars
    scalars.removeAll(where: Self.isUnseen)
    let isNumber = scalars.contains { $0.properties.numericType == .decimal }
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      if let digit = Self.digit(scalar) {
        text.append(digit)
      } else if Self.wide.contains(scalar.value), let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
      {
        text.append(narrow)
      } else if isNumber, Self.dashes.contains(scalar.value) {
        text.append("-")
      } else {
        text.append(scalar)
      }
    }
    var plain = Substring(String(text))
    while plain.count > 1, let first = plain.first, Self.quotes.contains(first) {
      plain.removeFirst()
    }
    while plain.count > 1, let last = plain.last, Self.quotes.contains(last) { plain.removeLast() }
    let rest = plain.dropFirst(4)
    let isLink = plain.prefix(4).lowercased() == "tel:" && !rest.isEmpty
    return String(isLink ? rest : plain)
  }

  /// Soft hyphens, joiners and marks of direction. The joiners within an emoji stay.
  private static let unseen: Set<UInt32> = [
    0xAD, 0x200B, 0x200C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2066,
    0x2067, 0x2068, 0x2069, 0xFEFF,
  ]
  private static let wide: ClosedRange<UInt32> = 0xFF01...0xFF5E

  /// Whether nothing of it is seen, and a line has no use for it: control characters too, unless they
  /// part words.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    unseen.contains(scalar.value)
      || scalar.properties.generalCategory == .control && !scalar.properties.isWhitespace
  }

  /// `0` to `9` for a digit of any script.
  private static func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard !scalar.isASCII, scalar.properties.numericType == .decimal,
      let value = scalar.properties.numericValue
    else { return nil }
    return Unicode.Scalar(UInt8(ascii: "0") + UInt8(value))
  }

  private static let dashes: Set<UInt32> = [0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212]
  private static let quotes: Set<Character> = [
    "…", "\"", "\u{201C}", "\u{201D}", "\u{201E}", "«", "»",
  ]
}
