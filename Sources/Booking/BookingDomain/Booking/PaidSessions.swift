package typealias PaymentItemID = Identifier<PaymentItem>

/// What `PaymentItemID` counts: a paid-for number of sessions of one service.
package enum PaymentItem: Sendable {}

/// What is left of something a customer has paid for.
package struct PaidSessions: Hashable, Sendable {
  package let item: PaymentItemID
  package let service: ServiceSummary
  /// Sessions bought, and how many of them are neither booked nor used.
  package let total: Int
  package let left: Int
  package let paidAt: Timestamp?

  package init(
    item: PaymentItemID, service: ServiceSummary, total: Int, left: Int, paidAt: Timestamp?
  ) {
    self.item = item
    self.service = service
    self.total = total
    self.left = left
    self.paidAt = paidAt
  }
}
