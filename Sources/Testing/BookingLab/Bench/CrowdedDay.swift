/// More than any house has on one day: forty therapists with a guest every quarter of an hour.
enum CrowdedDay {
  static let bookings = 2_000

  /// Chairs, not beds: so that nobody stands in anybody's way.
  static func sql(on date: String) -> String {
    """
    DELETE FROM bookings WHERE appointment_date = '\(date)';
    WITH RECURSIVE turn(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM turn WHERE n < 49)
    INSERT INTO bookings (booking_id, customer_id, payment_item_id, service_id, therapist_user_id,
        appointment_date, appointment_time, duration_minutes, booking_status, room_id)
      SELECT 7000000 + user_id * 100 + n, 1 + user_id + n, u.payment_item_id, u.service_id, user_id,
          '\(date)', time('08:00:00', '+' || (n * 15) || ' minutes'), 15, 'SCHEDULED', 1
        FROM turn, (SELECT user_id FROM therapists ORDER BY user_id LIMIT 40),
          (SELECT i.payment_item_id, i.service_id FROM payment_items i LIMIT 1) u;
    """
  }
}
