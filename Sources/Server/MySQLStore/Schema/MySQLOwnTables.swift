import BookingStore

/// `OwnTables` in MySQL's words, and the tables that are needed where several servers work on one
/// database.
enum MySQLOwnTables {
  struct Table {
    let name: String
    let definition: String

    var creation: String {
      "CREATE TABLE IF NOT EXISTS \(name) (\n\(definition)\n) ENGINE = InnoDB"
        + " DEFAULT CHARACTER SET utf8mb4"
    }
  }

  static let all = [
    settings, log,
    Table(OwnTables.events, "KEY frontdesk_idx_booking_events (booking_id, seq)"),
    Table(OwnTables.outbox, "KEY frontdesk_idx_outbox_booking (booking_id)"),
    // The fingerprint of the row as it was when a trigger last saw it.
    Table(OwnTables.versions, "fingerprint BIGINT NOT NULL DEFAULT 0"),
    // A row for every booking.
    Table(OwnTables.facts),
    Table(
      OwnTables.changes, "KEY frontdesk_idx_booking_changes (booking_id, change_id)",
      "KEY frontdesk_idx_kind_changes (booking_id, kind)",
      "KEY frontdesk_idx_former_days (old_date)", "KEY frontdesk_idx_undone_days (undone_date)"),
    Table(OwnTables.blocks, "KEY frontdesk_idx_day_blocks (date, therapist_id)"),
    Table(OwnTables.timeOff, "KEY frontdesk_idx_time_off (until_date)"),
    Table(OwnTables.shifts, "KEY frontdesk_idx_shift (therapist_id, date)"),
    Table(OwnTables.waiting, "KEY frontdesk_idx_day_waiting (date)"), claims,
    Table(OwnTables.requests, "KEY frontdesk_idx_request_age (answered_at)"),
    Table(
      OwnTables.sessions, "KEY frontdesk_idx_session_expiry (expires_at)",
      "KEY frontdesk_idx_person_sessions (person_number, person_kind)"),
    Table(OwnTables.houseChanges),
    // Numbers are never given out twice here, so that a row may stay when its booking is deleted.
    Table(
      OwnTables.visits, "KEY frontdesk_idx_visit (visit_id)",
      "KEY frontdesk_idx_series (series_id)"),
    Table(OwnTables.wishes),
    Table(OwnTables.guestChanges, "KEY frontdesk_idx_guest_changes (customer_id, change_id)"),
    Table(OwnTables.family, "KEY frontdesk_idx_family_holder (holder_id)"),
    Table(OwnTables.tasks, "KEY frontdesk_idx_task_done (done_at)"),
    Table(OwnTables.housePast, "KEY frontdesk_idx_house_past (date)"),
  ]

  /// One row: what `demo` or an operator set for the spa, the number of this layout, how many
  /// changes the triggers have missed so far, and since when the past of the house is known.
  private static let settings = Table(
    name: "frontdesk_settings",
    definition: """
        id TINYINT PRIMARY KEY,
        layout INT NOT NULL,
        zone_name VARCHAR(64),
        currency CHAR(3),
        repaired BIGINT NOT NULL DEFAULT 0,
        house_since BIGINT
      """)

  /// One row: the end of the numbered log, locked by whoever appends, and who relays at present.
  private static let log = Table(
    name: "frontdesk_log",
    definition: """
        id TINYINT PRIMARY KEY,
        epoch VARCHAR(32) NOT NULL,
        last_seq BIGINT NOT NULL,
        lease_holder VARCHAR(36),
        lease_until BIGINT NOT NULL DEFAULT 0
      """)

  /// Days, people and payment items about which an order is being decided. Orders lock these rows;
  /// no other program knows of them.
  private static let claims = Table(
    name: "frontdesk_claims",
    definition: """
        claim VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY,
        claimed_at BIGINT NOT NULL,
        KEY frontdesk_idx_claim_age (claimed_at)
      """)
}

extension MySQLOwnTables.Table {
  /// - Parameter more: columns and keys that only this driver needs.
  fileprivate init(_ table: OwnTable, _ more: String...) {
    let key =
      "\(table.key.name) \(table.key.type) PRIMARY KEY\(table.isNumbered ? " AUTO_INCREMENT" : "")"
    self.init(
      name: table.name,
      definition: ([key] + table.columns.map(\.definition) + more).joined(separator: ",\n"))
  }
}

extension OwnTable.Column {
  fileprivate var definition: String { definition(type) }

  fileprivate var type: String {
    switch kind {
    case .number: "BIGINT"
    case .minutes: "INT"
    case .flag: "TINYINT"
    case .text(let most): "VARCHAR(\(most))"
    case .longText: "TEXT"
    case .code(let most): "VARCHAR(\(most)) CHARACTER SET ascii COLLATE ascii_bin"
    case .fixedCode(let count): "CHAR(\(count)) CHARACTER SET ascii COLLATE ascii_bin"
    case .day: "DATE"
    case .time: "TIME"
    }
  }
}
