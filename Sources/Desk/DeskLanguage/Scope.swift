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

  /// The word at the beginning of a text that is free otherwise, or behind its only word, and the
  /// rest: `only 2`, `2 only`.
  static func parted(_ text: String) -> (Scope, rest: String) {
    let rest = text.trimmingBlanks
    let words = LineWord.words(of: rest)
    if let word = words.first, let scope = read(word) {
      return (scope, String(rest.dropFirst(word.range.upperBound)).trimmingBlanks)
    }
    guard words.count == 2, let scope = read(words[1]) else { return (.visit, rest) }
    return (scope, String(rest.prefix(words[1].range.lowerBound)).trimmingBlanks)
  }
}
