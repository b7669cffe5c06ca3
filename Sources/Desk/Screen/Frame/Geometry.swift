/// Columns and rows of a screen or a part of it.
package struct Size: Hashable, Sendable {
  package internal(set) var columns: Int
  package internal(set) var rows: Int

  package init(columns: Int, rows: Int) { (self.columns, self.rows) = (columns, rows) }
}

package struct Point: Hashable, Sendable {
  package var column: Int
  package var row: Int

  package init(column: Int, row: Int) { (self.column, self.row) = (column, row) }
}

/// Half-open in both directions, in cells.
package struct Rect: Hashable, Sendable {
  package private(set) var origin: Point
  package private(set) var size: Size

  package init(column: Int, row: Int, columns: Int, rows: Int) {
    origin = Point(column: column, row: row)
    size = Size(columns: columns, rows: rows)
  }

  package init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  package var column: Int { origin.column }
  package var row: Int { origin.row }
  package var columns: Int { size.columns }
  package var rows: Int { size.rows }
  package var endColumn: Int { column + columns }
  package var endRow: Int { row + rows }
  package var isEmpty: Bool { columns <= 0 || rows <= 0 }

  package func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
  }

  /// What both cover; empty when they do not meet.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top, columns: max(0, min(endColumn, other.endColumn) - left),
      rows: max(0, min(endRow, other.endRow) - top))
  }

  package func inset(columns: Int = 0, rows: Int = 0) -> Rect {
    Rect(
      column: column + columns, row: row + rows, columns: max(0, self.columns - 2 * columns),
      rows: max(0, self.rows - 2 * rows))
  }

  /// A rect of `size` in the middle of this one, no larger than it.
  package func centered(_ size: Size) -> Rect {
    let width = min(columns, size.columns)
    let height = min(rows, size.rows)
    return Rect(
      column: column + (columns - width) / 2, row: row + (rows - height) / 2, columns: width,
      rows: height)
  }

  /// Takes `count` rows from the top and returns them.
  package mutating func takeTop(_ count: Int) -> Rect {
    let taken = Rect(column: column, row: row, columns: columns, rows: max(0, min(count, rows)))
    origin.row += taken.rows
    size.rows -= taken.rows
    return taken
  }

  /// Takes `count` rows from the bottom and returns them.
  package mutating func takeBottom(_ count: Int) -> Rect {
    let height = max(0, min(count, rows))
    size.rows -= height
    return Rect(column: column, row: endRow, columns: columns, rows: height)
  }

  /// Takes `count` columns from the left and returns them.
  package mutating func takeLeft(_ count: Int) -> Rect {
    let taken = Rect(column: column, row: row, columns: max(0, min(count, columns)), rows: rows)
    origin.column += taken.columns
    size.columns -= taken.columns
    return taken
  }

  /// Takes `count` columns from the right and returns them.
  package mutating func takeRight(_ count: Int) -> Rect {
    let width = max(0, min(count, columns))
    size.columns -= width
    return Rect(column: endColumn, row: row, columns: width, rows: rows)
  }
}
