import BookingDomain
import BookingStore

/// Moves what triggers wrote from the outbox into the numbered log, within one transaction of the
/// caller, so that an entry is always in exactly one of the two.
///
/// Everything that is visible is moved, in the order in which it became visible. Outbox numbers are
/// given out before the commit: whoever read "everything after the last number" would lose what was
/// committed late, and whoever waited for a missing number would wait for ever where it was rolled
/// back. Entries of one booking are always in the right order, since its writers wait for each
/// other.
struct OutboxMove {
  /// Rows in one transaction. The end of the log is locked meanwhile, for about ten milliseconds.
  static let limit = 512

  let db: MySQLConnection

  /// Moves everything that is visible about one booking, which the caller has locked.
  /// - Returns: the last entry that came of it; nil where none did.
  func move(of booking: BookingID) throws -> (seq: Int64, version: Int64)? {
    let end = try NumberedLog(db: db).lockedEnd()
    let rows = try db.rows(
      "SELECT \(OwnTables.outbox.columnList) FROM frontdesk_outbox WHERE booking_id = ? ORDER BY outbox_id",
      [.integer(booking.number)])
    let told = rows.filter { Self.versioned.contains($0.text("kind") ?? "") }
    let touches = try touches(rows.filter { Self.deferred.contains($0.text("kind") ?? "") })
    let entries = try carry(told, touches, after: end.position.seq)
    guard case .integer(let version) = entries.last?["version"] else { return nil }
    return (end.position.seq + Int64(entries.count), version)
  }

  /// Moves what is visible after `start`, but not more than one transaction should.
  /// - Returns: whether there may be more already, and the highest number that was moved.
  func moveSome(from start: Int64, after seq: Int64) throws -> (isMore: Bool, highest: Int64) {
    // Touched bookings are locked before the others are read, so that nobody can count up a version
    // in between.
    let deferred = Self.deferred.map { "'\($0)'" }.sorted().joined(separator: ", ")
    let touches = try touches(
      try db.rows(
        "SELECT \(OwnTables.outbox.columnList) FROM frontdesk_outbox WHERE kind IN (\(deferred)) AND outbox_id > ?"
          + " ORDER BY outbox_id LIMIT \(Self.limit)", [.integer(start)]))
    let told = try db.rows(
      "SELECT \(OwnTables.outbox.columnList) FROM frontdesk_outbox WHERE outbox_id > ? AND kind NOT IN (\(deferred))"
        + " ORDER BY outbox_id LIMIT \(Self.limit)", [.integer(start)])
    let isFull = told.count == Self.limit
    // Where the batch is full, earlier versions of a touched booking may not be in it; their events
    // have to come before the event of the touch.
    try carry(told, isFull ? [] : touches, after: seq)
    let isMore = isFull || told.contains { Self.widening.contains($0.text("kind") ?? "") }
    return (isMore, told.compactMap { $0.int64("outbox_id") }.max() ?? 0)
  }

  /// Kinds whose version the trigger counted.
  private static let versioned = Set(
    [EventKind.created, .status, .updated, .gone].map(\.rawValue))
  /// Kinds from which touches of several bookings follow.
  private static let widening = Set([OutboxKind.guest, .settled].map(\.rawValue))
  /// Kinds whose version is counted here.
  private static let deferred = Set([OutboxKind.touched, .unarrived].map(\.rawValue))

  /// - Returns: what was added to the log.
  @discardableResult
  private func carry(_ told: [TolerantRow], _ touches: [Touch], after seq: Int64) throws
    -> [OutboxEntry]
  {
    var entries = try told.flatMap { try Expansion(db: db).entries(of: $0) }
    for touch in touches { entries += try touch.entry(db) }
    if !entries.isEmpty { try NumberedLog(db: db).append(entries, after: seq) }
    let done = told.compactMap { $0.int64("outbox_id") } + touches.map(\.outboxID)
    // Row by row: in a short table the database would read every row instead of a list of keys, and
    // would wait for rows that others have not committed yet.
    for id in done {
      try db.execute("DELETE FROM frontdesk_outbox WHERE outbox_id = ?", [.integer(id)])
    }
    return entries
  }

  /// A booking changed although its own row did not: somebody arrived, or the guest has another
  /// name.
  private struct Touch {
    let outboxID: Int64
    let row: TolerantRow
    let booking: Int64

    func entry(_ db: MySQLConnection) throws -> [OutboxEntry] {
      if row.text("kind") == OutboxKind.unarrived.rawValue {
        try takeBackArrivals(db)
      }
      try db.execute(
        "UPDATE frontdesk_versions SET version = version + 1 WHERE booking_id = ?",
        [.integer(booking)])
      let found = try db.row(
        """
        SELECT v.version, b.customer_id, b.therapist_user_id,
          LEFT(b.appointment_date, 32) AS date
        FROM frontdesk_versions v JOIN bookings b ON b.booking_id = v.booking_id
        WHERE v.booking_id = ?
        """, [.integer(booking)])
      guard let found else { return [] }
      return [
        OutboxEntry(row).turned(
          into: EventKind.updated.rawValue,
          [
            "version": found["version"], "customer_id": found["customer_id"],
            "therapist_id": found["therapist_user_id"],
            "former_therapist_id": found["therapist_user_id"], "date": found["date"],
            "former_date": found["date"],
          ])
      ]
    }

    private func takeBackArrivals(_ db: MySQLConnection) throws {
      let arrivals = try db.rows(
        "SELECT change_id FROM frontdesk_changes"
          + " WHERE booking_id = ? AND kind = \(ChangeKind.arrival.sql) AND undone_at IS NULL",
        [.integer(booking)])
      for arrival in arrivals {
        try db.execute(
          "UPDATE frontdesk_changes SET undone_at = ?, undone_by_name = ? WHERE change_id = ?",
          [row["at"], row["by_name"], arrival["change_id"]])
      }
    }
  }

  /// Locks the versions of these bookings, except those that somebody else has locked now: their
  /// entries stay in the outbox, since the log must not wait for another program. An entry without
  /// a booking is dropped.
  private func touches(_ rows: [TolerantRow]) throws -> [Touch] {
    try rows.compactMap { row in
      guard let outboxID = row.int64("outbox_id"), let booking = row.int64("booking_id") else {
        return nil
      }
      let isFree =
        try db.row(
          "SELECT version FROM frontdesk_versions WHERE booking_id = ? AND is_gone = 0"
            + " FOR UPDATE SKIP LOCKED", [.integer(booking)]) != nil
      if isFree { return Touch(outboxID: outboxID, row: row, booking: booking) }
      let isThere =
        try db.row(
          "SELECT version FROM frontdesk_versions WHERE booking_id = ? AND is_gone = 0",
          [.integer(booking)]) != nil
      if !isThere {
        try db.execute("DELETE FROM frontdesk_outbox WHERE outbox_id = ?", [.integer(outboxID)])
      }
      return nil
    }
  }
}
