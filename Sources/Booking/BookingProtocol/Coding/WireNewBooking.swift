import BookingDomain

/// A booking to be made. Without `customerId` and `newCustomer` it is a companion's.
struct WireNewBooking: Codable {
  var customerId: WireNumber?
  var newCustomer: WireNewCustomer?
  let serviceId, therapistId: WireNumber
  let appointmentDate, appointmentTime: String
  var durationMinutes: WireDuration?
  var bedId: WireNumber?
  let payment: WirePayment
  var notes: String?
  var overrideReason: String?
  var waitingId: WireNumber?
  var joinsBookingId: WireNumber?
  /// Left out is no.
  var isWished: Bool?

  struct WireNewCustomer: Codable {
    let name: String
    /// Nil for somebody without one of their own.
    let phone: String?
    /// The customer at whose number they are called.
    let familyOf: WireNumber?
    let email: String?
  }

  /// `kind` is PAID, ITEM, PAID_OR_SALE, SALE or UNPAID_SALE; `method` as the shop spells it.
  struct WirePayment: Codable {
    let kind: String
    var itemId: WireNumber?
    var method: String?
  }

  init(_ wanted: NewBooking) {
    switch wanted.customer {
    case .known(let id): customerId = WireNumber(id.number)
    case .new(let customer):
      newCustomer = WireNewCustomer(
        name: customer.name, phone: customer.phone,
        familyOf: customer.family.map { WireNumber($0.number) }, email: customer.email)
    case .companion: break
    }
    serviceId = WireNumber(wanted.service.number)
    therapistId = WireNumber(wanted.therapist.number)
    appointmentDate = wanted.date.description
    appointmentTime = wanted.time.description
    durationMinutes = wanted.duration.map { WireDuration($0) }
    bedId = wanted.bed.map { WireNumber($0.number) }
    payment = WirePayment(wanted.payment)
    notes = wanted.notes
    overrideReason = wanted.overrideReason
    waitingId = wanted.waiting.map { WireNumber($0.number) }
    joinsBookingId = wanted.joins.map { WireNumber($0.number) }
    isWished = wanted.isWished ? true : nil
  }

  func newBooking() throws(MessageProblem) -> NewBooking {
    NewBooking(
      customer: try guest(), service: ServiceID(serviceId.number),
      therapist: UserID(therapistId.number),
      date: try Wire.appointmentDate(appointmentDate),
      time: try Wire.appointmentTime(appointmentTime), duration: durationMinutes?.minutes,
      bed: bedId.map { BedID($0.number) },
      payment: try payment.payment(), notes: notes, overrideReason: overrideReason,
      waiting: waitingId.map { WaitingID($0.number) },
      joins: joinsBookingId.map { BookingID($0.number) }, isWished: isWished ?? false)
  }

  private func guest() throws(MessageProblem) -> NewBooking.Guest {
    switch (customerId, newCustomer) {
    case (.some(let id), nil): return .known(CustomerID(id.number))
    case (nil, .some(let wire)):
      return .new(NewCustomer(name: wire.name, reach: try wire.reach(), email: wire.email))
    case (nil, nil): return .companion
    case (.some, .some):
      throw .malformed(detail: "bookings wants one of customerId and newCustomer, not both")
    }
  }
}

extension WireNewBooking.WireNewCustomer {
  func reach() throws(MessageProblem) -> NewCustomer.Reach {
    switch (phone, familyOf) {
    case (let phone?, nil): return .phone(phone)
    case (nil, let family?): return .familyOf(CustomerID(family.number))
    case (nil, nil): return .nowhere
    case (.some, .some):
      throw .malformed(detail: "newCustomer wants one of phone and familyOf, not both")
    }
  }
}

extension WireNewBooking.WirePayment {
  init(_ payment: NewBooking.Payment) {
    switch payment {
    case .paidSession: self.init(kind: "PAID")
    case .item(let id): self.init(kind: "ITEM", itemId: WireNumber(id.number))
    case .paidSessionOrSale(let method):
      self.init(kind: "PAID_OR_SALE", method: method.rawValue)
    case .sale(let method): self.init(kind: "SALE", method: method.rawValue)
    case .paidSessionOrUnpaidSale: self.init(kind: "PAID_OR_UNPAID_SALE")
    case .unpaidSale: self.init(kind: "UNPAID_SALE")
    }
  }

  func payment() throws(MessageProblem) -> NewBooking.Payment {
    switch (kind, itemId, method.flatMap(PaymentMethod.init(rawValue:))) {
    case ("PAID", _, _): return .paidSession
    case ("ITEM", .some(let id), _): return .item(PaymentItemID(id.number))
    case ("PAID_OR_SALE", _, .some(let method)): return .paidSessionOrSale(method)
    case ("SALE", _, .some(let method)): return .sale(method)
    case ("PAID_OR_UNPAID_SALE", _, _): return .paidSessionOrUnpaidSale
    case ("UNPAID_SALE", _, _): return .unpaidSale
    default:
      throw .malformed(
        detail: "payment is none of PAID, ITEM, PAID_OR_SALE, PAID_OR_UNPAID_SALE, SALE and "
          + "UNPAID_SALE")
    }
  }
}
