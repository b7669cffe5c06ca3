import BookingDomain

/// What happened to bookings and who did it.
package enum HistoryRows {
  /// The most lines that are read of one booking: more than a year of quarrel over it would leave.
  /// Later ones are left out.
  private static let most: Int64 = 500

  package static func of(_ booking: BookingID, _ db: some SQLConnection) throws -> [HistoryEntry] {
    try db.rows(
      """
      SELECT \(columns), \(ending)
      FROM frontdesk_changes h \(places) \(undonePlaces)
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
      SELECT \(columns), \(ending), b.booking_id, b.therapist_user_id, b.appointment_time,
        substr(c.full_name, 1, 200) AS customer_name
      FROM bookings b
      JOIN frontdesk_changes h ON h.booking_id = b.booking_id
      LEFT JOIN customers c ON c.customer_id = b.customer_id \(places) \(undonePlaces)
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

  /// More changes of one day's bookings than these are not looked back over.
  private static let mostOfPast: Int64 = 20_000

  /// Every booking that stands on that day or once did, with all that was done to it.
  package static func past(of date: LocalDate, _ db: some SQLConnection) throws -> DayPast {
    let day = StoredValue.text(date.description)
    let ids: [BookingID] = try db.rows(
      """
      SELECT booking_id FROM bookings WHERE appointment_date = ?
      UNION SELECT booking_id FROM frontdesk_changes WHERE old_date = ?
      UNION SELECT booking_id FROM frontdesk_changes WHERE undone_date = ?
      """, [day, day, day]
    ).compactMap { $0.id("booking_id") }
    var histories: [BookingID: [HistoryEntry]] = [:]
    let rows = try db.rows(
      """
      SELECT \(columns), \(ending), h.booking_id AS changed_booking
      FROM frontdesk_changes h \(places) \(undonePlaces)
      WHERE h.booking_id IN (
        SELECT booking_id FROM bookings WHERE appointment_date = ?
        UNION SELECT booking_id FROM frontdesk_changes WHERE old_date = ?
        UNION SELECT booking_id FROM frontdesk_changes WHERE undone_date = ?)
      ORDER BY h.change_id LIMIT ?
      """, [day, day, day, .integer(mostOfPast)])
    for row in rows {
      guard let id: BookingID = row.id("changed_booking"), let entry = entry(in: row) else {
        continue
      }
      histories[id, default: []].append(entry)
    }
    let bookings = try BookingRows.some(ids, db).sorted { $0.id < $1.id }
    return DayPast(
      date: date,
      lives: bookings.map { DayPast.Life(booking: $0, history: histories[$0.id] ?? []) },
      house: try HousePastRows.past(of: date, db))
  }

  private static func entry(in row: TolerantRow) -> HistoryEntry? {
    change(in: row).map { change in
      let undoneAt = row.timestamp("undone_at")
      return HistoryEntry(
        change: change, reason: row.nonBlankText("reason"), undoneAt: undoneAt,
        undoneByName: row.nonBlankText("undone_by_name"),
        undone: undoneAt == nil ? nil : undone(change.kind, in: row))
    }
  }

  private static func undone(_ kind: BookingChange.Kind, in row: TolerantRow)
    -> HistoryEntry.Undone?
  {
    switch kind {
    case .moved, .swapped, .service: slot(in: row, "undone").map { .slot($0) }
    // Where it is not known what was written, the place is not known either.
    case .notes where row.date("undone_date") != nil: .notes(row.nonBlankText("undone_notes"))
    case .notes, .created, .status, .arrival, .payment, .called, .wished: nil
    }
  }

  /// Beside a change, what a reader of the history is told of it.
  private static let ending = """
    h.undone_at, h.undone_by_name, substr(h.reason, 1, 1000) AS reason, h.undone_therapist_id,
      h.undone_date, h.undone_time, h.undone_duration_minutes, h.undone_room_id,
      substr(ur.name, 1, 200) AS undone_room_name, h.undone_bed_id,
      substr(ud.name, 1, 200) AS undone_bed_name, substr(h.undone_notes, 1, 4000) AS undone_notes
    """

  private static let undonePlaces = """
    LEFT JOIN rooms ur ON ur.room_id = h.undone_room_id
      LEFT JOIN beds ud ON ud.bed_id = h.undone_bed_id
    """

  /// Of a change that is joined as `h`, together with `places`.
  static let columns = """
    h.kind AS change_kind, h.old_status, h.new_status, h.by_kind, h.by_number, h.by_name,
      h.at AS changed_at, h.old_therapist_id, h.old_date, h.old_time, h.old_duration_minutes,
      h.old_room_id, substr(hr.name, 1, 200) AS old_room_name, h.old_bed_id, h.swapped_with,
      substr(hd.name, 1, 200) AS old_bed_name, substr(h.old_notes, 1, 4000) AS old_notes,
      h.old_method, h.new_method, h.old_service_id, substr(hs.name, 1, 200) AS old_service_name,
      h.new_service_id, substr(ht.name, 1, 200) AS new_service_name, h.old_item_id,
      h.new_therapist_id
    """

  static let places = """
    LEFT JOIN rooms hr ON hr.room_id = h.old_room_id
      LEFT JOIN beds hd ON hd.bed_id = h.old_bed_id
      LEFT JOIN services hs ON hs.service_id = h.old_service_id
      LEFT JOIN services ht ON ht.service_id = h.new_service_id
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
    case .moved: slot(in: row, "old").map { moved(from: $0, with: row.id("swapped_with")) }
    case .notes: .notes(from: row.nonBlankText("old_notes"))
    case .payment:
      standing(row, "old_status", "old_method").flatMap { from in
        standing(row, "new_status", "new_method").map { .payment(from: from, to: $0) }
      }
    case .called: row.text("new_status").flatMap(CallOutcome.init).map(BookingChange.Kind.called)
    case .wished: .wished(from: row.id("old_therapist_id"), to: row.id("new_therapist_id"))
    case .service: exchange(in: row).map(BookingChange.Kind.service)
    case nil: nil
    }
  }

  private static func exchange(in row: TolerantRow) -> ServiceExchange? {
    guard let from = service(in: row, "old"), let to = service(in: row, "new"),
      let slot = slot(in: row, "old")
    else { return nil }
    return ServiceExchange(
      from: from, to: to, slot: slot, item: row.id("old_item_id") ?? 0,
      left: standing(row, "old_status", "old_method"),
      sold: standing(row, "new_status", "new_method"))
  }

  private static func service(in row: TolerantRow, _ when: String) -> ServiceSummary? {
    let id: ServiceID? = row.id("\(when)_service_id")
    return id.map {
      ServiceSummary(id: $0, name: row.nonBlankText("\(when)_service_name") ?? "Service \($0)")
    }
  }

  private static func standing(_ row: TolerantRow, _ status: String, _ method: String)
    -> PaymentStanding?
  {
    guard let status = row.text(status).flatMap({ PaymentStatus(rawValue: $0) }),
      let method = row.text(method).flatMap({ PaymentMethod(rawValue: $0) })
    else { return nil }
    return PaymentStanding(status, method)
  }

  private static func moved(from slot: BookedSlot, with other: BookingID?)
    -> BookingChange.Kind
  {
    other.map { .swapped(from: slot, with: $0) } ?? .moved(from: slot)
  }

  /// Nil where the slot was none that a booking could go back to.
  private static func slot(in row: TolerantRow, _ when: String) -> BookedSlot? {
    guard let therapist: UserID = row.id("\(when)_therapist_id"),
      let date = row.date("\(when)_date"), let time = row.time("\(when)_time"),
      let duration = row.int("\(when)_duration_minutes", in: 1...1440),
      let room: RoomID = row.id("\(when)_room_id")
    else { return nil }
    let bed: BedID? = row.id("\(when)_bed_id")
    return BookedSlot(
      therapist: therapist, date: date, time: time, duration: Minutes(duration),
      place: Place(
        room: room, roomName: row.nonBlankText("\(when)_room_name") ?? "Room \(room)", bed: bed,
        bedName: bed.map { row.nonBlankText("\(when)_bed_name") ?? "Bed \($0)" }))
  }
}

