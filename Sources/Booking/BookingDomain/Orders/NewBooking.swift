/// A booking that somebody wants made.
package struct NewBooking: Hashable, Sendable {
  package var customer: Guest
  package var service: ServiceID
  package var therapist: UserID
  package var date: LocalDate
  package var time: TimeOfDay
  /// Nil is the service's own.
  package var duration: Minutes?
  /// Nil takes the one that fits best.
  package var bed: BedID?
  package var payment: Payment
  package var notes: String?
  /// Why it may overlap or lie outside the rules; only a manager's counts.
  package var overrideReason: String?
  /// Who is off the waiting list with it.
  package var waiting: WaitingID?
  /// The standing booking to whose visit it is added.
  package var joins: BookingID?
  /// Whether the guest asked for this therapist.
  package var isWished: Bool

  /// Who comes.
  package enum Guest: Hashable, Sendable {
    case known(CustomerID)
    case new(NewCustomer)
    /// Comes with the first guest of the same order, and stands under that one's name.
    case companion
  }

  /// Which session it uses.
  package enum Payment: Hashable, Sendable {
    /// One that is paid for: the oldest of this service. Refused where none is left.
    case paidSession
    /// One of this item.
    case item(PaymentItemID)
    /// One that is paid for, else one that is sold with the booking, in one transaction.
    case paidSessionOrSale(PaymentMethod)
    /// One that is paid for, else one that is sold with the booking and paid when the guest comes.
    case paidSessionOrUnpaidSale
    case sale(PaymentMethod)
    /// One that is sold with the booking and not paid yet.
    case unpaidSale
  }

  package init(
    customer: Guest, service: ServiceID, therapist: UserID, date: LocalDate, time: TimeOfDay,
    duration: Minutes? = nil, bed: BedID? = nil, payment: Payment, notes: String? = nil,
    overrideReason: String? = nil, waiting: WaitingID? = nil, joins: BookingID? = nil,
    isWished: Bool = false
  ) {
    self.customer = customer
    self.service = service
    self.therapist = therapist
    self.date = date
    self.time = time
    self.duration = duration
    self.bed = bed
    self.payment = payment
    self.notes = notes
    self.overrideReason = overrideReason
    self.waiting = waiting
    self.joins = joins
    self.isWished = isWished
  }
}

/// Somebody whom the spa does not know yet.
package struct NewCustomer: Hashable, Sendable {
  package let name: String
  package let reach: Reach
  package let email: String?

  /// Where they are called.
  package enum Reach: Hashable, Sendable {
    /// Digits, spaces and a leading plus, as given. The shop's table wants each but once.
    case phone(String)
    /// At the number of another customer, whose family it is.
    case familyOf(CustomerID)
    case nowhere
  }

  package init(name: String, reach: Reach, email: String? = nil) {
    (self.name, self.reach, self.email) = (name, reach, email)
  }

  package init(name: String, phone: String, email: String? = nil) {
    self.init(name: name, reach: .phone(phone), email: email)
  }

  /// A number of their own.
  package var phone: String? { if case .phone(let phone) = reach { phone } else { nil } }

  package var family: CustomerID? { if case .familyOf(let id) = reach { id } else { nil } }
}
