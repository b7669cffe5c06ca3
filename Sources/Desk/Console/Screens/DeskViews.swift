import BookingDomain
import DeskLanguage
import Screen

extension Canvas {
  mutating func drawCard(_ view: CardView, _ model: Model, _ area: Rect) {
    guard let file = view.file else {
      let inside = panel("Customer (Esc closes)", area, rows: 3, columns: 72)
      wrapped(
        said(view.problem ?? "Asking the server…"), inside,
        view.problem == nil ? .listFaint : .toastError)
      return
    }
    let page = CardPage(file, model, in: area)
    let inside = panel(
      "\(file.card.customer.name) (\(model.key(.phrase(.book))) books, \(model.key(.sameAgain)) as last time, \(model.key(.phrase(.guest))) writes, Esc closes)",
      area,
      rows: page.lines.count, columns: CardPage.columns)
    let scroll = min(view.scroll, page.lastScroll)
    for (index, line) in page.lines.dropFirst(scroll).prefix(inside.rows).enumerated() {
      draw(line, model, inside, inside.row + index)
    }
    drawMore(scroll > 0, scroll + inside.rows < page.lines.count, inside)
  }

  private mutating func draw(_ line: CardPage.Line, _ model: Model, _ inside: Rect, _ row: Int) {
    switch line {
    case .fact(let label, let value, let role):
      text(said(label), inside.column, row, width: 9, .detailsLabel)
      text(value, inside.column + 10, row, width: inside.columns - 10, role)
    case .rule: rule(inside.column, row, columns: inside.columns)
    case .record(let words):
      text(words, inside.column, row, width: inside.columns, .detailsFaint)
    case .booking(let booking):
      let when = "\(booking.date.description) \(booking.time.hourMinute)"
      let end = text(said(when), inside.column, row, .listFaint)
      let state = text(mark(booking), end + 2, row, booking.role)
      text(
        DisplayText("\(booking.service.name), \(model.board.therapistName(booking.therapist))"),
        state + 1, row, width: inside.endColumn - state - 1, .listRow)
    }
  }

  mutating func drawList(_ list: DeskList, _ model: Model, _ area: Rect) {
    let page = ListPage(list, model)
    let title =
      switch list.kind {
      case .waiting: "Waiting list (Enter or a digit books, Esc closes)"
      case .unscheduled: "Paid, not yet scheduled (Enter or a digit books, Esc closes)"
      case .calls:
        "Calls for \(model.board.date.short) (Enter calls, \(model.key(.order(.changeStatus(to: .confirmed, reason: nil)))) reached, - no answer, Esc closes)"
      case .turns: "Turns: who was served longest ago comes first (a digit books, Esc closes)"
      case .tasks: "The desk's tasks (Enter ticks off, n writes one, Esc closes)"
      }
    var inside = panel(
      title, area, rows: max(3, page.rows.count) + page.below, columns: ListPage.columns)
    guard !page.rows.isEmpty else {
      let empty = model.words(forEmpty: list)
      wrapped(
        said(list.problem ?? empty), inside,
        list.problem == nil ? .listFaint : .toastError)
      return
    }
    let whole = inside.takeBottom(page.below)
    drawLines(of: page, inside)
    for (index, line) in page.whole.enumerated() {
      if index == 0 { text(DisplayText(ScreenSign.chosen), whole.column, whole.row, .listHeader) }
      text(line, whole.column + 1, whole.row + index, .listRow)
    }
  }

  private mutating func drawLines(of page: ListPage, _ inside: Rect) {
    let start = page.hasDigits ? 2 : 0
    for index in page.first..<min(page.rows.count, page.first + inside.rows) {
      let row = inside.row + index - page.first
      let isChosen = index == page.at
      if page.hasDigits, index - page.first < 9 {
        text(DisplayText(String(index - page.first + 1)), inside.column, row, .helpKey)
      }
      text(
        page.lines[index], inside.column + start, row, width: inside.columns - start,
        isChosen ? .menuSelected : page.rows[index].isPossible ? .listRow : .listFaint)
      if isChosen { cursor = Point(column: inside.column, row: row) }
    }
    drawMore(page.first > 0, page.first + inside.rows < page.rows.count, inside)
  }

