import BookingDomain
import Screen

extension HouseView {
  /// What is shown, a line each.
  var lines: [Line] {
    guard let page else { return [] }
    var lines: [Line] = page.done.map { [.done($0), .blank] } ?? []
    for (number, table) in page.tables.enumerated() {
      if number > 0 { lines.append(.blank) }
      let rows = [table.heading] + table.rows
      let widths = table.heading.indices.map { column in
        rows.map { column < $0.count ? DisplayText($0[column]).columns : 0 }.max() ?? 0
      }
      lines.append(.heading(table.heading, widths: widths))
      lines += table.rows.map { .row($0, widths: widths) }
    }
    return lines
  }
}

extension Canvas {
  mutating func drawHouse(_ view: HouseView, _ area: Rect) {
    let lines = view.lines
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
