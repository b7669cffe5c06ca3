import BookingDomain

/// The demo spa's rows of one table, as a driver inserts them.
package struct DemoTable {
  package let name: String
  package let columns: [String]
  package let rows: [[StoredValue]]

  /// The tables, parents first; each is made when its turn comes.
  package static let makers: [@Sendable (DemoDatabase) -> DemoTable] = [
    spa, hours, rooms, beds, users, customers, serviceTypes, services, therapists, payments, items,
    usage, bookings, arrivals, facts, changes,
  ]

  /// The statement for so many rows: `INSERT`, or `REPLACE` where some may be there already.
  package func insertion(of count: Int = 1, by verb: String = "INSERT") -> String {
    let marks = "(" + columns.map { _ in "?" }.joined(separator: ", ") + ")"
    return "\(verb) INTO \(name) (\(columns.joined(separator: ", "))) VALUES "
      + Array(repeating: marks, count: count).joined(separator: ", ")
  }
}

// MARK: - The house

extension DemoTable {
  @Sendable private static func spa(_ demo: DemoDatabase) -> DemoTable {
    DemoTable(
      name: "spa_information",
      columns: [
        "name", "address_line1", "city", "country", "phone_number_main", "email_main",
        "vat_percentage",
      ],
      rows: [
        [
          .text(demo.name), "12 Lê Thánh Tôn, Quận 1", "Hồ Chí Minh", "Việt Nam",
          "028 3822 7000", "reception@demo.spa",
          .integer(Int64(DemoDatabase.Payment.taxPercentage)),
        ]
      ])
  }

  @Sendable private static func hours(_ demo: DemoDatabase) -> DemoTable {
    DemoTable(
      name: "business_hours", columns: ["day_of_week", "open_time", "close_time"],
      rows: Weekday.allCases.map { day in
        [
          .text(day.rawValue), .text(demo.hours.open.description),
          .text(demo.hours.close.description),
        ]
      })
  }

  @Sendable private static func rooms(_ demo: DemoDatabase) -> DemoTable {
    DemoTable(
      name: "rooms", columns: ["room_id", "name", "capacity", "is_active"],
      rows: demo.rooms.map { room in
        [
          .integer(room.id.number), .text(room.name), .integer(Int64(room.capacity)),
          StoredValue(room.isActive),
        ]
      })
  }

  @Sendable private static func beds(_ demo: DemoDatabase) -> DemoTable {
    DemoTable(
      name: "beds", columns: ["bed_id", "room_id", "name", "is_active"],
      rows: demo.beds.map { bed in
        [
          .integer(bed.id.number), .integer(bed.room.number), .text(bed.name),
          StoredValue(bed.isActive),
        ]
      })
  }

  @Sendable private static func serviceTypes(_ demo: DemoDatabase) -> DemoTable {
    DemoTable(
      name: "service_types", columns: ["service_type_id", "name"],
      rows: demo.serviceTypes.enumerated().map { index, name in
        [.integer(Int64(index + 1)), .text(name)]
      })
  }

  @Sendable private static func services(_ demo: DemoDatabase) -> DemoTable {
    DemoTable(
      name: "services",
      columns: [
        "service_id", "service_type_id", "name", "price", "duration_minutes",
        "buffer_time_after_minutes", "is_active",
      ],
      rows: demo.services.map { service in
        [
          .integer(service.id.number), .integer(service.type.number), .text(service.name),
          .integer(Int64(service.price)), .integer(Int64(service.duration.count)),
          .integer(Int64(service.buffer.count)), StoredValue(service.isActive),
        ]
      })
  }
}

// MARK: - The people

extension DemoTable {
  private static func number(of role: Role) -> StoredValue {
    let place = StandardRoles.all.firstIndex { $0.name == role.rawValue }
    return StoredValue(place.map { Int64($0 + 1) })
  }

  @Sendable private static func users(_ demo: DemoDatabase) -> DemoTable {
    DemoTable(
      name: "users",
      columns: ["user_id", "role_id", "full_name", "email", "hash_password", "phone_number"],
      rows: demo.users.map { user in
        [
          .integer(user.id.number), number(of: user.role), .text(user.name), .text(user.email),
          .text(DemoDatabase.passwordHash), .text(user.phone),
        ]
      })
  }

  @Sendable private static func customers(_ demo: DemoDatabase) -> DemoTable {
    DemoTable(
      name: "customers",
      columns: [
        "customer_id", "full_name", "email", "phone_number", "hash_password", "notes", "role_id",
      ],
      rows: demo.customers.map { guest in
        [
          .integer(guest.id.number), .text(guest.name), StoredValue(guest.email),
          .text(guest.phone), guest.hasPassword ? .text(DemoDatabase.passwordHash) : nil,
          StoredValue(guest.notes), number(of: .customer),
        ]
      })
  }

  @Sendable private static func therapists(_ demo: DemoDatabase) -> DemoTable {
    DemoTable(
      name: "therapists", columns: ["user_id", "service_type_id", "availability_status"],
      rows: demo.therapists.map { therapist in
        [
          .integer(therapist.id.number), .integer(therapist.serviceType.number),
          .text(therapist.state.rawValue),
        ]
      })
  }
}

