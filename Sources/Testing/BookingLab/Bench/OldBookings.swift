/// What a spa has done before today: a busy day's bookings on each day before it.
enum OldBookings {
  static let aDay = 190

  /// A statement for each year.
  static func sql(days: Int, before date: String) -> [String] {
    stride(from: 1, through: days, by: 366).map {
      sql(from: $0, through: min(days, $0 + 365), before: date)
    }
  }

  private static func sql(from first: Int, through last: Int, before date: String) -> String {
    """
    WITH RECURSIVE
      day(d) AS (SELECT \(first) UNION ALL SELECT d + 1 FROM day WHERE d < \(last)),
      turn(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM turn WHERE n < \(aDay - 1)),
      known(therapist, place) AS
        (SELECT user_id, ROW_NUMBER() OVER (ORDER BY user_id) - 1 FROM therapists LIMIT 19)
    INSERT INTO bookings (booking_id, customer_id, payment_item_id, service_id, therapist_user_id,
        appointment_date, appointment_time, duration_minutes, booking_status, room_id)
      SELECT 20000000 + d * \(aDay) + n, 1 + (d * \(aDay) + n) % c.known, u.payment_item_id, u.service_id,
          therapist, date('\(date)', '-' || d || ' days'),
          time('09:00:00', '+' || (n / 19 * 60) || ' minutes'), 60, 'COMPLETED', 1
        FROM day, turn JOIN known ON place = n % 19,
          (SELECT COUNT(*) AS known FROM customers) c,
          (SELECT i.payment_item_id, i.service_id FROM payment_items i LIMIT 1) u;
    """
  }
}
