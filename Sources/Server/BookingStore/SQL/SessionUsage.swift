import BookingDomain

/// The sessions of a payment item that are booked and left.
struct SessionUsage<Connection: SQLConnection> {
  let item: PaymentItemID
  let db: Connection

  /// Nil where nothing is known of the item.
  func left() throws -> Int? {
    let row = try db.row(
      "SELECT remaining_quantity AS n FROM payment_item_usage WHERE payment_item_id = ?",
      [.integer(item.number)])
    return row?.int("n", in: -1_000_000...1_000_000)
  }

  func apply(_ effect: Decision.SessionEffect) throws {
    switch effect {
    case .none: return
    case .givenBack: try book(-1)
    case .taken: try book(1)
    }
  }

  /// Stays within what was paid for: an item whose count was wrong before does not stop the desk.
  private func book(_ sessions: Int64) throws {
    try db.execute(
      """
      UPDATE payment_item_usage SET booked_quantity = booked_quantity + ?
      WHERE payment_item_id = ? AND booked_quantity + ? BETWEEN 0 AND total_quantity
      """,
      [.integer(sessions), .integer(item.number), .integer(sessions)])
  }
}
