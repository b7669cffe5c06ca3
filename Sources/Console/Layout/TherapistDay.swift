import BookingDomain
import Screen

/// One therapist's own day: a card for the selected guest, and the day as a list below it.
package struct TherapistDay: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package let booking: Booking
    package let at: Int
    package let tag: Tag?
  }

  package let card: Rect
  package let list: Rect
  package let rows: [Row]
  package let above: Int
  package let below: Int

  package init(_ model: Model) {
    // Wider than this a row is not read as one any more.
    var body = model.plan.body
    body.columns = min(80, body.columns)
    let bookings = model.board.ofTheDay
    // The card says what a treatment needs; the list gets at least three rows where there are any.
    let cardRows = min(max(3, body.rows - 4), body.rows >= 20 ? 9 : 6)
    card = Rect(column: body.column, row: body.row, columns: body.columns, rows: cardRows)
    let list = Rect(
      column: body.column, row: body.row + cardRows, columns: body.columns,
      rows: max(0, body.rows - cardRows))
    self.list = list
    let selected = bookings.firstIndex { $0.id == model.selection } ?? 0
    let first = min(max(0, selected - list.rows / 2), max(0, bookings.count - list.rows))
    let shown = bookings.enumerated().dropFirst(first).prefix(list.rows)
    rows = shown.map { index, booking in
      Row(booking: booking, at: list.row + index - first, tag: Tag(column: 0, index: index))
    }
    above = first
    below = max(0, bookings.count - first - list.rows)
  }

  package func row(at point: Point) -> Row? { rows.first { $0.at == point.row } }
}
