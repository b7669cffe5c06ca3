/// How calling a guest about an unconfirmed booking went. Who was reached is confirmed, which needs
/// no mark.
package enum CallOutcome: String, CaseIterable, Hashable, Sendable {
  /// Somebody has the guest on the phone now: nobody else calls meanwhile.
  case calling = "CALLING"
  case notReached = "NOT_REACHED"
}

/// The last call about a booking.
package struct CallMark: Hashable, Sendable {
  package let outcome: CallOutcome
  /// As the desk wrote it; empty is none.
  package let note: String
  package let byName: String
  package let at: Timestamp

  package init(outcome: CallOutcome, note: String, byName: String, at: Timestamp) {
    (self.outcome, self.note, self.byName, self.at) = (outcome, note, byName, at)
  }

  /// A call that nobody ended is over: the desk was called away.
  package static let longestCall: Minutes = 5

  package func isGoingOn(at now: Timestamp) -> Bool {
    outcome == .calling && now - at <= Self.longestCall
  }
}
