import BookingDomain
import DeskLanguage
import Screen

extension Canvas {
  mutating func drawBoard(_ model: Model, _ layout: BoardLayout) {
    drawColumnHeads(model, layout)
    drawGutter(model, layout)
    for column in layout.columns {
      drawColumnGround(model, layout, column)
      drawShifts(model, layout, column)
    }
    let matches = Set(model.searchedFor.map(\.id))
    let inTheWay = model.inTheWay
    drawBlocks(model, layout)
    for block in layout.blocks { drawBuffer(block, model, layout) }
    for block in layout.blocks {
      clearBeside(block)
      draw(
        block, model, isMatch: matches.contains(block.booking.id),
        isInTheWay: inTheWay.contains(block.booking.id), layout.axis)
    }
    drawSpot(model, layout)
    drawGhosts(model, layout)
    if !model.board.isLoaded { drawEmptyBoard("Fetching \(model.board.date.spoken)…", layout) }
    if model.board.isLoaded, layout.columns.isEmpty {
      let only = model.viewport.only.map { "No column is of \"\($0.text)\" now; :only shows all." }
      drawEmptyBoard(
        model.view == .rooms
          ? "This spa has no beds yet." : only ?? "This spa has no therapists yet.",
        layout)
    }
  }

  private mutating func drawEmptyBoard(_ sentence: String, _ layout: BoardLayout) {
    let text = said(sentence)
    let row = layout.gutter.row + layout.gutter.rows / 3
    self.text(
      text, layout.header.column, row, width: layout.header.columns, .listFaint, align: .center)
  }

  // MARK: - Names and times

  private mutating func drawColumnHeads(_ model: Model, _ layout: BoardLayout) {
    fill(layout.header, .screen)
    let row = layout.header.row
    if layout.columnsLeft > 0 {
      text(
        DisplayText("\(ScreenSign.left) \(layout.columnsLeft)"), layout.header.column + 1, row,
        .hintKey)
    }
    let selected = model.selectedColumn
    for column in layout.columns {
      let head = ColumnHead(column.gridColumn, model)
      let compact = head.name.count > column.rect.columns ? head.compact : nil
      let name = DisplayText(compact ?? head.name)
      let role: StyleRole =
        column.gridColumn == selected
        ? .headerSelected : head.away != nil ? .therapistOnLeave : .header
      let width = column.rect.columns
      let hours = head.hours.map { DisplayText(" " + $0) } ?? .empty
      let away =
        head.away.map { " " + said($0) } ?? head.seats.map { DisplayText(" " + $0) }
        ?? (name.columns + hours.columns <= width ? hours : .empty)
      let shown = name.truncated(to: max(1, width - away.columns)) + away
      text(shown, column.rect.column, row, width: min(width, shown.columns), role)
    }
    if layout.columnsRight > 0 {
      text(
        DisplayText(" \(layout.columnsRight) \(ScreenSign.right)"),
        endingAt: layout.header.endColumn, row, .hintKey)
    }
  }

  private mutating func drawGutter(_ model: Model, _ layout: BoardLayout) {
    let axis = layout.axis
    fill(layout.gutter, .screen)
    let nowRow = nowRow(model, axis)
    for row in 0..<axis.rows {
      let minute = axis.minute(row: row)
      guard minute < axis.end else { break }
      let line = layout.gutter.row + row
      if row == nowRow {
        let label = brief(model.moment.local.time) + glyph(.gridNow)
        let start = layout.gutter.column + (label.columns < layout.gutter.columns ? 1 : 0)
        text(label, start, line, .gridNow)
      } else if let label = timeLabel(minute, axis) {
        text(DisplayText(label), layout.gutter.column + 1, line, .gridTime)
      }
    }
    let mark = layout.gutter.column
    // The present in many figures needs the column of the signs.
    let isFull = brief(model.moment.local.time).columns + 1 == layout.gutter.columns
    let fullRow = isFull ? nowRow : nil
    if axis.isCutAbove, fullRow != 0 {
      text(DisplayText(ScreenSign.above), mark, layout.gutter.row, .gridTime)
    }
    if axis.isCutBelow, axis.rows > 1, fullRow != axis.rows - 1 {
      text(DisplayText(ScreenSign.below), mark, layout.gutter.endRow - 1, .gridTime)
    }
  }

  private func timeLabel(_ minute: Int, _ axis: TimeAxis) -> String? {
    if minute % 60 == 0 { return wording.hour(minute / 60) }
    return minute % 60 == 30 && axis.slot < 30 ? "  :30" : nil
  }

