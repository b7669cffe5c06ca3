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
}
