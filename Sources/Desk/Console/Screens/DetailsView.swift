import BookingDomain
import DeskLanguage
import Screen

/// Everything about the selected booking, the most needed first.
struct DetailsText {
  struct Fact {
    let label: String
    let value: String
    var role: StyleRole = .detailsText
    /// Words of the guest or of the spa: they are not translated.
    var isQuoted = false

    init(label: String, value: String, role: StyleRole = .detailsText) {
      (self.label, self.value, self.role) = (label, value, role)
    }

    init?(_ label: String, quoting value: String?, _ role: StyleRole = .detailsText) {
      guard let value else { return nil }
      self.init(label: label, value: value, role: role)
      isQuoted = true
    }

    /// Nil where there is nothing to say.
    init?(_ label: String, _ value: String?, _ role: StyleRole = .detailsText) {
      guard let value else { return nil }
      self.init(label: label, value: value, role: role)
    }
  }

  let booking: Booking
  let facts: [Fact]
  /// Waiting, late, running, over: what the clock says about it.
  let timer: (text: String, role: StyleRole)?
  /// When it is likely to begin, beside the status, so that the rows below stay where they are while
  /// the cursor moves; nil where a timer stands there, or nothing delays it.
  let estimate: String?

  init(_ booking: Booking, _ model: Model) {
    self.booking = booking
    timer = Self.timer(Attention(booking, at: model.moment, on: model.board.situation))
    let delay = model.delays[booking.id]
    let likely = delay.map { (booking.time + $0).hourMinute }
    estimate = timer == nil ? likely.map { "likely \($0)" } : nil
    facts =
      Self.unreadable(booking) + Self.planned(booking, model)
      + (timer == nil ? [] : [Fact("likely", likely)].compactMap(\.self))
      + Self.happened(booking, model)
  }

  /// What the row says stands before what was put in its place.
  private static func unreadable(_ booking: Booking) -> [Fact] {
    booking.unreadableSentences.map { Fact(label: "row", value: $0, role: .conflict) }
  }

  private static func planned(_ booking: Booking, _ model: Model) -> [Fact] {
    let times = "\(booking.time.hourMinute) to \(booking.end.hourMinute)"
    let buffer = booking.buffer > 0 ? " + \(booking.buffer.count)" : ""
    return [
      Fact(label: "time", value: "\(times), \(booking.duration.count)\(buffer) min"),
      Fact("service", quoting: booking.service.name),
      Fact("with", quoting: model.board.therapistName(booking.therapist)),
      wish(booking, model),
      Fact("visit", quoting: visit(booking, model)),
      Fact(
        "series",
        booking.series == nil
          ? nil : "one of several days; \(model.key(.phrase(.cancel))) series 1 cancels the rest"),
      Fact(label: "where", value: booking.place.spoken),
      Fact(label: "phone", value: booking.customer.phone ?? "none"),
      Self.payment(booking, model), Fact("prefers", quoting: booking.customer.preferences),
      Fact("notes", quoting: booking.notes), Fact("called", quoting: called(booking, model)),
    ].compactMap(\.self)
  }

  private static func wish(_ booking: Booking, _ model: Model) -> Fact? {
    guard let wish = booking.wish else { return nil }
    let name = model.board.therapistName(wish)
    return booking.isAgainstWish
      ? Fact(label: "wish", value: "for \(name), who does not do it", role: .alert)
      : Fact("wish", quoting: name, .wish)
  }

  /// `15:30 Facial, Mai`: what else belongs to it.
  private static func visit(_ booking: Booking, _ model: Model) -> String? {
    let others = model.board.others(onVisitOf: booking).filter(\.status.occupies)
    guard !others.isEmpty else { return nil }
    return others.map {
      "\(model.wording.brief($0.time)) \($0.service.name), "
        + model.board.therapistName($0.therapist)
    }.joined(separator: "; ")
  }

  /// `480,000 to pay: $`, `480,000 cash, 10:12`.
  private static func payment(_ booking: Booking, _ model: Model) -> Fact? {
    guard let payment = booking.payment else { return nil }
    if booking.isUnpaid {
      return Fact(
        label: "unpaid", value: "\(payment.spoken): \(model.key(.phrase(.pay))) takes it",
        role: .owes)
    }
    // When a package was bought does not matter today.
    let isToday = payment.paidAt.map { model.zone.local($0).date == model.moment.today } ?? false
    let when = isToday ? payment.paidAt.map { ", \(model.clock($0))" } ?? "" : ""
    switch payment.standing.status {
    case .paid: return Fact(label: "paid", value: payment.spoken + when)
    case .refunded: return Fact(label: "paid", value: "\(payment.sum.spoken), paid back")
    case .pending, .failed: return nil
    }
  }

