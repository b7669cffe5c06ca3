import BookingDomain
import DeskLanguage
import Screen

/// One booking on the grid: the guest's name first, then time and service, as room allows.
extension Canvas {
  mutating func draw(
    _ block: BoardLayout.Block, _ model: Model, isMatch: Bool, isInTheWay: Bool, _ axis: TimeAxis
  ) {
    let booking = block.booking
    let rect = block.rect
    let order = model.orders.order(on: booking.id)
    let style = theme[booking.role]
    fill(rect, style: style)
    drawEdge(rect, style)
    let nameRows = drawName(block, model, order, axis)
    if rect.rows > nameRows {
      drawTime(block, model, order, row: rect.row + nameRows)
      drawFurtherRows(block, model, style, from: nameRows + 1)
    }
    let first = Rect(column: rect.column, row: rect.row, columns: rect.columns, rows: 1)
    if order != nil { overlay(first, .pending) }
    if isMatch { overlay(first, .match) }
    if model.selection == booking.id {
      // The row with the name is enough to be seen, and little enough to be sent for every key.
      overlay(first, .selection)
      if order == nil, rect.columns > 3 {
        text(glyph(.selection), rect.column + 2, rect.row, .selection)
      }
      cursor = Point(column: rect.column, row: rect.row)
    }
    if isInTheWay {
      overlay(first, .conflict)
      if rect.columns > 3 { text(glyph(.conflict), rect.column + 2, rect.row, .conflict) }
    }
    if model.freshChanges.isFlashing(booking.id) { overlay(rect, .refused) }
    if case .tag(_, let typed) = model.mode { drawTag(block, typed) }
  }

  /// Where a theme does not paint its statuses, a bar shows how long a booking is.
  private mutating func drawEdge(_ rect: Rect, _ style: Style) {
    guard rect.rows > 1, style.background == theme[.screen].background,
      !style.attributes.contains(.reverse)
    else { return }
    let edge = Rect(column: rect.column, row: rect.row + 1, columns: 1, rows: rect.rows - 1)
    fill(edge, style: style, with: "╎")
  }

  private func indent(_ rect: Rect) -> Int { rect.columns >= 18 ? 3 : 1 }

  /// Status, name and alert. Where a name is too long for its row it goes on in the next: the last
  /// word of a Vietnamese name is what the guest is called by. In a block of two rows that takes
  /// the place of a start that the grid tells as well. Returns how many rows it took.
  private mutating func drawName(
    _ block: BoardLayout.Block, _ model: Model, _ order: WaitingOrders.Order?, _ axis: TimeAxis
  ) -> Int {
    let booking = block.booking
    let rect = block.rect
    var style = theme[booking.role]
    text(mark(booking).prefix(columns: rect.columns), rect.column, rect.row, style: style)
    if order != nil, rect.columns > 2 {
      text(glyph(.pending), rect.column + 2, rect.row, style: style)
    }
    let from = rect.column + 3
    var end = drawSigns(block, model, style)
    if rect.rows == 1 {
      end = drawTimer(block, model, to: end, row: rect.row, from: from + 4)
      end = drawOddStart(block, axis, from: from, to: end, style)
    }
    guard end > from else { return 1 }
    style.attributes.insert(.bold)
    let name = DisplayText(model.board.name(of: booking))
    let mayGoOn = rect.rows >= 3 || rect.rows == 2 && axis.tells(booking.time)
    let pieces = name.columns > end - from && mayGoOn ? name.wrapped(to: end - from) : []
    guard pieces.count > 1 else {
      text(
        NameWords(model.board.name(of: booking)).fitting(end - from), from, rect.row,
        width: end - from, style: style)
      return 1
    }
    let below = block.end(ofRow: rect.row + 1) - from
    // A word is not broken where it stands whole in the row below.
    let isBroken = name.glyphs.prefix(pieces[0].glyphs.count + 1).last != .blank
    let first = isBroken && name.columns <= below ? .empty : pieces[0]
    let rest = name.dropping(first)
    end =
      rect.rows == 2
      ? drawAge(block, model, order, row: rect.row + 1) : block.end(ofRow: rect.row + 1)
    text(first, from, rect.row, style: style)
    text(rest, from, rect.row + 1, width: end - from, style: style)
    return 2
  }

  /// What has to be known of the guest, and that something is to be paid. Returns where they begin, or
  /// the end of the row where there is none or no room.
  private mutating func drawSigns(_ block: BoardLayout.Block, _ model: Model, _ style: Style)
    -> Int
  {
    var end = drawLink(block, model)
    let status = block.booking.status
    guard block.rect.columns >= 6 else { return end }
    if block.booking.customer.alert != nil, status.isAhead || status == .inProgress {
      end = text(glyph(.alert), endingAt: end, block.rect.row, .alert)
    }
    if block.booking.wish != nil, status.occupies {
      var strong = style
      if block.booking.isAgainstWish { strong.attributes.insert(.reverse) }
      text(glyph(.wish), end - 1, block.rect.row, style: strong)
      end -= 1
    }
    guard block.booking.isUnpaid else { return end }
    var bold = style
    bold.attributes.insert(.bold)
    text(glyph(.owes), end - 1, block.rect.row, style: bold)
    return end - 1
  }

