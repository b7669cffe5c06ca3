import DeskLanguage

extension Model {
  package var keymap: Keymap { .with(setup.keys) }

  /// The key that a sentence names for it.
  func key(_ action: Action) -> String { keymap.name(of: action) }

  /// Words that may follow a verb.
  func words(for verb: Verb) -> [String] { board.lexicon.map(verb.words(in:)) ?? [] }

  var wallTakesNoOrders: String {
    "The wall takes no orders: \(key(.look(.board))) shows the board."
  }
}
