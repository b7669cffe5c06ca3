import BookingDomain
import DeskLanguage
import Screen

extension HouseView {
  /// Columns that the page has at most; wider terminals show the board beside it.
  fileprivate static let widest = 112
  /// Fewer are too few for a text to be broken into: it is cut with a sign.
  private static let fewestToBreak = 16

  /// What is shown, a line each, its words in the person's language.
  /// - Parameter size: of the terminal: what stands last in a row is broken where it does not fit.
  func lines(_ wording: Wording, on size: Size) -> [Line] {
    guard let page else { return [] }
    var lines: [Line] = page.done.map { [.done($0), .blank] } ?? []
    for (number, table) in page.tables.enumerated() {
      if number > 0 { lines.append(.blank) }
      let heading = table.heading.map { Self.said($0, wording) }
      let rows = table.rows.map { cells in
        cells.enumerated().map { column, cell in
          table.isQuoted(column) ? cell : Self.said(cell, wording)
        }
      }
      let widths = heading.indices.map { column in
        ([heading] + rows).map { column < $0.count ? DisplayText($0[column]).columns : 0 }.max()
          ?? 0
      }
      let columns = min(size.columns, Self.widest + 4) - 4
      let room = columns - widths.dropLast().reduce(0) { $0 + $1 + 2 }
      guard room >= min(Self.fewestToBreak, widths.last ?? 0) else {
        lines += rows.flatMap { Self.folded($0, under: heading, columns) }
        continue
      }
      lines.append(.heading(heading, widths: widths))
      lines += rows.flatMap { Self.broken($0, widths, room) }
    }
    return lines
  }

  /// A row of a table that is wider than the screen: one text behind the other, with its heading
  /// where that is not plain from what stands first.
  private static func folded(_ cells: [String], under heading: [String], _ columns: Int) -> [Line] {
    let texts = zip(cells, heading).enumerated().compactMap { column, pair -> String? in
      let (cell, heading) = (pair.0.trimmingBlanks, pair.1)
      guard !cell.isEmpty else { return nil }
      return column < 2 || heading.isEmpty ? cell : "\(heading) \(cell)"
    }
    return DisplayText(texts.joined(separator: " · ")).wrapped(to: max(1, columns - 2))
      .enumerated().map { number, part in
        .row([(number == 0 ? "" : "  ") + part.text], widths: [columns + 2])
      }
  }

  /// A row of a table, and what of its last text stands under it.
  private static func broken(_ cells: [String], _ widths: [Int], _ room: Int) -> [Line] {
    guard let last = cells.last, cells.count == widths.count, room >= fewestToBreak,
      DisplayText(last).columns > room
    else { return [.row(cells, widths: widths)] }
    let before = Array(cells.dropLast())
    return DisplayText(last).wrapped(to: room).enumerated().map { number, part in
      .row((number == 0 ? before : before.map { _ in "" }) + [part.text], widths: widths)
    }
  }

  /// What was moved to the right by blanks stays there.
  private static func said(_ cell: String, _ wording: Wording) -> String {
    let words = wording(cell.trimmingBlanks)
    guard cell.hasPrefix(" ") else { return words }
    return String(repeating: " ", count: max(0, cell.count - words.count)) + words
  }
}

extension HousePage.Table {
  /// Headings of columns that are not translated: names that the house gave, and what is typed.
  private static let quoted: Set = [
    "SERVICE", "KIND", "ROOM", "THERAPIST", "NAME", "E-MAIL", "DOES", "BY", "TYPED BEHIND :",
  ]
  /// Tables of what the house says of itself: only what it is about stands first.
  private static let quotedWhole: Set = ["THE SPA", "ABOUT"]

  fileprivate func isQuoted(_ column: Int) -> Bool {
    column < heading.count && Self.quoted.contains(heading[column])
      || column > 0 && heading.first.map(Self.quotedWhole.contains) ?? false
  }
}

extension Canvas {
  mutating func drawHouse(_ view: HouseView, _ area: Rect) {
    let lines = view.lines(wording, on: area.size)
    let title = view.page?.title ?? view.line
    let inside = panel(
      "\(title) (Esc closes)", area, rows: max(3, lines.count + 1), columns: HouseView.widest)
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
