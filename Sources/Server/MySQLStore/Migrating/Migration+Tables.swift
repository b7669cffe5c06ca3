import BookingStore

/// The tables, and what those of older layouts lack.
extension Migration {
  static func missingTables(_ installation: Installation) throws -> [Step] {
    let found = try installation.tables()
    var steps = MySQLOwnTables.all.filter { !found.contains($0.name) }.map { table in
      Step("create the table \(table.name)", statements: [table.creation])
    }
    let rows = [
      ("frontdesk_settings", "(id, layout) VALUES (1, 0)"),
      ("frontdesk_log", "(id, epoch, last_seq) VALUES (1, '\(NumberedLog.newEpoch())', 0)"),
    ]
    for (table, row) in rows {
      let isFilled =
        try found.contains(table)
        && installation.db.row("SELECT id FROM \(table) WHERE id = 1") != nil
      if !isFilled {
        steps.append(
          Step("begin \(table)", statements: ["INSERT IGNORE INTO \(table) \(row)"]))
      }
    }
    return steps
  }

  /// A column or an index that a table of an older layout lacks.
  private struct Lack {
    let table: String
    let name: String
    var isIndex = false
    let sentence: String
    let statement: String

    func isFound(in installation: Installation) throws -> Bool {
      guard try installation.tables().contains(table) else { return false }
      return isIndex
        ? try !installation.hasIndex(name, on: table) : try !installation.hasColumn(name, in: table)
    }
  }

  private static let lacks = [
    Lack(
      table: "frontdesk_changes", name: "swapped_with",
      sentence: "let frontdesk_changes remember which bookings changed places",
      statement: "ALTER TABLE frontdesk_changes ADD COLUMN swapped_with BIGINT"),
    Lack(
      table: "frontdesk_sessions", name: "password_seal",
      sentence: "let frontdesk_sessions end with the password that opened them",
      statement: "ALTER TABLE frontdesk_sessions ADD COLUMN password_seal VARCHAR(16)"),
    Lack(
      table: "frontdesk_sessions", name: "frontdesk_idx_person_sessions", isIndex: true,
      sentence: "let frontdesk_sessions be found by their person",
      statement: "CREATE INDEX frontdesk_idx_person_sessions"
        + " ON frontdesk_sessions (person_number, person_kind)"),
    Lack(
      table: "frontdesk_changes", name: "old_method",
      sentence: "let frontdesk_changes remember how a payment stood",
      statement: "ALTER TABLE frontdesk_changes ADD COLUMN old_method VARCHAR(32)"),
    Lack(
      table: "frontdesk_changes", name: "new_method",
      sentence: "let frontdesk_changes tell how a payment stands",
      statement: "ALTER TABLE frontdesk_changes ADD COLUMN new_method VARCHAR(32)"),
    Lack(
      table: "frontdesk_settings", name: "currency",
      sentence: "let frontdesk_settings know the spa's currency",
      statement: "ALTER TABLE frontdesk_settings ADD COLUMN currency CHAR(3)"),
    Lack(
      table: "frontdesk_changes", name: "undone_notes",
      sentence: "let frontdesk_changes remember what was taken back",
      statement: "ALTER TABLE frontdesk_changes ADD COLUMN undone_therapist_id BIGINT,"
        + " ADD COLUMN undone_date VARCHAR(32), ADD COLUMN undone_time VARCHAR(32),"
        + " ADD COLUMN undone_duration_minutes BIGINT, ADD COLUMN undone_room_id BIGINT,"
        + " ADD COLUMN undone_bed_id BIGINT, ADD COLUMN undone_notes TEXT"),
    Lack(
      table: "frontdesk_changes", name: "old_item_id",
      sentence: "let frontdesk_changes remember which treatment a booking was",
      statement: "ALTER TABLE frontdesk_changes ADD COLUMN old_service_id BIGINT,"
        + " ADD COLUMN new_service_id BIGINT, ADD COLUMN old_item_id BIGINT"),
    Lack(
      table: "frontdesk_changes", name: "new_therapist_id",
      sentence: "let frontdesk_changes remember whom guests asked for",
      statement: "ALTER TABLE frontdesk_changes ADD COLUMN new_therapist_id BIGINT"),
    Lack(
      table: "frontdesk_outbox", name: "new_method",
      sentence: "let frontdesk_outbox tell how a payment was made",
      statement: "ALTER TABLE frontdesk_outbox ADD COLUMN old_method VARCHAR(32),"
        + " ADD COLUMN new_method VARCHAR(32)"),
    Lack(
      table: "frontdesk_settings", name: "house_since",
      sentence: "let frontdesk_settings know since when the house's past is known",
      statement: "ALTER TABLE frontdesk_settings ADD COLUMN house_since BIGINT"),
    Lack(
      table: "frontdesk_changes", name: "frontdesk_idx_kind_changes", isIndex: true,
      sentence: "let a booking's newest call be found",
      statement: "CREATE INDEX frontdesk_idx_kind_changes ON frontdesk_changes (booking_id, kind)"),
    Lack(
      table: "frontdesk_changes", name: "frontdesk_idx_former_days", isIndex: true,
      sentence: "let frontdesk_changes be found by the day that was left",
      statement: "CREATE INDEX frontdesk_idx_former_days ON frontdesk_changes (old_date)"),
    Lack(
      table: "frontdesk_changes", name: "frontdesk_idx_undone_days", isIndex: true,
      sentence: "let frontdesk_changes be found by the day that was taken back",
      statement: "CREATE INDEX frontdesk_idx_undone_days ON frontdesk_changes (undone_date)"),
  ]

