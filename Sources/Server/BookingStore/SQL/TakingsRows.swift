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
        reference_number LIKE 'FD%' AS is_desk, COUNT(*) AS n,
        SUM(ROUND(total_amount * 100)) AS hundredths
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
      SELECT COUNT(*) AS n, SUM(ROUND(total_amount * 100)) AS hundredths FROM payments
      WHERE payment_status IN ('PENDING', 'FAILED') AND payment_id IN
        (SELECT i.payment_id FROM bookings b
          JOIN payment_items i ON i.payment_item_id = b.payment_item_id
          WHERE b.appointment_date = ? AND b.booking_status NOT IN ('CANCELLED', 'NO_SHOW'))
      """, [.text(date.description)]
    ).map(total) ?? DayTakings.Total()
  }

  private static func total(_ row: TolerantRow) -> DayTakings.Total {
    DayTakings.Total(
      count: row.int("n", in: 0...1_000_000_000) ?? 0,
      sum: Money(hundredths: row.int64("hundredths") ?? 0))
  }
}
