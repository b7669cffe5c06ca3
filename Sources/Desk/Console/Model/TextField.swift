import Screen

/// One line of text being typed.
package struct TextField: Hashable, Sendable {
  /// The longest note and its command; what would make it more is not taken at all, so that a
  /// pasted file does no harm and nothing is cut.
  package static let longest = 4_200

  private var characters: [Character]
  package private(set) var cursor: Int

  package init(_ text: String = "") {
    characters = Array(text.prefix(Self.longest))
    cursor = characters.count
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }
  package var count: Int { characters.count }
  package var beforeCursor: String { String(characters[..<cursor]) }

  /// Takes an editing key; false where the key is none.
  package mutating func edit(_ key: KeyPress) -> Bool {
    switch key {
    case .character(let character): insert([character])
    case .paste(let text): insert(Array(text))
    case .backspace, .control("h"): deleteBackwards(1)
    case .delete, .control("d"):
      if cursor < characters.count { characters.remove(at: cursor) }
    case .control("u"): deleteBackwards(cursor)
    case .control("w"): deleteBackwards(wordLength)
    case .control("k"): characters.removeSubrange(cursor...)
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    default: return false
    }
    return true
  }

  /// To this place; from there, or before it, to the beginning.
  package mutating func goBack(to place: Int) { cursor = cursor > place ? place : 0 }

  private mutating func insert(_ new: [Character]) {
    guard characters.count + new.count <= Self.longest else { return }
    characters.insert(contentsOf: new, at: cursor)
    cursor += new.count
  }

  private mutating func deleteBackwards(_ count: Int) {
    let from = max(0, cursor - count)
    characters.removeSubrange(from..<cursor)
    cursor = from
  }

  /// Back to the start of the word before the cursor, with the spaces after it.
  private var wordLength: Int {
    let before = characters[..<cursor]
    let word = before.reversed().drop(while: \.isWhitespace).drop { !$0.isWhitespace }
    return before.count - word.count
  }
}
