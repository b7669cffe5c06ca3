import BookingDomain
import Screen

extension Canvas {
  /// Guests by name and nothing more: a wall is read by whoever passes it.
  mutating func drawWall(_ model: Model, _ wall: Wall) {
    drawFigures(model, wall)
    guard model.board.isLoaded else {
      text(said("Fetching…"), wall.names.column + 1, wall.names.row, .listFaint)
      return
    }
    drawHours(model, wall)
    for lane in wall.lanes { drawName(of: lane, model, wall) }
    for lane in wall.lanes {
      for bar in lane.bars { draw(bar, model) }
    }
  }

  private mutating func drawHours(_ model: Model, _ wall: Wall) {
    let axis = wall.axis
    if wall.pages > 1 {
      let page = said("page \(wall.page + 1)/\(wall.pages)")
      text(page.truncated(to: wall.names.columns), wall.names.column + 1, axis.row, .hintKey)
    }
    let hours = wall.hours
    let first = (hours.start + 59) / 60 * 60
    let now = nowColumn(model, wall)
    for minute in stride(from: first, to: hours.end, by: 60) {
      let column = axis.column + hours.column(minute)
      guard column + 5 <= axis.endColumn else { break }
      let label = wording.hour(minute / 60)
      let isUnderNow = now.map { abs($0 - 2 - column) < 6 } ?? false
      if !isUnderNow { text(DisplayText(label), column, axis.row, .gridTime) }
      for lane in wall.lanes {
        let rect = Rect(column: column, row: lane.rect.row, columns: 1, rows: lane.rect.rows)
        fill(rect, .gridLine, with: glyph(.gridLine))
      }
    }
    drawNow(model, wall)
  }

  private func nowColumn(_ model: Model, _ wall: Wall) -> Int? {
    let minute = model.moment.local.time.minutes
    guard model.isOnToday, (wall.hours.start..<wall.hours.end).contains(minute) else { return nil }
    return wall.axis.column + wall.hours.column(minute)
  }

  private mutating func drawNow(_ model: Model, _ wall: Wall) {
    guard let column = nowColumn(model, wall) else { return }
    let label = brief(model.moment.local.time)
    let start = max(wall.axis.column, min(column - 2, wall.axis.endColumn - label.columns))
    text(label, start, wall.axis.row, .gridNow)
    for lane in wall.lanes {
      fill(
        Rect(column: column, row: lane.rect.row, columns: 1, rows: lane.rect.rows), .gridNow)
    }
  }

  private mutating func drawName(of lane: Wall.Lane, _ model: Model, _ wall: Wall) {
    let name = DisplayText(model.board.therapistName(lane.therapist))
    let width = wall.names.columns - 2
    let pieces = lane.rect.rows > 1 ? name.wrapped(to: width) : [name]
    if lane.rect.rows > pieces.count, model.isOff(lane.therapist) {
      text(said("off"), wall.names.column + 1, lane.rect.row + pieces.count, .conflict)
    }
    for (index, piece) in pieces.prefix(lane.rect.rows).enumerated() {
      let isLast = index + 1 == lane.rect.rows
      let rest = pieces.dropFirst(index).joined(separator: " ")
      text(
        isLast ? rest.truncated(to: width) : piece, wall.names.column + 1, lane.rect.row + index,
        .header)
    }
  }

  private mutating func draw(_ bar: Wall.Bar, _ model: Model) {
    let booking = bar.booking
    let rect = bar.rect
    let style = theme[booking.role]
    fill(rect, style: style)
    if bar.over > 0 {
      var over = rect
      fill(over.takeRight(min(bar.over, rect.columns)), .overrun)
    }
    // Bars that touch stay two bars.
    fill(
      Rect(column: rect.column, row: rect.row, columns: 1, rows: rect.rows), style: style, with: "╎"
    )
    var name = style
    name.attributes.insert(.bold)
    let inside = Rect(
      column: rect.column + 1, row: rect.row, columns: max(0, rect.columns - 2), rows: rect.rows)
    let end = drawTimer(bar, model, inside)
    let full = mark(booking) + " " + DisplayText(booking.customer.name)
    guard rect.rows > 1 else {
      text(full.truncated(to: max(0, end - inside.column)), inside.column, rect.row, style: name)
      return
    }
    var above = inside
    _ = above.takeBottom(1)
    wrapped(full, above, style: name)
    let time = brief(booking.time)
    if inside.column + time.columns <= end {
      text(time, inside.column, inside.endRow - 1, style: style)
    }
  }

  /// Late, waiting, over, or how late it will begin; returns where it starts.
  private mutating func drawTimer(_ bar: Wall.Bar, _ model: Model, _ inside: Rect) -> Int {
    let row = inside.endRow - 1
    let attention = Attention(bar.booking, at: model.moment, on: model.board.situation)
    if attention.isStranded {
      let chip = glyph(.gridBlocked) + said("off")
      guard chip.columns <= inside.columns else { return inside.endColumn }
      return text(chip, endingAt: inside.endColumn, row, .conflict) - 1
    }
    if let (role, minutes) = attention.timer {
      let chip = glyph(role) + DisplayText(String(minutes.count))
      guard chip.columns <= inside.columns else { return inside.endColumn }
      return text(chip, endingAt: inside.endColumn, row, role) - 1
    }
    guard let delay = bar.delay else { return inside.endColumn }
    let chip = DisplayText("(+\(delay.count))")
    guard chip.columns + 6 <= inside.columns else { return inside.endColumn }
    let start = inside.endColumn - chip.columns
    text(chip, start, row, style: theme[bar.booking.role])
    return start - 1
  }
}
