import BookingDomain

/// Writes what was decided. The triggers count the version, write the event and the history, with
/// the author that signed in.
struct BookingWriting<Connection: OrderConnection> {
  let before: Booking
  let outcome: Decision.Outcome
  let person: Person
  let now: Moment
  let db: Connection

  private var after: Booking { outcome.booking }
  private var row: BookingRow<Connection> { BookingRow(id: before.id, db: db) }

  func write(_ change: Change) throws -> Written {
    var author = Author(person, at: now.instant, reason: change.reason)
    // One line of the history tells all of another treatment, and it is written here.
    author.isSilent = change == .undo || service != nil
    author.isArrivalImplied = after.status != before.status
    try db.writing(as: author) {
      // Before the arrival goes: its trigger marks that as undone too, and once is enough.
      if change == .undo {
        try HistoryRows.takeBackNewest(of: before, by: person, at: now.instant, db)
        if case .payment? = before.lastChange?.kind { try takeBackPaymentOfOthers() }
      }
      try writeFacts()
      try writeArrival()
      try row.set(changes + (try service?.pay() ?? []))
      try writeCall(change, by: author)
      try writeWish(by: author)
      if let service {
        try service.note(by: author)
      } else {
        try SessionUsage(item: before.paymentItem, db: db).apply(outcome.session)
        try PaymentWriting(before: before, outcome: outcome, author: author, db: db).write()
      }
    }
    return try row.accepted(after: before.version)
  }

  private var service: ServiceWriting<Connection>? {
    outcome.exchange.map {
      ServiceWriting(before: before, outcome: outcome, exchange: $0, now: now, db: db)
    }
  }

  /// One payment was for several bookings: their histories say so too.
  private func takeBackPaymentOfOthers() throws {
    for booking in try PaymentWriting.bookings(paidWith: before, db).sorted()
    where booking != before.id {
      try HistoryRows.takeBackPayment(of: booking, by: person, at: now.instant, db)
    }
  }

  /// Only the columns that change: to write back others could undo what another program has written
  /// meanwhile.
  private var changes: [BookingRow<Connection>.Value] {
    var values = BookingRow<Connection>.values(from: before.slot, to: after.slot)
    if after.notes != before.notes {
      values.append(("booking_notes", StoredValue(after.notes)))
    }
    if after.status != before.status {
      let isCancelled = after.status == .cancelled
      values += [
        ("booking_status", .text(after.status.rawValue)),
        ("cancellation_reason", StoredValue(after.cancellationReason)),
        ("cancelled_at", isCancelled ? .text(now.instant.sql) : nil),
        ("cancelled_by", isCancelled ? StoredValue(userNumber) : nil),
      ]
    }
    return values
  }

  /// A call is a line of the history and nothing else.
  private func writeCall(_ change: Change, by author: Author) throws {
    switch (change, before.lastChange?.kind) {
    case (.noteCall(let outcome, let note), _):
      try HistoryRows.add(
        .called,
        ["new_status": .text(outcome.rawValue), "reason": StoredValue(note.isEmpty ? nil : note)],
        to: before.id, by: author, db)
    case (.undo, .called): break
    default: return
    }
    try db.tellChanged(before.id, by: author)
  }

  private func writeWish(by author: Author) throws {
    guard after.wish != before.wish else { return }
    try WishRows.write(after.wish, of: before.id, db)
    if case .wished(let from, let to)? = outcome.recorded?.kind {
      try HistoryRows.add(
        .wished,
        [
          "old_therapist_id": StoredValue(from?.number),
          "new_therapist_id": StoredValue(to?.number),
        ], to: before.id, by: author, db)
    }
    try db.tellChanged(before.id, by: author)
  }

  private func writeFacts() throws {
    guard after.startedAt != before.startedAt || after.endedAt != before.endedAt else { return }
    try db.execute(
      "REPLACE INTO frontdesk_facts (booking_id, started_at, ended_at) VALUES (?, ?, ?)",
      [
        .integer(before.id.number), StoredValue(after.startedAt?.milliseconds),
        StoredValue(after.endedAt?.milliseconds),
      ])
  }

  /// An arrival is a check-in of the shop's, so that the shop sees it too.
  private func writeArrival() throws {
    guard after.arrivedAt != before.arrivedAt else { return }
    if let arrivedAt = after.arrivedAt {
      try db.execute(
        """
        INSERT INTO checkins (appointment_id, customer_id, checkin_time, status)
        VALUES (?, ?, ?, 'SUCCESS')
        """,
        [
          .integer(before.id.number), .integer(before.customer.id.number), .text(arrivedAt.sql),
        ])
    } else {
      let arrivals = try db.rows(
        "SELECT checkin_id FROM checkins WHERE appointment_id = ? AND status = 'SUCCESS'",
        [.integer(before.id.number)])
      // By their keys, so that no other program's unfinished check-in is waited for.
      for arrival in arrivals {
        try db.execute("DELETE FROM checkins WHERE checkin_id = ?", [arrival["checkin_id"]])
      }
    }
  }

  /// `cancelled_by` names users; a customer's own cancellation is told by the history.
  private var userNumber: Int64? {
    if case .user(let id) = person.id { id.number } else { nil }
  }
}
