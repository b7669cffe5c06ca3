import BookingDomain

extension Draft {
  /// One of the things that could be meant, as a line of text, and what choosing it changes in the
  /// typed line.
  package struct Choice: Hashable, Sendable {
    package enum Edit: Hashable, Sendable {
      /// `#2`: the second of the customers who match, for the guest or for a companion
      /// (`Reading.Person.place`).
      case number(Int, of: Int = 0)
      /// Replaces the words that could mean several things.
      case word(String)
      /// Is added after everything that is said about this person.
      case also(String, of: Int = 0)
      /// Replaces everything but the verb.
      case whole(String)
      /// Replaces the whole line, with its verb.
      case line(String)
      /// Adds a word at the end of the line, or removes it where it is there already.
      case toggle(String)
      /// Another start.
      case start(TimeOfDay)
    }

    package let row: RowText
    /// Nil where it only informs and cannot be chosen.
    package let edit: Edit?

    package var text: String { row.text }

    package init(_ row: RowText, edit: Edit? = nil) { (self.row, self.edit) = (row, edit) }

    package init(text: String, edit: Edit? = nil) { self.init(RowText(text), edit: edit) }
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
      // Where words were removed no double space is left.
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

  /// Before the `&` that begins the next person.
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
