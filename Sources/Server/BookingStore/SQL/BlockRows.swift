import BookingDomain

/// Blocked time of therapists, and the days on which they are off.
package enum BlockRows {
  static func ofDay(_ date: LocalDate, in spa: Spa, _ db: some SQLConnection) throws -> [Block] {
    let blocks =
      try fetch(db, ofDaySQL, [.text(date.description)])
      + away(date...date, spa.therapists.map(\.id), hours: spa.hours, db)
    return blocks.sorted { ($0.time, $0.therapist, $0.id) < ($1.time, $1.therapist, $1.id) }
  }

  /// Of that day, of the one before, whose blocks may run into it, and of the next.
  static func around(_ date: LocalDate, in spa: Spa, _ db: some SQLConnection) throws -> [Block] {
    try fetch(
      db, select + " WHERE date BETWEEN ? AND ?",
      [.text((date - 1).description), .text((date + 1).description)])
      + away(date - 1...date + 1, spa.therapists.map(\.id), hours: spa.hours, db)
  }

  package static func of(
    _ therapist: UserID, on date: LocalDate, _ db: some SQLConnection
  ) throws -> [Block] {
    let blocks =
      try fetch(
        db, select + " WHERE date = ? AND therapist_id = ?",
        [.text(date.description), .integer(therapist.number)])
      + away(date...date, [therapist], hours: SpaRows.hours(db), db)
    return blocks.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
  }

  private static func away(
    _ days: ClosedRange<LocalDate>, _ therapists: [UserID], hours: [Weekday: BusinessHours],
    _ db: some SQLConnection
  ) throws -> [Block] {
    let timesOff = try TimeOffRows.touching(days, db)
    guard !timesOff.isEmpty else { return [] }
    return days.flatMap { TimeOff.blocks(timesOff, of: therapists, on: $0, hours: hours) }
  }

  static func one(_ id: BlockID, _ db: some SQLConnection) throws -> Block? {
    try db.row(select + " WHERE block_id = ?", [.integer(id.number)]).flatMap(block)
  }

  static func add(_ block: NewBlock, by author: Author, _ db: some OrderConnection) throws {
    try db.execute(
      """
      INSERT INTO frontdesk_blocks
        (therapist_id, date, time, duration_minutes, reason, by_kind, by_number, by_name, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(block.therapist.number), .text(block.date.description),
        .text(block.time.description), .integer(Int64(block.duration.count)), .text(block.reason),
      ] + author.values)
  }

  static func remove(_ id: BlockID, _ db: some SQLConnection) throws {
    try db.execute("DELETE FROM frontdesk_blocks WHERE block_id = ?", [.integer(id.number)])
  }

  package static let ofDaySQL = select + " WHERE date = ? ORDER BY time, therapist_id, block_id"

  private static let select = """
    SELECT block_id, therapist_id, date, time, duration_minutes, reason, by_name
    FROM frontdesk_blocks
    """

  private static func fetch(
    _ db: some SQLConnection, _ sql: String, _ values: [StoredValue]
  ) throws -> [Block] {
    try db.rows(sql, values).compactMap(block)
  }

  /// Nil where the row cannot be read: the table is ours, but a restore or somebody at an SQL prompt
  /// may have left anything in it.
  static func block(_ row: TolerantRow) -> Block? {
    guard let id: BlockID = row.id("block_id"), let therapist: UserID = row.id("therapist_id"),
      let date = row.date("date"), let time = row.time("time"),
      let duration = row.int("duration_minutes", in: 1...1440)
    else { return nil }
    return Block(
      id: id, therapist: therapist, date: date, time: time, duration: Minutes(duration),
      reason: row.text("reason") ?? "", byName: row.text("by_name") ?? "")
  }
}
