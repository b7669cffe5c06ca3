import BookingDomain

/// Sells a session at the desk, as the shop itself would: a payment with its item, and what is left of
/// that.
struct DeskSale<Connection: OrderConnection> {
  let now: Moment
  let db: Connection

  /// What a service is paid for with: a session that is left, or one that is sold now.
  func item(
    _ settlement: Decision.Booked.Settlement, of service: Service, for customer: CustomerID
  ) throws -> PaymentItemID {
    if case .session(let item) = settlement { return item }
    guard let standing = settlement.standing else {
      throw StoreFailure(.refused, "A sale of nothing was decided.")
    }
    return try sell(service, to: customer, standing)
  }

  private func sell(_ service: Service, to customer: CustomerID, _ standing: PaymentStanding)
    throws -> PaymentItemID
  {
    let payment = try pay(service, by: customer, standing)
    let item = try db.insert(
      """
      INSERT INTO payment_items
        (payment_id, service_id, quantity, unit_price, total_price, service_duration)
      SELECT ?, service_id, 1, price, price, duration_minutes FROM services WHERE service_id = ?
      """, [.integer(payment), .integer(service.id.number)])
    // Some shops have a trigger that makes this row.
    let usage = try db.row(
      "SELECT 1 AS one FROM payment_item_usage WHERE payment_item_id = ?", [.integer(item)])
    if usage == nil {
      try db.execute(
        "INSERT INTO payment_item_usage (payment_item_id, total_quantity, booked_quantity)"
          + " VALUES (?, 1, 0)", [.integer(item)])
    }
    return PaymentItemID(item)
  }

  /// Sold at the desk, at the price of the day.
  private func pay(_ service: Service, by customer: CustomerID, _ standing: PaymentStanding)
    throws -> Int64
  {
    let at = now.instant.sql
    return try db.insert(
      """
      INSERT INTO payments
        (customer_id, subtotal_amount, tax_amount, total_amount, payment_method, payment_status,
         reference_number, transaction_date, payment_date)
      SELECT ?, s.price, \(DeskPrice.taxAmount), \(DeskPrice.total), ?, ?, ?, ?, ?
      FROM services s, \(DeskPrice.tax) WHERE s.service_id = ?
      """,
      [
        .integer(customer.number), .text(standing.method.rawValue),
        .text(standing.status.rawValue), .text(reference()), .text(at),
        standing.status == .paid ? .text(at) : nil, .integer(service.id.number),
      ])
  }

  /// For receipts: the day it was sold, and chance. Where the shop has one like it, the database
  /// refuses it, and the whole order is tried again with another.
  private func reference() -> String {
    let day = now.today.description.filter { $0 != "-" }
    let chance = String(UInt64.random(in: 0..<1 << 40), radix: 36, uppercase: true)
    return "FD\(day)-\(chance)"
  }
}

/// What a sale at the desk comes to, as SQL over `services s` and `tax`. List prices and items are without
/// tax: the tax at the spa's rate comes on top, and the total is both.
enum DeskPrice {
  /// A tax that cannot be one (-150, a text) could make the sum negative: none is added then.
  static let tax = """
    (SELECT COALESCE(
      (SELECT CASE WHEN vat_percentage BETWEEN 0 AND 100 THEN vat_percentage ELSE 0 END
       FROM spa_information ORDER BY spa_id LIMIT 1), 0) AS vat) t
    """
  static let taxAmount = "ROUND(s.price * t.vat / 100, 2)"
  static let total = "ROUND(s.price + \(taxAmount), 2)"
}
