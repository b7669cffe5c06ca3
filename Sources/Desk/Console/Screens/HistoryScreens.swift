import BookingDomain
import DeskLanguage
import Screen

extension Canvas {
  mutating func drawHistory(_ view: HistoryView, _ model: Model, _ area: Rect) {
    let lines = (view.entries ?? []).map { entry in
      HistoryLine(
        at: entry.change.at, sign: entry.sign, text: entry.spoken(in: model),
        isUndone: entry.undoneAt != nil)
    }
    let wait = view.entries == nil ? "Asking the server…" : "Nothing is known of its past."
    draw(
      lines, titled: "\(view.guest): history (Esc closes)", without: view.problem ?? wait,
      isProblem: view.problem != nil, scroll: view.scroll, model, area)
  }

  mutating func drawDayChanges(_ view: DayChangesView, _ model: Model, _ area: Rect) {
    let lines = (view.changes ?? []).map { change in
      let therapist = model.board.therapistName(change.therapist)
      return HistoryLine(
        at: change.entry.change.at, sign: change.entry.sign,
        text: "\(change.guest), \(change.time.hourMinute) \(therapist) · "
          + change.entry.spoken(in: model),
        isUndone: change.entry.undoneAt != nil)
    }
    let wait = view.changes == nil ? "Asking the server…" : "Nothing was changed on this day."
    draw(
      lines, titled: "Who changed what: \(view.date.short) (Esc closes)",
      without: view.problem ?? wait, isProblem: view.problem != nil, scroll: view.scroll, model,
      area)
  }

  private struct HistoryLine {
    let at: Timestamp
    let sign: (role: StyleRole, isLoud: Bool)?
    let text: String
    let isUndone: Bool
  }

  private mutating func draw(
    _ lines: [HistoryLine], titled title: String, without: String, isProblem: Bool, scroll: Int,
    _ model: Model, _ area: Rect
  ) {
    let inside = panel(title, area, rows: max(3, lines.count * 2), columns: 112)
    guard !lines.isEmpty else {
      wrapped(DisplayText(without), inside, isProblem ? .toastError : .listFaint)
      return
    }
    // Where a line has no room for its day, the day stands in the title already.
    let width = inside.columns >= 60 ? 17 : 5
    var row = inside.row
    var shown = 0
    for line in lines.dropFirst(scroll) {
      let local = model.zone.local(line.at)
      let isSameDay = local.date == model.board.date || width < 17
      let when = (isSameDay ? "" : "\(local.date.short) ") + local.time.hourMinute
      let column = inside.column + width + 3
      let pieces = DisplayText(line.text).wrapped(to: inside.endColumn - column)
      guard row + min(2, pieces.count) <= inside.endRow else { break }
      text(DisplayText(when), inside.column, row, width: width, .listFaint)
      if let sign = line.sign { text(glyph(sign.role), inside.column + width + 1, row, sign.role) }
      let role: StyleRole =
        line.isUndone ? .listFaint : line.sign?.isLoud == true ? .title : .listRow
      for piece in pieces.prefix(inside.endRow - row) {
        text(piece, column, row, role)
        row += 1
      }
      shown += 1
    }
    drawMore(scroll > 0, scroll + shown < lines.count, inside)
  }
}

extension HistoryEntry {
  /// What a line is recognised by; what a manager asks about is loud.
  fileprivate var sign: (role: StyleRole, isLoud: Bool)? {
    if isOverride { return (.conflict, true) }
    switch change.kind {
    case .status(_, let to): return (to.role, to == .cancelled || to == .noShow)
    case .arrival: return (.arrived, false)
    case .notes: return (.note, false)
    case .created, .moved, .swapped: return nil
    }
  }

  /// `Anna, desk: scheduled to confirmed (by phone); undone by Binh, 11:20`.
  fileprivate func spoken(in model: Model) -> String {
    let why = reason.map { " (\($0))" } ?? ""
    var text = "\(who): \(what(in: model))\(why)"
    if let undoneAt {
      let by = undoneByName.map { " by \($0)" } ?? ""
      text += "; undone\(by), \(model.zone.local(undoneAt).time.hourMinute)"
    }
    return text
  }

  private var who: String {
    switch origin {
    case .desk: "\(change.byName), desk"
    case .guest: "\(change.byName), online"
    case .otherProgram: "another program"
    }
  }

  private func what(in model: Model) -> String {
    let against = isOverride ? ", against the rules" : ""
    switch change.kind {
    case .created: return "booked" + against
    case .arrival: return "arrived"
    case .status(let from, let to): return "\(from.word) to \(to.word)"
    case .notes: return "wrote notes"
    case .moved(let from): return "moved\(against) from \(spoken(from, in: model))"
    case .swapped(let from, let other):
      let guest = model.board.bookings[other].map { " with \($0.customer.name)" } ?? ""
      return "swapped\(guest), from \(spoken(from, in: model))"
    }
  }

  private func spoken(_ slot: BookedSlot, in model: Model) -> String {
    let therapist = model.board.therapistName(slot.therapist)
    return "\(slot.date.short) \(slot.time.hourMinute) with \(therapist), "
      + "\(slot.duration.spoken), \(slot.place.roomName)"
  }
}
