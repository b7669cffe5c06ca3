import BookingDomain

extension Change {
  /// What is kept with it in the booking's history.
  package var reason: String? {
    switch self {
    case .changeStatus(_, let reason): reason
    case .move(let move): move.overrideReason
    case .changeService(let wanted): wanted.overrideReason
    case .noteCall(_, let note): note.isEmpty ? nil : note
    case .markArrived, .writeNotes, .takePayment, .wish, .undo: nil
    }
  }
}
