/// What becomes of a task.
package enum TaskMark: String, CaseIterable, Hashable, Sendable {
  case done = "DONE"
  case open = "OPEN"
  /// It was a slip: nothing of it is left.
  case struck = "STRUCK"
}

/// A task that somebody wants written down.
package struct NewTask: Hashable, Sendable {
  package let text: String
  package let date: LocalDate?
  package let time: TimeOfDay?

  package init(text: String, date: LocalDate? = nil, time: TimeOfDay? = nil) {
    (self.text, self.date, self.time) = (text, date, time)
  }
}
