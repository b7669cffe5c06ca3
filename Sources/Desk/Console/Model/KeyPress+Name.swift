import Screen

extension KeyPress {
  /// What is written on the key.
  package var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "^" + character.uppercased()
    case .alt(let character): "Alt-" + String(character)
    case .function(let number): "F\(number)"
    case .paste, .burst: "Paste"
    case .mouse: "Mouse"
    default: Self.named.first { $0.key == self }?.name ?? ""
    }
  }

  /// Keys that are called by a word.
  private static let named: [(name: String, key: KeyPress)] = [
    ("Space", .character(" ")), ("Enter", .enter), ("Esc", .escape), ("Tab", .tab),
    ("Shift-Tab", .backTab), ("Backspace", .backspace), ("Del", .delete), ("Ins", .insert),
    ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home),
    ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown),
  ]

  /// A key as it is written in the settings: the character itself, `^Z`, `ctrl-z`, `alt-x`, `F5`, or
  /// its word as help shows it, in capitals or not.
  package init?(named name: String) {
    let small = name.lowercased()
    let ending = small.split(separator: "-", maxSplits: 1).last.map(String.init) ?? ""
    if name.count == 1, let character = name.first, !character.isWhitespace {
      self = .character(character)
    } else if let known = Self.named.first(where: { $0.name.lowercased() == small }) {
      self = known.key
    } else if small.hasPrefix("f"), let number = Int(small.dropFirst()), 1...12 ~= number {
      self = .function(number)
    } else if small.hasPrefix("ctrl-"), let letter = ending.first, ending.count == 1 {
      self = .control(letter)
    } else if small.hasPrefix("^"), small.count == 2, let letter = small.last {
      self = .control(letter)
    } else if small.hasPrefix("alt-"), name.count == 5, let letter = name.last {
      self = .alt(letter)
    } else {
      return nil
    }
  }

  /// Terminals send the same for these and for another key of their own: `^I` is Tab.
  package var isAnotherKey: Bool {
    if case .control(let letter) = self { "hijm[".contains(letter) } else { false }
  }
}
