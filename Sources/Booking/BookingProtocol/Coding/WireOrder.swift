import BookingDomain

extension Order {
  /// The message that carries it.
  var type: ClientMessageType {
    switch self {
    case .change(let change, _, _): change.type
    case .changeTogether: .changeBookings
    case .takeBack: .undo
    case .book: .createBooking
    case .swap: .swapBookings
    case .block: .blockTime
    case .unblock: .unblockTime
    case .takeOff: .takeTimeOff
    case .endTimeOff: .endTimeOff
    case .setShifts: .setShifts
    case .wait: .addWaiting
    case .stopWaiting: .removeWaiting
    case .guest: .changeGuest
    case .addTask: .addTask
    case .markTask: .markTask
    }
  }

  /// What it is called on the wire.
  package var name: String { type.rawValue }
}

extension Change {
  /// The message that carries it.
  var type: ClientMessageType {
    switch self {
    case .changeStatus: .updateBookingStatus
    case .markArrived: .markArrived
    case .move: .moveBooking
    case .changeService: .changeService
    case .writeNotes: .writeNotes
    case .takePayment: .takePayment
    case .noteCall: .noteCall
    case .wish: .wishTherapist
    case .undo: .undo
    }
  }
}
