extension PaymentStanding {
  /// The same once what was sold is given back: what was paid is paid back, and what was not is asked
  /// of nobody any more. The shop's word for that is FAILED: REFUNDED would say that money went back.
  package var givenBack: PaymentStanding {
    switch status {
    case .paid: PaymentStanding(.refunded, method)
    case .pending: PaymentStanding(.failed, method)
    case .refunded, .failed: self
    }
  }
}

extension BookingPayment {
  /// Sold at the desk for one treatment: the sale goes where its only booking goes.
  package var isSoldForOne: Bool {
    isDeskSale && isOfOneBooking && [.paid, .pending].contains(standing.status)
  }

  fileprivate var isOfOneBooking: Bool { sessions == 1 }
}

extension Booking {
  /// What was sold for it at the desk goes back, paid or not: nobody keeps a session that was a slip
  /// of the finger.
  mutating func giveSaleBack() {
    guard let payment, payment.isSoldForOne else { return }
    self.payment?.standing = payment.standing.givenBack
  }

  /// What is for this booking alone and not paid is asked of nobody once it is off. A session that is
  /// paid stays the guest's.
  mutating func dropOpenPayment() {
    guard let payment, payment.isOfOneBooking, payment.standing.status == .pending else { return }
    self.payment?.standing = payment.standing.givenBack
  }

  mutating func reopenDroppedPayment() {
    guard let payment, payment.isOfOneBooking, payment.standing.status == .failed else { return }
    self.payment?.standing = PaymentStanding(.pending, payment.standing.method)
  }
}
