import BookingDomain
import DeskLanguage
import LinePromise

/// The newest change on the board: who did what, when.
package struct News: Hashable, Sendable {
  package let booking: Booking
  package let kind: BookingNews.Kind
  package let byName: String
  package let at: Timestamp
  /// What of it was taken back, here or at another desk.
  package internal(set) var takenBack: String?

  /// `Linh Nguyen confirmed`, without who and when; with its day where that is not today.
  package func what(_ today: LocalDate) -> String {
    if let takenBack { return "Taken back: \(takenBack)" }
    let guest = booking.customer.name
    let day = booking.date == today ? "" : "\(booking.date.short) "
    return switch kind {
    case .created: "\(guest) booked for \(day)\(booking.time.hourMinute)"
    case .statusChanged(_, let to): "\(guest) \(to.word)"
    case .updated: "\(guest) \(booking.lastChange?.now(booking) ?? "changed")"
    }
  }
}

extension Booking {
  /// What was taken back with a newer version, in words; nil where something else happened. Its last
  /// change is the last that has not been taken back.
  func takenBack(with newer: Booking) -> String? {
    guard let gone = lastChange, newer.lastChange.map({ $0.at < gone.at }) ?? true else {
      return nil
    }
    return "\(customer.name) \(gone.now(self))"
  }
}

extension BookingChange {
  /// What stands with it that did not: `confirmed`, `now 60 min`, `moved to 15:30`.
  fileprivate func now(_ booking: Booking) -> String {
    switch kind {
    case .moved(let from) where from.duration != booking.duration && from.time == booking.time:
      return "now \(booking.duration.spoken)"
    case .moved(let from) where from.date != booking.date:
      return "moved to \(booking.date.short) \(booking.time.hourMinute)"
    case .moved(let from) where from.time == booking.time && from.therapist != booking.therapist:
      return "has another therapist"
    case .moved(let from) where from.time == booking.time: return "now in \(booking.place.roomName)"
    case .moved: return "moved to \(booking.time.hourMinute)"
    case .swapped: return "swapped, now \(booking.time.hourMinute)"
    case .notes: return "has new notes"
    case .payment(_, let to): return to.status == .paid ? "paid" : "is unpaid"
    case .called(.calling): return "is being called"
    case .called(.notReached): return "does not answer"
    case .wished(_, let to): return to == nil ? "has no wish" : "has a wish"
    case .service(let exchange): return "now \(exchange.to.name)"
    case .created: return "booked for \(booking.time.hourMinute)"
    case .status(_, let to): return to.word
    case .arrival: return "has arrived"
    }
  }
}
