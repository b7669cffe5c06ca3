import BookingDomain
import Screen

extension Canvas {
  mutating func drawTherapistDay(_ model: Model, _ day: TherapistDay) {
    guard model.board.isLoaded, let selected = model.selectedBooking else {
      let sentence =
        model.board.isLoaded
        ? "No guest on this day." : "Fetching \(model.board.date.spoken)…"
      text(DisplayText(sentence), day.card.column + 1, day.card.row + 1, .listFaint)
      return
    }
    drawCard(selected, model, day.card)
    for row in day.rows { drawListRow(row, model, day.list) }
    if day.above > 0 { text("▴", day.list.column, day.list.row, .listFaint) }
    if day.below > 0 { text("▾", day.list.column, day.list.endRow - 1, .listFaint) }
  }

  /// The selected guest: when, who, what, where, and what must not be forgotten.
  private mutating func drawCard(_ booking: Booking, _ model: Model, _ rect: Rect) {
    var rest = rect.inset(columns: 1)
    let head = rest.takeTop(1)
    let chip = DisplayText(" ") + mark(booking.status) + DisplayText(" \(booking.status.word) ")
    let begin = text(chip, endingAt: head.endColumn, head.row, booking.status.role)
    let when = DisplayText(model.cardHeading(booking))
    text(when.truncated(to: begin - head.column - 1), head.column, head.row, .headerToday)
    let name = rest.takeTop(1)
    text(DisplayText(booking.customer.name), name.column, name.row, width: name.columns, .title)
    if rest.rows > 0 { _ = rest.takeTop(drawAlert(booking, rest)) }
    let what = "\(booking.service.name), \(booking.duration.count) min"
    for line in [what, booking.place.spoken] where rest.rows > 1 {
      let row = rest.takeTop(1)
      text(DisplayText(line), row.column, row.row, width: row.columns, .detailsText)
    }
    if let notes = booking.notes, rest.rows > 1 {
      var room = rest
      room.rows -= 1
      wrapped(glyph(.note) + " " + DisplayText(notes), room, .detailsText)
    }
    rule(rect.column, rect.endRow - 1, columns: rect.columns)
  }

  private mutating func drawAlert(_ booking: Booking, _ rect: Rect) -> Int {
    guard let alert = booking.customer.alert else { return 0 }
    let room = Rect(column: rect.column, row: rect.row, columns: rect.columns, rows: 1)
    return wrapped(glyph(.alert) + " " + DisplayText(alert), room, .alert)
  }

  private mutating func drawListRow(_ row: TherapistDay.Row, _ model: Model, _ list: Rect) {
    let booking = row.booking
    let line = Rect(column: list.column, row: row.at, columns: list.columns, rows: 1)
    let isOver = !booking.status.isAhead && booking.status != .inProgress
    let role: StyleRole = isOver ? .listFaint : .listRow
    text(DisplayText(booking.time.hourMinute), line.column + 1, row.at, role)
    text(mark(booking.status), line.column + 7, row.at, booking.status.role)
    var end = line.endColumn - 1
    if let order = model.orders.order(on: booking.id) {
      let waiting = glyph(.pending) + DisplayText(" \(order.command.order.spoken)")
      end = text(waiting, endingAt: end, row.at, .pending) - 1
    } else if let (role, minutes) = Attention(booking, at: model.moment).timer {
      end = text(glyph(role) + DisplayText(String(minutes.count)), endingAt: end, row.at, role) - 1
    }
    if booking.customer.alert != nil, !isOver {
      end = text(glyph(.alert), endingAt: end, row.at, .alert) - 1
    }
    let room = max(0, end - line.column - 10)
    let name = DisplayText(booking.customer.name)
    let nameWidth = room >= 30 ? room / 2 : room
    text(name, line.column + 10, row.at, width: nameWidth, role)
    if room >= 30 {
      text(
        DisplayText(booking.service.name), line.column + 11 + nameWidth, row.at,
        width: room - nameWidth - 1, .listFaint)
    }
    if model.selection == booking.id {
      overlay(line, .selection)
      cursor = Point(column: line.column + 1, row: row.at)
    }
    if model.freshChanges.isFlashing(booking.id) { overlay(line, .refused) }
    if case .tag(_, let typed) = model.mode, let tag = row.tag, typed == nil || typed == tag.first {
      text(DisplayText(tag.text), line.column + 7, row.at, .tag)
    }
  }
}

extension Model {
  /// `14:30, in 23 min`: what the clock says about the guest of the card.
  func cardHeading(_ booking: Booking) -> String {
    let attention = Attention(booking, at: moment)
    let time = booking.time.hourMinute
    switch booking.status {
    case .inProgress:
      if let over = attention.overrun { return "NOW, \(over.spoken) over" }
      return "NOW, \((attention.left ?? 0).spoken) left"
    case .scheduled, .confirmed:
      let until = moment.minutesUntil(booking.start)
      if let waiting = attention.waiting { return "\(time), here for \(waiting.spoken)" }
      if until < 0 { return "\(time), \((-until).spoken) ago" }
      return board.date == moment.today ? "\(time), in \(until.spoken)" : time
    case .completed, .cancelled, .noShow:
      return "\(time) to \(booking.end.hourMinute)"
    }
  }
}
