/// That a booking got another treatment: what it was before, and how what was paid for went over.
package struct ServiceExchange: Hashable, Sendable {
  package let from: ServiceSummary
  package let to: ServiceSummary
  /// Where it stood.
  package let slot: BookedSlot
  /// What it was paid with.
  package let item: PaymentItemID
  /// How the sale stood that went back; nil where a session went back, or the viewer may not see it.
  package let left: PaymentStanding?
  /// How the other treatment was sold with the change; nil where it uses a session.
  package let sold: PaymentStanding?

  package init(
    from: ServiceSummary, to: ServiceSummary, slot: BookedSlot, item: PaymentItemID,
    left: PaymentStanding?, sold: PaymentStanding?
  ) {
    self.from = from
    self.to = to
    self.slot = slot
    self.item = item
    self.left = left
    self.sold = sold
  }

  var withoutMoney: ServiceExchange {
    ServiceExchange(from: from, to: to, slot: slot, item: item, left: nil, sold: nil)
  }
}

extension PaymentStanding {
  /// The same once what was sold is given back: what was paid is paid back, and what was not is asked
  /// of nobody any more. The shop's word for that is FAILED: REFUNDED would say that money went back.
  package var givenBack: PaymentStanding {
    PaymentStanding(status == .paid ? .refunded : .failed, method)
  }
}

extension BookingPayment {
  /// Sold at the desk for one treatment: the sale goes where its only booking goes.
  package var isSoldForOne: Bool {
    isDeskSale && sessions == 1 && [.paid, .pending].contains(standing.status)
  }
}
