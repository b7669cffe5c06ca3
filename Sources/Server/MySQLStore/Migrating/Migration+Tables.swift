import BookingStore

/// Makes the tables, and adds to tables of older layouts what they lack.
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

  /// Columns or an index that a table of an older layout lacks.
  private enum Lack {
    /// One statement adds them all: where the last one is, the others are.
    case columns(KeyValuePairs<String, String>, of: String, sentence: String)
    case index(String, on: String, of: String, sentence: String)

    func isFound(in installation: Installation) throws -> Bool {
      let tables = try installation.tables()
      return switch self {
      case .columns(let columns, let table, _):
        try tables.contains(table)
          && !installation.hasColumn(columns[columns.count - 1].key, in: table)
      case .index(let name, _, let table, _):
        try tables.contains(table) && !installation.hasIndex(name, on: table)
      }
    }

    var step: Step {
      switch self {
      case .columns(let columns, let table, let sentence):
        let added = columns.map { "ADD COLUMN \($0.key) \($0.value)" }.joined(separator: ", ")
        return Step(sentence, statements: ["ALTER TABLE \(table) \(added)"])
      case .index(let name, let columns, let table, let sentence):
        return Step(sentence, statements: ["CREATE INDEX \(name) ON \(table) (\(columns))"])
      }
    }
  }

  private static let lacks: [Lack] = [
    .columns(
      [
        "old_therapist_id": "BIGINT", "old_date": "VARCHAR(32)", "old_time": "VARCHAR(32)",
        "old_duration_minutes": "BIGINT", "old_room_id": "BIGINT", "old_bed_id": "BIGINT",
        "old_notes": "TEXT",
      ], of: "frontdesk_changes",
      sentence: "let frontdesk_changes remember where a booking stood"),
    .columns(
      ["swapped_with": "BIGINT"], of: "frontdesk_changes",
      sentence: "let frontdesk_changes remember which bookings changed places"),
    .columns(
      ["password_seal": "VARCHAR(16)"], of: "frontdesk_sessions",
      sentence: "let frontdesk_sessions end with the password that opened them"),
    .index(
      "frontdesk_idx_person_sessions", on: "person_number, person_kind", of: "frontdesk_sessions",
      sentence: "let frontdesk_sessions be found by their person"),
    .columns(
      ["old_method": "VARCHAR(32)"], of: "frontdesk_changes",
      sentence: "let frontdesk_changes remember how a payment stood"),
    .columns(
      ["new_method": "VARCHAR(32)"], of: "frontdesk_changes",
      sentence: "let frontdesk_changes tell how a payment stands"),
    .columns(
      ["currency": "CHAR(3)"], of: "frontdesk_settings",
      sentence: "let frontdesk_settings know the spa's currency"),
    .columns(
      [
        "undone_therapist_id": "BIGINT", "undone_date": "VARCHAR(32)", "undone_time": "VARCHAR(32)",
        "undone_duration_minutes": "BIGINT", "undone_room_id": "BIGINT", "undone_bed_id": "BIGINT",
        "undone_notes": "TEXT",
      ], of: "frontdesk_changes",
      sentence: "let frontdesk_changes remember what was taken back"),
    .columns(
      ["old_service_id": "BIGINT", "new_service_id": "BIGINT", "old_item_id": "BIGINT"],
      of: "frontdesk_changes",
      sentence: "let frontdesk_changes remember which treatment a booking was"),
    .columns(
      ["new_therapist_id": "BIGINT"], of: "frontdesk_changes",
      sentence: "let frontdesk_changes remember whom guests asked for"),
    .columns(
      ["old_method": "VARCHAR(32)", "new_method": "VARCHAR(32)"], of: "frontdesk_outbox",
      sentence: "let frontdesk_outbox tell how a payment was made"),
    .columns(
      ["house_since": "BIGINT"], of: "frontdesk_settings",
      sentence: "let frontdesk_settings know since when the house's past is known"),
    .index(
      "frontdesk_idx_kind_changes", on: "booking_id, kind", of: "frontdesk_changes",
      sentence: "let a booking's newest call be found"),
    .index(
      "frontdesk_idx_former_days", on: "old_date", of: "frontdesk_changes",
      sentence: "let frontdesk_changes be found by the day that was left"),
    .index(
      "frontdesk_idx_undone_days", on: "undone_date", of: "frontdesk_changes",
      sentence: "let frontdesk_changes be found by the day that was taken back"),
  ]

  /// What the tables of older layouts lack, each found missing by itself: an upgrade that was cut
  /// short goes on from there. The triggers that write into these columns come after this.
  static func missingColumns(_ installation: Installation) throws -> [Step] {
    try requestsOfSecondLayout(installation)
      + lacks.filter { try $0.isFound(in: installation) }.map(\.step)
  }

  /// In the first layout every order was about a booking, and did not say which: `CONFIRMED`.
  private static func requestsOfSecondLayout(_ installation: Installation) throws -> [Step] {
    guard try installation.tables().contains("frontdesk_requests"),
      try hasOrdersOfFirstLayout(installation)
    else { return [] }
    return [
      Step(
        "let frontdesk_requests remember orders for new bookings",
        statements: [
          "ALTER TABLE frontdesk_requests MODIFY booking_id BIGINT, MODIFY what VARCHAR(64) NOT NULL",
          "UPDATE frontdesk_requests SET what = CONCAT(what, ' ', booking_id)"
            + " WHERE what NOT LIKE '% %'",
        ])
    ]
  }

  private static func hasOrdersOfFirstLayout(_ installation: Installation) throws -> Bool {
    if try installation.isNeeded("booking_id", in: "frontdesk_requests") { return true }
    return try installation.db.row(
      "SELECT 1 AS one FROM frontdesk_requests WHERE what NOT LIKE '% %' LIMIT 1") != nil
  }

  /// The number of the layout is written last, so that an interrupted installation is not taken for
  /// a complete one: a server that may only serve cannot see the triggers.
  static func olderLayout(_ installation: Installation) throws -> [Step] {
    let isThere = try installation.tables().contains("frontdesk_settings")
    let row =
      isThere
      ? try installation.db.row("SELECT layout FROM frontdesk_settings WHERE id = 1") : nil
    guard row?.int64("layout") ?? 0 < Installation.layout else { return [] }
    return [
      Step("number the layout \(Installation.layout)") { db in
        // The triggers are there already.
        try db.execute(
          "UPDATE frontdesk_settings SET layout = ?,"
            + " house_since = COALESCE(house_since, \(MySQLTriggers.databaseNow)) WHERE id = 1",
          [.integer(Installation.layout)])
      }
    ]
  }
}