// MARK: - What no trigger sees

extension HistoryRows {
  /// A line of that form.
  /// - Parameters:
  ///   - values: of the form's own columns, in its order.
  ///   - author: for the columns `by_kind, by_number, by_name, at`.
  package static func add(
    _ kind: ChangeKind, _ form: LogForm, to booking: StoredValue, _ values: [StoredValue],
    by author: [StoredValue], _ db: some SQLConnection
  ) throws {
    try add(kind, columns: form.columns, [booking] + values + author, db)
  }

  /// - Parameter fields: the columns in which that kind says what was changed.
  static func add(
    _ kind: ChangeKind, _ fields: KeyValuePairs<String, StoredValue>, to booking: BookingID,
    by author: Author, _ db: some SQLConnection
  ) throws {
    let columns = ["kind", "booking_id"] + fields.map(\.key) + [LogForm.author]
    try add(
      kind, columns: columns.joined(separator: ", "),
      [.integer(booking.number)] + fields.map(\.value) + author.values, db)
  }

  /// - Parameter values: of all columns but the first, which is the kind.
  private static func add(
    _ kind: ChangeKind, columns: String, _ values: [StoredValue], _ db: some SQLConnection
  ) throws {
    let marks = values.map { _ in "?" }.joined(separator: ", ")
    try db.execute(
      "INSERT INTO frontdesk_changes (\(columns)) VALUES (\(kind.sql), \(marks))", values)
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
    of booking: Booking, by person: Person, at now: Timestamp, _ db: some SQLConnection
  ) throws {
    let newest = try db.row(newestStanding, [.integer(booking.id.number)])
    try takeBack(newest, of: booking, by: person, at: now, db)
  }

