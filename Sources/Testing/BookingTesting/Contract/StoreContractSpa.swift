import BookingDomain
import BookingStore

/// A spa of two therapists on one Tuesday, in SQL that every driver's database takes.
package enum StoreContractSpa {
  package static let date = LocalDate(dayNumber: 20_522)  // 2026-03-10
  /// 09:50 on that day; the spa's clock is UTC.
  package static let now = moment(9, 50)

  package static func moment(_ hour: Int, _ minute: Int = 0, day: LocalDate = date) -> Moment {
    let time = LocalMoment(date: day, time: TimeOfDay(hour: hour, minute: minute))
    return Moment(SpaZone.utc.timestamp(time), in: .utc)
  }

  package static let manager = Person(id: .user(1), role: .manager, name: "Mai")
  package static let lan = Person(id: .user(2), role: .receptionist, name: "Lan")
  package static let hoa = Person(id: .user(3), role: .receptionist, name: "Hoa")
  package static let therapist = Person(id: .user(4), role: .therapist, name: "Thu")
  package static let otherTherapist = Person(id: .user(5), role: .therapist, name: "Minh")
  /// Has the same number as the therapist Minh.
  package static let guest = Person(id: .customer(5), role: .customer, name: "An")

  /// An's, with Thu on bed 1, 10:00 to 11:00, scheduled.
  package static let morning: BookingID = 1
  /// Binh's, with Minh on bed 2, 10:30 to 11:30, scheduled.
  package static let other: BookingID = 2
  /// An's, with Thu on bed 1, 14:00 to 15:00, confirmed.
  package static let afternoon: BookingID = 3

  /// Roles are there already: the schema brings them.
  package static let statements = [
    "INSERT INTO spa_information (spa_id, name, address_line1, city, country, phone_number_main,"
      + " email_main) VALUES (1, 'Sen Spa', '1 Le Loi', 'Ho Chi Minh', 'VN', '028', 'a@b.vn')",
    "INSERT INTO users (user_id, role_id, full_name, email, hash_password, is_active) VALUES"
      + " (1, 2, 'Mai', 'mai@spa.vn', 'x', 1), (2, 4, 'Lan', 'lan@spa.vn', '$2a$10$lan', 1),"
      + " (3, 4, 'Hoa', 'both@spa.vn', 'hoa', 1), (4, 3, 'Thu', 'thu@spa.vn', 'x', 1),"
      + " (5, 3, 'Minh', 'minh@spa.vn', 'x', 1), (6, 4, 'Gone', 'gone@spa.vn', 'x', 0),"
      + " (7, 6, 'Marketing', 'marketing@spa.vn', 'x', 1)",
    "INSERT INTO service_types (service_type_id, name) VALUES (1, 'Massage')",
    "INSERT INTO services (service_id, service_type_id, name, price, duration_minutes,"
      + " buffer_time_after_minutes) VALUES (1, 1, 'Massage 60', 500000, 60, 15)",
    "INSERT INTO therapists (user_id, service_type_id) VALUES (4, 1), (5, 1)",
    "INSERT INTO rooms (room_id, name, capacity) VALUES (1, 'Lotus', 2)",
    "INSERT INTO beds (bed_id, room_id, name) VALUES (1, 1, 'Bed 1'), (2, 1, 'Bed 2')",
    "INSERT INTO business_hours (day_of_week, open_time, close_time) VALUES"
      + " ('MONDAY', '09:00:00', '21:00:00'), ('TUESDAY', '09:00:00', '21:00:00'),"
      + " ('SATURDAY', '22:00:00', '00:00:00'), ('SUNDAY', '00:00:00', '24:00:00')",
    "INSERT INTO customers (customer_id, full_name, email, phone_number, hash_password, notes)"
      + " VALUES (5, 'An', 'an@mail.vn', '0901', NULL, 'ALLERGY: peanut oil'),"
      + " (6, 'Binh', 'both@spa.vn', '0902', 'binh', NULL)",
    "INSERT INTO payments (payment_id, customer_id, total_amount, tax_amount, subtotal_amount,"
      + " payment_method, payment_status, reference_number)"
      + " VALUES (1, 5, 1500000, 0, 1500000, 'CASH', 'PAID', 'R1'),"
      + " (2, 6, 500000, 0, 500000, 'CASH', 'PAID', 'R2')",
    "INSERT INTO payment_items (payment_item_id, payment_id, service_id, quantity, unit_price,"
      + " total_price, service_duration) VALUES (1, 1, 1, 3, 500000, 1500000, 60),"
      + " (2, 2, 1, 1, 500000, 500000, 60)",
    "INSERT INTO payment_item_usage (payment_item_id, total_quantity, booked_quantity) VALUES"
      + " (1, 3, 2), (2, 1, 1)",
    booking(1, customer: 5, item: 1, therapist: 4, "10:00:00", "SCHEDULED", bed: 1),
    booking(2, customer: 6, item: 2, therapist: 5, "10:30:00", "SCHEDULED", bed: 2),
    booking(3, customer: 5, item: 1, therapist: 4, "14:00:00", "CONFIRMED", bed: 1),
  ]

  /// The statement that books an hour on the spa's day.
  package static func booking(
    _ id: Int, customer: Int, item: Int, therapist: Int, _ time: String, _ status: String, bed: Int
  ) -> String {
    "INSERT INTO bookings (booking_id, customer_id, payment_item_id, service_id,"
      + " therapist_user_id, appointment_date, appointment_time, duration_minutes,"
      + " booking_status, room_id, bed_id) VALUES (\(id), \(customer), \(item), 1, \(therapist),"
      + " '\(date)', '\(time)', 60, '\(status)', 1, \(bed))"
  }

  package static func command(
    _ booking: BookingID, _ change: Change, id: RequestID? = nil,
    expectedStatus: BookingStatus? = nil, expectedVersion: Int64? = nil, notAfter: Timestamp? = nil
  ) -> Command {
    var randomness = SystemRandomNumberGenerator()
    return Command(
      id: id ?? .random(using: &randomness), booking: booking, change: change,
      expectedStatus: expectedStatus, expectedVersion: expectedVersion, notAfter: notAfter)
  }

  package static func order(_ order: Order) -> Command {
    var randomness = SystemRandomNumberGenerator()
    return Command(id: .random(using: &randomness), order: order)
  }

  package static func clock(_ text: String) -> TimeOfDay { TimeOfDay(text) ?? .midnight }

  /// An hour of massage on the spa's day.
  package static func wanted(
    _ time: String, for customer: CustomerID = 5, with therapist: UserID = 4,
    _ payment: NewBooking.Payment = .paidSession
  ) -> NewBooking {
    wanted(time, guest: .known(customer), with: therapist, payment)
  }

  package static func wanted(
    _ time: String, guest: NewBooking.Guest, with therapist: UserID = 4,
    _ payment: NewBooking.Payment
  ) -> NewBooking {
    NewBooking(
      customer: guest, service: 1, therapist: therapist, date: date, time: clock(time),
      payment: payment)
  }

  package static func change(_ status: BookingStatus, _ reason: String? = nil) -> Change {
    .changeStatus(to: status, reason: reason)
  }
}
