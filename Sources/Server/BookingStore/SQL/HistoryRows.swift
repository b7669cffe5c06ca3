import BookingDomain

/// What happened to bookings and who did it.
package enum HistoryRows {
  /// The most lines that are read of one booking: more than a year of quarrel over it would leave.
  /// Later ones are left out.
  private static let most: Int64 = 500

  package static func of(_ booking: BookingID, _ db: some SQLConnection) throws -> [HistoryEntry] {
    try db.rows(
      """
      SELECT \(columns), h.undone_at, h.undone_by_name, substr(h.reason, 1, 1000) AS reason
      FROM frontdesk_changes h \(places)
      WHERE h.booking_id = ? ORDER BY h.change_id LIMIT ?
      """, [.integer(booking.number), .integer(most)]
    ).compactMap(entry(in:))
  }

  /// Of the bookings that stand on that day now: one that was moved away is told of on its new day.
  package static func ofDay(_ date: LocalDate, newest limit: Int, _ db: some SQLConnection) throws
    -> [DayChange]
  {
    try db.rows(
      """
      SELECT \(columns), h.undone_at, h.undone_by_name, substr(h.reason, 1, 1000) AS reason,
        b.booking_id, b.therapist_user_id, b.appointment_time,
        substr(c.full_name, 1, 200) AS customer_name
      FROM bookings b
      JOIN frontdesk_changes h ON h.booking_id = b.booking_id
      LEFT JOIN customers c ON c.customer_id = b.customer_id \(places)
      WHERE b.appointment_date = ? ORDER BY h.at DESC, h.change_id DESC LIMIT ?
      """, [.text(date.description), .integer(Int64(limit))]
    ).compactMap { row in
      guard let entry = entry(in: row), let booking: BookingID = row.id("booking_id"),
        let therapist: UserID = row.id("therapist_user_id"), let time = row.time("appointment_time")
      else { return nil }
      return DayChange(
        booking: booking, guest: row.nonBlankText("customer_name") ?? "", therapist: therapist,
        time: time, entry: entry)
    }
  }

  private static func entry(in row: TolerantRow) -> HistoryEntry? {
    change(in: row).map {
      HistoryEntry(
        change: $0, reason: row.nonBlankText("reason"), undoneAt: row.timestamp("undone_at"),
        undoneByName: row.nonBlankText("undone_by_name"))
    }
  }

  /// Of a change that is joined as `h`, together with `places`.
  static let columns = """
    h.kind AS change_kind, h.old_status, h.new_status, h.by_kind, h.by_number, h.by_name,
      h.at AS changed_at, h.old_therapist_id, h.old_date, h.old_time, h.old_duration_minutes,
      h.old_room_id, substr(hr.name, 1, 200) AS old_room_name, h.old_bed_id, h.swapped_with,
      substr(hd.name, 1, 200) AS old_bed_name, substr(h.old_notes, 1, 4000) AS old_notes
    """

  static let places = """
    LEFT JOIN rooms hr ON hr.room_id = h.old_room_id
      LEFT JOIN beds hd ON hd.bed_id = h.old_bed_id
    """

  static func change(in row: TolerantRow) -> BookingChange? {
    guard let kind = kind(in: row), let at = row.timestamp("changed_at") else { return nil }
    return BookingChange(
      kind: kind, by: row.person("by_kind", "by_number"), byName: row.text("by_name") ?? "",
      at: at)
  }

  private static func kind(in row: TolerantRow) -> BookingChange.Kind? {
    switch row.text("change_kind").flatMap(ChangeKind.init) {
    case .created: .created
    case .arrival: .arrival
    case .status:
      .status(
        from: BookingStatus(rawValue: row.text("old_status") ?? "") ?? .scheduled,
        to: BookingStatus(rawValue: row.text("new_status") ?? "") ?? .scheduled)
    case .moved: oldSlot(in: row).map { moved(from: $0, with: row.id("swapped_with")) }
    case .notes: .notes(from: row.nonBlankText("old_notes"))
    case .called: row.text("new_status").flatMap(CallOutcome.init).map(BookingChange.Kind.called)
    case nil: nil
    }
  }

  private static func moved(from slot: BookedSlot, with other: BookingID?)
    -> BookingChange.Kind
  {
    other.map { .swapped(from: slot, with: $0) } ?? .moved(from: slot)
  }

  /// Nil where the old slot was none that a booking could go back to.
  private static func oldSlot(in row: TolerantRow) -> BookedSlot? {
    guard let therapist: UserID = row.id("old_therapist_id"), let date = row.date("old_date"),
      let time = row.time("old_time"),
      let duration = row.int("old_duration_minutes", in: 1...1440),
      let room: RoomID = row.id("old_room_id")
    else { return nil }
    let bed: BedID? = row.id("old_bed_id")
    return BookedSlot(
      therapist: therapist, date: date, time: time, duration: Minutes(duration),
      place: Place(
        room: room, roomName: row.nonBlankText("old_room_name") ?? "Room \(room)", bed: bed,
        bedName: bed.map { row.nonBlankText("old_bed_name") ?? "Bed \($0)" }))
  }
}

// MARK: - What no trigger sees

extension HistoryRows {
  static func add(
    _ outcome: CallOutcome, note: String, of booking: BookingID, by author: Author,
    _ db: some SQLConnection
  ) throws {
    try db.execute(
      """
      INSERT INTO frontdesk_changes
        (booking_id, kind, new_status, reason, by_kind, by_number, by_name, at)
      VALUES (?, \(ChangeKind.called.sql), ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(booking.number), .text(outcome.rawValue),
        StoredValue(note.isEmpty ? nil : note),
      ] + author.values)
  }
}

// MARK: - What stands, and what is taken back

extension HistoryRows {
  /// The last change of the booking's place that has not been undone.
  static func lastMove(of booking: BookingID, _ db: some SQLConnection) throws -> BookingChange? {
    try db.row(
      """
      SELECT \(columns) FROM frontdesk_changes h \(places)
      WHERE h.booking_id = ? AND h.kind = \(ChangeKind.moved.sql) AND h.undone_at IS NULL
      ORDER BY h.change_id DESC LIMIT 1
      """, [.integer(booking.number)]
    ).flatMap(change(in:))
  }

  static func takeBackNewest(
    of booking: BookingID, by person: Person, at now: Timestamp, _ db: some SQLConnection
  ) throws {
    let newest = try db.row(newestStanding, [.integer(booking.number)])
    try takeBack(newest, by: person, at: now, db)
  }

  static func takeBackSwap(
    of booking: BookingID, with other: BookingID, by person: Person, at now: Timestamp,
    _ db: some SQLConnection
  ) throws {
    let newest = try db.row(
      newestStanding + " AND swapped_with = ?",
      [.integer(booking.number), .integer(other.number)])
    try takeBack(newest, by: person, at: now, db)
  }

  private static let newestStanding = """
    SELECT MAX(change_id) AS id FROM frontdesk_changes WHERE booking_id = ? AND undone_at IS NULL
    """

  private static func takeBack(
    _ newest: TolerantRow?, by person: Person, at now: Timestamp, _ db: some SQLConnection
  ) throws {
    guard let change = newest?.int64("id") else { return }
    try db.execute(
      "UPDATE frontdesk_changes SET undone_at = ?, undone_by_name = ? WHERE change_id = ?",
      [.integer(now.milliseconds), .text(person.name), .integer(change)])
  }
}
