/// A web shop's database as it is found, made by its own SQL: its keys and checks, a trigger of its
/// own, and rows that no rule of ours would have let in.
enum ShopFixture {
  static let tables = [
    "roles", "users", "customers", "service_types", "services", "therapists", "rooms", "beds",
    "business_hours", "spa_information", "payments", "payment_items", "payment_item_usage",
    "bookings", "checkins", "shop_journal",
  ]

  /// The shop's own trigger writes here.
  static let journal = [
    """
    CREATE TABLE shop_journal (
      id INT PRIMARY KEY AUTO_INCREMENT, booking_id INT NOT NULL, note VARCHAR(50) NOT NULL)
    """,
    """
    CREATE TRIGGER shop_booking_noted AFTER UPDATE ON bookings FOR EACH ROW
      INSERT INTO shop_journal (booking_id, note) VALUES (NEW.booking_id, NEW.booking_status)
    """,
  ]

  static let imperfectRows = [
    // Somebody's tool writes without any checks.
    "SET SESSION sql_mode = ''",
    "SET SESSION foreign_key_checks = 0",
    "INSERT INTO users (user_id, role_id, full_name, email, hash_password) VALUES"
      + " (8, 3, 'No Row', 'norow@spa.vn', 'not a hash')",
    "INSERT INTO rooms (room_id, name, capacity, is_active) VALUES (2, 'Closed', 1, 0)",
    // Outside the hours, without a bed, in a room that is out of use, with a therapist who has no
    // row, of a service that was not paid for, and notes that contradict the status.
    "INSERT INTO services (service_id, service_type_id, name, price, duration_minutes) VALUES"
      + " (9, 1, 'Sauna', 100000, 30)",
    "INSERT INTO bookings (booking_id, customer_id, payment_item_id, service_id,"
      + " therapist_user_id, appointment_date, appointment_time, duration_minutes,"
      + " booking_status, booking_notes, room_id, bed_id) VALUES"
      + " (20, 6, 2, 9, 8, '2026-03-10', '23:40:00', 45, 'COMPLETED', 'cancelled by phone', 2, NULL)",
    // Longer than a day, at no time of day, of nobody and nothing.
    "INSERT INTO bookings (booking_id, customer_id, payment_item_id, service_id,"
      + " therapist_user_id, appointment_date, appointment_time, duration_minutes,"
      + " booking_status, room_id, bed_id) VALUES"
      + " (21, 999, 998, 997, 996, '2026-03-10', '30:00:00', 5000, 'CONFIRMED', 995, 994)",
    // A day that is none.
    "INSERT INTO bookings (booking_id, customer_id, payment_item_id, service_id,"
      + " therapist_user_id, appointment_date, appointment_time, duration_minutes,"
      + " booking_status, room_id) VALUES"
      + " (22, 6, 2, 1, 4, '0000-00-00', '10:00:00', 60, 'SCHEDULED', 1)",
  ]
}
