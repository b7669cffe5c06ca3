/// A block that somebody wants made.
package struct NewBlock: Hashable, Sendable {
  package let therapist: UserID
  package let date: LocalDate
  package let time: TimeOfDay
  package let duration: Minutes
  package let reason: String

  package init(
    therapist: UserID, date: LocalDate, time: TimeOfDay, duration: Minutes, reason: String
  ) {
    self.therapist = therapist
    self.date = date
    self.time = time
    self.duration = duration
    self.reason = reason
  }

  /// What would have to be blocked for it to stand again.
  package init(_ block: Block) {
    self.init(
      therapist: block.therapist, date: block.date, time: block.time, duration: block.duration,
      reason: block.reason)
  }

  /// `Fri 27 Nov 18:00–18:30`.
  package var words: String {
    "\(date.short) \(time.hourMinute)–\((time + duration).onClock.hourMinute)"
  }
}

extension NewBlock {
  /// `Lan blocked Fri 27 Nov 13:00–13:30: lunch`.
  package func words(of name: String, _ isMade: Bool) -> String {
    "\(name) \(isMade ? "blocked" : "unblocked") \(words)\(reason.isEmpty ? "" : ": \(reason)")"
  }
}
