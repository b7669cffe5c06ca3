import BookingDomain
import BookingStore

/// Installs FrontDesk beside a web shop's tables, and takes it out again. Nothing of the shop's is
/// ever altered or dropped.
///
/// The order keeps the shop working at every moment, also where it is interrupted: tables before
/// the triggers that write to them, triggers gone before their tables.
package struct Migration: Sendable {
  /// One thing to do, in words and in SQL.
  package struct Step: Sendable {
    package let sentence: String
    let run: @Sendable (MySQLConnection) throws -> Void

    init(_ sentence: String, _ run: @escaping @Sendable (MySQLConnection) throws -> Void) {
      self.sentence = sentence
      self.run = run
    }

    init(_ sentence: String, statements: [String]) {
      self.init(sentence) { db in for statement in statements { try db.patiently(statement) } }
    }
  }

  private let address: MySQLAddress

  package init(_ address: MySQLAddress) { self.address = address }

  /// What is still to be done; nothing where everything is in place.
  /// - Throws: `StoreFailure` where the database cannot be what the shop wrote.
  package func installing() throws -> [Step] {
    try connected { db in
      let installation = Installation(db: db, place: address.description)
      try installation.checkShop()
      return try Self.missingTables(installation) + Self.missingColumns(installation)
        + Self.missingTriggers(installation) + Self.unknownBookings(installation)
        + Self.olderLayout(installation)
    }
  }

  /// What it takes to remove everything of ours, and nothing else.
  /// - Throws: `StoreFailure.unusable` where a server works on it.
  package func removing() throws -> [Step] {
    try connected { db in
      let installation = Installation(db: db, place: address.description)
      let triggers = try installation.triggers().keys.sorted()
      let tables = try installation.tables()
      if tables.contains("frontdesk_log") { try checkNobodyServes(db) }
      return triggers.map { name in
        Step("drop the trigger \(name)") {
          try $0.patiently("DROP TRIGGER IF EXISTS \(name)")
        }
      }
        + MySQLOwnTables.all.map(\.name).filter(tables.contains).map { name in
          Step("drop the table \(name)", statements: ["DROP TABLE IF EXISTS \(name)"])
        }
    }
  }

  private func checkNobodyServes(_ db: MySQLConnection) throws {
    guard let end = try? NumberedLog(db: db).end(), let age = Lease.lastSign(end) else { return }
    throw StoreFailure(
      .unusable,
      "A frontdesk-server works on \(address.description): it said so \(age / 1000) s ago. Stop "
        + "every one first (systemctl stop frontdesk-server); one that was killed counts as gone "
        + "after \(Lease.goneAfter / 1000) s.")
  }

  /// After a backup was restored while no server was running to notice: readers have to start anew.
  package func restored() -> [Step] {
    [
      Step("begin a new event log, so that every console starts anew") { db in
        try db.execute(
          "UPDATE frontdesk_log SET epoch = ? WHERE id = 1", [.text(NumberedLog.newEpoch())])
      }
    ]
  }

  /// The shop's whole schema, for a spa that has no shop.
  /// - Throws: `StoreFailure.unusable` where the database is not empty.
  package func creating() throws -> [Step] {
    try connected { db in
      let found = try Installation(db: db, place: address.description).tables()
      let missing = MySQLShopTables.all.filter { !found.contains($0.name) }
      let others = found.subtracting(MySQLShopTables.all.map(\.name))
      let isHalfMade = try others.isEmpty && Self.isWithoutRows(found, db)
      guard isHalfMade else {
        throw StoreFailure(
          .unusable,
          "\(address.description) is not empty (it has \(found.count) tables, "
            + "\(found.sorted().prefix(3).joined(separator: ", ")) …); "
            + "--create fills only an empty database. Where that is the shop's, leave --create out."
        )
      }
      return missing.map { table in
        Step("create the shop's table \(table.name)", statements: [table.creation])
      } + [Step("name the roles", statements: [MySQLShopTables.roleRows])]
    }
  }

  /// Whether these hold nothing but what a creation that was cut short left.
  private static func isWithoutRows(_ tables: Set<String>, _ db: MySQLConnection) throws -> Bool {
    for table in tables.subtracting(["roles"])
    where try db.row("SELECT 1 AS one FROM \(table) LIMIT 1") != nil {
      return false
    }
    return true
  }

  /// Carries the steps out, in order. A failure leaves what was done before it, harmless, and a
  /// second run goes on from there.
  package func carryOut(_ steps: [Step], telling tell: (String) -> Void) throws {
    try connected { db in
      for step in steps {
        tell(step.sentence)
        try step.run(db)
      }
    }
  }

  /// How things stand, a line each.
  package func status() throws -> [String] {
    try connected { db in
      let installation = Installation(db: db, place: address.description)
      let triggers = try installation.triggers()
      let isThere = MySQLTriggers.all.filter { $0.standing(in: triggers) != nil }.count
      let counted =
        try installation.isShown(triggers)
        ? "\(isThere) of \(MySQLTriggers.all.count) in place"
        : "not shown to this user, who lacks the right TRIGGER"
      var lines = [
        "database: \(address.description), \(db.serverVersion)",
        "triggers: \(counted)",
      ]
      guard try installation.tables().contains("frontdesk_settings") else {
        return lines + ["FrontDesk is not installed here."]
      }
      // What is half installed has no such counts; the complaints say why.
      lines += (try? Self.counts(db)) ?? []
      let complaints = try installation.complaints()
      return lines + (complaints.isEmpty ? ["nothing is in the way of orders"] : complaints)
    }
  }

  private static func counts(_ db: MySQLConnection) throws -> [String] {
    let end = try NumberedLog(db: db).end()
    let waiting = try db.row("SELECT COUNT(*) AS n FROM frontdesk_outbox")?.int64("n") ?? 0
    let settings = try db.row("SELECT layout, repaired FROM frontdesk_settings WHERE id = 1")
    return [
      "layout: \(settings?.int64("layout") ?? 0), this program's \(Installation.layout)",
      "event log: ends at \(end.position.seq), epoch \(end.position.epoch)",
      "waiting to be numbered: \(waiting)",
      "slipped past the triggers and repaired: \(settings?.int64("repaired") ?? 0)",
    ]
  }

  private func connected<T>(_ work: (MySQLConnection) throws -> T) throws -> T {
    do {
      return try work(MySQLConnection(address, for: .migrating))
    } catch {
      throw StoreFailure(of: error, at: address).outsideOrders
    }
  }
}

