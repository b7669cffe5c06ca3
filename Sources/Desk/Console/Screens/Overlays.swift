import BookingDomain
import DeskLanguage
import LinePromise
import Screen

extension Canvas {
  /// A panel over the screen with a title and the way out; returns the place for its content.
  mutating func panel(_ title: String, _ area: Rect, rows: Int, columns: Int) -> Rect {
    let isFull = area.columns < 60 || area.rows < 16
    // A rim of a few columns of the board beside it would only be noise.
    let width = area.columns < columns + 12 ? area.columns : columns + 4
    let rect =
      isFull ? area : area.centered(Size(columns: width, rows: min(area.rows, rows + 3)))
    dim(area)
    fill(rect, .popup)
    box(rect, title: fitting(said(title), rect.columns - 4))
    cursor = nil
    return rect.inset(columns: isFull ? 1 : 2, rows: 1)
  }

  /// The keys in brackets stand in the bar at the bottom as well: they go before a word is cut, and
  /// what explains the title behind a colon goes with them.
  private func fitting(_ title: DisplayText, _ columns: Int) -> DisplayText {
    let shorter = [" (", ": "].compactMap { title.text.firstRange(of: $0) }
      .map { DisplayText(String(title.text[..<$0.lowerBound])) }
    return ([title] + shorter).first { $0.columns <= columns } ?? shorter.last ?? title
  }

  /// What is typed to narrow a list, in its first row; the real cursor stands there.
  mutating func drawWanted(_ search: KeySearch, _ inside: inout Rect) {
    let row = inside.takeTop(1)
    let start = text("/", row.column, row.row, .promptLabel)
    guard search.wanted.isEmpty else {
      drawField(search.wanted.text, before: search.wanted.beforeCursor, start, row, .prompt)
      return
    }
    text(
      said("What is looked for, typed: swap, guest, day"), start + 1, row.row,
      width: row.endColumn - start - 1, .promptPreview)
    cursor = Point(column: start, row: row.row)
  }

  mutating func drawHelp(_ model: Model, _ area: Rect, _ search: KeySearch) {
    let columns = HelpText.columns(on: model.size)
    let all = HelpText.rows(model, columns: columns).count + 1
    var inside = panel("Keys and commands (Esc closes)", area, rows: all, columns: 96)
    drawWanted(search, &inside)
    let lines = HelpText.rows(model, wanted: search.wanted.text, columns: inside.columns)
    guard !lines.isEmpty else { return drawNothingFound(search, inside) }
    let scroll = search.at
    let isWide = HelpText.isWide(inside.columns)
    let helpColumn = inside.column + HelpText.helpColumn(in: inside.columns)
    for (index, line) in lines.dropFirst(scroll).prefix(inside.rows).enumerated() {
      let row = inside.row + index
      switch line {
      case .blank: break
      case .heading(let heading):
        text(DisplayText(heading).truncated(to: inside.columns), inside.column, row, .helpTitle)
      case .sign(let mark, let meaning):
        draw(mark, inside.column, row)
        let start = inside.column + HelpText.signColumn(in: inside.columns)
        text(DisplayText(meaning), start, row, width: inside.endColumn - start, .helpText)
      case .more(let rest, let isOff):
        text(
          DisplayText(rest), helpColumn, row, width: inside.endColumn - helpColumn,
          isOff ? .menuOff : .helpText)
      case .binding(let keys, let command, let help, let isOff):
        let keyWidth = isWide ? 14 : 9
        text(DisplayText(keys), inside.column, row, width: keyWidth, .helpKey)
        if isWide {
          text(
            DisplayText(command), inside.column + keyWidth + 1, row, width: 20, .promptLabel)
        }
        text(
          DisplayText(help), helpColumn, row, width: inside.endColumn - helpColumn,
          isOff ? .menuOff : .helpText)
      }
    }
    drawMore(scroll > 0, scroll + inside.rows < lines.count, inside)
  }

