package typealias BlockID = Identifier<Block>

/// Time of a therapist that is kept free of bookings: lunch, a training, somebody gone early.
package struct Block: Hashable, Sendable, Identifiable {
  package let id: BlockID
  package let therapist: UserID
  package let date: LocalDate
  package let time: TimeOfDay
  package let duration: Minutes
  /// As the desk wrote it; empty is none.
  package let reason: String
  package let byName: String
  package let kind: Kind

  package enum Kind: Hashable, Sendable {
    /// Blocked as it stands here.
    case time
    /// The whole of a day that the therapist is off.
    case timeOff(TimeOff)
  }

  package init(
    id: BlockID, therapist: UserID, date: LocalDate, time: TimeOfDay, duration: Minutes,
    reason: String, byName: String, kind: Kind = .time
  ) {
    self.id = id
    self.therapist = therapist
    self.date = date
    self.time = time
    self.duration = duration
    self.reason = reason
    self.byName = byName
    self.kind = kind
  }

  package var end: TimeOfDay { time + duration }
}
