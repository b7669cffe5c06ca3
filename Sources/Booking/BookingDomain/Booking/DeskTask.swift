package typealias TaskID = Identifier<DeskTask>

/// Something that the desk has to do or to hand over, tied to no booking.
package struct DeskTask: Hashable, Sendable, Identifiable {
  package let id: TaskID
  package let text: String
  /// When it is due; nil for whenever.
  package let date: LocalDate?
  /// Only with a date.
  package let time: TimeOfDay?
  package let byName: String
  package let at: Timestamp
  /// Nil while it is open.
  package let done: Done?

  package struct Done: Hashable, Sendable {
    package let byName: String
    package let at: Timestamp

    package init(byName: String, at: Timestamp) { (self.byName, self.at) = (byName, at) }
  }

  package init(
    id: TaskID, text: String, date: LocalDate?, time: TimeOfDay?, byName: String, at: Timestamp,
    done: Done? = nil
  ) {
    self.id = id
    self.text = text
    self.date = date
    self.time = time
    self.byName = byName
    self.at = at
    self.done = done
  }

  package var isOpen: Bool { done == nil }

  /// Its time has come.
  package func isDue(at moment: Moment) -> Bool {
    guard isOpen, let date else { return false }
    if date != moment.today { return date < moment.today }
    return time.map { $0 <= moment.local.time } ?? true
  }

  /// Open ones first, the one that is due first before the others; then what was done last.
  package static func comes(_ a: DeskTask, before b: DeskTask) -> Bool {
    switch (a.done, b.done) {
    case (nil, nil): a.order < b.order
    case (nil, _?): true
    case (_?, nil): false
    case (let one?, let other?): (one.at, a.id) > (other.at, b.id)
    }
  }

  private var order: (LocalDate, TimeOfDay, TaskID) {
    // Whenever is after everything that has a day.
    (date ?? .last, time ?? .midnight, id)
  }
}

/// Of the desk's tasks every change sends the list whole to every desk.
package enum TaskLimit {
  package static let open = 100
  /// Of those that are done, the last are shown, so that a slip is seen and taken back.
  package static let doneShown = 20
}
