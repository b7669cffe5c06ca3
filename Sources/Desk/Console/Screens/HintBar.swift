import BookingDomain
import Screen

extension Canvas {
  /// What can be done now, from the key table: what cannot is faint, and says why when pressed.
  mutating func drawHints(_ model: Model, _ rect: Rect) {
    fill(rect, .screen)
    var column = rect.column + 1
    for binding in model.hints {
      guard let key = binding.keys.first else { continue }
      let name = DisplayText(key.name)
      let word = DisplayText(binding.hint)
      guard column + name.columns + word.columns + 1 < rect.endColumn else { return }
      let isOff = binding.whyOff(model) != nil
      column = text(name, column, rect.row, isOff ? .hintOff : .hintKey) + 1
      column = text(word, column, rect.row, isOff ? .hintOff : .hintText) + 2
    }
  }

  /// What is typed after `:` and `/`, and the questions that a key has to answer.
  mutating func drawPrompt(_ model: Model, _ plan: ScreenPlan) {
    let row = (plan.hints ?? plan.status).row
    let rect = Rect(column: 0, row: row, columns: size.columns, rows: 1)
    switch model.mode {
    case .normal: return
    case .command(let field):
      let isProblem = model.typing.draft?.isProblem ?? false
      drawTyping(
        ":", field, previewsAbove(model) ? "" : CommandLine.preview(field.text, model), rect,
        isProblem ? .promptError : .promptPreview)
    case .search(let field, _):
      let found = model.matches(field.text).count
      let preview =
        field.isEmpty
        ? "A guest's name. Enter stays there, Esc comes back."
        : found == 0 ? "Nobody" : found == 1 ? "1 guest" : "\(found) guests, Down and Up"
      drawTyping("/", field, preview, rect)
    case .tag(let change, let first):
      let letters = first.map { "\($0)" } ?? ""
      draw(question: "\(change.spoken) which booking? Type its tag: \(letters)", rect)
    case .confirmQuit:
      let count = model.orders.count
      let what = count == 1 ? "1 order is" : "\(count) orders are"
      draw(question: "\(what) not answered yet. y leaves, any other key stays.", rect)
    }
  }

  private mutating func draw(question: String, _ rect: Rect) {
    fill(rect, .prompt)
    let sentence = question.prefix(1).uppercased() + question.dropFirst()
    let end = text(DisplayText(String(sentence)), 1, rect.row, .prompt)
    cursor = Point(column: min(end, rect.columns - 1), row: rect.row)
  }

  private mutating func drawTyping(
    _ sign: DisplayText, _ field: TextField, _ preview: String, _ rect: Rect,
    _ role: StyleRole = .promptPreview
  ) {
    fill(rect, .prompt)
    let start = text(sign, 1, rect.row, .promptLabel)
    let end = drawField(field.text, before: field.beforeCursor, start, rect, .prompt)
    let room = rect.endColumn - end - 4
    if room >= 10 {
      text(DisplayText(preview).truncated(to: room), end + 3, rect.row, role)
    }
  }

  /// Text being typed, moved to the left when the cursor would leave the field; sets the cursor.
  @discardableResult
  mutating func drawField(
    _ text: String, before: String, _ column: Int, _ rect: Rect, _ role: StyleRole
  ) -> Int {
    let width = max(1, rect.endColumn - column - 1)
    var shown = DisplayText(text)
    var cursorAt = DisplayText(before).columns
    if cursorAt > width {
      shown = DisplayText(String(before.suffix(width)))
      cursorAt = min(width, shown.columns)
    }
    let end = self.text(shown.prefix(columns: width), column, rect.row, role)
    cursor = Point(column: column + cursorAt, row: rect.row)
    return end
  }
}

extension Model {
  /// What the bar offers, the most used first. Orders that are never this person's to give are
  /// left out.
  var hints: [Binding] {
    guard overlay == nil else {
      return Keymap.all.filter { $0.contexts.contains(keyContext) && !$0.hint.isEmpty }
    }
    let all = Keymap.bindings.filter { !$0.hint.isEmpty && !$0.keys.isEmpty }
    let orders = all.filter { $0.group == .booking && isForRole($0.action) }
    let phrases = all.filter { $0.group == .phrase && isForRole($0.action) }
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
      .compactMap(Keymap.binding(for:))
    return here + help + rest.filter { !here.map(\.action).contains($0.action) }
  }

  private func isForRole(_ action: Action) -> Bool {
    guard let role = person?.role else { return true }
    switch action {
    case .order(let change):
      return change.operation.map { Rights.scope(of: $0, for: role) != .none } ?? true
    case .phrase: return Rights.scope(of: .book, for: role) == .all
    default: return true
    }
  }
}
