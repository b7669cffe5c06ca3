import BookingDomain

/// What a day's payments come to.
enum TakingsRows {
  /// - Parameter span: the spa's day, in instants.
  static func ofDay(_ date: LocalDate, _ span: Range<Timestamp>, _ db: some SQLConnection) throws
    -> DayTakings
  {
    DayTakings(date: date, lines: try lines(span, db), unpaid: try unpaid(on: date, db))
  }

  private static func lines(_ span: Range<Timestamp>, _ db: some SQLConnection) throws
    -> [DayTakings.Line]
  {
    let rows = try db.rows(
      """
      SELECT substr(payment_method, 1, 32) AS method, substr(payment_status, 1, 32) AS status,
        reference_number LIKE 'FD%' AS is_desk, \(totalColumns)
      FROM payments
      WHERE payment_date >= ? AND payment_date < ? AND payment_status IN ('PAID', 'REFUNDED')
      GROUP BY payment_method, payment_status, reference_number LIKE 'FD%'
      """, [.text(span.lowerBound.sql), .text(span.upperBound.sql)])
    return PaymentMethod.allCases.flatMap { method in
      [true, false].compactMap { isDesk in
        let mine = rows.filter {
          $0.text("method") == method.rawValue && ($0.int64("is_desk") == 1) == isDesk
        }
        guard !mine.isEmpty else { return nil }
        func sum(_ status: PaymentStatus) -> DayTakings.Total {
          mine.first { $0.text("status") == status.rawValue }.map(total) ?? DayTakings.Total()
        }
        return DayTakings.Line(
          method: method, isDesk: isDesk, taken: sum(.paid), paidBack: sum(.refunded))
      }
    }
  }

  private static func unpaid(on date: LocalDate, _ db: some SQLConnection) throws
    -> DayTakings.Total
  {
    try db.row(
      """
      SELECT \(totalColumns) FROM payments
      WHERE payment_status IN ('PENDING', 'FAILED') AND payment_id IN
        (SELECT i.payment_id FROM bookings b
          JOIN payment_items i ON i.payment_item_id = b.payment_item_id
          WHERE b.appointment_date = ? AND b.booking_status NOT IN ('CANCELLED', 'NO_SHOW'))
      """, [.text(date.description)]
    ).map(total) ?? DayTakings.Total()
  }

  /// Another program may have left anything in the column: what is no amount that the shop's own
  /// (`DECIMAL(12, 2)`) can hold spoils no other's sum, and is counted.
  private static let totalColumns = """
    COUNT(*) AS n, COUNT(CASE WHEN \(isReadable) THEN 1 END) AS readable,
      SUM(CASE WHEN \(isReadable) THEN ROUND(total_amount * 100) ELSE 0 END) AS hundredths
    """
  private static let isReadable = "total_amount BETWEEN -9999999999.99 AND 9999999999.99"

  private static func total(_ row: TolerantRow) -> DayTakings.Total {
    let counts = 0...1_000_000_000
    let count = row.int("n", in: counts) ?? 0
    guard let readable = row.int("readable", in: counts), let sum = row.int64("hundredths"),
      Money.range.contains(sum)
    else { return DayTakings.Total(count: count, unreadable: count) }
    return DayTakings.Total(
      count: count, sum: Money(hundredths: sum), unreadable: count - readable)
  }
}
