import BookingDomain
import Screen

/// A month as a calendar: how full each day is, and what is closed.
extension Canvas {
  mutating func drawMonth(_ view: MonthView, _ model: Model, _ area: Rect) {
    let weeks = view.shown.count / 7
    let inside = panel(
      "\(view.first.monthSpoken) (Enter goes there, [ ] turns, Esc closes)", area,
      rows: weeks * 3 + 1, columns: 98)
    guard view.problem == nil else {
      wrapped(said(view.problem ?? ""), inside, .toastError)
      return
    }
    var rest = inside
    let width = rest.columns / 7
    let heading = rest.takeTop(1)
    for (index, date) in view.shown.prefix(7).enumerated() {
      text(
        DisplayText(wording.short(date.weekday, letters: width < 5 ? 2 : 3)),
        heading.column + index * width,
        heading.row, .listHeader)
    }
    let height = max(1, min(3, rest.rows / weeks))
    for (index, date) in view.shown.enumerated() {
      let cell = Rect(
        column: rest.column + index % 7 * width, row: rest.row + index / 7 * height,
        columns: width - 1, rows: height)
      guard cell.row + height <= rest.endRow else { break }
      draw(date, view, model, cell)
    }
  }

  private mutating func draw(_ date: LocalDate, _ view: MonthView, _ model: Model, _ cell: Rect) {
    let day = view.days?[date]
    let isFaint = !view.isOfTheMonth(date) || date < model.moment.today || day?.closed != nil
    let role: StyleRole = isFaint ? .listFaint : .listRow
    let number = DisplayText(String(date.yearMonthDay.day))
    text(number, cell.column, cell.row, date == model.moment.today ? .headerToday : role)
    if let day { draw(day, cell, role, after: number.columns) }
    guard date == view.at else { return }
    overlay(Rect(column: cell.column, row: cell.row, columns: cell.columns, rows: 1), .selection)
    cursor = Point(column: cell.column, row: cell.row)
  }

  /// The share at the right of the first row; below it a bar, and how many guests.
  private mutating func draw(
    _ day: DayFullness, _ cell: Rect, _ role: StyleRole, after used: Int
  ) {
    if let closed = day.closed {
      let words = closed.isEmpty ? said("closed") : DisplayText(closed)
      let room = cell.rows > 1 ? cell.columns : cell.columns - used - 1
      let (column, row) =
        cell.rows > 1 ? (cell.column, cell.row + 1) : (cell.column + used + 1, cell.row)
      text(words.truncated(to: max(0, room)), column, row, .listFaint)
      return
    }
    let percent = day.percent ?? 0
    let share = DisplayText("\(percent)" + (cell.columns >= 8 ? " %" : ""))
    guard used + 1 + share.columns <= cell.columns, used + 4 <= cell.columns else {
      // Two figures beside each other would be read as one.
      return drawGauge(
        percent,
        Rect(column: cell.endColumn - 2, row: cell.row, columns: min(2, cell.columns), rows: 1))
    }
    text(
      share, endingAt: cell.endColumn, cell.row,
      percent >= 80 && role == .listRow ? .countWarning : role)
    guard cell.rows > 1 else { return }
    drawGauge(
      percent, Rect(column: cell.column, row: cell.row + 1, columns: cell.columns, rows: 1))
    guard cell.rows > 2, day.bookings > 0 else { return }
    text(
      said("\(day.bookings) booked").truncated(to: cell.columns), cell.column, cell.row + 2,
      .listFaint)
  }
}

extension LocalDate {
  /// `November 2026`.
  fileprivate var monthSpoken: String {
    spoken.split(separator: " ").suffix(2).joined(separator: " ")
  }
}
