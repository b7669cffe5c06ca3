import BookingDomain
import BookingStore
import GRDB

/// Writes what was decided. The triggers count the version, write the event and the history, with
/// the author from `frontdesk_writer`.
struct BookingWriting {
  let before: Booking
  let outcome: Decision.Outcome
  let change: Change
  let person: Person
  let now: Moment
  let db: Database

  private var after: Booking { outcome.booking }

  func write() throws -> CommandAnswer.Result {
    try signIn()
    try writeFacts()
    try writeArrival()
    if isUndo { try markUndone() }
    try writeBooking()
    try SessionUsage(item: before.paymentItem, db: db).apply(outcome.session)
    try db.execute(sql: "DELETE FROM frontdesk_writer")
    return try accepted()
  }

  private var isUndo: Bool { change == .undo }

  private var reason: String? {
    if case .changeStatus(_, let reason) = change { reason } else { nil }
  }

  private func signIn() throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO frontdesk_writer
          (id, kind, number, name, at, reason, is_undo, is_arrival_implied)
        VALUES (1, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      person.id.kind, person.id.number, person.name, now.instant.milliseconds, reason, isUndo,
      after.status != before.status,
    ])
  }

  private func writeFacts() throws {
    guard after.startedAt != before.startedAt || after.endedAt != before.endedAt else { return }
    try db.cachedStatement(
      sql: "REPLACE INTO frontdesk_facts (booking_id, started_at, ended_at) VALUES (?, ?, ?)"
    ).execute(arguments: [
      before.id.number, after.startedAt?.milliseconds, after.endedAt?.milliseconds,
    ])
  }

  /// An arrival is a check-in of the shop's, so that the shop sees it too.
  private func writeArrival() throws {
    guard after.arrivedAt != before.arrivedAt else { return }
    if let arrivedAt = after.arrivedAt {
      try db.cachedStatement(
        sql: """
          INSERT INTO checkins (appointment_id, customer_id, checkin_time, status)
          VALUES (?, ?, ?, 'SUCCESS')
          """
      ).execute(arguments: [before.id.number, before.customer.id.number, arrivedAt.sql])
    } else {
      try db.cachedStatement(
        sql: "DELETE FROM checkins WHERE appointment_id = ? AND status = 'SUCCESS'"
      ).execute(arguments: [before.id.number])
    }
  }

  /// Only what changes: a column that nobody asked about is nobody's to write back.
  private func writeBooking() throws {
    guard after.status != before.status else { return }
    let isCancelled = after.status == .cancelled
    try db.cachedStatement(
      sql: """
        UPDATE bookings SET booking_status = ?, cancellation_reason = ?, cancelled_at = ?,
          cancelled_by = ?
        WHERE booking_id = ?
        """
    ).execute(arguments: [
      after.status.rawValue, after.cancellationReason, isCancelled ? now.instant.sql : nil,
      isCancelled ? userNumber : nil, before.id.number,
    ])
  }

  /// `cancelled_by` names users; a customer's own cancellation is told by the history.
  private var userNumber: Int64? {
    if case .user(let id) = person.id { id.number } else { nil }
  }

  private func markUndone() throws {
    try db.cachedStatement(
      sql: """
        UPDATE frontdesk_changes SET undone_at = ?, undone_by_name = ?
        WHERE change_id = (SELECT MAX(change_id) FROM frontdesk_changes
          WHERE booking_id = ? AND undone_at IS NULL)
        """
    ).execute(arguments: [now.instant.milliseconds, person.name, before.id.number])
  }

  private func accepted() throws -> CommandAnswer.Result {
    let event = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT seq, version FROM frontdesk_events WHERE booking_id = ?
          ORDER BY seq DESC LIMIT 1
          """),
      arguments: [before.id.number])
    guard let event, let seq = TolerantRow(event).int64("seq"),
      let version = TolerantRow(event).int64("version"), version > before.version
    else {
      throw StoreFailure(
        .unusable,
        "Booking \(before.id) was written but no event came of it: the triggers of the database "
          + "are missing. Restore it from a backup.")
    }
    return .accepted(seq: seq, version: version)
  }
}

/// The sessions of a payment item that are booked and left.
struct SessionUsage {
  let item: PaymentItemID
  let db: Database

  /// Nil where nothing is known of the item.
  func left() throws -> Int? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT remaining_quantity AS n FROM payment_item_usage WHERE payment_item_id = ?"),
      arguments: [item.number])
    return row.flatMap { TolerantRow($0).int("n", in: -1_000_000...1_000_000) }
  }

  func apply(_ effect: Decision.SessionEffect) throws {
    switch effect {
    case .none: return
    case .givenBack: try book(-1)
    case .heldAgain: try book(1)
    }
  }

  /// Stays within what was paid for: an item whose count was wrong before does not stop the desk.
  private func book(_ sessions: Int) throws {
    try db.cachedStatement(
      sql: """
        UPDATE payment_item_usage SET booked_quantity = booked_quantity + ?1
        WHERE payment_item_id = ?2 AND booked_quantity + ?1 BETWEEN 0 AND total_quantity
        """
    ).execute(arguments: [sessions, item.number])
  }
}
