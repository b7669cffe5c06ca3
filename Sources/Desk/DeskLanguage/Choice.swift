import BookingDomain

extension Draft {
  /// A line of what could be meant, and how what was typed is changed by choosing it.
  package struct Choice: Hashable, Sendable {
    package enum Edit: Hashable, Sendable {
      /// `#2`: the second of those who match, of the guest or of who comes along
      /// (`Reading.Person.place`).
      case number(Int, of: Int = 0)
      /// In the place of the words that could mean several things.
      case word(String)
      /// Behind everything that is said of somebody.
      case also(String, of: Int = 0)
      /// In the place of everything.
      case whole(String)
      /// In the place of the line, with its verb.
      case line(String)
      /// A word at the end of the line, which goes again where it stands there already.
      case toggle(String)
      /// Another start.
      case start(TimeOfDay)
    }

    package let text: String
    /// Nil where it only says something.
    package let edit: Edit?

    package init(text: String, edit: Edit? = nil) { (self.text, self.edit) = (text, edit) }
  }
}

extension Verb {
  /// What was typed, with this choice made.
  package func text(_ text: String, choosing choice: Draft.Choice, of draft: Draft) -> String {
    switch choice.edit {
    case .whole(let words)?, .line(let words)?: return words
    case .also(let word, let place)?: return Self.also(word, of: place, in: text, draft)
    case .start(let time)?: return self.text(text, startingAt: time, draft: draft)
    case .toggle(let word)?:
      let (line, note) = Drafting.parted(text)
      var words = line.split(separator: " ").map(String.init)
      if let index = words.firstIndex(of: word) {
        words.remove(at: index)
      } else {
        words.append(word)
      }
      return words.joined(separator: " ") + (note.map { " // \($0)" } ?? "")
    case .word(let word)?:
      let ranges = draft.unread
      guard let first = ranges.first?.lowerBound else { return text }
      let changed = Self.replacing(ranges, of: text, by: word, at: first)
      // Words that are taken out leave no gap.
      return word.isEmpty ? changed.split(separator: " ").joined(separator: " ") : changed
    case .number(let number, let place)?:
      let said = numbers(of: place, in: text, draft)
      guard let first = said.first?.lowerBound else {
        return Self.also("#\(number)", of: place, in: text, draft)
      }
      return Self.replacing(said, of: text, by: "#\(number)", at: first)
    case nil: return text
    }
  }

  /// Before the `&` behind which others are.
  private static func also(_ word: String, of place: Int, in text: String, _ draft: Draft)
    -> String
  {
    let signs = draft.words.filter(\.isSeparator).map(\.range.lowerBound)
    if signs.indices.contains(place) {
      let before = String(text.prefix(signs[place])).trimmingBlanks
      return "\(before) \(word) \(text.dropFirst(signs[place]))"
    }
    let (line, note) = Drafting.parted(text)
    return line.trimmingBlanks + " \(word)" + (note.map { " // \($0)" } ?? "")
  }

  private func numbers(of place: Int, in text: String, _ draft: Draft) -> [Range<Int>] {
    guard self == .find else {
      return draft.words.filter { $0.kind == .choice && $0.place == place }.map(\.range)
    }
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
