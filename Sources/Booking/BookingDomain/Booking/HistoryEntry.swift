/// A line of a booking's history: who did what and when, and whether it was taken back.
package struct HistoryEntry: Hashable, Sendable {
  package let change: BookingChange
  package let reason: String?
  package let undoneAt: Timestamp?
  package let undoneByName: String?
  /// What it was taken back from, where that says more than the change does; nil also where it was
  /// taken back before this was kept.
  package let undone: Undone?

  package enum Undone: Hashable, Sendable {
    /// Where the booking had been moved to.
    case slot(BookedSlot)
    /// What had been written; nil is nothing.
    case notes(String?)
  }

  package init(
    change: BookingChange, reason: String?, undoneAt: Timestamp? = nil,
    undoneByName: String? = nil, undone: Undone? = nil
  ) {
    (self.change, self.reason) = (change, reason)
    (self.undoneAt, self.undoneByName, self.undone) = (undoneAt, undoneByName, undone)
  }

  /// Where a change came from, as far as it is really known: our server knows who logged in, and a
  /// program that wrote into the database left no name.
  package enum Origin: Hashable, Sendable {
    /// Staff, through this server.
    case staff
    /// The guest, through this server: a browser or a mobile client.
    case guest
    /// The web shop, or whatever else has the database's password.
    case otherProgram
  }

  package var origin: Origin {
    switch change.by {
    case .user: .staff
    case .customer: .guest
    case nil: .otherProgram
    }
  }

  /// A place that was taken against the rules: nothing else about a place has a reason.
  package var isOverride: Bool {
    guard reason != nil else { return false }
    switch change.kind {
    case .created, .moved, .swapped, .service: return true
    case .status, .arrival, .notes, .payment, .called, .wished: return false
    }
  }

  package var isCancellation: Bool {
    if case .status(_, .cancelled) = change.kind { true } else { false }
  }

  /// What a call leaves on the booking; nil of any other change.
  package var call: CallMark? {
    guard case .called(let outcome) = change.kind else { return nil }
    return CallMark(outcome: outcome, note: reason ?? "", byName: change.byName, at: change.at)
  }

  /// Whether it was done by then, and not taken back by then.
  package func stood(at moment: Timestamp) -> Bool {
    change.at <= moment && undoneAt.map { $0 > moment } ?? true
  }
}

extension BookingChange.Kind {
  /// What a change of this kind is taken back from.
  package func undone(from booking: Booking) -> HistoryEntry.Undone? {
    switch self {
    case .moved, .swapped, .service: .slot(booking.slot)
    case .notes: .notes(booking.notes)
    case .created, .status, .arrival, .payment, .called, .wished: nil
    }
  }
}

/// A line of a day's changes: which booking, and what was done to it.
package struct DayChange: Hashable, Sendable {
  package let booking: BookingID
  package let guest: String
  package let therapist: UserID
  /// Where the booking stands now.
  package let time: TimeOfDay
  package let entry: HistoryEntry

  package init(
    booking: BookingID, guest: String, therapist: UserID, time: TimeOfDay, entry: HistoryEntry
  ) {
    self.booking = booking
    self.guest = guest
    self.therapist = therapist
    self.time = time
    self.entry = entry
  }
}
