/// Columns and rows of a screen or a part of it.
package struct Size: Hashable, Sendable {
  package let columns: Int
  package let rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

package struct Point: Hashable, Sendable {
  package var column: Int
  package var row: Int

  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// Half-open in both directions, in cells.
package struct Rect: Hashable, Sendable {
  package var column: Int
  package var row: Int
  package var columns: Int
  package var rows: Int

  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = columns
    self.rows = rows
  }
}

/// One place of the screen. A wide character takes two: the second holds nothing.
package struct Cell: Hashable, Sendable {
  /// One cleaned cluster one or two columns wide, or empty for the second half of a wide one.
  package let text: String
  package let style: Style

  /// Only `Frame` makes cells, and only from `DisplayText`.
  init(text: String, style: Style) {
    self.text = text
    self.style = style
  }
}

/// A screenful of cells in memory. Everything is drawn here first; the terminal paints what
/// changed, and tests compare it as text.
package struct Frame: Hashable, Sendable {
  package let size: Size
  package private(set) var cells: [Cell]

  package init(_ size: Size, style: Style = .plain) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(
      repeating: Cell(text: " ", style: style), count: self.size.columns * self.size.rows)
  }
}
