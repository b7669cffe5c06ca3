import BookingDomain

/// The numbered event log.
package enum EventRows {
  /// - Parameter end: where the log ends.
  /// - Returns: nil where the reader needs a snapshot.
  package static func after(
    _ position: LogPosition, end: LogPosition, limit: Int, _ db: some SQLConnection
  ) throws -> [BookingEvent]? {
    guard position.epoch == end.epoch, position.seq <= end.seq else { return nil }
    let rows = try db.rows(
      "SELECT \(OwnTables.events.columnList) FROM frontdesk_events WHERE seq > ? ORDER BY seq LIMIT ?",
      [.integer(position.seq), .integer(Int64(limit))])
    // The log is dense: where the next one is missing, it has been pruned.
    let isWhole =
      rows.first.map { $0.int64("seq") == position.seq + 1 } ?? (position.seq == end.seq)
    return isWhole ? rows.compactMap(event) : nil
  }

  private static func event(_ row: TolerantRow) -> BookingEvent? {
    guard let seq = row.position("seq") else { return nil }
    return BookingEvent(
      seq: seq, kind: kind(row), booking: row.id("booking_id"),
      version: row.position("version") ?? 0,
      audience: BookingEvent.Audience(
        customer: row.id("customer_id"), therapist: row.id("therapist_id"),
        formerTherapist: row.id("former_therapist_id"), date: row.date("date"),
        formerDate: row.date("former_date")),
      by: row.person("by_kind", "by_number"), byName: row.text("by_name") ?? "",
      at: row.timestamp("at") ?? Timestamp(milliseconds: 0))
  }

  /// A change to or from a status that this program does not know becomes a plain update; readers
  /// then look at the row itself.
  private static func kind(_ row: TolerantRow) -> BookingEvent.Kind {
    switch row.text("kind").flatMap(EventKind.init) {
    case .created: return .created
    case .gone: return .gone
    case .schedule:
      return .therapistScheduleUpdated(row.id("therapist_id") ?? 0)
    case .blocks:
      return .blocksChanged(row.id("therapist_id") ?? 0)
    case .waiting: return .waitingChanged
    case .tasks: return .tasksChanged
    case .customer:
      return .customerChanged(row.id("customer_id") ?? 0)
    case .payment:
      return .paymentCompleted(
        paymentID: row.int64("payment_id") ?? 0, customer: row.id("customer_id") ?? 0)
    case .status:
      guard let from = row.text("old_status").flatMap({ BookingStatus(rawValue: $0) }),
        let to = row.text("new_status").flatMap({ BookingStatus(rawValue: $0) })
      else { return .updated }
      return .statusChanged(from: from, to: to)
    case .updated, nil: return .updated
    }
  }
}
