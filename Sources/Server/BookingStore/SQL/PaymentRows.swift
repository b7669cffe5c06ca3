import BookingDomain

/// The payments that sessions were sold with.
enum PaymentRows {
  /// Of an item that is joined as `p`, with its payment `y`.
  static let columns = """
    y.payment_id, substr(y.payment_status, 1, 32) AS payment_status,
      substr(y.payment_method, 1, 32) AS payment_method,
      ROUND(y.total_amount * 100) AS payment_hundredths, y.payment_date,
      (SELECT SUM(q.quantity) FROM payment_items q
        WHERE q.payment_id = p.payment_id) AS payment_sessions,
      CASE WHEN y.reference_number LIKE 'FD%' THEN 1 ELSE 0 END AS is_desk_sale
    """

  static func of(_ item: PaymentItemID, _ db: some SQLConnection) throws -> BookingPayment? {
    try db.row(
      """
      SELECT \(columns) FROM payment_items p JOIN payments y ON y.payment_id = p.payment_id
      WHERE p.payment_item_id = ?
      """, [.integer(item.number)]
    ).flatMap(payment(in:))
  }

  /// Another program may have been faster where the payment is not held.
  /// - Parameter paidAt: nil leaves it as it was: what is paid back was paid.
  static func set(
    _ payment: BookingPayment, to standing: PaymentStanding, paidAt: StoredValue? = nil,
    _ db: some SQLConnection
  ) throws {
    try db.execute(
      """
      UPDATE payments
      SET payment_status = ?, payment_method = ?\(paidAt == nil ? "" : ", payment_date = ?")
      WHERE payment_id = ? AND payment_status = ?
      """,
      [.text(standing.status.rawValue), .text(standing.method.rawValue)]
        + (paidAt.map { [$0] } ?? [])
        + [.integer(payment.number), .text(payment.standing.status.rawValue)])
  }

  /// Nil where it is none, or one of a status or a method that this program does not know.
  static func payment(in row: TolerantRow) -> BookingPayment? {
    guard let number = row.int64("payment_id"),
      let status = row.text("payment_status").flatMap({ PaymentStatus(rawValue: $0) }),
      let method = row.text("payment_method").flatMap({ PaymentMethod(rawValue: $0) }),
      let hundredths = row.int64("payment_hundredths"), hundredths >= 0
    else { return nil }
    return BookingPayment(
      number: number, standing: PaymentStanding(status, method),
      sum: Money(hundredths: hundredths),
      sessions: row.int("payment_sessions", in: 1...1_000_000) ?? 1,
      paidAt: status == .paid ? row.instant("payment_date") : nil,
      isDeskSale: row.int("is_desk_sale", in: 0...1) == 1)
  }
}