  /// Bookings that do not stand yet: being typed, sent, or held by another desk.
  mutating func drawGhosts(_ model: Model, _ layout: BoardLayout) {
    for ghost in model.ghosts {
      guard model.view == .board, ghost.date == model.board.date,
        let column = layout.columns.first(where: { $0.gridColumn == .therapist(ghost.therapist) })
      else { continue }
      draw(ghost, column.rect, layout.axis)
    }
  }

  private mutating func draw(_ ghost: Ghost, _ column: Rect, _ axis: TimeAxis) {
    let end = ghost.time + ghost.duration
    let role: StyleRole =
      switch ghost.kind {
      case .draft: .selection
      case .conflict: .conflict
      case .override: .countWarning
      case .sent: .listRow
      case .held: .listFaint
      }
    if ghost.buffer > 0, ghost.kind != .held {
      fill(
        rows(end.minutes, (end + ghost.buffer).minutes, column, axis), .buffer,
        with: glyph(.buffer))
    }
    var rect = rows(ghost.time.minutes, end.minutes, column, axis)
    guard rect.rows > 0 else { return }
    // What stands there stays to be seen beside it.
    if ghost.kind == .override { rect = rect.takeRight((rect.columns + 1) / 2) }
    fill(rect, .screen)
    if role == .selection { overlay(rect, role) } else { fill(rect, role) }
    let edge = Rect(column: rect.column, row: rect.row, columns: 1, rows: rect.rows)
    fill(edge, role, with: "╎")
    let sign: DisplayText =
      switch ghost.kind {
      case .sent: glyph(.pending) + " "
      case .override: glyph(.conflict) + " "
      case .draft, .conflict, .held: .empty
      }
    text(
      sign + DisplayText(ghost.text), rect.column + 2, rect.row, width: rect.columns - 2, role)
    if rect.rows > 1 {
      let times = "\(ghost.time.hourMinute)–\(end.hourMinute)"
      text(said(times), rect.column + 2, rect.row + 1, width: rect.columns - 2, role)
    }
  }

  /// Time that is kept free: hatched, with its reason.
  mutating func drawBlocks(_ model: Model, _ layout: BoardLayout) {
    for column in layout.columns {
      for block in model.blocks(in: column.gridColumn) { draw(block, column.rect, layout.axis) }
    }
  }

  private mutating func draw(_ block: Block, _ column: Rect, _ axis: TimeAxis) {
    let rect = rows(block.time.minutes, block.end.minutes, column, axis)
    guard rect.rows > 0 else { return }
    guard block.timeOff == nil else { return draw(timeOff: block, in: rect) }
    fill(rect, .gridBlocked, with: glyph(.gridBlocked))
    text(
      " " + said(block.spoken) + " ", rect.column + 1, rect.row, width: rect.columns - 1,
      .gridBlocked)
  }

  /// The whole column lies still, as on a closed day; why stands on top of it.
  private mutating func draw(timeOff block: Block, in rect: Rect) {
    fill(rect, .gridClosed, with: glyph(.gridClosed))
    text(
      " " + said(block.spoken) + " ", rect.column + 1, rect.row, width: rect.columns - 1,
      .therapistOnLeave)
  }

  func rows(_ from: Int, _ to: Int, _ column: Rect, _ axis: TimeAxis) -> Rect {
    let first = axis.dayRow(nearest: from) - axis.topRow
    let last = max(first + 1, axis.dayRow(nearest: to) - axis.topRow)
    let visible = (first..<last).clamped(to: 0..<axis.rows)
    return Rect(
      column: column.column, row: column.row + visible.lowerBound, columns: column.columns,
      rows: visible.count)
  }
}
