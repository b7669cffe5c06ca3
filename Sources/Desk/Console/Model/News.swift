import BookingDomain
import LinePromise

/// The newest change on the board: who did what, when.
package struct News: Hashable, Sendable {
  package let booking: Booking
  package let kind: BookingNews.Kind
  package let byName: String
  package let at: Timestamp

  /// `Linh Nguyen confirmed`, without who and when.
  package var what: String {
    let guest = booking.customer.name
    return switch kind {
    case .created: "\(guest) booked for \(booking.time.hourMinute)"
    case .statusChanged(_, let to): "\(guest) \(to.word)"
    case .updated where booking.lastChange?.kind == .arrival: "\(guest) has arrived"
    case .updated: "\(guest) changed"
    }
  }
}