  static func takeBackPayment(
    of booking: BookingID, by person: Person, at now: Timestamp, _ db: some SQLConnection
  ) throws {
    let newest = try db.row(
      newestStanding + " AND kind = \(ChangeKind.payment.sql)", [.integer(booking.number)])
    try takeBack(newest, of: nil, by: person, at: now, db)
  }

  static func takeBackSwap(
    of booking: Booking, with other: BookingID, by person: Person, at now: Timestamp,
    _ db: some SQLConnection
  ) throws {
    let newest = try db.row(
      newestStanding + " AND swapped_with = ?",
      [.integer(booking.id.number), .integer(other.number)])
    try takeBack(newest, of: booking, by: person, at: now, db)
  }

  private static let newestStanding = """
    SELECT MAX(change_id) AS id FROM frontdesk_changes WHERE booking_id = ? AND undone_at IS NULL
    """

  /// - Parameter booking: as it stood until now; nil where its place is not what is taken back.
  private static func takeBack(
    _ newest: TolerantRow?, of booking: Booking?, by person: Person, at now: Timestamp,
    _ db: some SQLConnection
  ) throws {
    guard let change = newest?.int64("id") else { return }
    try db.execute(
      """
      UPDATE frontdesk_changes SET undone_at = ?, undone_by_name = ?, undone_therapist_id = ?,
        undone_date = ?, undone_time = ?, undone_duration_minutes = ?, undone_room_id = ?,
        undone_bed_id = ?, undone_notes = ?
      WHERE change_id = ?
      """,
      [
        .integer(now.milliseconds), .text(person.name), StoredValue(booking?.therapist.number),
        StoredValue(booking?.date.description), StoredValue(booking?.time.description),
        StoredValue(booking.map { Int64($0.duration.count) }),
        StoredValue(booking?.place.room.number), StoredValue(booking?.place.bed?.number),
        StoredValue(booking?.notes), .integer(change),
      ])
  }
}