  /// Others of the day belong to its visit. Returns where it begins, or the end of the row.
  private mutating func drawLink(_ block: BoardLayout.Block, _ model: Model) -> Int {
    let end = block.end(ofRow: block.rect.row)
    let others = model.board.others(onVisitOf: block.booking)
    guard block.booking.status.occupies, others.contains(where: \.status.occupies),
      block.rect.columns >= 6
    else { return end }
    text(glyph(.linked), end - 1, block.rect.row, style: theme[block.booking.role])
    return end - 1
  }

  /// A start that the row does not tell is written, and the name gives way.
  private mutating func drawOddStart(
    _ block: BoardLayout.Block, _ axis: TimeAxis, from: Int, to end: Int, _ style: Style
  ) -> Int {
    let time = block.booking.time
    guard !axis.tells(time), end - from >= 10 else { return end }
    let written = brief(time)
    let start = end - written.columns
    text(written, start, block.rect.row, style: style)
    return start - 1
  }

  private mutating func drawTime(
    _ block: BoardLayout.Block, _ model: Model, _ order: WaitingOrders.Order?, row: Int
  ) {
    let rect = block.rect
    let booking = block.booking
    let style = theme[booking.role]
    let from = rect.column + indent(rect)
    let end = drawAge(block, model, order, row: row)
    guard end - from >= brief(booking.time).columns else { return }
    let time = text(brief(booking.time), from, row, style: style)
    if showsServiceBesideTime(rect) {
      let width = max(0, end - time - 1)
      text(model.secondLine(booking, in: width), time + 1, row, width: width, style: style)
    }
  }

  /// At the right of a row: how long an order waits for its answer, or the guest for the desk.
  /// Returns where it begins, or the end of the row.
  private mutating func drawAge(
    _ block: BoardLayout.Block, _ model: Model, _ order: WaitingOrders.Order?, row: Int
  ) -> Int {
    let end = block.end(ofRow: row)
    let from = block.rect.column + indent(block.rect) + 5
    // A quick answer needs no clock.
    guard let order, model.now.milliseconds - order.givenAt.milliseconds >= 2_000 else {
      return drawTimer(block, model, to: end, row: row, from: from)
    }
    let age = spokenAge(milliseconds: model.now.milliseconds - order.givenAt.milliseconds)
    let chip = glyph(.pending) + " " + said(age)
    return text(chip, endingAt: end, row, .pending) - 1
  }

  private func showsServiceBesideTime(_ rect: Rect) -> Bool {
    rect.columns >= 20 || rect.rows == 2
  }

  private mutating func drawFurtherRows(
    _ block: BoardLayout.Block, _ model: Model, _ style: Style, from first: Int
  ) {
    let rect = block.rect
    let booking = block.booking
    let from = rect.column + indent(rect)
    let width = rect.endColumn - from
    var lines = showsServiceBesideTime(rect) ? [] : [model.secondLine(booking, in: width)]
    lines.append(
      model.view == .rooms
        ? DisplayText(booking.service.name)
        : said(booking.place, in: block.end(ofRow: rect.row + first + lines.count) - from))
    if let notes = booking.notes { lines.append(glyph(.note) + " " + DisplayText(notes)) }
    for (index, line) in lines.prefix(max(0, rect.rows - first)).enumerated() {
      let row = rect.row + first + index
      text(line, from, row, width: max(0, block.end(ofRow: row) - from), style: style)
    }
  }

  /// Late, waiting or over, in minutes, or how late it will begin: returns where it stands, or
  /// `to` where there is none or no room for it.
  private mutating func drawTimer(
    _ block: BoardLayout.Block, _ model: Model, to end: Int, row: Int, from: Int
  ) -> Int {
    let attention = Attention(block.booking, at: model.moment, on: model.board.situation)
    if attention.isStranded {
      let chip = glyph(.gridBlocked) + said("off")
      guard end - chip.columns >= from else { return end }
      return text(chip, endingAt: end, row, .conflict) - 1
    }
    guard let (role, minutes) = attention.timer else {
      return drawDelay(block, to: end, row: row, from: from)
    }
    let chip = glyph(role) + DisplayText(String(minutes.count))
    guard end - chip.columns >= from else { return end }
    return text(chip, endingAt: end, row, role) - 1
  }

  /// `(+15)`: an estimate, so it does not shout.
  private mutating func drawDelay(
    _ block: BoardLayout.Block, to end: Int, row: Int, from: Int
  ) -> Int {
    guard let delay = block.delay else { return end }
    let chip = DisplayText("(+\(delay.count))")
    guard end - chip.columns >= from else { return end }
    let start = end - chip.columns
    text(chip, start, row, style: theme[block.booking.role])
    return start - 1
  }

  private mutating func drawTag(_ block: BoardLayout.Block, _ typed: Character?) {
    guard let tag = block.tag, typed == nil || typed == tag.first else { return }
    text(
      DisplayText(tag.text).prefix(columns: block.rect.columns), block.rect.column, block.rect.row,
      .tag)
  }
}

extension Model {
  /// What has to be known next after guest and time: what is done, or where the column tells the
  /// place already, by whom.
  func secondLine(_ booking: Booking, in columns: Int) -> DisplayText {
    view == .rooms
      ? DisplayText(board.therapistName(booking.therapist))
      : ServiceWords(booking.service.name).fitting(columns)
  }
}
