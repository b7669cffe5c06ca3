import BookingDomain

/// What a client sends. The guide's three, and ours beside them.
package enum ClientMessage: Hashable, Sendable {
  /// The first message of a client that could send neither cookie nor header.
  case authenticate(token: String)
  case subscribeBookingUpdates(Subscription)
  case subscribeTherapistSchedule(therapist: UserID, date: LocalDate)
  case requestAvailability(service: ServiceID, therapist: UserID?, date: LocalDate)
  /// `UPDATE_BOOKING_STATUS`, `MARK_ARRIVED`, `MOVE_BOOKING`, `WRITE_NOTES`, `UNDO`,
  /// `CREATE_BOOKING`, `SWAP_BOOKINGS`, `BLOCK_TIME`, `UNBLOCK_TIME` and the rest of `Order.type`.
  case command(Command)
  /// Everything up to this position has arrived. No answer.
  case eventAck(seq: Int64)
  /// `HOLD_SLOT`, `RELEASE_SLOT` (nil): what this desk is typing. No answer.
  case hold(HeldSlot?)
  case refreshSession
  case ping

  /// What of the spa's stream a member of staff wants to see.
  package struct Subscription: Hashable, Sendable {
    /// The days shown, both inclusive; nil is today (in the spa's zone).
    package let from: LocalDate?
    package let to: LocalDate?
    /// What the client has already; nil asks for a snapshot.
    package let after: LogPosition?

    package init(from: LocalDate? = nil, to: LocalDate? = nil, after: LogPosition? = nil) {
      (self.from, self.to, self.after) = (from, to, after)
    }
  }
}

/// A client message with what stands around it.
package struct ClientEnvelope: Hashable, Sendable {
  package let message: ClientMessage
  /// The sender's request id; replies repeat it. Commands have theirs in `Command.id` too.
  package let id: String?

  package init(_ message: ClientMessage, id: String? = nil) {
    (self.message, self.id) = (message, id)
  }
}
