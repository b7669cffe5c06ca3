/// Characters that come with text that is pasted, and were not meant.
extension String {
  /// Removes invisible characters, quotes around the text and `tel:` before it. Digits, signs and
  /// dashes become those of a keyboard.
  var plain: String {
    guard utf8.contains(where: { $0 >= 0x80 || $0 == 0x22 || $0 == 0x3A }) else { return self }
    var scalars = unicodeScalars
    scalars.removeAll { Self.unseen.contains($0.value) }
    let isNumber = scalars.contains {
      (0x30...0x39).contains($0.value) || Self.wideDigits.contains($0.value)
    }
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      if Self.wide.contains(scalar.value), let narrow = Unicode.Scalar(scalar.value - 0xFEE0) {
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
  private static let wideDigits: ClosedRange<UInt32> = 0xFF10...0xFF19
  private static let dashes: Set<UInt32> = [0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212]
  private static let quotes: Set<Character> = ["\"", "\u{201C}", "\u{201D}", "\u{201E}", "«", "»"]
}