  private mutating func draw(_ mark: ScreenSign.Mark, _ column: Int, _ row: Int) {
    switch mark {
    case .roles(let roles):
      var column = column
      for role in roles { column = text(glyph(role) + theme.letter(role), column, row, role) + 1 }
    case .drawn(let sign): text(DisplayText(sign), column, row, .helpText)
    }
  }

  mutating func drawNothingFound(_ search: KeySearch, _ inside: Rect) {
    let words = "Nothing matches \"\(search.wanted.text)\"; Backspace takes letters away."
    wrapped(said(words), inside, .listFaint)
  }

  mutating func drawMore(_ above: Bool, _ below: Bool, _ inside: Rect) {
    if above {
      text(DisplayText(ScreenSign.above), inside.endColumn - 1, inside.row - 1, .popupTitle)
    }
    if below {
      text(DisplayText(ScreenSign.below), inside.endColumn - 1, inside.endRow, .popupTitle)
    }
  }

  mutating func drawMessages(_ model: Model, _ area: Rect, _ scroll: Int) {
    let history = model.notices.history
    let inside = panel("Messages (Esc closes)", area, rows: max(3, history.count), columns: 96)
    guard !history.isEmpty else {
      text(said("Nothing was said yet."), inside.column, inside.row, .listFaint)
      return
    }
    // The newest first: what has just gone by is what is looked for. No sentence is cut.
    var rest = inside
    var shown = scroll
    for notice in history.reversed().dropFirst(scroll) where rest.rows > 0 {
      let time = brief(model.zone.local(notice.at).time)
      text(time, rest.column, rest.row, .listFaint)
      text(
        glyph(notice.kind.role), rest.column + wording.timeColumns + 1, rest.row, notice.kind.role)
      let sentence = Rect(
        column: rest.column + wording.timeColumns + 3, row: rest.row,
        columns: rest.columns - wording.timeColumns - 3, rows: rest.rows)
      _ = rest.takeTop(max(1, wrapped(said(notice.sentence), sentence, .listRow)))
      shown += 1
    }
    drawMore(scroll > 0, shown < history.count, inside)
  }

  mutating func drawLinkFacts(_ model: Model, _ area: Rect, _ facts: PaintFacts) {
    let link = model.link
    let line = LinkText(model)
    let since = spokenAge(milliseconds: model.now.milliseconds - link.since.milliseconds)
    var rows: [(String, String)] = [
      ("server", model.setup.server),
      (
        "line",
        (["\(line.word) for \(since)"] + line.rest).map { wording($0) }.joined(separator: ", ")
      ),
      ("reconnects", String(link.reconnects)),
      ("snapshots", String(link.snapshots)),
      ("events", String(link.events)),
    ]
    if let position = link.position {
      rows.append(("log position", "\(position.seq), epoch \(position.epoch)"))
    }
    if let median = link.medianLatency, let last = link.latencies.last {
      rows.append(("commit to here", "last \(last) ms, median \(median) ms"))
    }
    rows += [
      (
        "server clock",
        model.clockOffset < 0
          ? "\(-model.clockOffset) ms behind this one" : "\(model.clockOffset) ms ahead of this one"
      ),
      ("spa's zone", model.zone.name),
      ("unanswered", String(model.orders.count)),
      ("frames painted", String(facts.frames)),
      ("last frame", "\(facts.changedCells) cells, \(facts.bytes) bytes"),
      ("to paint", "\(facts.lastMicroseconds) microseconds"),
      ("window", "\(model.size.columns)x\(model.size.rows), theme \(theme.name)"),
    ]
    let inside = panel("The line (Esc closes)", area, rows: rows.count, columns: 64)
    for (index, fact) in rows.prefix(inside.rows).enumerated() {
      let row = inside.row + index
      text(said(fact.0), inside.column, row, width: 15, .detailsLabel)
      text(
        said(fact.1), inside.column + 16, row, width: inside.columns - 16, .detailsText)
    }
  }
}
