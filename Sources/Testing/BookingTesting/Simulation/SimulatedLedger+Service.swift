import BookingDomain
import BookingStore

extension SimulatedLedger {
  /// Another treatment, or the old one back: what it was paid with goes back first.
  func write(
    _ after: Booking, over booking: Booking, _ exchange: Decision.Exchange,
    by author: SimulatedAuthor
  ) -> Written {
    books.register.apply(.givenBack, to: booking.paymentItem)
    if let left = exchange.left { restate(booking.paymentItem, as: left) }
    var after = after
    switch exchange.taken {
    case .new(let settlement, _):
      after.paymentItem = item(settlement, after.service, for: booking.customer.id, by: author)
    case .former(_, let standing):
      if let standing { restate(after.paymentItem, as: standing) }
    }
    books.register.apply(.taken, to: after.paymentItem)
    books.write(after, over: booking, .updated, by: author)
    return Written(seq: books.end, version: books.versions[booking.id] ?? 0)
  }

  private func restate(_ item: PaymentItemID, as standing: PaymentStanding) {
    books.register.sold[item]?.payment.standing = standing
  }
}