// MARK: - The money

extension DemoTable {
  @Sendable private static func payments(_ demo: DemoDatabase) -> DemoTable {
    DemoTable(
      name: "payments",
      columns: [
        "payment_id", "customer_id", "total_amount", "tax_amount", "subtotal_amount",
        "payment_method", "payment_status", "reference_number", "transaction_date",
        "payment_date", "notes",
      ],
      rows: demo.payments.map { payment in
        [
          .integer(payment.id), .integer(payment.customer.number),
          .integer(Int64(payment.subtotal + payment.tax)), .integer(Int64(payment.tax)),
          .integer(Int64(payment.subtotal)), .text(payment.method), .text(payment.status),
          .text(payment.reference), .text(payment.at.sql),
          payment.status == "PAID" ? .text(payment.at.sql) : nil, StoredValue(payment.notes),
        ]
      })
  }

  @Sendable private static func items(_ demo: DemoDatabase) -> DemoTable {
    DemoTable(
      name: "payment_items",
      columns: [
        "payment_item_id", "payment_id", "service_id", "quantity", "unit_price", "total_price",
        "service_duration",
      ],
      rows: demo.items.map { item in
        [
          .integer(item.id.number), .integer(item.payment), .integer(item.service.number),
          .integer(Int64(item.quantity)), .integer(Int64(item.unitPrice)),
          .integer(Int64(item.unitPrice * item.quantity)), .integer(Int64(item.duration.count)),
        ]
      })
  }

  @Sendable private static func usage(_ demo: DemoDatabase) -> DemoTable {
    DemoTable(
      name: "payment_item_usage",
      columns: ["payment_item_id", "total_quantity", "booked_quantity"],
      rows: demo.items.map { item in
        [.integer(item.id.number), .integer(Int64(item.quantity)), .integer(Int64(item.booked))]
      })
  }
}

// MARK: - The book

extension DemoTable {
  @Sendable private static func bookings(_ demo: DemoDatabase) -> DemoTable {
    DemoTable(
      name: "bookings",
      columns: [
        "booking_id", "customer_id", "payment_item_id", "service_id", "therapist_user_id",
        "appointment_date", "appointment_time", "duration_minutes", "booking_status",
        "booking_notes", "cancellation_reason", "cancelled_at", "created_at", "updated_at",
        "room_id", "bed_id",
      ],
      rows: demo.bookings.map { booking in
        [
          .integer(booking.id.number), .integer(booking.customer.number),
          .integer(booking.item.number), .integer(booking.service.number),
          .integer(booking.therapist.number), .text(booking.date.description),
          .text(booking.time.description), .integer(Int64(booking.duration.count)),
          .text(booking.status.rawValue), StoredValue(booking.notes),
          StoredValue(booking.course.cancellationReason),
          StoredValue(booking.course.cancelledAt?.sql), .text(booking.createdAt.sql),
          .text(booking.createdAt.sql), .integer(booking.room.number),
          StoredValue(booking.bed?.number),
        ]
      })
  }

  @Sendable private static func arrivals(_ demo: DemoDatabase) -> DemoTable {
    DemoTable(
      name: "checkins", columns: ["appointment_id", "customer_id", "checkin_time"],
      rows: demo.bookings.compactMap { booking in
        booking.course.arrivedAt.map {
          [.integer(booking.id.number), .integer(booking.customer.number), .text($0.sql)]
        }
      })
  }

  @Sendable private static func facts(_ demo: DemoDatabase) -> DemoTable {
    DemoTable(
      name: "frontdesk_facts", columns: ["booking_id", "started_at", "ended_at"],
      rows: demo.bookings.compactMap { booking in
        booking.course.startedAt.map {
          [
            .integer(booking.id.number), .integer($0.milliseconds),
            StoredValue(booking.course.endedAt?.milliseconds),
          ]
        }
      })
  }

  @Sendable private static func changes(_ demo: DemoDatabase) -> DemoTable {
    DemoTable(
      name: "frontdesk_changes",
      columns: [
        "booking_id", "kind", "old_status", "new_status", "by_kind", "by_number", "by_name", "at",
      ],
      rows: demo.bookings.flatMap { booking in
        booking.course.changes.map { change in [.integer(booking.id.number)] + values(change) }
      })
  }

  private static func values(_ change: BookingChange) -> [StoredValue] {
    let (kind, from, to): (ChangeKind, BookingStatus?, BookingStatus?) =
      switch change.kind {
      case .arrival: (.arrival, nil, nil)
      case .status(let from, let to): (.status, from, to)
      // The demo's guests come when they said they would, and pay what they booked.
      case .created, .moved, .swapped, .notes, .payment, .called, .service, .wished:
        (.created, nil, nil)
      }
    return [
      .text(kind.rawValue), StoredValue(from?.rawValue), StoredValue(to?.rawValue),
      StoredValue(change.by?.kind), StoredValue(change.by?.number), .text(change.byName),
      .integer(change.at.milliseconds),
    ]
  }
}
