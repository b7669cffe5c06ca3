import BookingDomain

/// Bookings as the tables have them, joined with what a person needs to recognise them.
package enum BookingRows {
  /// The whole day, to be read in one snapshot of the database together with its position.
  /// - Parameter hours: the single days of which is told who works when.
  package static func snapshot(
    of date: LocalDate, hours: ClosedRange<LocalDate>, at position: LogPosition,
    _ db: some SQLConnection
  ) throws -> DaySnapshot {
    let bookings = try ofDay(date, db)
    let spa = try SpaRows.fetch(db, for: bookings, shiftsOn: hours)
    return DaySnapshot(
      date: date, position: position, spa: spa, bookings: bookings,
      blocks: try BlockRows.ofDay(date, in: spa, db),
      waiting: try WaitingRows.ofDay(date, db), tasks: try TaskRows.all(db))
  }

  static func ofDay(_ date: LocalDate, _ db: some SQLConnection) throws -> [Booking] {
    try fetch(db, ofDaySQL, [.text(date.description)])
  }

  /// The newest first.
  static func of(
    _ customer: CustomerID, newest count: Int64, _ db: some SQLConnection
  ) throws -> [Booking] {
    try fetch(
      db,
      select + " WHERE b.customer_id = ?"
        + " ORDER BY b.appointment_date DESC, b.appointment_time DESC, b.booking_id DESC LIMIT ?",
      [.integer(customer.number), .integer(count)])
  }

  static func one(_ id: BookingID, _ db: some SQLConnection) throws -> Booking? {
    try fetch(db, select + " WHERE b.booking_id = ?", [.integer(id.number)]).first
  }

  package static func some(_ ids: [BookingID], _ db: some SQLConnection) throws -> [Booking] {
    // 500 at a time: SQLite takes 999 values in one statement where it is old.
    let most = 500
    var found: [Booking] = []
    for start in stride(from: 0, to: ids.count, by: most) {
      var numbers = ids[start..<min(start + most, ids.count)].map { StoredValue($0.number) }
      // In statements of a few lengths, so that each is prepared once; who is named twice is found once.
      let length = [1, 4, 16, 64].first { $0 >= numbers.count } ?? most
      numbers += Array(repeating: numbers[0], count: length - numbers.count)
      let marks = Array(repeating: "?", count: length).joined(separator: ", ")
      found += try fetch(db, select + " WHERE b.booking_id IN (\(marks))", numbers)
    }
    return found
  }

  /// Of that day the bookings that share the therapist, the bed or the visit, itself among them,
  /// and of the days around it those that are in progress there.
  ///
  /// The plus keeps the database from looking for a therapist's or a bed's bookings of all the years
  /// first: few days are few rows.
  static func neighbours(of booking: Booking, _ db: some SQLConnection) throws -> [Booking] {
    let date = booking.date
    let around = DaySchedule.around(date)
    return try fetch(
      db,
      select
        + """
         WHERE b.appointment_date BETWEEN ? AND ?
          AND (b.appointment_date = ? OR b.booking_status = 'IN_PROGRESS')
          AND (+b.therapist_user_id = ? OR +b.bed_id = ? OR g.visit_id = ?)
        """,
      [
        .text(around.lowerBound.description), .text(around.upperBound.description),
        .text(date.description), .integer(booking.therapist.number),
        StoredValue(booking.place.bed?.number), StoredValue(booking.visit?.number),
      ])
  }

  /// The bookings of that day and of the next, which begins where it ends, and whatever of the days
  /// around them may reach so far.
  ///
  /// Most of a day is only asked when it has which therapist and bed, so that the rest of a row is read
  /// of few: names, notes and history cost three times as much as that.
  /// - Parameter isWhole: those of which everything is read, such as whom a refusal may name.
  static func touching(
    _ date: LocalDate, whole isWhole: (Booking) -> Bool, _ db: some SQLConnection
  ) throws -> [Booking] {
    let around = DaySchedule.around(date)
    let outlines = try fetch(
      db, touchingSQL,
      [around.lowerBound, around.upperBound, date, date + 1, date, date + 1]
        .map { .text($0.description) })
    let whole = try some(outlines.filter(isWhole).map(\.id), db)
    let byID = Dictionary(whole.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return outlines.map { byID[$0.id] ?? $0 }
  }

  /// Minutes of the clock, a row's length, the four hours' buffer that a service may have at most,
  /// and the hour that stands for a length that cannot be read: too many rows are sorted out later.
  private static let touchingSQL =
    outline
      + """
       WHERE b.appointment_date BETWEEN ? AND ?
        AND (b.appointment_date BETWEEN ? AND ?
          OR b.appointment_date < ?
            AND substr(b.appointment_time, 1, 2) * 60 + substr(b.appointment_time, 4, 2)
              + b.duration_minutes + 300 > 1440
          OR b.appointment_date > ? AND b.appointment_time < '04:00:00')
      """

  /// Bookings from that day on of which something cannot be read, in a sentence for the operator.
  package static func complaints(from date: LocalDate, _ db: some SQLConnection) throws -> [String]
  {
    let most = 3
    let bookings = try fetch(
      db, outline + " WHERE b.appointment_date >= ? ORDER BY b.appointment_date, b.booking_id",
      [.text(date.description)]
    ).filter { !$0.unreadable.isEmpty }
    guard !bookings.isEmpty else { return [] }
    let shown = bookings.prefix(most).map { booking in
      let values = booking.unreadable.map(\.described).joined(separator: ", ")
      return "\(booking.id) on \(booking.date) (\(values))"
    }
    let count = bookings.count == 1 ? "1 booking" : "\(bookings.count) bookings"
    return [
      "\(count) from today on cannot be read whole, and the desk cannot change them: "
        + "\(shown.joined(separator: "; "))\(bookings.count > most ? "; …" : ""). Put the rows right."
    ]
  }

  private static func fetch(
    _ db: some SQLConnection, _ sql: String, _ values: [StoredValue]
  ) throws -> [Booking] {
    try db.rows(sql, values).compactMap { BookingMapping($0).booking }
  }

  package static let ofDaySQL =
    select
    + " WHERE b.appointment_date = ? ORDER BY b.appointment_time, b.therapist_user_id, b.booking_id"

  /// What says when a booking has whom and which bed.
  private static let outline = """
    SELECT b.booking_id, b.customer_id, b.service_id, s.buffer_time_after_minutes AS buffer,
      b.therapist_user_id, b.appointment_date, b.appointment_time, b.duration_minutes,
      substr(b.booking_status, 1, 32) AS booking_status, b.payment_item_id, b.room_id, b.bed_id
    FROM bookings b
    LEFT JOIN services s ON s.service_id = b.service_id
    """

  /// Text is cut here, in the database: ten megabytes of notes stay where they are.
  private static let select = """
    SELECT b.booking_id, COALESCE(v.version, 1) AS version, b.customer_id,
      substr(c.full_name, 1, 200) AS customer_name, \(GuestPhone.column(of: "c")) AS phone,
      substr(c.notes, 1, 2000) AS customer_notes, b.service_id,
      substr(s.name, 1, 200) AS service_name, s.buffer_time_after_minutes AS buffer,
      b.therapist_user_id, b.appointment_date, b.appointment_time, b.duration_minutes,
      substr(b.booking_status, 1, 32) AS booking_status, b.payment_item_id,
      ROUND(p.total_price * 100) AS item_hundredths, p.quantity AS item_sessions,
      \(PaymentRows.columns),
      b.room_id, substr(r.name, 1, 200) AS room_name,
      b.bed_id, substr(d.name, 1, 200) AS bed_name,
      substr(b.booking_notes, 1, 4000) AS notes,
      substr(b.cancellation_reason, 1, 1000) AS cancellation_reason,
      (SELECT MIN(k.checkin_time) FROM checkins k
        WHERE k.appointment_id = b.booking_id AND k.status = 'SUCCESS') AS arrived_at,
      f.started_at, f.ended_at, g.visit_id, g.series_id, w.therapist_id AS wish_id,
      q.new_status AS call_outcome,
      substr(q.reason, 1, 400) AS call_note, q.by_name AS call_by_name, q.at AS call_at,
      \(HistoryRows.columns)
    FROM bookings b
    LEFT JOIN frontdesk_versions v ON v.booking_id = b.booking_id
    LEFT JOIN frontdesk_facts f ON f.booking_id = b.booking_id
    LEFT JOIN frontdesk_visits g ON g.booking_id = b.booking_id
    LEFT JOIN frontdesk_wishes w ON w.booking_id = b.booking_id
    LEFT JOIN customers c ON c.customer_id = b.customer_id
    LEFT JOIN services s ON s.service_id = b.service_id
    LEFT JOIN payment_items p ON p.payment_item_id = b.payment_item_id
    LEFT JOIN payments y ON y.payment_id = p.payment_id
    LEFT JOIN rooms r ON r.room_id = b.room_id
    LEFT JOIN beds d ON d.bed_id = b.bed_id
    LEFT JOIN frontdesk_changes h ON h.change_id =
      (SELECT x.change_id FROM frontdesk_changes x
        WHERE x.booking_id = b.booking_id AND x.undone_at IS NULL
        ORDER BY x.change_id DESC LIMIT 1)
    LEFT JOIN frontdesk_changes q ON q.change_id =
      (SELECT y.change_id FROM frontdesk_changes y
        WHERE y.booking_id = b.booking_id AND y.kind = \(ChangeKind.called.sql)
          AND y.undone_at IS NULL
        ORDER BY y.change_id DESC LIMIT 1)
    \(HistoryRows.places)
    """
}
