import BookingDomain
import DeskLanguage
import Screen

extension Canvas {
  mutating func drawTherapistDay(_ model: Model, _ day: TherapistDay) {
    guard model.board.isLoaded else {
      let sentence = said("Fetching \(model.board.date.spoken)…")
      text(sentence, day.card.column + 1, day.card.row + 1, .listFaint)
      return
    }
    if let guest = day.guest {
      drawCard(guest, model, day.card.inset(columns: 1))
    } else {
      drawNobodyLeft(model, day.card.inset(columns: 1))
    }
    for row in day.rows {
      let line = Rect(
        column: day.list.column, row: row.at, columns: day.list.columns, rows: 1)
      switch row.entry {
      case .guest(let booking, let tag): drawListRow(booking, tag, model, line)
      case .block(let block): drawBlockRow(block, line)
      case .hours(let shifts): drawHoursRow(shifts, line)
      }
    }
    // Where times need the first column the signs stand in the last.
    let column = wording.timeColumns > 5 ? day.list.endColumn - 1 : day.list.column
    if day.above > 0 { text(DisplayText(ScreenSign.above), column, day.list.row, .listFaint) }
    if day.below > 0 {
      text(DisplayText(ScreenSign.below), column, day.list.endRow - 1, .listFaint)
    }
  }

  // MARK: - The card

  private mutating func drawCard(_ card: GuestCard, _ model: Model, _ rect: Rect) {
    var rest = rect
    let head = rest.takeTop(card.headRows)
    let clock = GuestClock(card.booking, at: model.moment, on: model.board.situation)
    if card.isBig {
      drawBigHead(card.booking, clock, model, head)
    } else {
      drawSmallHead(card.booking, clock, model, head)
    }
    let fitting = card.lines.prefix(rest.rows)
    for (index, line) in fitting.enumerated() {
      let row = rest.row + index
      if line.isBand {
        fill(Rect(column: rect.column - 1, row: row, columns: rect.columns + 2, rows: 1), line.role)
      }
      if let sign = line.sign { text(glyph(sign), rect.column, row, line.role) }
      let isCut = index + 1 == fitting.count && fitting.count < card.lines.count
      let words = isCut ? (line.text + "…").truncated(to: rect.columns - line.indent) : line.text
      text(words, rect.column + line.indent, row, line.role)
    }
    guard rest.rows > card.lines.count + 1, let next = model.guestAfter(card.booking) else {
      return
    }
    let sentence = "Next: \(next.time.hourMinute) \(next.customer.name)"
    text(
      said(sentence).truncated(to: rect.columns), rect.column,
      rest.row + card.lines.count + 1, .listFaint)
  }

  /// The time as large figures; beside it what the clock says, how it stands, how long and where.
  private mutating func drawBigHead(
    _ booking: Booking, _ clock: GuestClock, _ model: Model, _ rect: Rect
  ) {
    let figures = BigText(text: wording.figures(booking.time), dot: rect.columns >= 58 ? 2 : 1)
    draw(figures, rect.column, rect.row, booking.status.isOver ? .listFaint : .countValue)
    var beside = rect
    _ = beside.takeLeft(figures.columns + 3)
    var facts = beside.takeTop(BigText.rows)
    drawChip(clock, facts.takeTop(1))
    drawStatus(booking, model, facts.takeTop(1))
    let length = "\(booking.duration.count) min, to \(booking.end.hourMinute)"
    _ = facts.takeLeft(1)
    for fact in [length, booking.place.spoken] {
      _ = facts.takeTop(wrapped(said(fact), facts, .detailsText))
    }
    if let progress = clock.progress {
      drawGauge(
        progress, Rect(column: rect.column, row: rect.endRow - 2, columns: rect.columns, rows: 1))
    }
  }

  private mutating func drawSmallHead(
    _ booking: Booking, _ clock: GuestClock, _ model: Model, _ rect: Rect
  ) {
    let end = text(brief(booking.time), rect.column, rect.row, .headerToday) + 1
    var rest = rect
    _ = rest.takeLeft(end - rect.column)
    drawChip(clock, rest)
    let status = said(booking.statusWord)
    if let order = model.orders.order(on: booking.id) {
      let sent = glyph(.pending) + " " + said(order.command.order.spoken)
      text(sent, endingAt: rect.endColumn, rect.row, .pending)
    } else {
      let room = rest.columns - said(clock.text).columns - 3
      let words = mark(booking) + " " + status
      text(
        words.columns <= room ? words : mark(booking), endingAt: rect.endColumn, rect.row,
        booking.role)
    }
  }

  private mutating func drawChip(_ clock: GuestClock, _ rect: Rect) {
    if clock.role == .headerToday || clock.role == .listFaint {
      text(
        said(clock.text).truncated(to: rect.columns - 1), rect.column + 1, rect.row,
        clock.role)
    } else {
      text(
        (" " + said(clock.text) + " ").truncated(to: rect.columns), rect.column, rect.row,
        clock.role)
    }
  }

