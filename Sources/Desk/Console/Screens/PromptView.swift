import BookingDomain
import DeskLanguage
import Screen

/// What is being typed: the line with what was not understood in red, and beside it, or above it
/// where there is no room, what it would do.
extension Canvas {
  /// What is typed after `:` and `/`, and what one key has to answer.
  mutating func drawPrompt(_ model: Model, _ plan: ScreenPlan) {
    let row = (plan.hints ?? plan.status).row
    let rect = Rect(column: 0, row: row, columns: size.columns, rows: 1)
    switch model.mode {
    case .normal: return
    case .command(let field): drawLine(model, field, rect)
    case .search(let field, _):
      let found = model.matches(field.text).count
      let preview =
        field.isEmpty
        ? "A guest, number, service or therapist. Enter stays there, Esc comes back."
        : found == 0 ? "Nobody" : found == 1 ? "1 guest" : "\(found) guests, Down and Up"
      let end = drawTyping("/", field, [], rect)
      drawBeside(preview, end, rect, .promptPreview)
    case .tag(let change, let first):
      let letters = first.map { "\($0)" } ?? ""
      draw("\(change.spoken) which booking? Type its tag: \(letters)", rect)
    case .password(let prompt):
      fill(rect, .prompt)
      let start = text(DisplayText(prompt.label), 1, rect.row, .promptLabel) + 1
      let hidden = String(repeating: "*", count: prompt.field.count)
      let before = String(hidden.prefix(prompt.field.beforeCursor.count))
      drawField(hidden, before: before, start, rect, .prompt)
    case .confirmQuit:
      let count = model.orders.count
      let what = count == 1 ? "1 order is" : "\(count) orders are"
      draw("\(what) not answered yet. y leaves, any other key stays.", rect)
    }
  }

  private mutating func draw(_ words: String, _ rect: Rect) {
    fill(rect, .prompt)
    let sentence = words.prefix(1).uppercased() + words.dropFirst()
    let end = text(DisplayText(String(sentence)), 1, rect.row, .prompt)
    cursor = Point(column: min(end, rect.columns - 1), row: rect.row)
  }

  private mutating func drawLine(_ model: Model, _ field: TextField, _ rect: Rect) {
    let end = drawTyping(":", field, model.preview?.unread ?? [], rect)
    guard let preview = model.preview else {
      drawBeside(CommandLine.preview(field.text, model), end, rect, .promptPreview)
      return
    }
    guard !previewsAbove(preview, field) else { return }
    if let sentence = preview.sentence {
      drawBeside(sentence, end, rect, preview.isProblem ? .promptError : .promptPreview)
    } else {
      drawChips(preview, end + 3, rect.row)
    }
  }

  private mutating func drawBeside(_ words: String, _ end: Int, _ rect: Rect, _ role: StyleRole) {
    let room = rect.endColumn - end - 4
    if room >= 10 { text(DisplayText(words).truncated(to: room), end + 3, rect.row, role) }
  }

  /// - Returns: where the text ends.
  private mutating func drawTyping(
    _ sign: DisplayText, _ field: TextField, _ unread: [Range<Int>], _ rect: Rect
  ) -> Int {
    fill(rect, .prompt)
    let start = text(sign, 1, rect.row, .promptLabel)
    return drawField(field.text, before: field.beforeCursor, start, rect, .prompt, unread: unread)
  }

  /// Text being typed, moved to the left when the cursor would leave the field; sets the cursor.
  /// - Parameter unread: characters that were not understood.
  @discardableResult
  mutating func drawField(
    _ text: String, before: String, _ column: Int, _ rect: Rect, _ role: StyleRole,
    unread: [Range<Int>] = []
  ) -> Int {
    let width = max(1, rect.endColumn - column - 1)
    var visible = text[...]
    var hidden = 0
    var cursorAt = DisplayText(before).columns
    if cursorAt > width {
      let shown = before.suffix(width)
      hidden = before.count - shown.count
      visible = shown
      cursorAt = min(width, DisplayText(String(shown)).columns)
    }
    let end = self.text(
      DisplayText(String(visible)).prefix(columns: width), column, rect.row, role)
    for range in unread {
      let from = max(0, range.lowerBound - hidden)
      let until = min(visible.count, range.upperBound - hidden)
      guard from < until else { continue }
      let left = DisplayText(String(visible.prefix(from))).columns
      let word = DisplayText(String(visible.dropFirst(from).prefix(until - from)))
      guard left < width else { continue }
      self.text(word.prefix(columns: width - left), column + left, rect.row, .promptError)
    }
    if hidden > 0 { self.text("…", column, rect.row, .promptSuggestion) }
    cursor = Point(column: column + cursorAt, row: rect.row)
    return end
  }

  // MARK: - What it would do

