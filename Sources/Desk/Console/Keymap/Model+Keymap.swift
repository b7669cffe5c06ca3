extension Model {
  package var keymap: Keymap { .with(setup.keys) }
  package var wording: Wording { setup.wording }

  /// The key that a sentence names for it.
  func key(_ action: Action) -> String { keymap.name(of: action) }

  var wallTakesNoOrders: String {
    "The wall takes no orders: \(key(.look(.board))) shows the board."
  }
}
