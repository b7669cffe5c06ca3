import BookingDomain

/// How the house stood that a day's board is drawn from: the rows of now, from which is taken back what
/// was written down of their coming and going, the newest first.
package enum HousePastRows {
  /// Weeks of a shop that says of every therapist at every treatment that they are busy, and years of
  /// any other; what lies before is not looked back at.
  private static let most: Int64 = 5_000

  /// Rows that are put together again for one answer, moment after moment: a second's work.
  private static let mostWork = 200_000

  static func past(of date: LocalDate, _ db: some SQLConnection) throws -> HousePast {
    guard let since = try since(db) else { return .unknown }
    var rows = try StandingRows(of: date, db)
    var lines = try lines(of: date, db)[...]
    var isCut = lines.count == Int(most)
    var back = HousePast.LookBack(from: rows.house(on: date))
    // A clock that was set back does not make a later line an earlier one.
    var at = Timestamp(milliseconds: .max)
    var work = 0
    while let first = lines.first, !back.isFull {
      at = min(at, first.at)
      while let line = lines.first, line.at >= at {
        rows.takeBack(line)
        lines.removeFirst()
      }
      work += rows.count
      guard work < mostWork else {
        isCut = true
        break
      }
      back.add(rows.house(on: date), until: at)
    }
    return back.past(since: isCut ? at : min(since, at))
  }

  private static func since(_ db: some SQLConnection) throws -> Timestamp? {
    try db.row("SELECT house_since FROM frontdesk_settings WHERE id = 1")?.timestamp("house_since")
  }

  /// The newest first.
  private static func lines(of date: LocalDate, _ db: some SQLConnection) throws -> [Line] {
    try db.rows(
      """
      SELECT \(OwnTables.housePast.columnList) FROM frontdesk_house_past
      WHERE (date IS NULL OR date BETWEEN ? AND ?)
        AND (until_date IS NULL OR until_date >= ? AND from_date <= ?)
        AND came IN (0, 1)
        AND (kind <> \(HouseRowKind.person.sql) OR role_id IN (\(StandingRows.therapistRoles)))
      ORDER BY change_id DESC LIMIT ?
      """,
      StandingRows.days(around: date) + StandingRows.days(around: date) + [.integer(most)]
    ).compactMap(Line.init)
  }

  /// What is known from here on is all that there is: a demonstration spa, a new one. Nobody is to see
  /// it come person by person.
  /// - Parameter now: as a statement spells it.
  package static func beginAnew(at now: String, _ db: any SQLConnection) throws {
    try db.execute("DELETE FROM frontdesk_house_past")
    try db.execute("UPDATE frontdesk_settings SET house_since = \(now) WHERE id = 1")
  }

  /// Time blocked, days off and hours of single days as another program changed them, on this day of the
  /// spa, the newest first. What the desk does the house's history has already; of the rest of the
  /// house it is not known who changed it.
  /// - Returns: by nobody of a name.
  package static func foreign(on date: LocalDate, in zone: SpaZone, _ db: any SQLConnection) throws
    -> [HouseChange]
  {
    let span = zone.span(of: date)
    let lines = try db.rows(
      """
      SELECT \(OwnTables.housePast.columnList) FROM frontdesk_house_past
      WHERE at >= ? AND at < ? AND by_kind IS NULL AND came IN (0, 1) AND (kind IN
        (\(HouseRowKind.block.sql), \(HouseRowKind.timeOff.sql))
        OR kind = \(HouseRowKind.shift.sql) AND date IS NOT NULL)
      ORDER BY change_id DESC LIMIT 1000
      """,
      [.integer(span.lowerBound.milliseconds), .integer(span.upperBound.milliseconds)]
    ).compactMap(Line.init)
    guard !lines.isEmpty else { return [] }
    let therapists = try SpaRows.fetch(db, shiftsOn: date...date).therapists
    func name(_ id: UserID?) -> String {
      therapists.first { $0.id == id }?.name ?? "a therapist"
    }
    return lines.compactMap { line in
      line.words(name).map { HouseChange(at: line.at, byName: "", what: $0) }
    }
  }
}

extension HousePastRows {
  /// A row that came or went.
  struct Line {
    let kind: HouseRowKind
    let id: Int64
    let came: Bool
    let at: Timestamp
    /// As its own table has it.
    let row: TolerantRow

