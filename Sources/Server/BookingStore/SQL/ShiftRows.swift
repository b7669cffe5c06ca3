import BookingDomain

/// When therapists work, where that is not simply whenever the spa is open.
package enum ShiftRows {
  /// - Parameter days: single days outside are left out; nil is all of them. What is no day stays.
  static func all(on days: ClosedRange<LocalDate>?, _ db: some SQLConnection) throws
    -> [UserID: WorkingHours]
  {
    let within =
      days.map { [StoredValue.text($0.lowerBound.description), .text($0.upperBound.description)] }
    let rows = try db.rows(
      select + (within == nil ? "" : " WHERE \(isOnThose)")
        + " ORDER BY shift_id", within ?? [])
    return hours(rows)
  }

  static func hours(_ rows: [TolerantRow]) -> [UserID: WorkingHours] {
    var found: [UserID: [ShiftDay: [Shift]]] = [:]
    var doubtful: [UserID: Set<ShiftDay>] = [:]
    var anyDay: Set<UserID> = []
    for row in rows {
      guard let therapist: UserID = row.id("therapist_id") else { continue }
      guard let day = day(row) else {
        found[therapist] = found[therapist] ?? [:]
        anyDay.insert(therapist)
        continue
      }
      if isUnreadable(row) { doubtful[therapist, default: []].insert(day) }
      var shifts = found[therapist, default: [:]][day, default: []]
      if let shift = shift(row) { shifts.append(shift) }
      found[therapist, default: [:]][day] = shifts
    }
    return found.reduce(into: [:]) {
      $0[$1.key] = WorkingHours(
        $1.value, doubtful: doubtful[$1.key] ?? [], isAnyDayInDoubt: anyDay.contains($1.key))
    }
  }

  /// What is wrong with rows that say nothing, as they stand: a sentence for the first few.
  package static func complaints(_ db: some SQLConnection) throws -> [String] {
    let most = 3
    let rows = try db.rows(select + " ORDER BY shift_id").filter {
      $0.int64("therapist_id") == nil || isUnreadable($0)
    }
    guard !rows.isEmpty else { return [] }
    func value(_ row: TolerantRow, _ column: String) -> String {
      "\(column) \(row.text(column).map { "\"\($0.prefix(32))\"" } ?? "nothing")"
    }
    let shown = rows.prefix(most).map { row in
      ["therapist_id", "weekday", "date", "from_time", "until_time"].map { value(row, $0) }
        .joined(separator: ", ")
    }
    return [
      "\(rows.count) rows of frontdesk_shifts cannot be read, so that their therapists are not offered "
        + "to guests then: \(shown.joined(separator: "; "))\(rows.count > most ? "; …" : ""). Put them right or "
        + "remove them."
    ]
  }

  private static func isUnreadable(_ row: TolerantRow) -> Bool {
    guard day(row) != nil else { return true }
    // Without times they do not work then.
    if row.text("from_time") == nil, row.text("until_time") == nil { return false }
    return shift(row) == nil
  }

  /// Puts these shifts in the place of what stood there.
  static func set(_ wanted: NewShifts, by author: Author, _ db: some OrderConnection) throws {
    for day in wanted.days {
      try write(day, of: wanted.therapist, author.values, db)
    }
  }

  /// Puts a whole week in the place of what stood there, in nobody's name; single days stay.
  package static func setWeek(
    _ week: WorkingHours, of therapist: UserID, _ db: any SQLConnection
  ) throws {
    for weekday in Weekday.allCases {
      let nobody = Array(repeating: StoredValue.null, count: 4)
      try write(DayShifts(.every(weekday), week.shifts[.every(weekday)]), of: therapist, nobody, db)
    }
  }

  /// - Parameter author: for the columns `by_kind, by_number, by_name, at`.
  private static func write(
    _ day: DayShifts, of therapist: UserID, _ author: [StoredValue], _ db: some SQLConnection
  ) throws {
    let (weekday, date) = columns(of: day.day)
    let column = date == .null ? "weekday" : "date"
    try db.execute(
      "DELETE FROM frontdesk_shifts WHERE therapist_id = ? AND \(column) = ?",
      [.integer(therapist.number), date == .null ? weekday : date])
    guard let shifts = day.shifts else { return }
    let times: [(StoredValue, StoredValue)] =
      shifts.isEmpty
      ? [(.null, .null)]
      : shifts.map { (.text($0.from.description), .text($0.untilOnClock.description)) }
    for (from, until) in times {
      try db.execute(
        """
        INSERT INTO frontdesk_shifts
          (therapist_id, weekday, date, from_time, until_time, by_kind, by_number, by_name, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [.integer(therapist.number), weekday, date, from, until] + author)
    }
  }

  private static let select = """
    SELECT therapist_id, weekday, date, from_time, until_time FROM frontdesk_shifts
    """

  static let isOnThose = """
    date IS NULL OR date BETWEEN ? AND ? OR date NOT BETWEEN '0001-01-01' AND '9999-12-31'
    """

  private static func columns(of day: ShiftDay) -> (weekday: StoredValue, date: StoredValue) {
    switch day {
    case .every(let weekday): (.text(weekday.rawValue), .null)
    case .on(let date): (.null, .text(date.description))
    }
  }

  /// The table is ours, but another program or a hand at work may have left anything in it. A date
  /// that is none may stand for any day, whatever its weekday says.
  static func day(_ row: TolerantRow) -> ShiftDay? {
    if row.text("date") != nil { return row.date("date").map(ShiftDay.on) }
    return row.text("weekday").flatMap { Weekday(rawValue: $0) }.map(ShiftDay.every)
  }

  /// Nil where the therapist does not work then.
  static func shift(_ row: TolerantRow) -> Shift? {
    guard let from = row.time("from_time"), let until = row.time("until_time"), from < .endOfDay
    else { return nil }
    return Shift(from: from, until: until)
  }
}