  /// What the tables of older layouts lack. The triggers that write there come after this.
  static func missingColumns(_ installation: Installation) throws -> [Step] {
    return try secondLayout(installation)
      + lacks.filter { try $0.isFound(in: installation) }.map {
        Step($0.sentence, statements: [$0.statement])
      }
  }

  /// Each step is found missing by itself, so that an upgrade which was cut short goes on from there.
  private static func secondLayout(_ installation: Installation) throws -> [Step] {
    let tables = try installation.tables()
    var steps: [Step] = []
    if tables.contains("frontdesk_requests"), try hasOrdersOfFirstLayout(installation) {
      steps.append(requestsOfSecondLayout)
    }
    if tables.contains("frontdesk_changes"),
      try !installation.hasColumn("old_notes", in: "frontdesk_changes")
    {
      steps.append(changesOfSecondLayout)
    }
    return steps
  }

  /// There every order was about a booking, and did not say which: `CONFIRMED`.
  private static func hasOrdersOfFirstLayout(_ installation: Installation) throws -> Bool {
    if try installation.isNeeded("booking_id", in: "frontdesk_requests") { return true }
    return try installation.db.row(
      "SELECT 1 AS one FROM frontdesk_requests WHERE what NOT LIKE '% %' LIMIT 1") != nil
  }

  private static let requestsOfSecondLayout = Step(
    "let frontdesk_requests remember orders for new bookings",
    statements: [
      "ALTER TABLE frontdesk_requests MODIFY booking_id BIGINT, MODIFY what VARCHAR(64) NOT NULL",
      "UPDATE frontdesk_requests SET what = CONCAT(what, ' ', booking_id)"
        + " WHERE what NOT LIKE '% %'",
    ])

  private static let changesOfSecondLayout = Step(
    "let frontdesk_changes remember where a booking stood",
    statements: [
      "ALTER TABLE frontdesk_changes ADD COLUMN old_therapist_id BIGINT,"
        + " ADD COLUMN old_date VARCHAR(32), ADD COLUMN old_time VARCHAR(32),"
        + " ADD COLUMN old_duration_minutes BIGINT, ADD COLUMN old_room_id BIGINT,"
        + " ADD COLUMN old_bed_id BIGINT, ADD COLUMN old_notes TEXT"
    ])

  /// Last of all, so that an installation that was cut short is not taken for a whole one: who may
  /// only serve is not shown the triggers.
  static func olderLayout(_ installation: Installation) throws -> [Step] {
    let isThere = try installation.tables().contains("frontdesk_settings")
    let row =
      isThere
      ? try installation.db.row("SELECT layout FROM frontdesk_settings WHERE id = 1") : nil
    guard row?.int64("layout") ?? 0 < Installation.layout else { return [] }
    return [
      Step("number the layout \(Installation.layout)") { db in
        // The triggers are there by now.
        try db.execute(
          "UPDATE frontdesk_settings SET layout = ?,"
            + " house_since = COALESCE(house_since, \(MySQLTriggers.databaseNow)) WHERE id = 1",
          [.integer(Installation.layout)])
      }
    ]
  }
}
