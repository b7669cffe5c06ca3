import BookingDomain
import DeskLanguage
import Screen

extension Canvas {
  mutating func drawAgenda(_ model: Model, _ agenda: Agenda) {
    let rect = agenda.rect
    guard model.board.isLoaded, !model.board.ofTheDay.isEmpty else {
      let sentence =
        model.board.isLoaded ? "No booking on this day." : "Fetching \(model.board.date.spoken)…"
      text(
        said(sentence), rect.column, rect.row + rect.rows / 3, width: rect.columns,
        .listFaint, align: .center)
      if let words = model.board.wordsOfTimeOff {
        text(said(words), rect.column + 1, rect.row, width: rect.columns - 2, .listFaint)
      }
      return
    }
    let columns = AgendaColumns(rect, timeColumns: wording.timeColumns)
    for line in agenda.lines {
      switch line.content {
      case .heading(let section, let count):
        let heading = said(section.title) + DisplayText(", \(count)")
        text(heading, rect.column + 1, line.row, .listHeader)
      case .neededAbove(let count):
        let words = said(count == 1 ? "1 needs somebody" : "\(count) need somebody")
        let key = DisplayText(": \(model.key(.nextNeeded))")
        text(words + key, rect.column + 1, line.row, .late)
      case .away(let words):
        text(said(words), rect.column + 1, line.row, width: rect.columns - 2, .listFaint)
      case .booking(let booking, let tag, let delay):
        draw(booking, tag, delay, model, columns, line.row)
      }
    }
    if agenda.isCutAbove { text(DisplayText(ScreenSign.above), rect.column, rect.row, .listFaint) }
    if agenda.isCutBelow {
      text(DisplayText(ScreenSign.below), rect.column, rect.endRow - 1, .listFaint)
    }
  }

  private mutating func draw(
    _ booking: Booking, _ tag: Tag?, _ delay: Minutes?, _ model: Model, _ columns: AgendaColumns,
    _ row: Int
  ) {
    let isOver = Agenda.Section(booking, model) == .over
    let role: StyleRole = isOver ? .listFaint : .listRow
    text(brief(booking.time), columns.time, row, role)
    text(mark(booking), columns.mark, row, booking.role)
    drawClock(booking, delay, model, columns, row)
    var style = theme[role]
    if !isOver { style.attributes.insert(.bold) }
    let hasAlert = booking.customer.alert != nil && !isOver
    if hasAlert { text(glyph(.alert), columns.guest.endColumn - 1, row, .alert) }
    let signs = (hasAlert ? 2 : 0) + (booking.isUnpaid ? 2 : 0)
    if booking.isUnpaid {
      text(glyph(.owes), columns.guest.endColumn + 1 - signs, row, .owes)
    }
    text(
      NameWords(booking.customer.name).fitting(columns.guest.columns - signs),
      columns.guest.column, row, width: columns.guest.columns - signs, style: style)
    if let field = columns.therapist {
      let name = NameWords(model.board.therapistName(booking.therapist))
      text(name.fitting(field.columns), field.column, row, width: field.columns, role)
    }
    if let field = columns.service {
      let service = ServiceWords(booking.service.name).fitting(field.columns)
      text(service, field.column, row, width: field.columns, role)
    }
    if let field = columns.place {
      text(said(booking.place, in: field.columns), field.column, row, width: field.columns, role)
    }
    if let notes = booking.notes, let field = columns.notes {
      text(
        glyph(.note) + " " + DisplayText(notes), field.column, row, width: field.columns, .listFaint
      )
    }
    drawState(booking, tag, model, columns, row)
  }

