import BookingDomain

extension Draft {
  /// A line of what could be meant, and how what was typed is changed by choosing it.
  package struct Choice: Hashable, Sendable {
    package enum Edit: Hashable, Sendable {
      /// `#2`: the second of those who match.
      case number(Int)
      /// In the place of the words that could mean several things.
      case word(String)
      /// Behind everything.
      case also(String)
      /// In the place of everything.
      case whole(String)
      /// Another start.
      case start(TimeOfDay)
    }

    package let text: String
    /// Nil where it only says something.
    package let edit: Edit?

    package init(text: String, edit: Edit? = nil) {
      self.text = text
      self.edit = edit
    }
  }
}

extension Verb {
  /// What was typed, with this choice made.
  package func text(_ text: String, choosing choice: Draft.Choice, of draft: Draft) -> String {
    switch choice.edit {
    case .whole(let words)?: return words
    case .also(let word)?: return Self.also(word, in: text)
    case .start(let time)?: return self.text(text, startingAt: time, draft: draft)
    case .word(let word)?:
      let ranges = draft.unread
      guard let first = ranges.first?.lowerBound else { return text }
      return Self.replacing(ranges, of: text, by: word, at: first)
    case .number(let number)?:
      let said = numbers(in: text, draft)
      guard let first = said.first?.lowerBound else { return Self.also("#\(number)", in: text) }
      return Self.replacing(said, of: text, by: "#\(number)", at: first)
    case nil: return text
    }
  }

  private static func also(_ word: String, in text: String) -> String {
    let (line, note) = Drafting.parted(text)
    return line.trimmingBlanks + " \(word)" + (note.map { " // \($0)" } ?? "")
  }

  private func numbers(in text: String, _ draft: Draft) -> [Range<Int>] {
    guard self == .find else { return draft.words.filter { $0.kind == .choice }.map(\.range) }
    return LineWord.words(of: text).filter { $0.written.hasPrefix("#") }.map(\.range)
  }

  static func replacing(
    _ ranges: [Range<Int>], of text: String, by word: String, at place: Int
  ) -> String {
    var left: [Character] = []
    for (index, character) in text.enumerated() {
      if index == place { left += Array(word) }
      if !ranges.contains(where: { $0.contains(index) }) { left.append(character) }
    }
    return String(left)
  }
}
