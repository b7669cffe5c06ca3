import BookingDomain
import GRDB

/// The numbered event log.
enum EventRows {
  static func position(_ db: Database) throws -> LogPosition {
    let epoch = try String.fetchOne(
      db.cachedStatement(sql: "SELECT epoch FROM frontdesk_settings WHERE id = 1"))
    return LogPosition(epoch: epoch ?? "", seq: try lastSeq(db))
  }

  /// The highest number ever given out, also when its entry has been pruned.
  static func lastSeq(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT seq FROM sqlite_sequence WHERE name = 'frontdesk_events'"))
      ?? 0
  }

  /// Nil where the reader needs a snapshot.
  static func after(_ position: LogPosition, limit: Int, _ db: Database) throws -> [BookingEvent]? {
    let end = try self.position(db)
    guard position.epoch == end.epoch, position.seq <= end.seq else { return nil }
    let first = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT MIN(seq) FROM frontdesk_events"))
    guard position.seq + 1 >= first ?? end.seq + 1 else { return nil }
    return try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT * FROM frontdesk_events WHERE seq > ? ORDER BY seq LIMIT ?"),
      arguments: [position.seq, limit]
    ).compactMap { event(TolerantRow($0)) }
  }

  private static func event(_ row: TolerantRow) -> BookingEvent? {
    guard let seq = row.int64("seq") else { return nil }
    return BookingEvent(
      seq: seq, kind: kind(row), booking: row.id("booking_id"), version: row.int64("version") ?? 0,
      audience: BookingEvent.Audience(
        customer: row.id("customer_id"), therapist: row.id("therapist_id"),
        formerTherapist: row.id("former_therapist_id"), date: row.date("date"),
        formerDate: row.date("former_date")),
      by: row.person("by_kind", "by_number"), byName: row.text("by_name") ?? "",
      at: row.timestamp("at") ?? Timestamp(milliseconds: 0))
  }

  /// A status that is no status is told as an update: readers look at the row then.
  private static func kind(_ row: TolerantRow) -> BookingEvent.Kind {
    switch row.text("kind") {
    case "CREATED": return .created
    case "GONE": return .gone
    case "SCHEDULE":
      return .therapistScheduleUpdated(row.id("therapist_id") ?? 0)
    case "PAYMENT":
      return .paymentCompleted(
        paymentID: row.int64("payment_id") ?? 0, customer: row.id("customer_id") ?? 0)
    case "STATUS":
      guard let from = row.text("old_status").flatMap({ BookingStatus(rawValue: $0) }),
        let to = row.text("new_status").flatMap({ BookingStatus(rawValue: $0) })
      else { return .updated }
      return .statusChanged(from: from, to: to)
    default: return .updated
    }
  }
}
