import BookingDomain

/// Writes how a booking's payment stands, and tells every booking that it pays for. What the desk
/// does to a payment is told here; triggers tell what other programs do.
struct PaymentWriting<Connection: OrderConnection> {
  let before: Booking
  let outcome: Decision.Outcome
  let author: Author
  let db: Connection

  func write() throws {
    guard let old = before.payment, let new = outcome.booking.payment,
      old.standing != new.standing
    else { return }
    var paidAt: StoredValue?
    if new.paidAt != old.paidAt { paidAt = .some(StoredValue(new.paidAt?.sql)) }
    try PaymentRows.set(old, to: new.standing, paidAt: paidAt, db)
    let isToldByItsRow = before.status != outcome.booking.status
    for booking in try Self.bookings(paidWith: before, db)
    where booking != before.id || !isToldByItsRow {
      try db.tellChanged(booking, by: author)
      if case .payment(let from, let to)? = outcome.recorded?.kind {
        try HistoryRows.add(
          .payment,
          [
            "old_status": .text(from.status.rawValue), "new_status": .text(to.status.rawValue),
            "old_method": .text(from.method.rawValue), "new_method": .text(to.method.rawValue),
          ], to: booking, by: author, db)
      }
    }
  }

  static func bookings(paidWith booking: Booking, _ db: Connection) throws -> [BookingID] {
    guard let payment = booking.payment else { return [] }
    return try db.rows(
      """
      SELECT b.booking_id FROM payment_items i
      JOIN bookings b ON b.payment_item_id = i.payment_item_id
      WHERE i.payment_id = ? ORDER BY b.booking_id
      """, [.integer(payment.number)]
    ).compactMap { $0.id("booking_id") }
  }
}