  /// On a wide line what a phrase would do stands behind its text, as long as all of it has room
  /// there.
  private func previewsAbove(_ preview: LinePreview, _ field: TextField) -> Bool {
    guard size.columns >= 100 else { return true }
    let room = size.columns - DisplayText(field.text).columns - 8
    return previewLines(preview, room).count > 1
  }

  private struct PreviewLine {
    var parts: [(text: DisplayText, role: StyleRole)] = []

    var columns: Int { parts.reduce(0) { $0 + $1.text.columns + 2 } }
  }

  /// Chips that were typed, chips that were filled in, and what has to be seen before Enter.
  private func previewLines(_ preview: LinePreview, _ width: Int) -> [PreviewLine] {
    var parts: [(DisplayText, StyleRole)] = []
    if let sentence = preview.sentence {
      return DisplayText(sentence).wrapped(to: max(10, width)).map {
        PreviewLine(parts: [($0, preview.isProblem ? .promptError : .promptPreview)])
      }
    }
    if !preview.warning.isEmpty { parts.append((DisplayText(preview.warning), .promptError)) }
    parts += preview.chips.map { (DisplayText($0.text), $0.isSaid ? .prompt : .promptPreview) }
    var lines = [PreviewLine()]
    for (text, role) in parts {
      let text = text.truncated(to: max(1, width))
      if lines[lines.count - 1].columns + text.columns > width,
        !lines[lines.count - 1].parts.isEmpty
      {
        lines.append(PreviewLine())
      }
      lines[lines.count - 1].parts.append((text, role))
    }
    return lines
  }

  private mutating func drawChips(_ preview: LinePreview, _ column: Int, _ row: Int) {
    for line in previewLines(preview, size.columns - column - 1).prefix(1) {
      draw(line, column, row)
    }
  }

  private mutating func draw(_ line: PreviewLine, _ column: Int, _ row: Int) {
    var column = column
    for part in line.parts { column = text(part.text, column, row, part.role) + 2 }
  }

  /// What could be meant by the line being typed, right above the status line. Returns the rows
  /// it took.
  mutating func drawSuggestions(_ model: Model, _ plan: ScreenPlan) -> Int {
    guard let preview = model.preview, case .command(let field) = model.mode else { return 0 }
    let most = max(0, min(8, plan.status.row - 4))
    var lines: [PreviewLine] = []
    if previewsAbove(preview, field) {
      lines += previewLines(preview, size.columns - 2).prefix(max(1, most - 2))
    }
    if let draft = model.typing.draft {
      let times = alternatives(draft, model)
      let room = max(0, most - lines.count - (times == nil ? 0 : 1))
      lines += choices(draft, model, rows: room) + [times].compactMap { $0 }
    }
    let shown = lines.prefix(most)
    guard !shown.isEmpty else { return 0 }
    let top = plan.status.row - shown.count
    fill(Rect(column: 0, row: top, columns: size.columns, rows: shown.count), .popup)
    for (index, line) in shown.enumerated() {
      let parts = line.parts.map { ($0.text.truncated(to: size.columns - 2), $0.role) }
      draw(PreviewLine(parts: parts), 1, top + index)
    }
    return shown.count
  }
}

extension Canvas {
  /// As many of the choices as there are rows, around the one that the arrows stand at.
  private func choices(_ draft: Draft, _ model: Model, rows: Int) -> [PreviewLine] {
    let numbers = draft.choices.indices.filter { draft.choices[$0].edit != nil }
    let at = model.typing.at.flatMap { numbers.indices.contains($0) ? numbers[$0] : nil }
    let middle = at ?? draft.chosen ?? 0
    let first = min(max(0, middle - rows / 2), max(0, draft.choices.count - rows))
    let isList = !numbers.isEmpty
    return draft.choices.enumerated().dropFirst(first).prefix(rows).map { index, choice in
      let isHere = index == at ?? draft.chosen
      let mark = isList ? (isHere ? "▸" : " ") : ""
      let text = DisplayText(mark + choice.text)
      return PreviewLine(parts: [(text, index == at ? .menuSelected : .promptSuggestion)])
    }
  }

  private func alternatives(_ draft: Draft, _ model: Model) -> PreviewLine? {
    guard !draft.alternatives.isEmpty else { return nil }
    let opening = model.typing.chooses ? "Instead:" : "Enter, then:"
    let first = draft.options.count - draft.alternatives.count
    let times = draft.alternatives.enumerated().map { index, time in
      (
        DisplayText("\(index + 1) \(time.hourMinute)"),
        model.typing.at == first + index ? StyleRole.menuSelected : .promptSuggestion
      )
    }
    return PreviewLine(parts: [(DisplayText(opening), .promptSuggestion)] + times)
  }
}

extension Model {
  /// What the line being typed is understood as.
  var preview: LinePreview? {
    if case .command(let field) = mode { CommandLine.look(field.text, self) } else { nil }
  }
}
