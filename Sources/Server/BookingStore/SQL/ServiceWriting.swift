import BookingDomain

/// Writes that a booking gets another treatment, or its old one back: what it was paid with goes back
/// first, then it is paid for anew.
struct ServiceWriting<Connection: OrderConnection> {
  let before: Booking
  let outcome: Decision.Outcome
  let exchange: Decision.Exchange
  let person: Person
  let now: Moment
  let db: Connection

  private var after: Booking { outcome.booking }
  private var row: BookingRow<Connection> { BookingRow(id: before.id, db: db) }

  func write(_ change: Change) throws -> Written {
    var author = Author(person, at: now.instant, reason: change.reason)
    // One line of the history tells all of it, and it is written here.
    author.isSilent = true
    try db.writing(as: author) {
      if change == .undo {
        try HistoryRows.takeBackNewest(of: before, by: person, at: now.instant, db)
      }
      try SessionUsage(item: before.paymentItem, db: db).apply(.givenBack)
      if let left = exchange.left { try restate(before.payment, as: left) }
      let item = try taken()
      try SessionUsage(item: item, db: db).apply(.taken)
      try row.set(
        [
          ("service_id", .integer(after.service.id.number)),
          ("payment_item_id", .integer(item.number)),
        ] + BookingRow<Connection>.values(from: before.slot, to: after.slot))
      if case .service(let exchange)? = outcome.recorded?.kind {
        try HistoryRows.add(exchange, to: before.id, by: author, db)
      }
    }
    return try row.accepted(after: before.version)
  }

  private func taken() throws -> PaymentItemID {
    switch exchange.taken {
    case .new(let settlement, let service):
      return try DeskSale(now: now, db: db).item(settlement, of: service, for: before.customer.id)
    case .former(let former, let standing):
      if let standing { try restate(former?.payment, as: standing) }
      return after.paymentItem
    }
  }

  /// When it was paid stays as it was: what is paid back was paid.
  private func restate(_ payment: BookingPayment?, as standing: PaymentStanding) throws {
    guard let payment else { return }
    try db.execute(
      "UPDATE payments SET payment_status = ? WHERE payment_id = ? AND payment_status = ?",
      [
        .text(standing.status.rawValue), .integer(payment.number),
        .text(payment.standing.status.rawValue),
      ])
  }
}

extension HistoryRows {
  fileprivate static func add(
    _ exchange: ServiceExchange, to booking: BookingID, by author: Author, _ db: some SQLConnection
  ) throws {
    let slot = exchange.slot
    try db.execute(
      """
      INSERT INTO frontdesk_changes
        (booking_id, kind, old_service_id, new_service_id, old_item_id, old_status, old_method,
         new_status, new_method, old_therapist_id, old_date, old_time, old_duration_minutes,
         old_room_id, old_bed_id, reason, by_kind, by_number, by_name, at)
      VALUES (?, \(ChangeKind.service.sql), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(booking.number), .integer(exchange.from.id.number),
        .integer(exchange.to.id.number), .integer(exchange.item.number),
        StoredValue(exchange.left?.status.rawValue), StoredValue(exchange.left?.method.rawValue),
        StoredValue(exchange.sold?.status.rawValue), StoredValue(exchange.sold?.method.rawValue),
        .integer(slot.therapist.number), .text(slot.date.description),
        .text(slot.time.description), .integer(Int64(slot.duration.count)),
        .integer(slot.place.room.number), StoredValue(slot.place.bed?.number),
        StoredValue(author.reason),
      ] + author.values)
  }
}
