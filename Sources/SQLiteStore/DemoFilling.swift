import BookingDomain
import BookingStore
import GRDB

extension SQLiteStore {
  /// Fills an empty database with a demonstration spa, in one transaction.
  /// - Throws: `StoreFailure.unusable` where there are bookings already; they stay as they are.
  package func fill(with demo: DemoDatabase) async throws {
    try await write { connection in
      let db = connection.db
      let found = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM bookings") ?? 0
      guard found == 0 else {
        throw StoreFailure(
          .unusable,
          "\(path) already holds \(found) bookings; the demo fills only an empty database. "
            + "Name a new file.")
      }
      try DemoFilling(demo: demo, db: db).fill()
    }
  }
}

/// The demo spa's rows into the tables. Seventy thousand bookings are no news to anybody: the
/// triggers rest meanwhile, and a new log begins.
struct DemoFilling {
  let demo: DemoDatabase
  let db: Database

  func fill() throws {
    try Schema.dropTriggers(db)
    for table in Self.replaced { try db.execute(sql: "DELETE FROM \(table)") }
    try fillSpa()
    try fillPeople()
    try fillMenu()
    try fillMoney()
    try fillBookings()
    try Schema.createTriggers(db)
    try Schema.beginEpoch(db)
    try db.execute(
      sql: "UPDATE frontdesk_settings SET zone_name = ?", arguments: [demo.zoneName])
  }

  /// What a spa without bookings may hold already, children first.
  private static let replaced = [
    "checkins", "payment_item_usage", "payment_items", "payments", "therapists", "services",
    "service_types", "beds", "rooms", "business_hours", "customers", "users", "spa_information",
  ]

  private func insert(_ table: String, _ columns: [String]) throws -> Statement {
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    return try db.makeStatement(
      sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))")
  }

  private func fillSpa() throws {
    try insert(
      "spa_information",
      ["name", "address_line1", "city", "country", "phone_number_main", "email_main"]
    ).execute(arguments: [
      demo.name, "12 Lê Thánh Tôn, Quận 1", "Hồ Chí Minh", "Việt Nam", "028 3822 7000",
      "reception@demo.spa",
    ])
    let hours = try insert("business_hours", ["day_of_week", "open_time", "close_time"])
    for day in Weekday.allCases {
      try hours.execute(arguments: [
        day.rawValue, demo.hours.open.description, demo.hours.close.description,
      ])
    }
    let rooms = try insert("rooms", ["room_id", "name", "capacity", "is_active"])
    for room in demo.rooms {
      try rooms.execute(arguments: [room.id.number, room.name, room.capacity, room.isActive])
    }
    let beds = try insert("beds", ["bed_id", "room_id", "name", "is_active"])
    for bed in demo.beds {
      try beds.execute(arguments: [bed.id.number, bed.room.number, bed.name, bed.isActive])
    }
  }

  private func fillPeople() throws {
    let users = try db.makeStatement(
      sql: """
        INSERT INTO users (user_id, role_id, full_name, email, hash_password, phone_number)
        VALUES (?, (SELECT role_id FROM roles WHERE name = ?), ?, ?, ?, ?)
        """)
    for user in demo.users {
      try users.execute(arguments: [
        user.id.number, user.role.rawValue, user.name, user.email, DemoDatabase.passwordHash,
        user.phone,
      ])
    }
    let customers = try db.makeStatement(
      sql: """
        INSERT INTO customers
          (customer_id, full_name, email, phone_number, hash_password, notes, role_id)
        VALUES (?, ?, ?, ?, ?, ?, (SELECT role_id FROM roles WHERE name = 'CUSTOMER'))
        """)
    for guest in demo.customers {
      try customers.execute(arguments: [
        guest.id.number, guest.name, guest.email, guest.phone,
        guest.hasPassword ? DemoDatabase.passwordHash : nil, guest.notes,
      ])
    }
  }

  private func fillMenu() throws {
    let types = try insert("service_types", ["service_type_id", "name"])
    for (index, name) in demo.serviceTypes.enumerated() {
      try types.execute(arguments: [index + 1, name])
    }
    let services = try insert(
      "services",
      [
        "service_id", "service_type_id", "name", "price", "duration_minutes",
        "buffer_time_after_minutes", "is_active",
      ])
    for service in demo.services {
      try services.execute(arguments: [
        service.id.number, service.type.number, service.name, service.price,
        service.duration.count, service.buffer.count, service.isActive,
      ])
    }
    let therapists = try insert(
      "therapists", ["user_id", "service_type_id", "availability_status"])
    for therapist in demo.therapists {
      try therapists.execute(arguments: [
        therapist.id.number, therapist.serviceType.number, therapist.state.rawValue,
      ])
    }
  }

  private func fillMoney() throws {
    let payments = try insert(
      "payments",
      [
        "payment_id", "customer_id", "total_amount", "tax_amount", "subtotal_amount",
        "payment_method", "payment_status", "reference_number", "transaction_date",
        "payment_date", "notes",
      ])
    for payment in demo.payments {
      try payments.execute(arguments: [
        payment.id, payment.customer.number, payment.subtotal + payment.tax, payment.tax,
        payment.subtotal, payment.method, payment.status, payment.reference, payment.at.sql,
        payment.status == "PAID" ? payment.at.sql : nil, payment.notes,
      ])
    }
    let items = try insert(
      "payment_items",
      [
        "payment_item_id", "payment_id", "service_id", "quantity", "unit_price", "total_price",
        "service_duration",
      ])
    let usage = try insert(
      "payment_item_usage", ["payment_item_id", "total_quantity", "booked_quantity"])
    for item in demo.items {
      try items.execute(arguments: [
        item.id.number, item.payment, item.service.number, item.quantity, item.unitPrice,
        item.unitPrice * item.quantity, item.duration.count,
      ])
      try usage.execute(arguments: [item.id.number, item.quantity, item.booked])
    }
  }
}

