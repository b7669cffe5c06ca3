import BookingDomain
import DeskLanguage
import Screen

extension Canvas {
  /// What can be done now, from the key table: what cannot is faint, and says why when pressed.
  mutating func drawHints(_ model: Model, _ rect: Rect) {
    fill(rect, .screen)
    var column = rect.column + 1
    for binding in model.hints {
      guard let key = binding.keys.first else { continue }
      let name = DisplayText(key.name)
      let word = said(binding.hint)
      guard column + name.columns + word.columns + 1 < rect.endColumn else { return }
      let isOff = binding.whyOff(model) != nil
      column = text(name, column, rect.row, isOff ? .hintOff : .hintKey) + 1
      column = text(word, column, rect.row, isOff ? .hintOff : .hintText) + 2
    }
  }
}

extension Model {
  /// What the bar offers, the most used first. Orders that are never this person's to give are
  /// left out.
  var hints: [Binding] {
    guard overlay == nil else {
      return keymap.all.filter { $0.contexts.contains(keyContext) && !$0.hint.isEmpty }
    }
    let all = keymap.bindings.filter { !$0.hint.isEmpty && !$0.keys.isEmpty }
    let orders = all.filter { $0.group == .booking && isTheirs($0.action) }
    let phrases = all.filter { $0.group == .phrase && isTheirs($0.action) }
    let wanted: [Action] = [
      .details, .nextNeeded, .search, .commandLine, .showDay(.today), .dayBy(1), .nextView, .quit,
    ]
    // Whoever is lost finds help on a narrow screen too.
    let help = all.filter { $0.action == .help }
    let rest =
      phrases.dropFirst()
      + wanted.compactMap { action in all.first { $0.action == action } }
    // On free or blocked time there is nobody to confirm.
    guard selectedSpot != nil else {
      return orders + phrases.prefix(1) + help + rest.filter { $0.action != .phrase(.block) }
    }
    let here = ([.phrase(.book), .phrase(.block), .order(.undo)] as [Action])
      .compactMap(keymap.binding(for:))
    return here + help + rest.filter { !here.map(\.action).contains($0.action) }
  }
}
