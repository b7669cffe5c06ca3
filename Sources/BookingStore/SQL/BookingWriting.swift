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

  func write(_ change: Change) throws -> CommandAnswer.Result {
    var author = Author(person, at: now.instant, reason: change.reason)
    author.isSilent = change == .undo
    author.isArrivalImplied = after.status != before.status
    return try db.writing(as: author) {
      // Before the arrival goes: its trigger marks that as undone too, and once is enough.
      if change == .undo { try markUndone() }
      try writeFacts()
      try writeArrival()
      try row.set(changes)
      try SessionUsage(item: before.paymentItem, db: db).apply(outcome.session)
      return try accepted(after: before.version)
    }
  }

  /// Only what changes: a column that nobody asked about is nobody's to write back.
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

  private func markUndone() throws {
    let newest = try db.row(
      "SELECT MAX(change_id) AS id FROM frontdesk_changes WHERE booking_id = ? AND undone_at IS NULL",
      [.integer(before.id.number)])
    guard let change = newest?.int64("id") else { return }
    try db.execute(
      "UPDATE frontdesk_changes SET undone_at = ?, undone_by_name = ? WHERE change_id = ?",
      [.integer(now.instant.milliseconds), .text(person.name), .integer(change)])
  }

  private func accepted(after version: Int64) throws -> CommandAnswer.Result {
    try row.accepted(after: version)
  }
}

// MARK: - Making room for another

extension BookingWriting {
  /// Goes to a time of its day at which its therapist begins nothing, and is told as moved away
  /// from where it stood.
  /// - Returns: where it stands now.
  func stepAside() throws -> BookedSlot {
    var aside = before.slot
    aside.time = try freeTime()
    try db.writing(as: Author(person, at: now.instant)) {
      try row.set(BookingRow<Connection>.values(from: before.slot, to: aside))
    }
    return aside
  }

  /// Goes to its new slot. That it moved was told when it stepped aside.
  func takePlace(from aside: BookedSlot) throws -> CommandAnswer.Result {
    var author = Author(person, at: now.instant)
    author.isSilent = true
    return try db.writing(as: author) {
      try row.set(BookingRow<Connection>.values(from: aside, to: after.slot))
      return try accepted(after: before.version)
    }
  }

  /// A second of the day's last minute at which nothing begins. Nobody sees it there: the
  /// transaction goes on at once.
  private func freeTime() throws -> TimeOfDay {
    let taken = try db.rows(
      "SELECT appointment_time FROM bookings WHERE appointment_date = ?"
        + " AND appointment_time >= '23:59:00'", [.text(before.date.description)])
    let times = Set(taken.compactMap { $0.time("appointment_time") })
    let seconds = (1...59).map { TimeOfDay(seconds: TimeOfDay.endOfDay.seconds - $0) }
    guard let free = seconds.first(where: { !times.contains($0) }) else {
      throw StoreFailure(
        .unavailable, "Too much begins in the last minute of \(before.date) to swap bookings.")
    }
    return free
  }
}
