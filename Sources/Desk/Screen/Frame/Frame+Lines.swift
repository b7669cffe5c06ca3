/// The characters of a kind of line. On a terminal without Unicode they become `-`, `|` and `+`.
package struct LineStyle: Hashable, Sendable {
  let horizontal: DisplayText
  let vertical: DisplayText
  let topLeft: DisplayText
  let topRight: DisplayText
  let bottomLeft: DisplayText
  let bottomRight: DisplayText

  package static let light = LineStyle(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└",
    bottomRight: "┘")

  /// Dashed lines are one column wide everywhere, also where light ones are two.
  package static let dashed = LineStyle(
    horizontal: "╌", vertical: "╎", topLeft: "╌", topRight: "╌", bottomLeft: "╌",
    bottomRight: "╌")

  package static let ascii = LineStyle(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+",
    bottomRight: "+")
}

extension Frame {
  package mutating func horizontalLine(
    at: Point, columns: Int, style: Style, line: LineStyle = .light
  ) {
    let rect = Rect(column: at.column, row: at.row, columns: columns, rows: 1)
    fill(rect, style: style, with: line.horizontal)
  }

  package mutating func verticalLine(
    at: Point, rows: Int, style: Style, line: LineStyle = .light
  ) {
    let rect = Rect(column: at.column, row: at.row, columns: 1, rows: rows)
    fill(rect, style: style, with: line.vertical)
  }

  /// A box along the edge of `rect`, with `title` in its upper side. The inside is left as it is.
  package mutating func box(
    _ rect: Rect, style: Style, title: DisplayText = .empty, titleStyle: Style? = nil,
    line: LineStyle = .light
  ) {
    guard rect.columns >= 2, rect.rows >= 2 else { return }
    let right = rect.endColumn - 1
    let bottom = rect.endRow - 1
    for row in [rect.row, bottom] {
      horizontalLine(
        at: Point(column: rect.column, row: row), columns: rect.columns, style: style, line: line)
    }
    for column in [rect.column, right] {
      verticalLine(
        at: Point(column: column, row: rect.row), rows: rect.rows, style: style, line: line)
    }
    draw(line.topLeft, at: rect.origin, style: style)
    draw(line.topRight, at: Point(column: right, row: rect.row), style: style)
    draw(line.bottomLeft, at: Point(column: rect.column, row: bottom), style: style)
    draw(line.bottomRight, at: Point(column: right, row: bottom), style: style)
    guard !title.isEmpty, rect.columns >= 6 else { return }
    let shown = .blanks(1) + title.truncated(to: rect.columns - 6) + .blanks(1)
    draw(
      shown, at: Point(column: rect.column + 2, row: rect.row), style: titleStyle ?? style)
  }
}

extension Frame {
  /// A frame of painted cells around `rect`, with `title` in its upper side: told from any line by
  /// its ground. The inside is left as it is.
  package mutating func painted(
    _ rect: Rect, style: Style, title: DisplayText = .empty, titleStyle: Style? = nil
  ) {
    guard rect.columns >= 2, rect.rows >= 2 else { return }
    var inside = rect
    for side in [
      inside.takeTop(1), inside.takeBottom(1), inside.takeLeft(1), inside.takeRight(1),
    ] {
      fill(side, style: style)
    }
    guard !title.isEmpty, rect.columns >= 6 else { return }
    let shown = .blanks(1) + title.truncated(to: rect.columns - 4) + .blanks(1)
    draw(shown, at: Point(column: rect.column + 1, row: rect.row), style: titleStyle ?? style)
  }
}