extension Migration {
  private static func missingTables(_ installation: Installation) throws -> [Step] {
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
      table: "frontdesk_changes", name: "frontdesk_idx_former_days", isIndex: true,
      sentence: "let frontdesk_changes be found by the day that was left",
      statement: "CREATE INDEX frontdesk_idx_former_days ON frontdesk_changes (old_date)"),
    Lack(
      table: "frontdesk_changes", name: "frontdesk_idx_undone_days", isIndex: true,
      sentence: "let frontdesk_changes be found by the day that was taken back",
      statement: "CREATE INDEX frontdesk_idx_undone_days ON frontdesk_changes (undone_date)"),
  ]

  /// What the tables of older layouts lack. The triggers that write there come after this.
  private static func missingColumns(_ installation: Installation) throws -> [Step] {
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
  private static func olderLayout(_ installation: Installation) throws -> [Step] {
    let isThere = try installation.tables().contains("frontdesk_settings")
    let row =
      isThere
      ? try installation.db.row("SELECT layout FROM frontdesk_settings WHERE id = 1") : nil
    guard row?.int64("layout") ?? 0 < Installation.layout else { return [] }
    return [
      Step("number the layout \(Installation.layout)") { db in
        try db.execute(
          "UPDATE frontdesk_settings SET layout = ? WHERE id = 1", [.integer(Installation.layout)])
      }
    ]
  }

  private static func missingTriggers(_ installation: Installation) throws -> [Step] {
    let found = try installation.triggers()
    let ownerless = try ownerless(found, installation)
    return MySQLTriggers.all.compactMap { trigger in
      if let standing = trigger.standing(in: found), !ownerless.contains(standing) {
        // What a replacement that was cut short left.
        guard let other = trigger.names.first(where: { $0 != standing && found[$0] != nil }) else {
          return nil
        }
        return Step("drop the trigger \(other), which \(standing) replaces") { db in
          try db.patiently("DROP TRIGGER IF EXISTS \(other)")
        }
      }
      let old = trigger.names.filter { found[$0] != nil }
      return Step(
        "\(old.isEmpty ? "create" : "replace") the trigger \(trigger.name) on \(trigger.table)"
      ) { db in
        try replace(trigger, old: old, db)
      }
    }
  }

  /// Triggers that were made by a user that is gone; found where an update fails of it.
  private static func ownerless(
    _ found: [String: Installation.Found], _ installation: Installation
  ) throws -> Set<String> {
    guard try installation.tables().contains("frontdesk_outbox"),
      case .fails(let failure) = try installation.updateTrial(), failure.code == 1449
    else { return [] }
    let user = try installation.db.row("SELECT CURRENT_USER() AS name")?.text("name")
    return Set(found.filter { $0.value.definer != user }.keys)
  }

  /// The new trigger is made before the old one goes, so that there is always one: what the shop
  /// writes in between is told twice, rather than not at all.
  private static func replace(
    _ trigger: MySQLTriggers.Trigger, old: [String], _ db: MySQLConnection
  )
    throws
  {
    // Inside a trigger nothing may fail the shop's own write: text that is too long is cut.
    try db.run("SET SESSION sql_mode = ''")
    if db.serverVersion.contains("MariaDB") {
      let name = old.first ?? trigger.name
      try db.patiently(
        "CREATE OR REPLACE" + trigger.creation(as: name).dropFirst("CREATE".count))
      return
    }
    // Triggers with both names are what a replacement that was cut short left: one goes first.
    if old.count > 1 { try db.patiently("DROP TRIGGER IF EXISTS \(old[1])") }
    let name = trigger.names.first { $0 != old.first } ?? trigger.name
    try db.patiently(trigger.creation(as: name))
    if let old = old.first { try db.patiently("DROP TRIGGER IF EXISTS \(old)") }
  }

  /// Bookings that were there before the triggers get their first version. Rows that the triggers
  /// have counted meanwhile stay as they are.
  private static func unknownBookings(_ installation: Installation) throws -> [Step] {
    guard try installation.tables().contains("frontdesk_versions") else {
      return [Step("count the bookings that are there", countBookings)]
    }
    let unknown = try installation.db.row(
      """
      SELECT b.booking_id FROM bookings b
      LEFT JOIN frontdesk_versions v ON v.booking_id = b.booking_id
      WHERE v.booking_id IS NULL LIMIT 1
      """)
    return unknown == nil ? [] : [Step("count the bookings that are there", countBookings)]
  }

  /// Five thousand at a time: no statement takes long, and none locks a booking.
  @Sendable private static func countBookings(_ db: MySQLConnection) throws {
    var start: Int64 = 0
    while true {
      let last = try db.row(
        """
        SELECT MAX(booking_id) AS last FROM
          (SELECT booking_id FROM bookings WHERE booking_id > ? ORDER BY booking_id LIMIT 5000)
            AS some
        """, [.integer(start)])?.int64("last")
      guard let last else { return }
      try db.execute(
        """
        INSERT IGNORE INTO frontdesk_versions (booking_id, version, is_gone, fingerprint)
        SELECT b.booking_id, 1, 0, \(MySQLBookingTriggers.fingerprint(of: "b")) FROM bookings b
        WHERE b.booking_id > ? AND b.booking_id <= ?
        """, [.integer(start), .integer(last)])
      try db.execute(
        """
        INSERT IGNORE INTO frontdesk_facts (booking_id)
        SELECT booking_id FROM bookings WHERE booking_id > ? AND booking_id <= ?
        """, [.integer(start), .integer(last)])
      start = last
    }
  }
}
