import BookingDomain
import DeskLanguage
import Screen

/// The board as it stood, unmistakably: its title says so in the colours of a warning.
extension Canvas {
  mutating func drawPastTitle(_ view: PastView, _ model: Model, _ plan: ScreenPlan) {
    let rect = plan.title ?? plan.status
    fill(rect, .countWarning)
    let title = " " + said(view.title(in: model.zone))
    let end = text(title, rect.column, rect.row, .countWarning) + 2
    let what = DisplayText(view.said(in: model))
    let room = rect.endColumn - end - 1
    guard room > 7 else { return }
    // What was done then comes first, and what is not of then stands behind it where there is room.
    let ofNow = DisplayText(" · ") + said(view.ofNow(in: model))
    let hasBoth = view.isAtChange && what.columns + ofNow.columns <= room
    text(hasBoth ? what + ofNow : what.truncated(to: room), end, rect.row, .countWarning)
  }

  /// Until the answer has come, and where there is none.
  mutating func drawPast(_ view: PastView, _ model: Model, _ area: Rect) {
    guard view.past == nil else { return }
    let inside = panel("The board as it was (Esc closes)", area, rows: 3, columns: 60)
    wrapped(
      said(view.problem ?? "Asking the server…"), inside,
      view.problem == nil ? .listFaint : .toastError)
  }
}

extension PastView {
  /// Nobody knows how these were then.
  fileprivate func ofNow(in model: Model) -> String {
    guard let since = past?.house.since else {
      return "names, blocks, days off and shifts as of now"
    }
    guard at < since else { return "guests' names as of now" }
    let local = model.zone.local(since)
    let day = local.date == date ? "" : "\(local.date.short) "
    return "blocks, days off and shifts as of \(day)\(local.time.hourMinute)"
  }

  /// With its day where that is another than the one that is shown.
  func title(in zone: SpaZone) -> String {
    let local = zone.local(at)
    let day = local.date == date ? "" : "\(local.date.short) "
    return "AS IT WAS AT \(day)\(local.time.hourMinute)"
  }

  var isAtChange: Bool {
    past.map { !$0.changes(at: at).isEmpty || !$0.house.done(at: at).isEmpty } ?? false
  }

  /// What was done at that moment, or the day that is shown.
  func said(in model: Model) -> String {
    let done = past?.changes(at: at) ?? []
    let house = past?.house.done(at: at) ?? []
    let count = done.count + house.count
    let more = count > 1 ? " " + model.wording("and \(count - 1) more") : ""
    guard let first = done.first else {
      return house.first.map { model.wording($0) + more }
        ?? model.wording(date.short) + " · " + model.wording(ofNow(in: model))
    }
    let isTakenBack = first.entry.undoneAt == at
    let what = first.entry.spoken(
      became: model.board.bookings[first.booking.id]?.slot, takenBack: isTakenBack, in: model)
    return "\(first.booking.customer.name) · \(what)\(more)"
  }
}
