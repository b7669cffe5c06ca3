/// Another treatment in the place of a booking's own.
package struct ServiceChange: Hashable, Sendable {
  package var service: ServiceID
  /// Nil is the one who has the booking.
  package var therapist: UserID?
  /// Nil is the service's own.
  package var duration: Minutes?
  package var payment: NewBooking.Payment
  /// Why it may overlap or lie outside the rules; only a manager's counts.
  package var overrideReason: String?

  package init(
    to service: ServiceID, therapist: UserID? = nil, duration: Minutes? = nil,
    payment: NewBooking.Payment, overrideReason: String? = nil
  ) {
    self.service = service
    self.therapist = therapist
    self.duration = duration
    self.payment = payment
    self.overrideReason = overrideReason
  }
}
