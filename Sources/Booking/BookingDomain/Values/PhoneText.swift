/// A telephone number as people write one: the one reader for the wire, the desk and imports.
package enum PhoneText {
  /// Digits of a whole number: from a spa's own extension to E.164, 6.
  package static let digits = 3...15

  /// Whether a character may stand in one: a digit, or what people put between them.
  package static func admits(_ character: Character) -> Bool {
    character.isASCII && character.isNumber || signs.contains(character)
  }

  /// Whether it is a whole number.
  package static func isNumber(_ text: String) -> Bool {
    text.allSatisfy(admits) && digits.contains(text.count { $0.isASCII && $0.isNumber })
  }

  /// As it is written down: digits, with the plus where there was one in front. Behind a plus the
  /// zero of `+84 (0)901 …` is said for who dials at home, and is no part of the number.
  package static func compact(_ text: String) -> String {
    let isInternational = text.first { !$0.isWhitespace } == "+"
    let told = isInternational ? text.replacing("(0)", with: "") : text
    let digits = told.filter { $0.isASCII && $0.isNumber }
    return isInternational ? "+" + digits : digits
  }

  private static let signs: Set<Character> = [" ", "\u{A0}", "+", "-", "(", ")", ".", "/"]
}
