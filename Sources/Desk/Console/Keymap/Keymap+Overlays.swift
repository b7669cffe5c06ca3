import Screen

/// The keys of what lies over the board.
extension Keymap {
  static let overlays: [Binding] = closing + turning + choosing + stepping

  private static let closing: [Binding] = [
    over(
      .close,
      [.escape, .control("c"), .control("g"), .function(1), .function(2), .function(10)]
        + [.function(12)], in: KeyContext.overlays, hint: "close", "Away with it"),
    over(
      .close, "qHJ".map(KeyPress.character), in: KeyContext.read,
      "Away with it, where letters are not typed"),
    over(.close, [.character("?")], in: KeyContext.read.union([.help]), "Away with it"),
    over(
      .close, [.enter], in: KeyContext.overlays.subtracting([.menu, .list]),
      "Away with it, where nothing is chosen"),
    over(
      .uncover, [.escape], in: [.board], "Away with the details, where they cover the board"),
  ]

  private static let turning: [Binding] = [
    over(.turn(.lines(-1)), [.up], in: KeyContext.overlays, "A line up"),
    over(.turn(.lines(1)), [.down], in: KeyContext.overlays, hint: "down", "A line down"),
    over(.turn(.lines(-1)), [.character("k")], in: KeyContext.read, "A line up"),
    over(.turn(.lines(1)), [.character("j")], in: KeyContext.read, "A line down"),
    over(.turn(.pages(-1)), [.pageUp], in: KeyContext.overlays, "A page up"),
    over(.turn(.pages(1)), [.pageDown], in: KeyContext.overlays, "A page down"),
    over(.turn(.pages(1)), [.character(" ")], in: KeyContext.read, "A page down"),
    over(.turn(.start), [.home], in: KeyContext.overlays, "To its beginning"),
    over(.turn(.end), [.end], in: KeyContext.overlays, "To its end"),
  ]

  private static let choosing: [Binding] = [
    over(.choose, [.enter], in: [.menu, .list], hint: "choose", "Does it, or books it"),
    over(
      .chooseLine, "123456789".map(KeyPress.character), in: [.list], hint: "book",
      "Books the line with this digit"),
    over(
      .bookForGuest, [.character("b")], in: [.card], hint: "book", "Books for the guest of the card"
    ),
  ]

  private static let stepping: [Binding] = [
    over(
      .stepInPast(-1), [.left, .character("["), .character("h")], in: [.past], hint: "earlier",
      "The change before, where the past is shown"),
    over(
      .stepInPast(1), [.right, .character("]"), .character("l")], in: [.past], hint: "later",
      "The change after it; behind the last one, now"),
    over(
      .commandLine, [.character("@"), .character(":")], in: [.past],
      "Another time of the past: at 14:05"),
  ]

  private static func over(
    _ action: Action, _ keys: [KeyPress], in contexts: Set<KeyContext>, hint: String = "",
    _ help: String
  ) -> Binding {
    Binding(.overlay, action, keys: keys, word: "", in: contexts, hint: hint, help: help)
  }
}