  private func nowRow(_ model: Model, _ axis: TimeAxis) -> Int? {
    guard model.days(around: model.board.date).contains(model.moment.today) else { return nil }
    let minute = model.moment.local.time.minutes
    guard minute >= axis.top, minute < axis.end else { return nil }
    let row = (minute - axis.top) / axis.slot
    return row < axis.rows ? row : nil
  }

  // MARK: - Empty time

  private mutating func drawColumnGround(
    _ model: Model, _ layout: BoardLayout, _ column: BoardLayout.Column
  ) {
    let axis = layout.axis
    let openings =
      model.board.spa?.openings(on: column.date, of: model.therapist(of: column.gridColumn)) ?? []
    let isAway = ColumnHead(column.gridColumn, model).away != nil
    let nowRow = column.date == model.moment.today ? nowRow(model, axis) : nil
    for row in 0..<axis.rows {
      let minute = axis.minute(row: row)
      guard minute < axis.end else { break }
      let rect = Rect(
        column: column.rect.column, row: column.rect.row + row, columns: column.rect.columns,
        rows: 1)
      let isOpen =
        openings.contains { minute + axis.slot > $0.start.minutes && minute < $0.end.minutes }
      if row == nowRow {
        fill(rect, style: nowLineStyle, with: "=")
      } else if !isOpen || isAway {
        fill(rect, .gridClosed, with: glyph(.gridClosed))
      } else if minute % 60 == 0 {
        fill(rect, .gridHour, with: glyph(.gridHour))
      }
    }
  }

  /// Where the spa is open and the therapist does not work, stands from when on they do, or until when
  /// they did.
  private mutating func drawShifts(
    _ model: Model, _ layout: BoardLayout, _ column: BoardLayout.Column
  ) {
    guard let spa = model.board.spa, let therapist = model.therapist(of: column.gridColumn),
      spa.shifts[therapist] != nil, ColumnHead(column.gridColumn, model).away == nil
    else { return }
    let nowRow = column.date == model.moment.today ? nowRow(model, layout.axis) : nil
    for pause in spa.pauses(of: therapist, on: column.date) {
      let rect = rows(
        pause.interval.start.minutes, pause.interval.end.minutes, column.rect, layout.axis)
      let first = nowRow.map { column.rect.row + $0 } == rect.row ? rect.row + 1 : rect.row
      guard first < rect.row + rect.rows else { continue }
      text(
        said(pause.words), rect.column + 1, first, width: rect.columns - 1,
        .therapistOnLeave)
    }
  }

  /// The now-line is drawn in the colour that its label is painted on.
  private var nowLineStyle: Style {
    let label = theme[.gridNow]
    let color = label.background == theme[.screen].background ? label.foreground : label.background
    return Style(
      foreground: color, background: theme[.screen].background,
      attributes: label.attributes.subtracting(.reverse))
  }

  /// The buffer after a booking: hatched, beneath whatever overlaps it.
  private mutating func drawBuffer(
    _ block: BoardLayout.Block, _ model: Model, _ layout: BoardLayout
  ) {
    let booking = block.booking
    guard booking.status.occupies, booking.buffer > 0 else { return }
    let axis = layout.axis
    let end = booking.end(on: block.column.date, at: model.moment)
    let from = axis.dayRow(nearest: end) - axis.topRow
    let to = axis.dayRow(nearest: end + booking.buffer.count) - axis.topRow
    let rows = (from..<max(from, to)).clamped(to: 0..<axis.rows)
    guard !rows.isEmpty else { return }
    let rect = Rect(
      column: block.rect.column, row: block.column.rect.row + rows.lowerBound,
      columns: block.rect.columns, rows: rows.count)
    fill(rect, .buffer, with: glyph(.buffer))
  }
}

extension Canvas {
  /// Lanes stand apart by a blank column, through which no line of the grid shows.
  private mutating func clearBeside(_ block: BoardLayout.Block) {
    guard !block.isThin, block.rect.endColumn < block.column.rect.endColumn else { return }
    let beside = Rect(
      column: block.rect.endColumn, row: block.rect.row, columns: 1, rows: block.rect.rows)
    fill(beside, .screen)
  }
}

extension Model {
  /// The column that is at work: of the selected booking, or of the day in a week.
  var selectedColumn: GridColumn? {
    if view == .week { return .day(board.date) }
    return selectedBooking.map { column(of: $0) } ?? selectedSpot?.column
  }

  /// What a search being typed has found.
  var searchedFor: [Booking] {
    if case .search(let field, _) = mode { matches(field.text) } else { [] }
  }
}
