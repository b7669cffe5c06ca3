import Screen

/// Which part of the screen is for what. The screens were drawn for 40, 80, 120 and 200 columns.
package struct ScreenPlan: Hashable, Sendable {
  /// Smaller than this nothing useful fits, and one sentence is shown.
  package static let smallest = Size(columns: 20, rows: 5)

  package enum DetailsPlace: Hashable, Sendable {
    case hidden
    case right
    case below
    /// Over the grid.
    case cover
  }

  package let size: Size
  package let title: Rect?
  package let body: Rect
  package let details: Rect?
  package let detailsPlace: DetailsPlace
  package let status: Rect
  package let hints: Rect?

  /// - Parameter gridColumns: of the board, as many as there are.
  package init(
    _ size: Size, wantsDetails: Bool?, hasSelection: Bool, view: DayView, gridColumns: Int = 0
  ) {
    self.size = size
    let columns = size.columns
    let isWall = view == .wall
    // On a phone a therapist's guest needs the row; the day is said with the time.
    let hasTitle = size.rows >= (view == .own ? 14 : 8) && !isWall
    let hasHints = size.rows >= 7 && !isWall
    title = hasTitle ? Rect(column: 0, row: 0, columns: columns, rows: 1) : nil
    hints =
      hasHints ? Rect(column: 0, row: size.rows - 1, columns: columns, rows: 1) : nil
    let statusRow = size.rows - (hasHints ? 2 : 1)
    status = Rect(column: 0, row: max(0, statusRow), columns: columns, rows: 1)
    let top = hasTitle ? 1 : 0
    let area = Rect(column: 0, row: top, columns: columns, rows: max(0, statusRow - top))

    let place = Self.place(
      size, wants: wantsDetails, hasSelection: hasSelection, view: view,
      gridColumns: gridColumns)
    detailsPlace = place
    switch place {
    case .hidden:
      (body, details) = (area, nil)
    case .cover:
      (body, details) = (area, area)
    case .right:
      let width = columns >= 160 ? 44 : 34
      body = Rect(column: 0, row: area.row, columns: columns - width - 1, rows: area.rows)
      details = Rect(
        column: columns - width, row: area.row, columns: width, rows: area.rows)
    case .below:
      let height = size.rows >= 32 ? 6 : 5
      body = Rect(column: 0, row: area.row, columns: columns, rows: area.rows - height)
      details = Rect(
        column: 0, row: area.row + area.rows - height, columns: columns, rows: height)
    }
  }

  private static func place(
    _ size: Size, wants: Bool?, hasSelection: Bool, view: DayView, gridColumns: Int
  ) -> DetailsPlace {
    // A therapist's own day says everything about the next guest in its list already.
    if view == .own { return wants == true && hasSelection ? .cover : .hidden }
    if view == .wall { return .hidden }
    // Where columns are paged, each is worth more than the room beside them.
    let isPaged = size.columns >= 160 && size.rows >= 40 && gridColumns * 12 > size.columns
    if isPaged { return wants ?? true ? .below : .hidden }
    if size.columns >= 120 { return wants ?? true ? .right : .hidden }
    guard hasSelection else { return .hidden }
    if size.columns >= 72, size.rows >= 20 { return wants ?? true ? .below : .hidden }
    return wants == true ? .cover : .hidden
  }
}

extension Model {
  package var plan: ScreenPlan {
    ScreenPlan(
      size, wantsDetails: viewport.wantsDetails,
      hasSelection: hasPanel, view: view,
      gridColumns: view == .board ? columnOrder.count : 0)
  }

  /// Whether the panel has something to show. It stays where it is while a line looks at another
  /// day.
  var hasPanel: Bool {
    if case .command = mode, typing.origin?.cursor != nil { return true }
    return selectedBooking != nil || selectedSpot != nil
  }

  package var isTooSmall: Bool {
    size.columns < ScreenPlan.smallest.columns || size.rows < ScreenPlan.smallest.rows
  }
}