  private static func called(_ booking: Booking, _ model: Model) -> String? {
    guard booking.status == .scheduled, let call = booking.call else { return nil }
    let note = call.note.isEmpty ? "" : ": \(call.note)"
    return [
      model.wording(BookingChange.Kind.called(call.outcome).callWords),
      model.wording("by \(call.byName)"), model.said(call.at) + note,
    ].joined(separator: ", ")
  }

  private static func happened(_ booking: Booking, _ model: Model) -> [Fact] {
    let takesBack =
      booking.id == model.selectedBooking?.id && model.overlay == nil
      ? model.undoOfTheSelected.map { "takes back: \($0)" } : nil
    return [
      Fact("arrived", booking.arrivedAt.map(model.clock)),
      Fact("started", booking.startedAt.map(model.clock)),
      Fact("ended", booking.endedAt.map(model.clock)),
      Fact("reason", quoting: booking.cancellationReason.map(model.wording.reason)),
      Fact("changed", quoting: booking.lastChange?.spoken(of: booking, model), .detailsFaint),
      Fact(model.key(.order(.undo)), takesBack, .detailsFaint),
    ].compactMap(\.self)
  }

  private static func timer(_ attention: Attention) -> (text: String, role: StyleRole)? {
    if let over = attention.overrun { return ("\(over.spoken) over time", .overrun) }
    if let late = attention.late { return ("\(late.spoken) late", .late) }
    if let waiting = attention.waiting { return ("waiting \(waiting.spoken)", .arrived) }
    if let left = attention.left { return ("\(left.spoken) left", .statusInProgress) }
    return nil
  }
}

extension BookingChange {
  /// The last one of this booking: `confirmed, by Anna, 11:20`, with its day where that was another.
  func spoken(of booking: Booking, _ model: Model) -> String {
    let who = byName.isEmpty ? "another program" : byName
    return [what(of: booking, model), model.wording("by \(who)"), model.said(at)]
      .joined(separator: ", ")
  }

  private func what(of booking: Booking, _ model: Model) -> String {
    if case .moved(let from) = kind {
      return SlotChange(from: from, to: booking.slot, in: model).said(model.wording)
    }
    return model.wording(words(model))
  }

  private func words(_ model: Model) -> String {
    switch kind {
    case .status(_, let to): to.word
    case .created: "booked"
    case .arrival: "arrived"
    case .moved: "moved"
    case .swapped(let from, _): "swapped from \(from.time.hourMinute), \(from.date.short)"
    case .notes: "notes written"
    case .payment(_, let to): to.spoken
    case .called: kind.callWords
    case .service(let exchange): exchange.spoken
    case .wished(_, let to):
      to.map { "wish for \(model.board.therapistName($0))" } ?? "no wish any more"
    }
  }
}

extension PaymentStanding {
  /// `paid, cash`, `set to unpaid`.
  var spoken: String {
    switch status {
    case .paid: "paid, \(method.spoken)"
    case .pending, .failed: "set to unpaid"
    case .refunded: "paid back"
    }
  }
}

extension ServiceExchange {
  /// `Massage 60 to Massage 90, paid back, paid, cash`.
  var spoken: String {
    let what = "\(from.name) to \(to.name)"
    let money = [left?.givenBack, sold].compactMap { $0 }.map { standing in
      standing.status == .pending || standing.status == .failed ? "unpaid" : standing.spoken
    }
    var said: [String] = []
    for words in money where !said.contains(words) { said.append(words) }
    return ([what] + said).joined(separator: ", ")
  }
}

extension BookingChange.Kind {
  /// How a call went.
  var callWords: String {
    if case .called(.calling) = self { "being called" } else { "no answer" }
  }
}

extension Canvas {
  mutating func drawDetails(_ model: Model, _ rect: Rect, _ place: ScreenPlan.DetailsPlace) {
    fill(rect, .screen)
    switch model.panel {
    case .booking(let booking):
      let details = DetailsText(booking, model)
      switch place {
      case .right, .cover: drawTall(details, model, rect.inset(columns: 1))
      case .below: drawFlat(details, rect)
      case .hidden: break
      }
    case .text(let text): drawText(text, rect, place)
    case .nothing:
      if place == .below { rule(rect.column, rect.row, columns: rect.columns) }
      if place == .right, model.board.isLoaded, model.mode == .normal {
        text(said("No booking is selected."), rect.column + 1, rect.row + 1, .detailsFaint)
      }
    }
  }

