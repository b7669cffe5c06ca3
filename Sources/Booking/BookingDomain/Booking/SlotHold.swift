/// Time of a therapist that somebody at a desk is about to give away.
package struct HeldSlot: Hashable, Sendable {
  package let therapist: UserID
  package let date: LocalDate
  package let time: TimeOfDay
  package let duration: Minutes

  package init(therapist: UserID, date: LocalDate, time: TimeOfDay, duration: Minutes) {
    self.therapist = therapist
    self.date = date
    self.time = time
    self.duration = duration
  }

  package var end: TimeOfDay { time + duration }
}

/// What another desk is typing just now. It is a courtesy between people: it forbids nothing, is
/// kept nowhere, and is over by itself.
package struct SlotHold: Hashable, Sendable {
  /// As long as somebody thinks over a booking; whoever types on holds it anew.
  package static let seconds = 20

  /// The desk's connection: it holds one slot at a time.
  package let holder: Int64
  package let slot: HeldSlot
  package let byName: String

  package init(holder: Int64, slot: HeldSlot, byName: String) {
    self.holder = holder
    self.slot = slot
    self.byName = byName
  }
}
