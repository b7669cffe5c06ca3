import Foundation

/// A line of text from outside, as the shop's tables should hold it: composed (NFC), as names typed
/// at the desk are, with one blank between words.
package enum PlainLine {
  /// - Returns: nil where the text has something that no line holds: control characters, or marks
  ///   that turn the direction of writing around.
  package static func cleaned(_ text: String) -> String? {
    var words: [Substring.UnicodeScalarView] = []
    for word in text.unicodeScalars.split(whereSeparator: {
      $0 == " " || $0 == "\t" || $0 == "\u{A0}"
    }) {
      guard word.allSatisfy(isPlain) else { return nil }
      words.append(word)
    }
    return words.map { String($0) }.joined(separator: " ").precomposedStringWithCanonicalMapping
  }

  /// What may be shown on a terminal: nothing in it is an order to one.
  package static func shown(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isPlain($0) ? $0 : "\u{FFFD}" }))
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
    default: !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value)
    }
  }
}
