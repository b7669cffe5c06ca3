import BookingDomain
import DeskLanguage
import Screen

extension HouseView {
  /// What is shown, a line each, its words in the person's language.
  func lines(_ wording: Wording) -> [Line] {
    guard let page else { return [] }
    func said(_ cells: [String]) -> [String] { cells.map { Self.said($0, wording) } }
    var lines: [Line] = page.done.map { [.done($0), .blank] } ?? []
    for (number, table) in page.tables.enumerated() {
      if number > 0 { lines.append(.blank) }
      let heading = said(table.heading)
      let rows = table.rows.map(said)
      let widths = heading.indices.map { column in
        ([heading] + rows).map { column < $0.count ? DisplayText($0[column]).columns : 0 }.max()
          ?? 0
      }
      lines.append(.heading(heading, widths: widths))
      lines += rows.map { .row($0, widths: widths) }
    }
    return lines
  }

  /// What was moved to the right by blanks stays there.
  private static func said(_ cell: String, _ wording: Wording) -> String {
    let words = wording(cell.trimmingBlanks)
    guard cell.hasPrefix(" ") else { return words }
    return String(repeating: " ", count: max(0, cell.count - words.count)) + words
  }
}

extension Canvas {
  mutating func drawHouse(_ view: HouseView, _ area: Rect) {
    let lines = view.lines(wording)
    let title = view.page?.title ?? view.line
    let inside = panel("\(title) (Esc closes)", area, rows: max(3, lines.count + 1), columns: 112)
    guard !lines.isEmpty else {
      wrapped(
        said(view.problem ?? "Asking the server…"), inside,
        view.problem == nil ? .listFaint : .toastError)
      return
    }
    var row = inside.row
    var shown = 0
    for line in lines.dropFirst(view.scroll) {
      guard row < inside.endRow else { break }
      switch line {
      case .blank: row += 1
      case .done(let sentence):
        let place = Rect(
          column: inside.column, row: row, columns: inside.columns, rows: inside.endRow - row)
        row += max(1, wrapped(said(sentence), place, .title))
      case .heading(let texts, let widths):
        drawCells(texts, widths, row, inside, .listFaint)
        row += 1
      case .row(let texts, let widths):
        drawCells(texts, widths, row, inside, .listRow)
        row += 1
      }
      shown += 1
    }
    drawMore(view.scroll > 0, view.scroll + shown < lines.count, inside)
  }

  /// What does not fit on the right is cut with a sign.
  private mutating func drawCells(
    _ texts: [String], _ widths: [Int], _ row: Int, _ inside: Rect, _ role: StyleRole
  ) {
    var column = inside.column
    for (cell, width) in zip(texts, widths) where column < inside.endColumn {
      let room = min(width, inside.endColumn - column)
      text(DisplayText(cell).truncated(to: room), column, row, role)
      column += width + 2
    }
  }
}
