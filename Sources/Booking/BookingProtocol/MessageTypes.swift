/// The number that both ends say when they meet (`CONNECTION_ESTABLISHED.protocolVersion`).
///
/// Within one version a server may add message types, fields, refusal codes and kinds of changes,
/// and a client passes over what it does not know. Nothing is renamed, removed, given another unit
/// or another meaning, and nothing that could be left out becomes necessary. Whatever breaks this
/// rule gets the next number, and a client of another number says so instead of guessing.
package enum ProtocolVersion {
  package static let current = 1
}

/// Every message that a client may send. Decoding, encoding, the reference and the pinned samples
/// all go through this list: a message that is missing anywhere does not compile or fails a test.
package enum ClientMessageType: String, CaseIterable, Hashable, Sendable {
  case authenticate = "AUTHENTICATE"
  case subscribeBookingUpdates = "SUBSCRIBE_BOOKING_UPDATES"
  case subscribeTherapistSchedule = "SUBSCRIBE_THERAPIST_SCHEDULE"
  case requestAvailability = "REQUEST_AVAILABILITY"
  case createBooking = "CREATE_BOOKING"
  case updateBookingStatus = "UPDATE_BOOKING_STATUS"
  case markArrived = "MARK_ARRIVED"
  case moveBooking = "MOVE_BOOKING"
  case swapBookings = "SWAP_BOOKINGS"
  case changeBookings = "CHANGE_BOOKINGS"
  case changeService = "CHANGE_SERVICE"
  case writeNotes = "WRITE_NOTES"
  case takePayment = "TAKE_PAYMENT"
  case undo = "UNDO"
  case blockTime = "BLOCK_TIME"
  case unblockTime = "UNBLOCK_TIME"
  case takeTimeOff = "TAKE_TIME_OFF"
  case endTimeOff = "END_TIME_OFF"
  case setShifts = "SET_SHIFTS"
  case addWaiting = "ADD_WAITING"
  case removeWaiting = "REMOVE_WAITING"
  case noteCall = "NOTE_CALL"
  case wishTherapist = "WISH_THERAPIST"
  case changeGuest = "CHANGE_GUEST"
  case addTask = "ADD_TASK"
  case markTask = "MARK_TASK"
  case holdSlot = "HOLD_SLOT"
  case releaseSlot = "RELEASE_SLOT"
  case eventAck = "EVENT_ACK"
  case refreshSession = "REFRESH_SESSION"
  case ping = "PING"
}

/// Every message that a server may send.
package enum ServerMessageType: String, CaseIterable, Hashable, Sendable {
  case connectionEstablished = "CONNECTION_ESTABLISHED"
  case bookingSnapshot = "BOOKING_SNAPSHOT"
  case subscribed = "SUBSCRIBED"
  case bookingCreated = "BOOKING_CREATED"
  case bookingStatusChanged = "BOOKING_STATUS_CHANGED"
  case bookingUpdated = "BOOKING_UPDATED"
  case bookingGone = "BOOKING_GONE"
  case paymentCompleted = "PAYMENT_COMPLETED"
  case blocksChanged = "BLOCKS_CHANGED"
  case waitingChanged = "WAITING_CHANGED"
  case tasksChanged = "TASKS_CHANGED"
  case boardDigest = "BOARD_DIGEST"
  case availabilityUpdated = "AVAILABILITY_UPDATED"
  case therapistScheduleUpdated = "THERAPIST_SCHEDULE_UPDATED"
  case commandAccepted = "COMMAND_ACCEPTED"
  case commandRefused = "COMMAND_REFUSED"
  case slotHeld = "SLOT_HELD"
  case slotReleased = "SLOT_RELEASED"
  case sessionRefreshed = "SESSION_REFRESHED"
  case sessionExpiring = "SESSION_EXPIRING"
  case databaseState = "DATABASE_STATE"
  case serverDraining = "SERVER_DRAINING"
  case error = "ERROR"
  case pong = "PONG"
}
