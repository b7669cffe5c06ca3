/// Why somebody at the desk is needed, as the title counts it, Tab goes through it and columns are
/// narrowed by it.
package enum Need: CaseIterable, Hashable, Sendable {
  /// The guest has not come.
  case late
  /// The guest is here and not yet served.
  case waiting
  case overrunning
  /// The therapist is not at work then: somebody else has to take the guest.
  case stranded
  /// Still only scheduled and due soon, or on a day to come: there is time to ask everybody.
  case unconfirmed
  /// Done, and not paid yet. Before that nobody is needed for it, and it stands beside the booking.
  case unpaid

  /// None where the row cannot be read.
  package static func all(
    of booking: Booking, at moment: Moment, on day: DaySituation
  ) -> Set<Self> {
    guard booking.unreadable.isEmpty else { return [] }
    let attention = Attention(booking, at: moment, on: day)
    var needs: Set<Self> = []
    if attention.late != nil { needs.insert(.late) }
    if attention.waiting != nil { needs.insert(.waiting) }
    if attention.overrun != nil { needs.insert(.overrunning) }
    if attention.isStranded { needs.insert(.stranded) }
    let isToConfirm = booking.status == .scheduled && booking.date > moment.today
    if attention.isUnconfirmed || isToConfirm { needs.insert(.unconfirmed) }
    if attention.isUnpaid { needs.insert(.unpaid) }
    return needs
  }
}
