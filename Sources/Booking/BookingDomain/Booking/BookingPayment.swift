/// How the shop's `payments.payment_method` spells it.
package enum PaymentMethod: String, CaseIterable, Hashable, Sendable {
  case bankTransfer = "BANK_TRANSFER", creditCard = "CREDIT_CARD", vnPay = "VNPAY"
  case momo = "MOMO", zaloPay = "ZALOPAY", cash = "CASH"
}

/// How the shop's `payments.payment_status` spells it.
package enum PaymentStatus: String, CaseIterable, Hashable, Sendable {
  /// Sold, and not paid yet.
  case pending = "PENDING"
  case paid = "PAID"
  /// Paid, and paid back.
  case refunded = "REFUNDED"
  /// Never paid, and nothing is waited for any more.
  case failed = "FAILED"
}

/// What may change of a payment: whether it is paid, and how.
package struct PaymentStanding: Hashable, Sendable {
  package let status: PaymentStatus
  /// How it was or will be paid; of what is not paid yet no more than a guess.
  package let method: PaymentMethod

  package init(_ status: PaymentStatus, _ method: PaymentMethod) {
    (self.status, self.method) = (status, method)
  }
}

/// The payment that a booking's session was sold with. It may pay for other bookings as well.
package struct BookingPayment: Hashable, Sendable {
  /// Of the shop's `payments`.
  package let number: Int64
  package var standing: PaymentStanding
  /// What the guest pays for all of it, tax included.
  package let sum: Money
  /// Sessions that it pays for, of whatever service.
  package let sessions: Int
  /// When it was paid; nil where it is not or nobody knows.
  package var paidAt: Timestamp?
  /// Sold at the desk with a booking, and not by the web shop.
  package var isDeskSale = false

  package init(
    number: Int64, standing: PaymentStanding, sum: Money, sessions: Int, paidAt: Timestamp? = nil,
    isDeskSale: Bool = false
  ) {
    self.number = number
    self.standing = standing
    self.sum = sum
    self.sessions = sessions
    self.paidAt = paidAt
    self.isDeskSale = isDeskSale
  }

  /// Whether money is still to come for it.
  package var isOpen: Bool { standing.status == .pending || standing.status == .failed }
}

extension Booking {
  /// Whether the guest still has to pay for it. Nothing is asked for what does not take place.
  package var isUnpaid: Bool { status.occupies && payment?.isOpen == true }
}
