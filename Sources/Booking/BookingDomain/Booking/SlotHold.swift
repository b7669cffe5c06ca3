/// Time of a therapist: that a visit took, or that somebody at a desk is about to give away.
package struct HeldSlot: Hashable, Sendable {
  package let therapist: UserID
  package let date: LocalDate
  package let time: TimeOfDay
  package let duration: Minutes

  package init(therapist: UserID, date: LocalDate, time: TimeOfDay, duration: Minutes) {
    (self.therapist, self.date, self.time, self.duration) = (therapist, date, time, duration)
  }

  package var end: TimeOfDay { time + duration }

  /// Whether anybody could book it at all: a slot of a day, from yesterday's night on and at most a
  /// year ahead.
  package func isBookable(on today: LocalDate) -> Bool {
    Ranges.duration.contains(duration.count) && time >= .midnight && time < .endOfDay
      && (today - 1...today + 366).contains(date)
  }
}

/// What another desk is typing just now. It only informs people: it forbids nothing, is stored
/// nowhere, and ends by itself.
package struct SlotHold: Hashable, Sendable {
  /// About as long as somebody thinks about a booking; typing on begins the time again.
  package static let seconds = 20

  /// The desk's connection: it holds one slot at a time.
  package let holder: Int64
  package let slot: HeldSlot
  package let byName: String

  package init(holder: Int64, slot: HeldSlot, byName: String) {
    (self.holder, self.slot, self.byName) = (holder, slot, byName)
  }
}