  private mutating func drawText(_ spot: PanelText, _ rect: Rect, _ place: ScreenPlan.DetailsPlace)
  {
    var rest = rect.inset(columns: 1)
    if place == .below {
      rule(rect.column, rect.row, columns: rect.columns)
      _ = rest.takeTop(1)
    }
    let head = rest.takeTop(1)
    let end = text(DisplayText(spot.title), head.column, head.row, .detailsTitle)
    guard place != .below else {
      if let alert = spot.alert {
        let chip = (glyph(.alert) + " " + DisplayText(alert))
        text(chip.truncated(to: max(0, head.endColumn - end - 2)), end + 2, head.row, .alert)
      } else {
        text(said(spot.keys), end + 2, head.row, .detailsFaint)
      }
      return drawFlow(spot.facts, rest)
    }
    _ = rest.takeTop(1)
    if let alert = spot.alert {
      _ = rest.takeTop(wrapped(glyph(.alert) + " " + DisplayText(alert), rest, .alert) + 1)
    }
    drawFacts(spot.facts, &rest)
    _ = rest.takeTop(1)
    wrapped(said(spot.keys), rest, .detailsFaint)
  }

  private func said(_ fact: DetailsText.Fact) -> DisplayText {
    fact.isQuoted ? DisplayText(fact.value) : said(fact.value)
  }

  private mutating func drawFacts(_ facts: [DetailsText.Fact], _ rest: inout Rect) {
    for fact in facts where rest.rows > 0 {
      text(said(fact.label), rest.column, rest.row, width: 9, .detailsLabel)
      let value = Rect(
        column: rest.column + 9, row: rest.row, columns: rest.columns - 9, rows: rest.rows)
      _ = rest.takeTop(max(1, wrapped(said(fact), value, fact.role)))
    }
  }

  private mutating func drawTall(_ details: DetailsText, _ model: Model, _ area: Rect) {
    var rest = area
    let name = DisplayText(details.booking.customer.name)
    _ = rest.takeTop(wrapped(name, rest, .detailsTitle))
    let status = rest.takeTop(1)
    drawStatus(details, status.column, status.row, to: status.endColumn)
    let isRoomy = rest.rows > details.facts.count + 4
    if let alert = details.booking.customer.alert {
      if isRoomy { _ = rest.takeTop(1) }
      let rows = wrapped(glyph(.alert) + " " + DisplayText(alert), rest, .alert)
      _ = rest.takeTop(rows)
    }
    if isRoomy { _ = rest.takeTop(1) }
    drawFacts(details.facts, &rest)
  }

  @discardableResult
  private mutating func drawStatus(
    _ details: DetailsText, _ column: Int, _ row: Int, to end: Int
  ) -> Int {
    let booking = details.booking
    let chip = DisplayText(" ") + mark(booking) + " " + said(booking.statusWord) + " "
    var column = text(chip.truncated(to: end - column), column, row, booking.role) + 1
    if let timer = details.timer {
      let chip = " " + said(timer.text) + " "
      if column + chip.columns <= end { column = text(chip, column, row, timer.role) + 1 }
    }
    if let estimate = details.estimate {
      let words = said(estimate)
      if column + words.columns <= end { column = text(words, column, row, .detailsText) + 1 }
    }
    return column
  }

  /// A few rows across the screen: identity on the left, the rest beside it.
  private mutating func drawFlat(_ details: DetailsText, _ rect: Rect) {
    rule(rect.column, rect.row, columns: rect.columns)
    var rest = rect.inset(columns: 1)
    _ = rest.takeTop(1)
    var head = rest.takeTop(1)
    let name = DisplayText(details.booking.customer.name).truncated(to: head.columns / 2)
    let afterName = text(name, head.column, head.row, .detailsTitle)
    _ = head.takeLeft(afterName - head.column + 2)
    let afterStatus = drawStatus(details, head.column, head.row, to: head.endColumn)
    if let alert = details.booking.customer.alert {
      let width = head.endColumn - afterStatus - 1
      text(
        (glyph(.alert) + " " + DisplayText(alert)).truncated(to: width), afterStatus + 1, head.row,
        .alert)
    }
    drawFlow(details.facts, rest)
  }

  /// Facts one after the other, as many on a row as fit.
  private mutating func drawFlow(_ facts: [DetailsText.Fact], _ rect: Rect) {
    var (column, row) = (rect.column, rect.row)
    for fact in facts {
      let label = said(fact.label) + " "
      let value = said(fact)
      let width = label.columns + value.columns
      if column > rect.column, column + width > rect.endColumn {
        (column, row) = (rect.column, row + 1)
      }
      guard row < rect.endRow else { return }
      let after = text(label, column, row, .detailsLabel)
      column = text(value.truncated(to: rect.endColumn - after), after, row, fact.role) + 3
    }
  }
}
