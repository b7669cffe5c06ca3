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
      drawBeside(said(preview), end, rect, .promptPreview)
    case .tag(let change, let first):
      let letters = first.map { "\($0)" } ?? ""
      draw("\(change.spoken) which booking? Type its tag: \(letters)", rect)
    case .password(let prompt):
      fill(rect, .prompt)
      let start = text(said(prompt.label), 1, rect.row, .promptLabel) + 1
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
    let words = wording(words)
    let sentence = words.prefix(1).uppercased() + words.dropFirst()
    let end = text(DisplayText(String(sentence)), 1, rect.row, .prompt)
    cursor = Point(column: min(end, rect.columns - 1), row: rect.row)
  }

  private mutating func drawLine(_ model: Model, _ field: TextField, _ rect: Rect) {
    let end = drawTyping(":", field, model.preview?.unread ?? [], rect)
    guard let preview = model.preview else {
      // Command words are the same in every language.
      let words = CommandLine.possibleWords(field.text).map { DisplayText($0) }
      drawBeside(
        words ?? said(CommandLine.preview(field.text, model)), end, rect, .promptPreview)
      return
    }
    guard !SuggestionRows.standAbove(preview, field, size, wording) else { return }
    if let sentence = preview.sentence {
      drawBeside(said(sentence), end, rect, preview.isProblem ? .promptError : .promptPreview)
    } else {
      drawChips(preview, end + 3, rect.row)
    }
  }

  private mutating func drawBeside(
    _ words: DisplayText, _ end: Int, _ rect: Rect, _ role: StyleRole
  ) {
    let room = rect.endColumn - end - 4
    if room >= 10 { text(words.truncated(to: room), end + 3, rect.row, role) }
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

  private mutating func drawChips(_ preview: LinePreview, _ column: Int, _ row: Int) {
    let rows = SuggestionRows.lines(of: preview, size.columns - column - 1, wording)
    if let first = rows.first { draw(first, column, row) }
  }

  private mutating func draw(_ row: SuggestionRows.Row, _ column: Int, _ line: Int) {
    var column = column
    for part in row.parts { column = text(part.text, column, line, part.role) + 2 }
  }

  /// What could be meant by the line being typed, right above the status line. Returns the rows
  /// it took.
  mutating func drawSuggestions(_ model: Model, _ plan: ScreenPlan) -> Int {
    let shown = SuggestionRows(model, plan).rows
    guard !shown.isEmpty else { return 0 }
    let top = plan.status.row - shown.count
    fill(Rect(column: 0, row: top, columns: size.columns, rows: shown.count), .popup)
    for (index, row) in shown.enumerated() {
      let parts = row.parts.map { ($0.text.truncated(to: size.columns - 2), $0.role) }
      draw(SuggestionRows.Row(parts: parts), 1, top + index)
    }
    return shown.count
  }
}
