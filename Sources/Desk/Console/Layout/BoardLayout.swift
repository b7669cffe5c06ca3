import BookingDomain
import Screen

/// The columns and rows of time that are on the screen.
package struct BoardGrid: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    package let gridColumn: GridColumn
    package let date: LocalDate
    /// Position among all columns.
    package let index: Int
    /// The grid part, without the header.
    package let rect: Rect
  }

  package let axis: TimeAxis
  package let header: Rect
  package let gutter: Rect
  package let columns: [Column]
  package let columnsLeft: Int
  package let columnsRight: Int

  static let gutterWidth = 7
  /// Narrower than this a name is not recognised any more; wider than this it only gets lost.
  static let narrowest = 12
  static let comfortable = 15
  static let widest = 40
  /// Narrow columns that show the whole week are better than wide ones that show a part.
  static let narrowestOfWeek = 10

  package init(_ model: Model, in body: Rect) {
    let grid = Rect(
      column: body.column + Self.gutterWidth, row: body.row + 1,
      columns: max(0, body.columns - Self.gutterWidth), rows: max(0, body.rows - 1))
    header = Rect(column: body.column, row: body.row, columns: body.columns, rows: 1)
    gutter = Rect(
      column: body.column, row: grid.row, columns: Self.gutterWidth, rows: grid.rows)
    axis = model.axis(rows: grid.rows)

    let gridColumns = model.columnOrder
    let paging = ColumnPaging(
      count: gridColumns.count, width: grid.columns, first: model.viewport.firstColumn,
      narrowest: model.view == .week ? Self.narrowestOfWeek : Self.narrowest)
    columnsLeft = paging.first
    columnsRight = gridColumns.count - paging.first - paging.shown
    columns = (0..<paging.shown).map { shown in
      let gridColumn = gridColumns[paging.first + shown]
      return Column(
        gridColumn: gridColumn, date: model.date(of: gridColumn), index: paging.first + shown,
        rect: Rect(
          column: grid.column + shown * paging.width, row: grid.row,
          columns: paging.width - 1, rows: grid.rows))
    }
  }
}

/// Where every booking of the board stands on the screen: plain arithmetic, shared by drawing,
/// tags and the mouse.
package struct BoardLayout: Hashable, Sendable {
  package typealias Column = BoardGrid.Column

  /// A booking on the screen, cut to what is visible.
  package struct Block: Hashable, Sendable {
    package let booking: Booking
    package let column: Column
    package let rect: Rect
    /// Rows of it that lie above the top.
    package let rowsAbove: Int
    /// Cancelled and no-show: one row, or a narrow mark beside what took its place.
    package let isThin: Bool
    /// How late it will begin, as things stand.
    package let delay: Minutes?
    /// Its two letters, as `tag` mode asks for them.
    package let tag: Tag?
    /// Rows whose last columns show the mark of a cancelled one.
    package fileprivate(set) var markedRows: Set<Int> = []

    /// Where text in this row has to end.
    func end(ofRow row: Int) -> Int {
      markedRows.contains(row) ? rect.endColumn - ColumnBlocks.markWidth - 1 : rect.endColumn
    }
  }

  package let grid: BoardGrid
  package let blocks: [Block]

  package var axis: TimeAxis { grid.axis }
  package var header: Rect { grid.header }
  package var gutter: Rect { grid.gutter }
  package var columns: [Column] { grid.columns }
  package var columnsLeft: Int { grid.columnsLeft }
  package var columnsRight: Int { grid.columnsRight }

  package init(_ model: Model, in body: Rect) {
    let grid = BoardGrid(model, in: body)
    self.grid = grid
    let delays = model.delays.minutes
    blocks = grid.columns.enumerated().flatMap { shown, column in
      Self.marked(
        ColumnBlocks(
          model.bookings(in: column.gridColumn), column: column, shown: shown, axis: grid.axis,
          delays: delays, at: model.moment
        ).blocks)
    }
  }

  /// Nothing is written where a mark will stand.
  private static func marked(_ blocks: [Block]) -> [Block] {
    let marks = blocks.filter(\.isThin).map(\.rect)
    guard !marks.isEmpty else { return blocks }
    return blocks.map { block in
      guard !block.isThin else { return block }
      var block = block
      let rows = block.rect.row..<block.rect.endRow
      block.markedRows = Set(
        marks.filter { rows.contains($0.row) && $0.endColumn == block.rect.endColumn }.map(\.row))
      return block
    }
  }

  package func block(of booking: BookingID) -> Block? {
    blocks.first { $0.booking.id == booking }
  }

  /// What a mouse click at `point` means.
  package func block(at point: Point) -> Block? {
    blocks.last { block in
      (block.rect.row..<block.rect.row + block.rect.rows).contains(point.row)
        && (block.rect.column..<block.rect.column + block.rect.columns).contains(point.column)
    }
  }
}

/// How many columns fit, which, and how wide.
struct ColumnPaging {
  let first: Int
  let shown: Int
  /// The space between columns included.
  let width: Int

  init(count: Int, width available: Int, first wanted: Int, narrowest: Int) {
    let fitting = max(1, available / narrowest)
    if count <= fitting {
      shown = count
      first = 0
    } else {
      // On a wide screen many narrow columns are better than a few wide ones.
      let each = available >= 150 ? narrowest : BoardGrid.comfortable
      shown = min(count, max(1, available / each))
      first = min(max(0, wanted), count - shown)
    }
    width = shown == 0 ? available : min(BoardGrid.widest, available / shown)
  }
}

extension Model {
  package var layout: BoardLayout { BoardLayout(self, in: plan.body) }
  package var grid: BoardGrid { BoardGrid(self, in: plan.body) }
}
