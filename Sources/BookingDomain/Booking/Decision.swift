/// The one place that says which changes are allowed and what they do. The console greys keys out
/// with it; the server decides with it, inside the transaction, on the stored row.
package enum Decision {
  /// What a change needs to know beside the booking itself.
  package struct Surroundings: Sendable {
    /// Every booking of that day that shares the therapist or the bed; the booking itself may be
    /// among them.
    package let neighbours: [Booking]
    /// Sessions left on the booking's payment item, not counting the one it holds; nil where
    /// unknown (the console), which is taken as enough.
    package let sessionsLeft: Int?

    package init(neighbours: [Booking], sessionsLeft: Int? = nil) {
      self.neighbours = neighbours
      self.sessionsLeft = sessionsLeft
    }
  }

  /// What happens to the payment item's session.
  package enum SessionEffect: Hashable, Sendable {
    case none
    /// The held session becomes free again.
    case givenBack
    /// A session that was given back is held again.
    case heldAgain
  }

  /// What an allowed change does. Facts that are not named stay as they are.
  package struct Outcome: Hashable, Sendable {
    /// The booking afterwards: status, facts and `lastChange`. `version` is still the old one:
    /// the store counts.
    package let booking: Booking
    package let session: SessionEffect
    /// What is to be kept in the booking's history; nil for an undo, which takes back the newest.
    package let recorded: BookingChange?
    /// Set for a cancellation less than 24 h before the start.
    package let isLateCancellation: Bool
  }
}