  /// What the clock says about it, in words where there is room.
  private mutating func drawClock(
    _ booking: Booking, _ delay: Minutes?, _ model: Model, _ columns: AgendaColumns, _ row: Int
  ) {
    let field = columns.clock
    if let order = model.orders.order(on: booking.id) {
      let waiting = glyph(.pending) + " " + said(order.command.order.spoken)
      text(waiting.truncated(to: field.columns), field.column, row, .pending)
    } else if let (role, minutes) = Attention(booking, at: model.moment, on: model.board.situation)
      .timer
    {
      let words = field.columns >= 14 ? " \(minutes.spoken) \(role.clockWord)" : "\(minutes.count)"
      text(
        (glyph(role) + said(words)).truncated(to: field.columns), field.column, row, role)
    } else if let words = model.clockWords(booking, delay, isWide: field.columns >= 14) {
      text(words.truncated(to: field.columns), field.column, row, .listFaint)
    }
  }

  private mutating func drawState(
    _ booking: Booking, _ tag: Tag?, _ model: Model, _ columns: AgendaColumns, _ row: Int
  ) {
    let line = Rect(column: columns.time - 1, row: row, columns: columns.width, rows: 1)
    if model.searchedFor.contains(where: { $0.id == booking.id }) { overlay(line, .match) }
    if model.selection == booking.id {
      overlay(line, .selection)
      cursor = Point(column: columns.time, row: row)
    }
    if model.freshChanges.isFlashing(booking.id) { overlay(line, .refused) }
    if case .tag(_, let typed) = model.mode, let tag, typed == nil || typed == tag.first {
      text(DisplayText(tag.text), columns.mark, row, .tag)
    }
  }
}

/// Where the parts of a row stand; the first ones stay on a narrow screen.
private struct AgendaColumns {
  let time, mark: Int
  let clock, guest: Rect
  let therapist, service, place, notes: Rect?
  let width: Int

  init(_ rect: Rect, timeColumns: Int) {
    width = rect.columns
    time = rect.column + 1
    mark = time + timeColumns + 1
    var rest = Rect(
      column: mark + 3, row: rect.row, columns: rect.endColumn - mark - 4, rows: 1)
    func take(_ columns: Int) -> Rect {
      let field = rest.takeLeft(columns)
      _ = rest.takeLeft(1)
      return field
    }
    let room = rest.columns
    clock = take(room >= 60 ? 17 : 5)
    guest = take(room >= 100 ? 30 : room >= 60 ? 20 : max(10, room * 6 / 10 - 5))
    therapist = room >= 22 ? take(room >= 60 ? 14 : rest.columns) : nil
    service = room >= 60 ? take(min(26, rest.columns)) : nil
    place = rest.columns >= 12 ? take(min(18, rest.columns)) : nil
    notes = rest.columns >= 16 ? take(rest.columns) : nil
  }
}

extension StyleRole {
  fileprivate var clockWord: String {
    switch self {
    case .late: "late"
    case .overrun: "over"
    default: "waiting"
    }
  }
}

extension Model {
  /// `in 25 min`, `40 min left`, `unconfirmed`, and how late it will begin.
  fileprivate func clockWords(_ booking: Booking, _ delay: Minutes?, isWide: Bool)
    -> DisplayText?
  {
    let late = delay.map { DisplayText("(+\($0.count))") }
    guard isWide, isOnToday else { return late }
    let attention = Attention(booking, at: moment, on: board.situation)
    let words: String?
    switch booking.status {
    case .inProgress: words = attention.left.map { "\($0.spoken) left" }
    case .scheduled, .confirmed:
      let until = moment.minutesUntil(booking.start)
      words =
        attention.isStranded
        ? "therapist is off"
        : attention.isUnconfirmed
          ? "unconfirmed" : until < 0 ? "\((-until).spoken) ago" : "in \(until.spoken)"
    case .completed where booking.isUnpaid: words = "unpaid"
    case .completed, .cancelled, .noShow: words = booking.statusWord
    }
    let all = [words.map { DisplayText(wording($0)) }, late].compactMap { $0 }
    return all.isEmpty ? nil : all.joined(separator: " ")
  }
}
