import BookingDomain
import DeskLanguage
import Screen

/// Ticking off in the call list and among the desk's tasks.
extension Model {
  /// The unconfirmed of a day; the day that was shown before comes back with the end of the list.
  mutating func openCalls(of day: DayWord) -> [Effect] {
    let before = DeskList.Origin(day: board.day, cursor: cursor)
    let effects = show(day)
    var list = DeskList(kind: .calls)
    list.origin = before
    overlay = .list(list)
    return effects
  }

  mutating func close(_ open: Overlay) -> [Effect] {
    overlay = nil
    guard case .list(let list) = open, let origin = list.origin else { return [] }
    let effects = show(origin.day)
    cursor = origin.cursor
    return effects
  }

  /// The line that the cursor stands on.
  private func chosen(in list: DeskList) -> DeskList.Row? {
    let rows = rows(of: list)
    return rows.isEmpty ? nil : rows[min(list.at, rows.count - 1)]
  }

  mutating func tick(_ change: Change, in list: DeskList, _ id: RequestID) -> [Effect] {
    guard let booking = chosen(in: list)?.booking.flatMap({ board.bookings[$0] }) else { return [] }
    return order(change, on: booking, id)
  }

  /// How it went in words: the list comes back after it.
  mutating func writeNote(in list: DeskList) -> [Effect] {
    guard let booking = chosen(in: list)?.booking.flatMap({ board.bookings[$0] }) else { return [] }
    let effects = open(.noAnswer)
    typing.begins(about: booking, on: board)
    typing.list = list
    return effects
  }

  mutating func writeTask(in list: DeskList) -> [Effect] {
    let effects = open(.task)
    typing.list = list
    return effects
  }

  /// Open ones are ticked off, and those that are done opened again.
  mutating func tickTask(in list: DeskList, _ id: RequestID) -> [Effect] {
    guard let task = chosen(in: list)?.task.flatMap({ id in board.tasks.first { $0.id == id } })
    else { return [] }
    let mark: TaskMark = task.isOpen ? .done : .open
    guard let person else { return [] }
    if let refusal = Decision.refusal(ofMarking: task, task.id, as: mark, by: person) {
      notices.say(.warning, refusal.sentence, at: now)
      return []
    }
    let done = mark == .done ? "Done: \(task.text)." : "Open again: \(task.text)."
    return send(.markTask(task.id, as: mark), memo: .init(guest: task.text, done: done), id)
  }

  /// What other desks have written down is said, since nobody looks at a list all day.
  mutating func take(_ tasks: [DeskTask]) {
    let known = Set(board.tasks.map(\.id))
    let new = tasks.filter { $0.isOpen && !known.contains($0.id) && $0.byName != person?.name }
    board.tasks = tasks
    guard let task = new.last, view != .wall else { return }
    notices.say(
      .information,
      "For the desk, from \(task.byName): \(task.text). \(key(.list(.tasks))) shows it.", at: now)
  }
}
