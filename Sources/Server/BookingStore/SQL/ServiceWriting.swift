import BookingDomain

/// Writes how a booking is paid for that gets another treatment, or its old one back: what it was paid
/// with goes back first, then it is paid for anew.
struct ServiceWriting<Connection: OrderConnection> {
  let before: Booking
  let outcome: Decision.Outcome
  let exchange: Decision.Exchange
  let now: Moment
  let db: Connection

  /// - Returns: what the booking's row has to say of it.
  func pay() throws -> [BookingRow<Connection>.Value] {
    try SessionUsage(item: before.paymentItem, db: db).apply(.givenBack)
    if let left = exchange.left, let payment = before.payment {
      try PaymentRows.set(payment, to: left, db)
    }
    let item = try taken()
    try SessionUsage(item: item, db: db).apply(.taken)
    return [
      ("service_id", .integer(outcome.booking.service.id.number)),
      ("payment_item_id", .integer(item.number)),
    ]
  }

  private func taken() throws -> PaymentItemID {
    switch exchange.taken {
    case .new(let settlement, let service):
      return try DeskSale(now: now, db: db).item(settlement, of: service, for: before.customer.id)
    case .former(let former, let standing):
      if let standing, let payment = former?.payment {
        try PaymentRows.set(payment, to: standing, db)
      }
      return outcome.booking.paymentItem
    }
  }

  func note(by author: Author) throws {
    guard case .service(let exchange)? = outcome.recorded?.kind else { return }
    try HistoryRows.add(exchange, to: before.id, by: author, db)
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
