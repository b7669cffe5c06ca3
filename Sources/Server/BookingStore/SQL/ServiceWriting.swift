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
    let slot = exchange.slot
    try HistoryRows.add(
      .service,
      [
        "old_service_id": .integer(exchange.from.id.number),
        "new_service_id": .integer(exchange.to.id.number),
        "old_item_id": .integer(exchange.item.number),
        "old_status": StoredValue(exchange.left?.status.rawValue),
        "old_method": StoredValue(exchange.left?.method.rawValue),
        "new_status": StoredValue(exchange.sold?.status.rawValue),
        "new_method": StoredValue(exchange.sold?.method.rawValue),
        "old_therapist_id": .integer(slot.therapist.number),
        "old_date": .text(slot.date.description), "old_time": .text(slot.time.description),
        "old_duration_minutes": .integer(Int64(slot.duration.count)),
        "old_room_id": .integer(slot.place.room.number),
        "old_bed_id": StoredValue(slot.place.bed?.number), "reason": StoredValue(author.reason),
      ], to: before.id, by: author, db)
  }
}
