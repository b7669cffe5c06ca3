import BookingDomain
import Screen

/// Where every booking of the board stands on the screen: plain arithmetic, shared by drawing,
/// moving, tags and the mouse.
package struct BoardLayout: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    package let therapist: UserID
    /// Position among all therapists.
    package let index: Int
    /// The grid part, without the header.
    package let rect: Rect
  }

  /// A booking on the screen, cut to what is visible.
  package struct Block: Hashable, Sendable {
    package let booking: Booking
    package let rect: Rect
    /// Rows of it that lie above the top.
    package let rowsAbove: Int
    /// Cancelled and no-show: one row, or a narrow mark beside what took its place.
    package let isThin: Bool
    /// Its two letters, as `tag` mode asks for them.
    package let tag: Tag?
  }

  package let axis: TimeAxis
  package let header: Rect
  package let gutter: Rect
  package let columns: [Column]
  package let blocks: [Block]
  package let columnsLeft: Int
  package let columnsRight: Int

  static let gutterWidth = 7
  /// Narrower than this a name is not recognised any more; wider than this it only gets lost.
  static let narrowest = 12
  static let comfortable = 15
  static let widest = 40

  package init(_ model: Model, in body: Rect) {
    let grid = Rect(
      column: body.column + Self.gutterWidth, row: body.row + 1,
      columns: max(0, body.columns - Self.gutterWidth), rows: max(0, body.rows - 1))
    header = Rect(column: body.column, row: body.row, columns: body.columns, rows: 1)
    gutter = Rect(
      column: body.column, row: grid.row, columns: Self.gutterWidth, rows: grid.rows)
    axis = model.axis(rows: grid.rows)

    let therapists = model.columnOrder
    let paging = ColumnPaging(
      count: therapists.count, width: grid.columns, first: model.viewport.firstColumn)
    columnsLeft = paging.first
    columnsRight = therapists.count - paging.first - paging.shown
    columns = (0..<paging.shown).map { shown in
      Column(
        therapist: therapists[paging.first + shown], index: paging.first + shown,
        rect: Rect(
          column: grid.column + shown * paging.width, row: grid.row,
          columns: paging.width - 1, rows: grid.rows))
    }
    let byTherapist = Dictionary(grouping: model.board.ofTheDay, by: \.therapist)
    let axis = axis
    blocks = columns.enumerated().flatMap { shown, column in
      ColumnBlocks(
        byTherapist[column.therapist] ?? [], column: column.rect, shown: shown, axis: axis
      ).blocks
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

  init(count: Int, width available: Int, first wanted: Int) {
    let fitting = max(1, available / BoardLayout.narrowest)
    if count <= fitting {
      shown = count
      first = 0
    } else {
      shown = min(count, max(1, available / BoardLayout.comfortable))
      first = min(max(0, wanted), count - shown)
    }
    width = shown == 0 ? available : min(BoardLayout.widest, available / shown)
  }
}

extension Model {
  /// The therapists in the order of the columns. Bookings of somebody the spa does not know (any
  /// more) get a column too: nothing is hidden.
  package var columnOrder: [UserID] {
    let known = board.spa?.therapists.map(\.id) ?? []
    let unknown = Set(board.ofTheDay.map(\.therapist)).subtracting(known)
    let all = known + unknown.sorted()
    guard isTherapistDay, case .user(let own)? = person?.id else { return all }
    return [own]
  }

  package var layout: BoardLayout { BoardLayout(self, in: plan.body) }
}
