/// A day with a few known bookings instead of the demo's many, for one story. Its times fit
/// `SpaClock.noon`, where it is between twelve and one.
package struct Scene: Hashable, Sendable {
  package struct Appointment: Hashable, Sendable {
    package let guest: String
    /// 1 for `therapist1@demo.spa`, who works at bed 1.
    package let therapist: Int
    /// `12:30`
    package let at: String
    package let minutes: Int
    package let status: String
    /// What the spa has written down about the guest.
    package let notes: String?
    package let isPaid: Bool

    package init(
      _ guest: String, with therapist: Int, at: String, minutes: Int = 60,
      status: String = "SCHEDULED", notes: String? = nil, isPaid: Bool = true
    ) {
      self.guest = guest
      self.therapist = therapist
      self.at = at
      self.minutes = minutes
      self.status = status
      self.notes = notes
      self.isPaid = isPaid
    }
  }

  package let appointments: [Appointment]

  package init(_ appointments: Appointment...) { self.appointments = appointments }

  /// The nth appointment's guest is the customer of this number; `customer1@demo.spa` is the first.
  package static func customer(of appointment: Int) -> Int { appointment + 1 }

  /// The SQL with which a foreign program would make this day.
  func sql(on date: String) -> String {
    var lines = ["BEGIN;", "DELETE FROM bookings WHERE appointment_date = '\(date)';"]
    for (index, appointment) in appointments.enumerated() {
      let customer = Self.customer(of: index)
      let payment = 9_000_000 + index
      let service = """
        (SELECT service_id FROM services WHERE is_active AND duration_minutes = \
        \(appointment.minutes) ORDER BY service_id LIMIT 1)
        """
      let therapist = """
        (SELECT user_id FROM users WHERE email = 'therapist\(appointment.therapist)@demo.spa')
        """
      lines.append(
        """
        UPDATE customers SET full_name = \(SpaDatabase.literal(appointment.guest)),
            notes = \(appointment.notes.map(SpaDatabase.literal) ?? "NULL")
          WHERE customer_id = \(customer);
        INSERT INTO payments (payment_id, customer_id, total_amount, subtotal_amount,
            payment_method, payment_status, reference_number)
          VALUES (\(payment), \(customer), 1, 1, 'CASH',
            '\(appointment.isPaid ? "PAID" : "PENDING")', 'SCENE\(index)');
        INSERT INTO payment_items (payment_item_id, payment_id, service_id, quantity, unit_price,
            total_price, service_duration)
          VALUES (\(payment), \(payment), \(service), 3, 1, 3, \(appointment.minutes));
        INSERT INTO payment_item_usage (payment_item_id, total_quantity, booked_quantity)
          VALUES (\(payment), 3, 1);
        INSERT INTO bookings (booking_id, customer_id, payment_item_id, service_id,
            therapist_user_id, appointment_date, appointment_time, duration_minutes,
            booking_status, room_id, bed_id)
          SELECT \(Self.booking(of: index)), \(customer), \(payment), \(service), \(therapist),
            '\(date)', '\(appointment.at):00', \(appointment.minutes), '\(appointment.status)',
            room_id, bed_id
          FROM beds WHERE bed_id = \(appointment.therapist);
        """)
    }
    return lines.joined(separator: "\n") + "\nCOMMIT;"
  }

  /// The number of the nth appointment's booking.
  package static func booking(of appointment: Int) -> Int { 9_000_001 + appointment }
}
