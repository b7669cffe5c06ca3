package typealias TimeOffID = Identifier<TimeOff>

/// Whole days on which a therapist, or everybody, does not work: ill, on leave, a holiday. On the
/// days themselves it is a `Block` of each therapist.
package struct TimeOff: Hashable, Sendable, Identifiable {
  package let id: TimeOffID
  /// Nil is everybody, also who is hired later.
  package let therapist: UserID?
  package let days: ClosedRange<LocalDate>
  /// As the desk wrote it; empty is none.
  package let reason: String
  package let byName: String

  package init(
    id: TimeOffID, therapist: UserID?, days: ClosedRange<LocalDate>, reason: String,
    byName: String
  ) {
    (self.id, self.therapist, self.days) = (id, therapist, days)
    (self.reason, self.byName) = (reason, byName)
  }

  package func isOf(_ therapist: UserID) -> Bool {
    self.therapist == nil || self.therapist == therapist
  }
}

extension ClosedRange<LocalDate> {
  /// `Fri 27 Nov`, or `Thu 24 Dec–Sat 2 Jan`.
  package var words: String {
    lowerBound == upperBound
      ? lowerBound.short : "\(lowerBound.short)–\(upperBound.short)"
  }
}
