import BookingDomain
import DeskLanguage
import Screen

extension Canvas {
  mutating func drawHistory(_ view: HistoryView, _ model: Model, _ area: Rect) {
    draw(HistoryPage(view, in: model), model, area)
  }

  mutating func drawDayChanges(_ view: DayChangesView, _ model: Model, _ area: Rect) {
    draw(HistoryPage(view, in: model), model, area)
  }

  private mutating func draw(_ page: HistoryPage, _ model: Model, _ area: Rect) {
    let inside = panel(page.title, area, rows: max(3, page.lines.count * 2), columns: 112)
    guard !page.lines.isEmpty else {
      wrapped(said(page.without), inside, page.isProblem ? .toastError : .listFaint)
      return
    }
    var row = inside.row
    var shown = 0
    for line in page.lines.dropFirst(page.scroll) {
      guard let next = draw(line, model, inside, row) else { break }
      row = next
      shown += 1
    }
    drawMore(page.scroll > 0, page.scroll + shown < page.lines.count, inside)
  }

  /// - Returns: the row below it; nil where there is no room for it.
  private mutating func draw(_ line: HistoryPage.Line, _ model: Model, _ inside: Rect, _ row: Int)
    -> Int?
  {
    // Where a line has no room for its day, the day stands in the title already.
    let width = inside.columns >= 60 ? 12 + wording.timeColumns : wording.timeColumns
    let column = inside.column + width + 3
    let pieces = DisplayText(line.text).wrapped(to: inside.endColumn - column)
    guard row + min(2, pieces.count) <= inside.endRow else { return nil }
    let local = model.zone.local(line.at)
    let isSameDay = local.date == model.board.date || width < 12
    let day = isSameDay ? .empty : said(local.date.short) + " "
    text(day + brief(local.time), inside.column, row, width: width, .listFaint)
    if let sign = line.sign { text(glyph(sign.role), inside.column + width + 1, row, sign.role) }
    let role: StyleRole =
      line.isUndone ? .listFaint : line.sign?.isLoud == true ? .title : .listRow
    let shown = pieces.prefix(inside.endRow - row)
    for (index, piece) in shown.enumerated() { text(piece, column, row + index, role) }
    return row + shown.count
  }
}

/// What happened, line by line: to a booking, or on a day.
private struct HistoryPage {
  struct Line {
    let at: Timestamp
    let sign: (role: StyleRole, isLoud: Bool)?
    let text: String
    let isUndone: Bool

    /// - Parameter slot: what the booking's place became with it, where that is known.
    init(
      _ entry: HistoryEntry, after beginning: String = "", became slot: BookedSlot?, in model: Model
    ) {
      at = entry.change.at
      sign = entry.sign
      text = beginning + entry.spoken(became: slot, in: model)
      isUndone = entry.undoneAt != nil
    }

    init(_ change: HouseChange, _ wording: Wording) {
      at = change.at
      sign = nil
      let who = change.byName.isEmpty ? wording("another program") : change.byName
      text = "\(who): \(wording(change.what))"
      isUndone = false
    }
  }

  let title: String
  let lines: [Line]
  /// What stands there where there is no line.
  let without: String
  let isProblem: Bool
  let scroll: Int

  private static let waits = "Asking the server…"

  init(_ view: HistoryView, in model: Model) {
    title = "\(view.guest): history (Esc closes)"
    var after = SlotsAfter(in: model)
    lines = (view.entries ?? []).reversed().map { entry in
      Line(entry, became: after.next(entry, of: view.booking), in: model)
    }.reversed()
    without =
      view.problem ?? (view.entries == nil ? Self.waits : "Nothing is known of its past.")
    isProblem = view.problem != nil
    scroll = view.scroll
  }

  init(_ view: DayChangesView, in model: Model) {
    title = "Who changed what: \(view.date.short) (Esc closes)"
    var after = SlotsAfter(in: model)
    let ofBookings = (view.changes ?? []).map { change in
      let therapist = model.board.therapistName(change.therapist)
      return Line(
        change.entry,
        after: "\(change.guest), "
          + model.wording("\(change.time.hourMinute) with \(therapist)") + " · ",
        became: after.next(change.entry, of: change.booking), in: model)
    }
    let ofTheHouse = view.house.map { Line($0, model.wording) }
    // Both are in this order already, and of one moment bookings come first.
    lines = (ofBookings + ofTheHouse).sorted { $0.at > $1.at }
    without =
      view.problem ?? (view.changes == nil ? Self.waits : "Nothing was changed on this day.")
    isProblem = view.problem != nil
    scroll = view.scroll
  }
}