extension DemoFilling {
  private func fillBookings() throws {
    let bookings = try insert(
      "bookings",
      [
        "booking_id", "customer_id", "payment_item_id", "service_id", "therapist_user_id",
        "appointment_date", "appointment_time", "duration_minutes", "booking_status",
        "booking_notes", "cancellation_reason", "cancelled_at", "created_at", "updated_at",
        "room_id", "bed_id",
      ])
    for booking in demo.bookings {
      let course = booking.course
      try bookings.execute(arguments: [
        booking.id.number, booking.customer.number, booking.item.number, booking.service.number,
        booking.therapist.number, booking.date.description, booking.time.description,
        booking.duration.count, booking.status.rawValue, booking.notes,
        course.cancellationReason, course.cancelledAt?.sql, booking.createdAt.sql,
        booking.createdAt.sql, booking.room.number, booking.bed?.number,
      ])
    }
    try db.execute(
      sql: """
        INSERT INTO frontdesk_versions (booking_id, version) SELECT booking_id, 1 FROM bookings
        """)
    try fillCourses()
  }

  private func fillCourses() throws {
    let arrivals = try insert("checkins", ["appointment_id", "customer_id", "checkin_time"])
    let facts = try insert("frontdesk_facts", ["booking_id", "started_at", "ended_at"])
    for booking in demo.bookings {
      let course = booking.course
      if let arrivedAt = course.arrivedAt {
        try arrivals.execute(arguments: [
          booking.id.number, booking.customer.number, arrivedAt.sql,
        ])
      }
      if let startedAt = course.startedAt {
        try facts.execute(arguments: [
          booking.id.number, startedAt.milliseconds, course.endedAt?.milliseconds,
        ])
      }
    }
    try fillChanges()
  }

  private func fillChanges() throws {
    let changes = try insert(
      "frontdesk_changes",
      [
        "booking_id", "kind", "old_status", "new_status", "by_kind", "by_number", "by_name", "at",
      ])
    for booking in demo.bookings {
      for change in booking.course.changes {
        let (kind, from, to): (String, BookingStatus?, BookingStatus?) =
          switch change.kind {
          case .arrival: ("ARRIVAL", nil, nil)
          case .status(let from, let to): ("STATUS", from, to)
          }
        try changes.execute(arguments: [
          booking.id.number, kind, from?.rawValue, to?.rawValue, change.by?.kind,
          change.by?.number, change.byName, change.at.milliseconds,
        ])
      }
    }
  }
}
