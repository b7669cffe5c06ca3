/// The six states of the guide, spelt as on the wire and in the database. "Arrived" is not one:
/// it is a fact beside the status (`Booking.arrivedAt`).
package enum BookingStatus: String, CaseIterable, Hashable, Sendable {
  case scheduled = "SCHEDULED"
  case confirmed = "CONFIRMED"
  case inProgress = "IN_PROGRESS"
  case completed = "COMPLETED"
  case cancelled = "CANCELLED"
  case noShow = "NO_SHOW"

  /// Whether a booking in this state keeps its therapist and bed from others. A no-show gives the
  /// rest of its slot back when it is marked.
  package var occupies: Bool {
    switch self {
    case .scheduled, .confirmed, .inProgress, .completed: true
    case .cancelled, .noShow: false
    }
  }

  /// The guest has not been seen to yet, and still may be.
  package var isAhead: Bool { self == .scheduled || self == .confirmed }

  /// Ahead, or under way.
  package var isOpen: Bool { isAhead || self == .inProgress }

  /// The spa's word for it.
  package var word: String {
    switch self {
    case .scheduled: "scheduled"
    case .confirmed: "confirmed"
    case .inProgress: "in progress"
    case .completed: "completed"
    case .cancelled: "cancelled"
    case .noShow: "no-show"
    }
  }
}