    init?(_ line: TolerantRow) {
      guard let kind = line.text("kind").flatMap(HouseRowKind.init), let id = line.int64("row_id"),
        let at = line.timestamp("at")
      else { return nil }
      self.kind = kind
      self.id = id
      self.at = at
      came = line.bool("came")
      row = TolerantRow(
        [.integer(id)] + kind.columns.map { line[$0] } + [line["made_by_name"]],
        columns: TolerantRow.Columns([kind.key] + kind.columns + ["by_name"]))
    }

    /// - Parameter name: of a therapist.
    fileprivate func words(_ name: (UserID?) -> String) -> String? {
      switch kind {
      case .block: BlockRows.block(row).map { NewBlock($0).words(of: name($0.therapist), came) }
      case .timeOff:
        TimeOffRows.timeOff(row).map { NewTimeOff($0).words(of: name($0.therapist), came) }
      case .shift:
        ShiftRows.day(row).map { day in
          let hours = DayShifts(day, ShiftRows.shift(row).map { [$0] } ?? []).text
          let name = name(row.id("therapist_id"))
          return came ? "\(name) has hours: \(hours)" : "\(name) has no more hours: \(hours)"
        }
      case .therapist, .person, .hours, .room, .bed: nil
      }
    }
  }

  /// The rows that a board is drawn from, by kind and number.
  struct StandingRows {
    static let therapistRoles = "SELECT role_id FROM roles WHERE name = 'THERAPIST'"

    private var rows: [HouseRowKind: [Int64: TolerantRow]] = [:]
    private let roles: Set<Int64>

    init(of date: LocalDate, _ db: some SQLConnection) throws {
      roles = Set(try db.rows(Self.therapistRoles).compactMap { $0.int64("role_id") })
      for kind in HouseRowKind.allCases {
        let (condition, values) = Self.condition(kind, date)
        let columns = kind.columns + (kind.hasMaker ? ["by_name"] : [])
        let found = try db.rows(
          "SELECT \(kind.key), \(columns.map(Self.cut).joined(separator: ", "))"
            + " FROM \(kind.table)\(condition)", values)
        rows[kind] = Dictionary(
          found.compactMap { row in row.int64(kind.key).map { ($0, row) } },
          uniquingKeysWith: { first, _ in first })
      }
    }

    /// Nobody's ten megabytes are read.
    private static func cut(_ column: String) -> String {
      let known = OwnTables.housePast.columns.first { $0.name == column }
      guard case .text(let most)? = known?.kind else { return column }
      return "substr(\(column), 1, \(most)) AS \(column)"
    }

    static func days(around date: LocalDate) -> [StoredValue] {
      [.text((date - 1).description), .text((date + 1).description)]
    }

    private static func condition(_ kind: HouseRowKind, _ date: LocalDate) -> (
      String, [StoredValue]
    ) {
      let days = days(around: date)
      return switch kind {
      case .block: (" WHERE date BETWEEN ? AND ?", days)
      case .shift: (" WHERE \(ShiftRows.isOnThose)", days)
      case .timeOff: (" WHERE until_date >= ? AND from_date <= ?", days)
      case .person: (" WHERE role_id IN (\(therapistRoles))", [])
      case .therapist, .hours, .room, .bed: ("", [])
      }
    }

    var count: Int { rows.values.reduce(0) { $0 + $1.count } }

    mutating func takeBack(_ line: Line) {
      rows[line.kind, default: [:]][line.id] = line.came ? nil : line.row
    }

    func house(on date: LocalDate) -> DayHouse {
      let shifts = ShiftRows.hours(ordered(.shift))
      let spa = Spa(
        name: "", therapists: therapists, services: [],
        rooms: ordered(.room).compactMap(SpaRows.room),
        beds: ordered(.bed).compactMap(SpaRows.bed),
        hours: SpaRows.hours(ordered(.hours).filter { $0.int64("is_closed") == 0 }), shifts: shifts)
      return DayHouse(
        spa, blocks: ordered(.block).compactMap(BlockRows.block),
        timesOff: ordered(.timeOff).compactMap(TimeOffRows.timeOff), on: date)
    }

    private var therapists: [Therapist] {
      ordered(.person).compactMap { person in
        guard let id = person.int64("user_id"), let role = person.int64("role_id"),
          roles.contains(role), person.bool("is_active")
        else { return nil }
        return SpaRows.therapist(person: person, rows[.therapist]?[id])
      }
    }

    private func ordered(_ kind: HouseRowKind) -> [TolerantRow] {
      (rows[kind] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
    }
  }
}
