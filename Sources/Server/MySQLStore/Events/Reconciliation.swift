import BookingStore

/// Finds, slowly, changes for which no trigger was carried out: rows that a foreign key's cascade
/// changed, a truncated table, rows that were added while triggers were missing. Each becomes an
/// event and is counted.
struct Reconciliation {
  /// When to look next, and at which bookings.
  struct Pace {
    /// Ten seconds between steps of two thousand bookings each: all bookings of a season are
    /// checked within an hour, which takes a thousandth of the database's time.
    private static let interval = Duration.seconds(10)

    var next: Int64 = 0
    var arrivals = ArrivalCheck()
    private var last = ContinuousClock.now

    mutating func isDue(_ now: ContinuousClock.Instant) -> Bool {
      guard last.duration(to: now) >= Self.interval else { return false }
      last = now
      return true
    }
  }

  private static let step: Int64 = 2000

  let db: MySQLConnection
  let lease: Lease

  /// Checks the newest arrivals, and the bookings after those that were checked last.
  /// - Returns: the booking after which to go on the next time.
  func step(_ pace: Pace) throws -> Pace {
    guard lease.isOurs(try NumberedLog(db: db).end()) else { return pace }
    var pace = pace
    try pace.arrivals.look(db)
    pace.next = try step(from: pace.next)
    return pace
  }

  /// Checks the bookings after `start`.
  /// - Returns: the booking after which to go on; 0 where all were checked.
  private func step(from start: Int64) throws -> Int64 {
    let last = try db.row(
      """
      SELECT MAX(id) AS last, COUNT(*) AS count FROM (
        SELECT booking_id AS id FROM frontdesk_versions WHERE booking_id > ?
        ORDER BY booking_id LIMIT \(Self.step)) AS some
      """, [.integer(start)])
    let isEnd = (last?.int64("count") ?? 0) < Self.step
    let end = isEnd ? Int64.max : last?.int64("last") ?? Int64.max
    for booking in try suspects(after: start, to: end) {
      _ = try db.writing { try Repair(db: db, booking: booking).made() }
    }
    return isEnd ? 0 : end
  }

  private func suspects(after start: Int64, to end: Int64) throws -> [Int64] {
    let fingerprint = MySQLBookingTriggers.fingerprint(of: "b")
    return try db.rows(
      """
      SELECT b.booking_id AS id FROM bookings b
        LEFT JOIN frontdesk_versions v ON v.booking_id = b.booking_id
        WHERE b.booking_id > ? AND b.booking_id <= ?
          AND (v.booking_id IS NULL OR v.is_gone <> 0 OR v.fingerprint <> \(fingerprint))
      UNION ALL
      SELECT v.booking_id AS id FROM frontdesk_versions v
        LEFT JOIN bookings b ON b.booking_id = v.booking_id
        WHERE v.booking_id > ? AND v.booking_id <= ? AND v.is_gone = 0 AND b.booking_id IS NULL
      LIMIT \(Self.step)
      """, [.integer(start), .integer(end), .integer(start), .integer(end)]
    ).compactMap { $0.int64("id") }
  }
}

/// One booking whose row is not what it was when a trigger last saw it.
private struct Repair {
  let db: MySQLConnection
  let booking: Int64

  /// - Returns: whether there was something to repair when the row alone was looked at again.
  func made() throws -> Bool {
    // Somebody has locked the row, and their trigger will write the event. It is checked again in
    // the next round.
    let version = try db.row(
      "SELECT is_gone, fingerprint FROM frontdesk_versions WHERE booking_id = ?"
        + " FOR UPDATE SKIP LOCKED", [.integer(booking)])
    let row = try db.row(
      """
      SELECT \(MySQLBookingTriggers.fingerprint(of: "b")) AS fingerprint, b.customer_id,
        b.therapist_user_id, LEFT(b.appointment_date, 32) AS date,
        LEFT(b.booking_status, 32) AS status
      FROM bookings b WHERE b.booking_id = ? FOR UPDATE SKIP LOCKED
      """, [.integer(booking)])
    guard let kind = try kind(of: row, known: version) else { return false }
    try count(row)
    let audience = try audience(row)
    try db.execute(
      """
      INSERT INTO frontdesk_outbox
        (kind, booking_id, version, new_status, customer_id, therapist_id, former_therapist_id,
         date, former_date, at)
      SELECT ?, booking_id, version, ?, ?, ?, ?, ?, ?,
        TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000
      FROM frontdesk_versions WHERE booking_id = ?
      """,
      [
        .text(kind.rawValue), audience["status"], audience["customer_id"],
        audience["therapist_user_id"],
        audience["therapist_user_id"], audience["date"], audience["date"], .integer(booking),
      ])
    try db.execute("UPDATE frontdesk_settings SET repaired = repaired + 1 WHERE id = 1")
    return true
  }

  /// Nil where nothing is wrong, or nothing can be said yet.
  private func kind(of row: TolerantRow?, known version: TolerantRow?) throws -> EventKind? {
    let isKnown = version.map { !$0.bool("is_gone") } ?? false
    if let row {
      guard isKnown else { return try isFree() ? .created : nil }
      return row["fingerprint"] == version?["fingerprint"] ? nil : .updated
    }
    let isThere =
      try db.row("SELECT 1 AS one FROM bookings WHERE booking_id = ?", [.integer(booking)]) != nil
    return isKnown && !isThere ? .gone : nil
  }

  /// Whether no open transaction is giving this booking its first version.
  private func isFree() throws -> Bool {
    try db.row(
      "SELECT is_gone FROM frontdesk_versions WHERE booking_id = ? AND is_gone = 0",
      [.integer(booking)]) == nil
  }

  private func count(_ row: TolerantRow?) throws {
    let gone: StoredValue = row == nil ? 1 : 0
    let fingerprint = row?["fingerprint"] ?? 0
    try db.execute(
      """
      INSERT INTO frontdesk_versions (booking_id, version, is_gone, fingerprint)
      VALUES (?, 1, ?, ?)
      ON DUPLICATE KEY UPDATE version = version + 1, is_gone = ?, fingerprint = ?
      """, [.integer(booking), gone, fingerprint, gone, fingerprint])
    try db.execute(
      "INSERT IGNORE INTO frontdesk_facts (booking_id) VALUES (?)", [.integer(booking)])
  }

  /// Whom the event concerns: from the row, or, where that is gone, from the last event about the
  /// booking.
  private func audience(_ row: TolerantRow?) throws -> TolerantRow {
    if let row { return row }
    let last = try db.row(
      """
      SELECT customer_id, therapist_id AS therapist_user_id, date, NULL AS status
      FROM frontdesk_events WHERE booking_id = ? ORDER BY seq DESC LIMIT 1
      """, [.integer(booking)])
    return last ?? TolerantRow([], columns: TolerantRow.Columns([]))
  }
}
