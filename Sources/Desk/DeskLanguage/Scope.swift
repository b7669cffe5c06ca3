import BookingDomain

/// How much a line about a booking is about.
enum Scope: Hashable, Sendable {
  /// All of its visit.
  case visit
  /// This one, and the others of its visit stay as they are.
  case only
  /// From this day on, all that is left of its series.
  case series

  /// What is written for it; as it is read, with and without marks.
  private static let words: [String: Scope] = [
    "only": .only, "chỉ": .only, "riêng": .only, "series": .series, "loạt": .series,
    "chuỗi": .series,
  ]

  static func read(_ word: LineWord) -> Scope? { words[word.lower] }

  /// The word at the beginning of a text that is free otherwise, or behind its number, and the
  /// rest: `only 2`, `2 riêng`. On a visit of several `only` is meant at any end: `ill only`.
  static func parted(_ text: String, onVisit isOnVisit: Bool) -> (Scope, rest: String) {
    let rest = text.trimmingBlanks
    let words = LineWord.words(of: rest)
    if let word = words.first, let scope = read(word) {
      return (scope, String(rest.dropFirst(word.range.upperBound)).trimmingBlanks)
    }
    guard words.count > 1, let last = words.last, let scope = read(last),
      words.count == 2 && words[0].isNumber || last.lower == Self.atAnyEnd && isOnVisit
    else { return (.visit, rest) }
    return (scope, String(rest.prefix(last.range.lowerBound)).trimmingBlanks)
  }

  /// `việc riêng` is a reason.
  private static let atAnyEnd = "only"

  /// The word that the first or last one of a free text was probably meant to be.
  static func slip(in text: String) -> (word: LineWord, meant: String)? {
    let words = LineWord.words(of: text)
    for word in [words.first, words.last].compactMap(\.self) {
      let meant = ["only", "series"].first { Lexicon.isSlip(word.lower, of: $0) }
      if let meant { return (word, meant) }
    }
    return nil
  }
}
