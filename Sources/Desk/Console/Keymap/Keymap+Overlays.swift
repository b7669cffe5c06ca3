import BookingDomain
import Screen

/// The keys of what lies over the board.
extension Keymap {
  static let overlays: [Binding] = closing + turning + choosing + stepping

  private static let closing: [Binding] = [
    over(
      .close,
      [.escape, .control("c"), .control("g")],
      as: Binding.Alike(words: ["help", "messages", "menu", "link"], kind: .others),
      in: KeyContext.overlays, hint: "close", "Away with it"),
    over(
      .close, as: letters("quit", "history", "changes"), in: KeyContext.read,
      "Away with it, where letters are not typed"),
    over(.close, as: letters("help"), in: KeyContext.read.union([.help]), "Away with it"),
    over(
      .close, [.enter],
      in: KeyContext.overlays.subtracting([.menu, .list, .month, .calls, .tasks]),
      "Away with it, where nothing is chosen"),
    over(
      .uncover, [.escape], in: [.board], "Away with the details, where they cover the board"),
  ]

  private static let turning: [Binding] = [
    over(.turn(.lines(-1)), [.up], in: KeyContext.overlays, "A line up"),
    over(.turn(.lines(1)), [.down], in: KeyContext.overlays, hint: "down", "A line down"),
    over(.turn(.lines(-1)), as: letters("up"), in: KeyContext.read, "A line up"),
    over(.turn(.lines(1)), as: letters("down"), in: KeyContext.read, "A line down"),
    over(.turn(.columns(-1)), [.left, .character("h")], in: [.month], "The day before"),
    over(.turn(.columns(1)), [.right, .character("l")], in: [.month], "The day after"),
    over(.turn(.pages(-1)), [.character("[")], in: [.month], "The month before"),
    over(.turn(.pages(1)), [.character("]")], in: [.month], "The month after"),
    over(.turn(.pages(-1)), [.pageUp], in: KeyContext.overlays, "A page up"),
    over(.turn(.pages(1)), [.pageDown], in: KeyContext.overlays, "A page down"),
    over(.turn(.pages(1)), [.character(" ")], in: KeyContext.read, "A page down"),
    over(.turn(.start), [.home], in: KeyContext.overlays, "To its beginning"),
    over(.turn(.end), [.end], in: KeyContext.overlays, "To its end"),
  ]

  private static let choosing: [Binding] = [
    over(
      .choose, [.enter], in: [.menu, .list, .month], hint: "choose",
      "Does it, books it, or goes there"),
    over(
      .chooseLine, "123456789".map(KeyPress.character), in: [.list], hint: "book",
      "Books the line with this digit"),
    over(
      .tick(.noteCall(.calling, note: "")), [.enter], in: [.calls], hint: "call",
      "Calls the guest: other desks see it and call somebody else"),
    over(
      .tick(.changeStatus(to: .confirmed, reason: nil)), as: like("confirm"), in: [.calls],
      hint: "reached", "The guest was reached: confirms the booking"),
    over(
      .tick(.noteCall(.notReached, note: "")), [.character("-")], in: [.calls],
      hint: "no answer", "The guest was not reached"),
    over(
      .writeNote, as: like("notes"), in: [.calls], hint: "with a note",
      "The guest was not reached, with a note"),
    over(
      .dayBy(-1), [.character("[")], in: [.calls], "The day before"),
    over(
      .dayBy(1), [.character("]")], in: [.calls], "The day after"),
    over(
      .tickTask, [.enter], as: like("complete"), in: [.tasks], hint: "done",
      "Ticks the task off, or opens it again"),
    over(.writeTask, [.character("n")], in: [.tasks], hint: "new", "Writes a task down"),
    over(
      .tick(.undo), as: like("undo"), in: [.calls, .tasks], hint: "undo",
      "Takes back what was done last"),
    over(
      .bookForGuest, as: like("book"), in: [.card], hint: "book", "Books for the guest of the card"
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
    over(
      .typeTime, "0123456789".map(KeyPress.character), in: [.past],
      "Begins another time of the past with it"),
  ]

  private static func over(
    _ action: Action, _ keys: [KeyPress] = [], as alike: Binding.Alike = Binding.Alike(),
    in contexts: Set<KeyContext>, hint: String = "", _ help: String
  ) -> Binding {
    Binding(
      .overlay, action, keys: keys, alike: alike, word: "", in: contexts, hint: hint, help: help)
  }

  private static func like(_ words: String...) -> Binding.Alike { Binding.Alike(words: words) }

  private static func letters(_ words: String...) -> Binding.Alike {
    Binding.Alike(words: words, kind: .letters)
  }
}
