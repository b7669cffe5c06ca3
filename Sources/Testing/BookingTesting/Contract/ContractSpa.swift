import BookingDomain
import BookingStore

/// A spa of two therapists on one Tuesday, for tests of stores: its values, and the SQL that makes
/// it in every driver's database. Screens and typed lines are tested on `SampleSpa`.
package enum ContractSpa {
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

  package static let massage = Service(
    id: 1, name: "Massage 60", type: 1, duration: 60, buffer: 15, isActive: true,
    price: Money("500000"))

  /// Other free starts.
  package static let longMassage = Service(
    id: 2, name: "Massage 90", type: 1, duration: 90, buffer: 15, isActive: true,
    price: Money("650000"))

  package static let spa = Spa(
    name: "Sen Spa",
    therapists: [therapist, otherTherapist].map {
      Therapist(id: UserID($0.id.number), name: $0.name, serviceType: 1, state: .available)
    },
    services: [massage, longMassage],
    rooms: [Room(id: 1, name: "Lotus", capacity: 2, isActive: true)],
    beds: [1, 2].map { Bed(id: BedID($0), room: 1, name: "Bed \($0)", isActive: true) },
    hours: [
      .monday: BusinessHours(open: clock("09:00"), close: clock("21:00")),
      .tuesday: BusinessHours(open: clock("09:00"), close: clock("21:00")),
      .saturday: BusinessHours(open: clock("22:00"), close: .midnight),
      .sunday: BusinessHours(open: .midnight, close: .endOfDay),
    ])

  package static let an = Customer(id: 5, name: "An", phone: "0901", alert: "ALLERGY: peanut oil")
  package static let binh = Customer(id: 6, name: "Binh", phone: "0902")

  /// An hour of massage that somebody has paid for.
  package struct Appointment: Sendable {
    package let booking: BookingID
    package let customer: Customer
    package let item: PaymentItemID
    package let therapist: UserID
    package let time: TimeOfDay
    package let status: BookingStatus
    package let bed: BedID
  }

  package static let appointments = [
    Appointment(
      booking: morning, customer: an, item: 1, therapist: 4, time: clock("10:00"),
      status: .scheduled, bed: 1),
    Appointment(
      booking: other, customer: binh, item: 2, therapist: 5, time: clock("10:30"),
      status: .scheduled, bed: 2),
    Appointment(
      booking: afternoon, customer: an, item: 1, therapist: 4, time: clock("14:00"),
      status: .confirmed, bed: 1),
  ]

  /// The same as another program writes it. Roles are there already: the schema brings them.
  package static let statements = people + house + sold + appointments.map(insertion(of:))

  private static let people = [
    "INSERT INTO users (user_id, role_id, full_name, email, hash_password, is_active) VALUES"
      + " (1, 2, 'Mai', 'mai@spa.vn', 'x', 1), (2, 4, 'Lan', 'lan@spa.vn', '$2a$10$lan', 1),"
      + " (3, 4, 'Hoa', 'both@spa.vn', 'hoa', 1), (4, 3, 'Thu', 'thu@spa.vn', 'x', 1),"
      + " (5, 3, 'Minh', 'minh@spa.vn', 'x', 1), (6, 4, 'Gone', 'gone@spa.vn', 'x', 0),"
      + " (7, 6, 'Marketing', 'marketing@spa.vn', 'x', 1)",
    "INSERT INTO customers (customer_id, full_name, email, phone_number, hash_password, notes)"
      + " VALUES (5, '\(an.name)', 'an@mail.vn', '\(an.phone ?? "")', NULL, '\(an.alert ?? "")'),"
      + " (6, '\(binh.name)', 'both@spa.vn', '\(binh.phone ?? "")', 'binh', NULL)",
  ]

  private static let house =
    [
      "INSERT INTO spa_information (spa_id, name, address_line1, city, country,"
        + " phone_number_main, email_main)"
        + " VALUES (1, '\(spa.name)', '1 Le Loi', 'Ho Chi Minh', 'VN', '028', 'a@b.vn')",
      "INSERT INTO service_types (service_type_id, name) VALUES (1, 'Massage')",
    ]
    + spa.services.map { service in
      "INSERT INTO services (service_id, service_type_id, name, price, duration_minutes,"
        + " buffer_time_after_minutes) VALUES (\(service.id), \(service.type), '\(service.name)',"
        + " \(service.price?.description ?? "0"), \(service.duration.count),"
        + " \(service.buffer.count))"
    }
    + spa.therapists.map { therapist in
      "INSERT INTO therapists (user_id, service_type_id) VALUES (\(therapist.id), 1)"
    }
    + spa.rooms.map { room in
      "INSERT INTO rooms (room_id, name, capacity) VALUES (\(room.id), '\(room.name)',"
        + " \(room.capacity))"
    }
    + spa.beds.map { bed in
      "INSERT INTO beds (bed_id, room_id, name) VALUES (\(bed.id), \(bed.room), '\(bed.name)')"
    }
    + Weekday.allCases.compactMap { day in
      spa.hours[day].map { hours in
        "INSERT INTO business_hours (day_of_week, open_time, close_time)"
          + " VALUES ('\(day.rawValue)', '\(hours.open)', '\(hours.closeOnClock)')"
      }
    }

  /// An has paid for three hours, Binh for one.
  private static let sold = [
    "INSERT INTO payments (payment_id, customer_id, total_amount, tax_amount, subtotal_amount,"
      + " payment_method, payment_status, reference_number)"
      + " VALUES (1, 5, 1500000, 0, 1500000, 'CASH', 'PAID', 'R1'),"
      + " (2, 6, 500000, 0, 500000, 'CASH', 'PAID', 'R2')",
    "INSERT INTO payment_items (payment_item_id, payment_id, service_id, quantity, unit_price,"
      + " total_price, service_duration) VALUES (1, 1, 1, 3, 500000, 1500000, 60),"
      + " (2, 2, 1, 1, 500000, 500000, 60)",
    "INSERT INTO payment_item_usage (payment_item_id, total_quantity, booked_quantity) VALUES"
      + " (1, 3, 2), (2, 1, 1)",
  ]

  private static func insertion(of appointment: Appointment) -> String {
    booking(
      Int(appointment.booking.number), customer: Int(appointment.customer.id.number),
      item: Int(appointment.item.number), therapist: Int(appointment.therapist.number),
      "\(appointment.time)", appointment.status.rawValue, bed: Int(appointment.bed.number))
  }

  /// The statement that books an hour on the spa's day.
  package static func booking(
    _ id: Int, customer: Int, item: Int, therapist: Int, _ time: String, _ status: String, bed: Int
  ) -> String {
    "INSERT INTO bookings (booking_id, customer_id, payment_item_id, service_id,"
      + " therapist_user_id, appointment_date, appointment_time, duration_minutes,"
      + " booking_status, room_id, bed_id) VALUES (\(id), \(customer), \(item), 1, \(therapist),"
      + " '\(date)', '\(time)', 60, '\(status)', 1, \(bed))"
  }

  /// The database's clock is not this spa's: sets the house's past as known since this spa's time.
  package static func houseKnown(since time: String, on day: LocalDate = date) -> [String] {
    let moment = LocalMoment(date: day, time: clock(time))
    return [
      "DELETE FROM frontdesk_house_past",
      "UPDATE frontdesk_settings SET house_since = \(SpaZone.utc.timestamp(moment).milliseconds)",
    ]
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

  /// `1 v2 10:00 4 CONFIRMED by the window`: a booking in one line, for comparing.
  package static func line(of booking: Booking) -> String {
    "\(booking.id) v\(booking.version) \(booking.time.hourMinute) \(booking.therapist)"
      + " \(booking.status.rawValue) \(booking.notes ?? "-")"
  }

  package static func change(_ status: BookingStatus, _ reason: String? = nil) -> Change {
    .changeStatus(to: status, reason: reason)
  }
}