  /// How the booking stands, or what was sent and is not answered yet.
  private mutating func drawStatus(_ booking: Booking, _ model: Model, _ rect: Rect) {
    if let order = model.orders.order(on: booking.id) {
      let sent = glyph(.pending) + " " + said(order.command.order.spoken)
      text(sent.truncated(to: rect.columns - 1), rect.column + 1, rect.row, .pending)
      return
    }
    let chip = DisplayText(" ") + mark(booking) + " " + said(booking.statusWord) + " "
    text(chip.truncated(to: rect.columns), rect.column, rect.row, booking.role)
  }

  private mutating func drawNobodyLeft(_ model: Model, _ rect: Rect) {
    let bookings = model.board.ofTheDay
    let done = bookings.filter { $0.status == .completed }
    var rest = rect
    func say(_ words: String, _ role: StyleRole, _ canvas: inout Canvas) {
      _ = rest.takeTop(canvas.wrapped(canvas.said(words), rest, role))
    }
    guard !bookings.isEmpty else { return say("No guest on this day.", .title, &self) }
    say("No guest is left today.", .title, &self)
    let minutes = Minutes(done.reduce(0) { $0 + $1.duration.count })
    say(
      done.count == 1
        ? "1 treatment done, \(minutes.spoken)"
        : "\(done.count) treatments done, \(minutes.spoken)", .detailsText, &self)
    let doubtful = bookings.count { StatusDoubt($0, at: model.moment) != nil }
    if doubtful > 0 {
      say("\(doubtful) not settled: look below", .countWarning, &self)
    }
  }

  // MARK: - The list

  private mutating func drawListRow(_ booking: Booking, _ tag: Tag?, _ model: Model, _ line: Rect) {
    let isOver = booking.status.isOver
    let role: StyleRole = isOver ? .listFaint : .listRow
    text(brief(booking.time), endingAt: line.column + 6, line.row, role)
    text(
      mark(booking), line.column + 7, line.row, isOver ? .listFaint : booking.role)
    var end = line.endColumn - 1
    if model.orders.order(on: booking.id) != nil {
      end = text(glyph(.pending), endingAt: end, line.row, .pending) - 1
    } else if let (role, minutes) = Attention(booking, at: model.moment, on: model.board.situation)
      .timer
    {
      let chip = glyph(role) + DisplayText(String(minutes.count))
      end = text(chip, endingAt: end, line.row, role) - 1
    }
    if booking.customer.alert != nil, !isOver {
      end = text(glyph(.alert), endingAt: end, line.row, .alert) - 1
    }
    let room = max(0, end - line.column - 10)
    let nameWidth = room >= 30 ? room / 2 : room
    text(
      DisplayText(booking.customer.name), line.column + 10, line.row, width: nameWidth, role)
    if room >= 30 {
      text(
        DisplayText(booking.service.name), line.column + 11 + nameWidth, line.row,
        width: room - nameWidth - 1, .listFaint)
    }
    if model.selection == booking.id {
      overlay(line, .selection)
      cursor = Point(column: line.column + 1, row: line.row)
    }
    if model.freshChanges.isFlashing(booking.id) { overlay(line, .refused) }
    if case .tag(_, let typed) = model.mode, let tag, typed == nil || typed == tag.first {
      text(DisplayText(tag.text), line.column + 7, line.row, .tag)
    }
  }

  private mutating func drawHoursRow(_ shifts: [Shift], _ line: Rect) {
    text(said("hours"), line.column + 1, line.row, .listFaint)
    text(
      said(shifts.isEmpty ? "You do not work today." : shifts.text), line.column + 10,
      line.row, width: line.columns - 11, .listFaint)
  }

  private mutating func drawBlockRow(_ block: Block, _ line: Rect) {
    let isAllDay = block.timeOff != nil
    text(
      isAllDay ? said("off") : brief(block.time), line.column + 1, line.row, width: 6, .listFaint)
    let length = isAllDay ? .empty : ", " + said(block.duration.spoken)
    let words = said(block.spoken) + length
    text(
      glyph(.gridBlocked) + glyph(.gridBlocked) + " " + words.truncated(to: line.columns - 11),
      line.column + 7, line.row, .listFaint)
  }
}

extension BookingStatus {
  /// Nothing is to be done for the guest any more.
  var isOver: Bool { !isAhead && self != .inProgress }
}

extension Model {
  /// Who comes next, where the guest shown is done with.
  fileprivate func guestAfter(_ booking: Booking) -> Booking? {
    guard isOnToday, booking.status.isOver, let next = guestOfNow, next.id != booking.id else {
      return nil
    }
    return next
  }
}
