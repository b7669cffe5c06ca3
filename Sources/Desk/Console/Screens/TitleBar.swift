import BookingDomain
import DeskLanguage
import Screen

extension Canvas {
  /// The spa and the day on the left, the day's counts in the middle, who sits here on the right.
  mutating func drawTitle(_ model: Model, _ rect: Rect) {
    fill(rect, .screen)
    let board = model.board
    let isWide = rect.columns >= 100
    var column = rect.column + 1
    if rect.columns >= 72, let name = board.spa?.name {
      column = text(DisplayText(name).truncated(to: 24), column, rect.row, .title) + 2
    }
    if let view = model.viewTitle {
      column = text(DisplayText(view).truncated(to: 32), column, rect.row, .title) + 2
    }
    let date = isWide ? board.date.spoken : board.date.short
    column = text(DisplayText(date), column, rect.row, .headerToday) + 1
    column = text(
      DisplayText(board.date.relative(to: model.moment.today)), column, rect.row, .titleFaint)
    var end = rect.endColumn - 1
    if rect.columns >= 60, let person = model.person {
      let who = DisplayText(person.name).truncated(to: 24)
      end = text(who, endingAt: end, rect.row, .titleFaint)
    }
    let (from, to) = (column + (isWide ? 3 : 1), end - (isWide ? 2 : 1))
    if !drawLacks(model, from: from, to: to, rect.row) {
      drawCounts(model, from: from, to: to, rect.row)
    }
  }

  /// What a new spa has none of yet stands where the counts will.
  /// - Returns: false where it has all, or there is something to count.
  private mutating func drawLacks(_ model: Model, from: Int, to: Int, _ row: Int) -> Bool {
    let lacks = model.board.spa?.lacks ?? []
    guard model.board.isLoaded, !lacks.isEmpty, model.board.ofTheDay.isEmpty else { return false }
    let words = DisplayText(" no \(lacks.map(\.rawValue).joined(separator: ", ")) yet ")
    text(words.truncated(to: max(0, to - from)), from, row, .countWarning)
    return true
  }

  /// As many counts as there is room for, the ones that call for somebody first.
  private mutating func drawCounts(_ model: Model, from: Int, to: Int, _ row: Int) {
    let board = model.board
    guard board.isLoaded, !model.isTherapistDay else { return }
    let counts = DayCounts(
      board.ofTheDay, on: board.date, in: board.spa, at: model.moment)
    var items: [(label: String, value: String, role: StyleRole)] = []
    var signs: [(sign: StyleRole, value: String, role: StyleRole)] = []
    func add(
      _ label: String, _ number: Int, _ role: StyleRole, _ sign: StyleRole, always: Bool = false
    ) {
      if number > 0 { signs.append((sign, String(number), role)) }
      if number > 0 || always {
        items.append((label, String(number), number > 0 ? role : .countValue))
      }
    }
    let isManager = model.isManagerBoard
    add("overlapping", counts.overlapping, .countBad, .conflict)
    add("unreadable", counts.unreadable, .countBad, .refused)
    add("late", counts.late, .countBad, .late, always: isManager)
    add("overrunning", counts.overrunning, .countBad, .overrun, always: isManager)
    add("waiting", counts.waiting, .countWarning, .arrived, always: isManager)
    add("unconfirmed", counts.unconfirmed, .countWarning, .statusScheduled, always: isManager)
    let alarms = items
    if isManager {
      items.append(
        (
          "in progress", String(counts.inProgress),
          counts.inProgress > 0 ? .countGood : .countValue
        ))
      items.append(("done", "\(counts.done) of \(counts.booked)", .countValue))
      if let use = counts.utilisation { items.append(("used", "\(use) %", .countValue)) }
    }
    var column = from
    let needed = alarms.reduce(0) { $0 + $1.label.count + $1.value.count + 5 }
    // No alarm is left out for want of room: it says itself by its sign then.
    guard needed <= to - from + 2 else {
      for (sign, value, role) in signs {
        column = text(glyph(sign) + DisplayText(value), column, row, role) + 1
      }
      return
    }
    for item in items {
      let value = DisplayText(" \(item.value) ")
      let label = DisplayText(item.label)
      guard column + value.columns + label.columns + 1 <= to else { return }
      column = text(value, column, row, item.role) + 1
      column = text(label, column, row, .countLabel) + 2
    }
  }
}

extension Model {
  /// What is on the screen, where it is not the usual.
  var viewTitle: String? {
    switch view {
    case .board, .own, .wall: nil
    case .agenda: "Agenda"
    case .rooms: "Rooms"
    case .week: weekTherapist.map { "Week of \(board.therapistName($0))" } ?? "Week"
    }
  }
}
