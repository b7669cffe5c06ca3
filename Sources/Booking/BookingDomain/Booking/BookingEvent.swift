/// One numbered entry of the event log: something that happened in the database, past tense.
package struct BookingEvent: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case created
    /// The guide's `BOOKING_STATUS_CHANGED`.
    case statusChanged(from: BookingStatus, to: BookingStatus)
    /// Moved, reassigned, arrived, notes: anything but the status.
    case updated
    /// Deleted, or moved out of the viewer's sight.
    case gone
    case therapistScheduleUpdated(UserID)
    /// Time of this therapist was blocked or freed on the audience's date.
    case blocksChanged(UserID)
    /// Somebody came on the waiting list of the audience's date, or is off it.
    case waitingChanged
    /// A task of the desk was written down, ticked off or opened again.
    case tasksChanged
    /// Somebody is new in the register, has another name or number, or is gone from it. Their
    /// bookings have events of their own.
    case customerChanged(CustomerID)
    case paymentCompleted(paymentID: Int64, customer: CustomerID)
  }

  package let seq: Int64
  package let kind: Kind
  /// Nil for events that are not about one booking.
  package let booking: BookingID?
  /// The booking's version this event made.
  package let version: Int64
  /// Who could see the booking before and after, where that changed or may have.
  package let audience: Audience
  /// Who did it; nil for a program that is not ours.
  package let by: PersonID?
  package let byName: String
  package let at: Timestamp

  /// Decides who is told of the event. Stored with it, because the row may have changed since.
  package struct Audience: Hashable, Sendable {
    package let customer: CustomerID?
    package let therapist: UserID?
    /// Differs from `therapist` where this event reassigned the booking.
    package let formerTherapist: UserID?
    package let date: LocalDate?
    /// Differs from `date` where this event moved the booking to another day.
    package let formerDate: LocalDate?

    package init(
      customer: CustomerID? = nil, therapist: UserID? = nil, formerTherapist: UserID? = nil,
      date: LocalDate? = nil, formerDate: LocalDate? = nil
    ) {
      (self.customer, self.therapist, self.formerTherapist) = (customer, therapist, formerTherapist)
      (self.date, self.formerDate) = (date, formerDate)
    }
  }

  package init(
    seq: Int64, kind: Kind, booking: BookingID?, version: Int64, audience: Audience,
    by: PersonID?, byName: String, at: Timestamp
  ) {
    self.seq = seq
    self.kind = kind
    self.booking = booking
    self.version = version
    self.audience = audience
    self.by = by
    self.byName = byName
    self.at = at
  }
}
