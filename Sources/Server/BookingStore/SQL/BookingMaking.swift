import BookingDomain

/// Writes new bookings into the shop's tables as the shop itself would: customer, payment with its
/// item, the session it uses, and the booking.
struct BookingMaking<Connection: OrderConnection> {
  let author: Author
  let now: Moment
  let db: Connection

  func make(_ booked: [Decision.Booked]) throws
    -> (booking: BookingID, written: Written)
  {
    var made: (booking: BookingID, written: Written)?
    var party: CustomerID?
    var numbers: [BookingID] = []
    for one in booked {
      var author = author
      author.reason = one.overrideReason
      try db.writing(as: author) {
        let customer = try customer(one.guest, of: party ?? joined(by: one)?.customer.id)
        party = party ?? customer
        let booking = try book(one, for: customer)
        if one.isWished { try WishRows.write(one.slot.therapist, of: booking, db) }
        numbers.append(booking)
        let written = try BookingRow(id: booking, db: db).accepted(after: 0)
        made = made ?? (booking, written)
        try takeOffTheWaitingList(one.waiting)
      }
    }
    guard let made else { throw StoreFailure(.refused, "An order to book nothing was decided.") }
    try link(booked, numbers)
    return made
  }

  private func joined(by booked: Decision.Booked) throws -> Booking? {
    try booked.joins.flatMap { try BookingRows.one($0, db) }
  }

  /// Says which of them belong together. Whoever stood alone before, and is on a visit now, is told
  /// anew.
  private func link(_ booked: [Decision.Booked], _ numbers: [BookingID]) throws {
    var joined: [BookingID: Booking] = [:]
    for one in booked {
      if let id = one.joins { joined[id] = try BookingRows.one(id, db) }
    }
    for (number, link) in zip(numbers, booked.links(numbers) { joined[$0] }) {
      try VisitRows.write(link, of: number, db)
    }
    for standing in joined.values.sorted(by: { $0.id < $1.id }) where standing.visit == nil {
      try VisitRows.write(
        .init(visit: VisitID(standing.id.number), series: standing.series), of: standing.id, db)
      try db.tellChanged(standing.id, by: author)
      _ = try BookingRow(id: standing.id, db: db).accepted(after: standing.version)
    }
  }

  /// Somebody else may have done so already.
  private func takeOffTheWaitingList(_ id: WaitingID?) throws {
    guard let id, let guest = try WaitingRows.one(id, db) else { return }
    try WaitingRows.remove(id, db)
    _ = try db.appendEvent(.waiting(on: guest.date), by: author)
  }

  private func customer(_ guest: NewBooking.Guest, of party: CustomerID?) throws -> CustomerID {
    switch guest {
    case .known(let id): return id
    case .new(let customer): return try register(customer)
    case .companion:
      guard let party else {
        throw StoreFailure(.refused, "A companion of nobody was decided.")
      }
      return party
    }
  }

  private func register(_ customer: NewCustomer) throws -> CustomerID {
    let id = CustomerID(
      try db.insert(
        """
        INSERT INTO customers (full_name, phone_number, email, role_id)
        VALUES (?, ?, ?, (SELECT role_id FROM roles WHERE name = 'CUSTOMER'))
        """,
        [
          .text(customer.name),
          .text(customer.phone.map(PhoneText.compact) ?? GuestPhone.placeholder()),
          StoredValue(customer.email),
        ]))
    if let family = customer.family { try GuestRows.note(id, familyOf: family, by: author, db) }
    return id
  }

  private func book(_ booked: Decision.Booked, for customer: CustomerID) throws -> BookingID {
    let item = try DeskSale(now: now, db: db)
      .item(booked.settlement, of: booked.service, for: customer)
    try SessionUsage(item: item, db: db).apply(.taken)
    let columns =
      [
        ("customer_id", .integer(customer.number)), ("payment_item_id", .integer(item.number)),
        ("service_id", .integer(booked.service.id.number)), ("booking_status", "SCHEDULED"),
        ("booking_notes", StoredValue(booked.notes)),
      ] + BookingRow<Connection>.values(of: booked.slot)
    let names = columns.map(\.column).joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    return BookingID(
      try db.insert(
        "INSERT INTO bookings (\(names)) VALUES (\(marks))", columns.map(\.value)))
  }
}
