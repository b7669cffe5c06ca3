/// A screenful of cells in memory. Everything is drawn here first; the terminal paints what
/// changed, and tests compare it as text.
///
/// Whatever is drawn outside the frame, or outside `clip`, is cut off. A wide character is there with
/// both its halves or not at all.
package struct Frame: Hashable, Sendable {
  package let size: Size
  /// Row by row.
  package private(set) var cells: [Cell]
  /// Drawing ends here; always inside the frame.
  package private(set) var clip: Rect

  package init(_ size: Size, style: Style = .plain) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(
      repeating: .blank(style), count: self.size.columns * self.size.rows)
    clip = Rect(self.size)
  }

  package var bounds: Rect { Rect(size) }

  package subscript(_ point: Point) -> Cell? {
    bounds.contains(point) ? cells[index(point.column, point.row)] : nil
  }

  /// Draws in `draw` with everything outside `rect` cut off.
  package mutating func clipped(to rect: Rect, _ draw: (inout Frame) -> Void) {
    let outer = clip
    clip = outer.intersection(rect)
    draw(&self)
    clip = outer
  }

  func index(_ column: Int, _ row: Int) -> Int { row * size.columns + column }

  /// The cells of one row, from left to right.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[index(0, row)..<index(0, row + 1)]
  }

  /// Puts a glyph where the clip lets it; a wide one that would stick out becomes a blank.
  mutating func put(_ glyph: Glyph, _ column: Int, _ row: Int, style: Style) {
    guard row >= clip.row, row < clip.endRow else { return }
    guard glyph.columns == 2 else {
      set(Cell(glyph: glyph, style: style), column, row)
      return
    }
    if column >= clip.column, column + 1 < clip.endColumn {
      set(Cell(glyph: glyph, style: style), column, row)
      set(Cell(glyph: .continuation, style: style), column + 1, row)
    } else {
      set(.blank(style), column, row)
      set(.blank(style), column + 1, row)
    }
  }

  /// Changes the styles of `rect`; both halves of a wide character at its edge stay alike.
  mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(clip)
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      for place in index(area.column, row)..<index(area.endColumn, row) {
        cells[place].style = change(cells[place].style)
      }
      matchHalves(at: area.column, row)
      matchHalves(at: area.endColumn, row)
    }
  }

  /// If a wide character straddles the border before `column`, its right half follows its left.
  private mutating func matchHalves(at column: Int, _ row: Int) {
    guard column > 0, column < size.columns else { return }
    let right = index(column, row)
    if cells[right].glyph.isContinuation { cells[right].style = cells[right - 1].style }
  }

  private mutating func set(_ cell: Cell, _ column: Int, _ row: Int) {
    guard column >= clip.column, column < clip.endColumn else { return }
    let place = index(column, row)
    let old = cells[place].glyph
    if old.columns != 1 {
      // Half of a wide character goes: the other half alone would be nothing a terminal can show.
      if old.isContinuation, !cell.glyph.isContinuation, column > 0 {
        cells[place - 1] = .blank(cells[place - 1].style)
      } else if old.columns == 2, column + 1 < size.columns {
        cells[place + 1] = .blank(cells[place + 1].style)
      }
    }
    cells[place] = cell
  }
}
