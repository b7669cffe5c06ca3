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
