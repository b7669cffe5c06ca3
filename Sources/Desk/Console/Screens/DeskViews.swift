import BookingDomain
import DeskLanguage
import Screen

extension Canvas {
  mutating func drawCard(_ view: CardView, _ model: Model, _ area: Rect) {
    guard let file = view.file else {
      let inside = panel("Customer (Esc closes)", area, rows: 3, columns: 72)
      wrapped(
        DisplayText(view.problem ?? "Asking the server…"), inside,
        view.problem == nil ? .listFaint : .toastError)
      return
    }
    let card = file.card
    let facts = CardText(card)
    let rows = facts.rows.count + 1 + max(1, file.bookings.count)
    var rest = panel(
      "\(card.customer.name) (b books, Esc closes)", area, rows: min(rows, 30), columns: 84)
    for fact in facts.rows where rest.rows > 0 {
      text(DisplayText(fact.label), rest.column, rest.row, width: 9, .detailsLabel)
      let value = Rect(
        column: rest.column + 10, row: rest.row, columns: rest.columns - 10, rows: rest.rows)
      _ = rest.takeTop(max(1, wrapped(DisplayText(fact.value), value, fact.role)))
    }
    guard rest.rows > 1 else { return }
    rule(rest.column, rest.takeTop(1).row, columns: rest.columns)
    for booking in file.bookings.dropFirst(view.scroll).prefix(rest.rows) {
      let line = rest.takeTop(1)
      let end = text(
        DisplayText("\(booking.date.description) \(booking.time.hourMinute)"), line.column,
        line.row,
        .listFaint)
      let state = text(mark(booking), end + 2, line.row, booking.role)
      text(
        DisplayText("\(booking.service.name), \(model.board.therapistName(booking.therapist))"),
        state + 1, line.row, width: line.endColumn - state - 1, .listRow)
    }
    drawMore(view.scroll > 0, false, rest)
  }

  mutating func drawList(_ list: DeskList, _ model: Model, _ area: Rect) {
    let rows = model.rows(of: list)
    let title =
      switch list.kind {
      case .waiting: "Waiting list (Enter or a digit books, Esc closes)"
      case .unscheduled: "Paid, not yet scheduled (Enter or a digit books, Esc closes)"
      }
    let inside = panel(title, area, rows: max(3, rows.count), columns: 100)
    guard !rows.isEmpty else {
      let isAsked = list.kind == .unscheduled && list.unscheduled == nil
      let empty = isAsked ? "Asking the server…" : "Nobody, on this day."
      wrapped(
        DisplayText(list.problem ?? empty), inside,
        list.problem == nil ? .listFaint : .toastError)
      return
    }
    let first = list.first(of: rows.count, showing: inside.rows)
    for (index, row) in rows.dropFirst(first).prefix(inside.rows).enumerated() {
      let line = inside.row + index
      let isChosen = first + index == list.at
      let role: StyleRole =
        isChosen ? .menuSelected : row.isPossible ? .listRow : .listFaint
      if index < 9 { text(DisplayText(String(index + 1)), inside.column, line, .helpKey) }
      text(DisplayText(row.text), inside.column + 2, line, width: inside.columns - 2, role)
      if isChosen { cursor = Point(column: inside.column, row: line) }
    }
    drawMore(first > 0, first + inside.rows < rows.count, inside)
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
      text(DisplayText(times), rect.column + 2, rect.row + 1, width: rect.columns - 2, role)
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
      " " + DisplayText(block.spoken) + " ", rect.column + 1, rect.row, width: rect.columns - 1,
      .gridBlocked)
  }

  /// The whole column lies still, as on a closed day; why stands on top of it.
  private mutating func draw(timeOff block: Block, in rect: Rect) {
    fill(rect, .gridClosed, with: glyph(.gridClosed))
    text(
      " " + DisplayText(block.spoken) + " ", rect.column + 1, rect.row, width: rect.columns - 1,
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

/// A customer's card in words.
struct CardText {
  struct Row {
    let label: String
    let value: String
    let role: StyleRole
  }

  private(set) var rows: [Row] = []

  init(_ card: CustomerCard) {
    if let alert = card.customer.alert { add("alert", alert, .alert) }
    add("phone", card.customer.phone ?? "none")
    if let email = card.email { add("e-mail", email) }
    if let last = card.lastVisit { add("last", last.spoken) }
    if let next = card.nextVisit { add("next", next.spoken) }
    for (index, sessions) in card.sessions.enumerated() {
      add(
        index == 0 ? "packages" : "",
        "\(sessions.service.name): \(sessions.left) of \(sessions.total) left",
        sessions.left > 0 ? .detailsText : .detailsFaint)
    }
    if let notes = card.notes, notes != card.customer.alert { add("notes", notes) }
  }

  private mutating func add(_ label: String, _ value: String, _ role: StyleRole = .detailsText) {
    rows.append(Row(label: label, value: value, role: role))
  }
}
