import BookingStore

/// Which of FrontDesk's tables and triggers a database has, and what it needs to have.
struct Installation {
  /// Counts up with every change of our tables or triggers.
  static let layout: Int64 = 10

  let db: MySQLConnection
  let place: String

  /// - Throws: `StoreFailure.unusable` where a server could not work with it.
  func checkLayout() throws {
    guard try tables().contains("frontdesk_settings"),
      let found = try db.row("SELECT layout FROM frontdesk_settings WHERE id = 1")?.int64("layout")
    else {
      throw StoreFailure(
        .unusable,
        "FrontDesk is not installed in \(place). `frontdesk-server migrate --database mysql://…` "
          + "installs it; `--dry-run` shows what it would do.")
    }
    guard found > 0 else {
      throw StoreFailure(
        .unusable,
        "FrontDesk is only half installed in \(place): migrate was cut short. "
          + "`frontdesk-server migrate --database mysql://…` goes on from there.")
    }
    guard found == Self.layout else {
      throw StoreFailure(
        .unusable,
        found < Self.layout
          ? "\(place) has an older layout (\(found)); run `frontdesk-server migrate` once more."
          : "\(place) was prepared by a newer FrontDesk (layout \(found), this one knows "
            + "\(Self.layout)). Install the newer frontdesk-server.")
    }
  }

  func tables() throws -> Set<String> {
    let rows = try db.rows(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()")
    return Set(rows.compactMap { $0.text("name") })
  }

  func hasColumn(_ column: String, in table: String) throws -> Bool {
    let found = try db.row(
      """
      SELECT 1 AS one FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name = ? AND column_name = ?
      """, [.text(table), .text(column)])
    return found != nil
  }

  /// Whether a column must have a value.
  func isNeeded(_ column: String, in table: String) throws -> Bool {
    let found = try db.row(
      """
      SELECT 1 AS one FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name = ? AND column_name = ?
        AND is_nullable = 'NO'
      """, [.text(table), .text(column)])
    return found != nil
  }

  func hasIndex(_ name: String, on table: String) throws -> Bool {
    let found = try db.row(
      """
      SELECT 1 AS one FROM information_schema.statistics
      WHERE table_schema = DATABASE() AND table_name = ? AND index_name = ? LIMIT 1
      """, [.text(table), .text(name)])
    return found != nil
  }

  /// A trigger of ours as the database has it.
  struct Found {
    let body: String
    /// The user whose rights it has, `USER@HOST`.
    let definer: String
  }

  /// Our triggers by name; empty where this user may not see them.
  func triggers() throws -> [String: Found] {
    let rows = try db.rows(
      """
      SELECT trigger_name AS name, action_statement AS body, definer
      FROM information_schema.triggers
      WHERE trigger_schema = DATABASE() AND LEFT(trigger_name, 10) = 'frontdesk_'
      """)
    return Dictionary(
      rows.compactMap { row in
        row.text("name").map {
          ($0, Found(body: row.text("body") ?? "", definer: row.text("definer") ?? ""))
        }
      },
      uniquingKeysWith: { first, _ in first })
  }

  /// - Throws: `StoreFailure.unusable` naming every column of the shop's that is missing.
  func checkShop() throws {
    let rows = try db.rows(
      """
      SELECT c.table_name AS name, c.column_name AS part, t.engine AS engine
      FROM information_schema.columns c
      JOIN information_schema.tables t
        ON t.table_schema = c.table_schema AND t.table_name = c.table_name
      WHERE c.table_schema = DATABASE()
      """)
    var found: [String: Set<String>] = [:]
    for row in rows {
      guard let name = row.text("name"), let part = row.text("part") else { continue }
      found[name, default: []].insert(part.lowercased())
      if Self.needed[name] != nil, let engine = row.text("engine"), engine.lowercased() != "innodb"
      {
        throw StoreFailure(
          .unusable,
          "The table \(name) in \(place) is kept by \(engine), which has no transactions; "
            + "FrontDesk needs InnoDB.")
      }
    }
    let missing = Self.needed.sorted { $0.key < $1.key }.flatMap { table, columns -> [String] in
      guard let present = found[table] else { return ["the table \(table)"] }
      return columns.filter { !present.contains($0) }.map { "\(table).\($0)" }
    }
    guard missing.isEmpty else {
      throw StoreFailure(
        .unusable,
        "\(place) is not the web shop's database: it lacks \(missing.joined(separator: ", ")). "
          + "`--create` makes the whole schema in an empty database.")
    }
  }

  /// What our statements and triggers read and write of the shop's.
  private static let needed: [String: [String]] = [
    "bookings": WatchedColumns.booking + ["booking_id", "cancelled_at"],
    "checkins": ["checkin_id", "appointment_id", "customer_id", "checkin_time", "status"],
    "customers": [
      "customer_id", "full_name", "email", "phone_number", "hash_password", "is_active", "notes",
      "role_id",
    ],
    "users": ["user_id", "role_id", "full_name", "email", "hash_password", "is_active"],
    "roles": ["role_id", "name"],
    "therapists": ["user_id", "service_type_id", "availability_status"],
    "services": [
      "service_id", "service_type_id", "name", "duration_minutes", "buffer_time_after_minutes",
      "bookable_online", "is_active", "price",
    ],
    "rooms": ["room_id", "name", "capacity", "is_active"],
    "beds": ["bed_id", "room_id", "name", "is_active"],
    "business_hours": ["day_of_week", "open_time", "close_time", "is_closed"],
    "payments": [
      "payment_id", "customer_id", "total_amount", "tax_amount", "subtotal_amount",
      "payment_method", "payment_status", "reference_number", "transaction_date", "payment_date",
    ],
    "payment_items": [
      "payment_item_id", "payment_id", "service_id", "quantity", "unit_price", "total_price",
      "service_duration",
    ],
    "payment_item_usage": [
      "payment_item_id", "total_quantity", "booked_quantity", "remaining_quantity",
    ],
    "spa_information": ["spa_id", "name", "vat_percentage"],
  ]
}

extension MySQLTriggers.Trigger {
  /// The name under which the trigger exists as it should be; nil where it does not exist so.
  func standing(in found: [String: Installation.Found]) -> String? {
    names.first { name in found[name].map { isBody($0.body) } ?? false }
  }
}
