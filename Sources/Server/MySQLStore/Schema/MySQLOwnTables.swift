/// FrontDesk's own tables beside the web shop's. Times are milliseconds since 1970 (UTC), people
/// are a kind (`USER`, `CUSTOMER`) and a number, since a user and a customer may have the same one.
///
/// None refers to a table of the shop's: a foreign key would lock its rows.
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
    settings, log, events, outbox, versions, facts, changes, blocks, waiting, claims, requests,
    sessions, houseChanges,
  ]

  /// One row: what `demo` or an operator set for the spa, how this layout is numbered, and what
  /// slipped past the triggers so far.
  private static let settings = Table(
    name: "frontdesk_settings",
    definition: """
        id TINYINT PRIMARY KEY,
        layout INT NOT NULL,
        zone_name VARCHAR(64),
        currency CHAR(3),
        repaired BIGINT NOT NULL DEFAULT 0
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

  private static let happening = """
      kind VARCHAR(16) NOT NULL,
      booking_id BIGINT,
      version BIGINT NOT NULL DEFAULT 0,
      old_status VARCHAR(32),
      new_status VARCHAR(32),
      customer_id BIGINT,
      therapist_id BIGINT,
      former_therapist_id BIGINT,
      date VARCHAR(32),
      former_date VARCHAR(32),
      payment_id BIGINT,
      by_kind VARCHAR(16),
      by_number BIGINT,
      by_name VARCHAR(200),
      at BIGINT NOT NULL
    """

  /// The number is the primary key: where two relays gave one number to two events, one of them
  /// would fail as a whole.
  private static let events = Table(
    name: "frontdesk_events",
    definition: """
        seq BIGINT PRIMARY KEY,
      \(happening),
        KEY frontdesk_idx_booking_events (booking_id, seq)
      """)

  /// What the triggers wrote and nobody has numbered yet. Its own numbers are handed out before
  /// the commit and mean no order beyond one booking's.
  private static let outbox = Table(
    name: "frontdesk_outbox",
    definition: """
        outbox_id BIGINT PRIMARY KEY AUTO_INCREMENT,
      \(happening),
        KEY frontdesk_idx_outbox_booking (booking_id)
      """)

  /// A booking's version outlives its row, so that a number used again is never older. The
  /// fingerprint is that of the row when a trigger last saw it.
  private static let versions = Table(
    name: "frontdesk_versions",
    definition: """
        booking_id BIGINT PRIMARY KEY,
        version BIGINT NOT NULL,
        is_gone TINYINT NOT NULL DEFAULT 0,
        fingerprint BIGINT NOT NULL DEFAULT 0
      """)

  /// Facts beside the status that the shop's tables have no column for; a row for every booking.
  private static let facts = Table(
    name: "frontdesk_facts",
    definition: """
        booking_id BIGINT PRIMARY KEY,
        started_at BIGINT,
        ended_at BIGINT
      """)

  /// What happened to a booking and who did it, for undo and for the history screen.
  private static let changes = Table(
    name: "frontdesk_changes",
    definition: """
        change_id BIGINT PRIMARY KEY AUTO_INCREMENT,
        booking_id BIGINT NOT NULL,
        kind VARCHAR(16) NOT NULL,
        old_status VARCHAR(32),
        new_status VARCHAR(32),
        \(oldPlace.joined(separator: ",\n    ")),
        reason TEXT,
        by_kind VARCHAR(16),
        by_number BIGINT,
        by_name VARCHAR(200),
        at BIGINT NOT NULL,
        undone_at BIGINT,
        undone_by_name VARCHAR(200),
        swapped_with BIGINT,
        KEY frontdesk_idx_booking_changes (booking_id, change_id)
      """)

  /// Where a booking stood before it was moved, and what its notes said.
  static let oldPlace = [
    "old_therapist_id BIGINT", "old_date VARCHAR(32)", "old_time VARCHAR(32)",
    "old_duration_minutes BIGINT", "old_room_id BIGINT", "old_bed_id BIGINT", "old_notes TEXT",
  ]

  /// Time of therapists that is kept free of bookings.
  private static let blocks = Table(
    name: "frontdesk_blocks",
    definition: """
        block_id BIGINT PRIMARY KEY AUTO_INCREMENT,
        therapist_id BIGINT NOT NULL,
        date DATE NOT NULL,
        time TIME NOT NULL,
        duration_minutes INT NOT NULL,
        reason VARCHAR(200) NOT NULL,
        by_kind VARCHAR(16) NOT NULL,
        by_number BIGINT NOT NULL,
        by_name VARCHAR(200) NOT NULL,
        at BIGINT NOT NULL,
        KEY frontdesk_idx_day_blocks (date, therapist_id)
      """)

  /// Who would come on a day if there were room.
  private static let waiting = Table(
    name: "frontdesk_waiting",
    definition: """
        waiting_id BIGINT PRIMARY KEY AUTO_INCREMENT,
        customer_id BIGINT NOT NULL,
        service_id BIGINT NOT NULL,
        therapist_id BIGINT,
        date DATE NOT NULL,
        from_time TIME NOT NULL,
        until_time TIME NOT NULL,
        note VARCHAR(200) NOT NULL,
        by_kind VARCHAR(16) NOT NULL,
        by_number BIGINT NOT NULL,
        by_name VARCHAR(200) NOT NULL,
        at BIGINT NOT NULL,
        KEY frontdesk_idx_day_waiting (date)
      """)

  /// Days, people and payment items that an order is deciding about: orders lock
  /// these rows, which no other program knows of.
  private static let claims = Table(
    name: "frontdesk_claims",
    definition: """
        claim VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY,
        claimed_at BIGINT NOT NULL,
        KEY frontdesk_idx_claim_age (claimed_at)
      """)

  /// The first answer to every order, for as long as it may be sent again.
  private static let requests = Table(
    name: "frontdesk_requests",
    definition: """
        request_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY,
        person_kind VARCHAR(16) NOT NULL,
        person_number BIGINT NOT NULL,
        booking_id BIGINT,
        what VARCHAR(64) NOT NULL,
        answered_at BIGINT NOT NULL,
        seq BIGINT,
        version BIGINT,
        refusal VARCHAR(64),
        sentence TEXT,
        alternatives VARCHAR(255),
        KEY frontdesk_idx_request_age (answered_at)
      """)

  /// Who changed what of the house beside the bookings: accounts, services, places, hours, leave.
  private static let houseChanges = Table(
    name: "frontdesk_house_changes",
    definition: """
        change_id BIGINT PRIMARY KEY AUTO_INCREMENT,
        by_name VARCHAR(200) NOT NULL,
        what VARCHAR(500) NOT NULL,
        at BIGINT NOT NULL
      """)

  private static let sessions = Table(
    name: "frontdesk_sessions",
    definition: """
        token_hash VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY,
        person_kind VARCHAR(16) NOT NULL,
        person_number BIGINT NOT NULL,
        role VARCHAR(32) NOT NULL,
        name VARCHAR(200) NOT NULL,
        expires_at BIGINT NOT NULL,
        password_seal VARCHAR(16),
        KEY frontdesk_idx_session_expiry (expires_at),
        KEY frontdesk_idx_person_sessions (person_number, person_kind)
      """)
}