/// Where bookings stood after each of their changes, read from the newest to the oldest: a change says
/// only where a booking stood before it.
private struct SlotsAfter {
  private var slots: [BookingID: BookedSlot]

  init(in model: Model) { slots = model.board.bookings.mapValues(\.slot) }

  /// Nil where it is not known: of a booking that is not on the board.
  mutating func next(_ entry: HistoryEntry, of booking: BookingID) -> BookedSlot? {
    let after = entry.undoneAt == nil ? slots[booking] : entry.undoneSlot
    switch entry.change.kind {
    case .moved(let from), .swapped(let from, _): slots[booking] = from
    case .service(let exchange): slots[booking] = exchange.slot
    case .created, .status, .arrival, .notes, .called, .payment, .wished: break
    }
    return after
  }
}

extension HistoryEntry {
  /// What a line is recognised by; what a manager asks about is loud.
  fileprivate var sign: (role: StyleRole, isLoud: Bool)? {
    if isOverride { return (.conflict, true) }
    switch change.kind {
    case .status(_, let to): return (to.role, to == .cancelled || to == .noShow)
    case .arrival: return (.arrived, false)
    case .notes, .called: return (.note, false)
    case .payment(_, let to): return (to.status == .paid ? .paid : .owes, false)
    case .wished: return (.wish, false)
    case .created, .moved, .swapped, .service: return nil
    }
  }

  /// `Anna, desk: scheduled to confirmed`, or as what was taken back.
  /// - Parameter slot: where the booking stood after it.
  func spoken(became slot: BookedSlot?, takenBack: Bool, in model: Model) -> String {
    guard takenBack else { return "\(who(model.wording)): \(what(slot, in: model))" }
    return "\(undoneByName ?? ""): \(model.wording("took back")): "
      + what(undoneSlot, in: model)
  }

  /// Where it was taken back from, where that is known.
  fileprivate var undoneSlot: BookedSlot? {
    if case .slot(let until)? = undone { until } else { nil }
  }

  /// `Anna, desk: scheduled to confirmed (by phone); undone by Binh, 11:20`.
  fileprivate func spoken(became slot: BookedSlot?, in model: Model) -> String {
    let why = reason.map { " (\(model.wording.reason($0)))" } ?? ""
    var text = "\(who(model.wording)): \(what(slot, in: model))\(why)"
    if let undoneAt {
      let by = undoneByName.map { " by \($0)" } ?? ""
      text += "; " + model.wording("undone\(by), \(model.zone.local(undoneAt).time.hourMinute)")
    }
    return text
  }

  private func who(_ wording: Wording) -> String {
    switch origin {
    case .staff: "\(change.byName), \(wording("desk"))"
    case .guest: "\(change.byName), \(wording("online"))"
    case .otherProgram: wording("another program")
    }
  }

  private func what(_ slot: BookedSlot?, in model: Model) -> String {
    let wording = model.wording
    let against = isOverride ? ", against the rules" : ""
    switch change.kind {
    case .created: return wording("booked\(against)")
    case .arrival: return wording("arrived")
    case .status(let from, let to): return wording(from.word) + wording(" to ") + wording(to.word)
    case .notes: return wording("wrote notes")
    case .payment(_, let to): return wording(to.spoken)
    case .wished(_, let to):
      return to.map { wording("the guest wishes for \(model.board.therapistName($0))") }
        ?? wording("no wish any more")
    case .service(let exchange): return wording(exchange.spoken + against)
    case .called(.calling): return wording("called the guest")
    case .called(.notReached): return wording("called, no answer")
    case .moved(let from):
      guard let slot else { return wording("moved\(against) from ") + spoken(from, in: model) }
      let change = SlotChange(from: from, to: slot, in: model)
      return change.said(wording, isOverride: isOverride)
    case .swapped(let from, let other):
      let guest = model.board.bookings[other].map { " with \($0.customer.name)" } ?? ""
      return wording("swapped\(guest), from ") + spoken(from, in: model)
    }
  }

  private func spoken(_ slot: BookedSlot, in model: Model) -> String {
    let therapist = model.board.therapistName(slot.therapist)
    return model.wording("\(slot.date.short) \(slot.time.hourMinute) with \(therapist)")
      + ", \(model.wording(slot.duration.spoken)), \(slot.place.roomName)"
  }
}
