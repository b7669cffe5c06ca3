import BookingDomain

/// Whole days off, of therapists and of everybody.
package enum TimeOffRows {
  /// With a day in common with these.
  static func touching(_ days: ClosedRange<LocalDate>, _ db: some SQLConnection) throws
    -> [TimeOff]
  {
    try db.rows(
      touchingSQL, [.text(days.upperBound.description), .text(days.lowerBound.description)]
    ).compactMap(timeOff)
  }

  static func one(_ id: TimeOffID, _ db: some SQLConnection) throws -> TimeOff? {
    try db.row(select + " WHERE time_off_id = ?", [.integer(id.number)]).flatMap(timeOff)
  }

  static func add(_ wanted: NewTimeOff, by author: Author, _ db: some OrderConnection) throws {
    try db.execute(
      """
      INSERT INTO frontdesk_time_off
        (therapist_id, from_date, until_date, reason, by_kind, by_number, by_name, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        StoredValue(wanted.therapist?.number), .text(wanted.days.lowerBound.description),
        .text(wanted.days.upperBound.description), .text(wanted.reason),
      ] + author.values)
  }

  static func remove(_ id: TimeOffID, _ db: some SQLConnection) throws {
    try db.execute("DELETE FROM frontdesk_time_off WHERE time_off_id = ?", [.integer(id.number)])
  }

  package static let touchingSQL =
    select + " WHERE from_date <= ? AND until_date >= ? ORDER BY time_off_id"

  private static let select = """
    SELECT time_off_id, therapist_id, from_date, until_date, reason, by_name
    FROM frontdesk_time_off
    """

  /// Nil where the row cannot be read: the table is ours, but a restore or somebody at an SQL prompt
  /// may have left anything in it.
  static func timeOff(_ row: TolerantRow) -> TimeOff? {
    guard let id: TimeOffID = row.id("time_off_id"), let from = row.date("from_date"),
      let until = row.date("until_date"), from <= until
    else { return nil }
    return TimeOff(
      id: id, therapist: row.id("therapist_id"), days: from...until,
      reason: row.text("reason") ?? "", byName: row.text("by_name") ?? "")
  }
}
