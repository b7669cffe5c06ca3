import BookingDomain
import BookingStore
import GRDB

/// The versions of the file's layout, oldest first. A file says in its header whose it is
/// (`application_id`) and which version it has (`user_version`).
enum Schema {
  /// "FDSK".
  static let applicationID = 0x4644_534B

  /// The first step brings a file from version 1 to version 2, and so on. Never change a step that
  /// was released, and never use the descriptions of today's tables in one: they change. Add
  /// another step, and change the tables of new files in the same way.
  static let upgrades: [@Sendable (Database) throws -> Void] = [
    SecondLayout.upgrade, ThirdLayout.upgrade, FourthLayout.upgrade,
    FifthLayout.upgrade, SixthLayout.upgrade, SeventhLayout.upgrade,
    EighthLayout.upgrade, NinthLayout.upgrade, TenthLayout.upgrade,
  ]

  static var version: Int { upgrades.count + 1 }

  /// Creates or upgrades the tables in one transaction.
  /// - Throws: `StoreFailure.unusable` for a file that is somebody else's or newer than this
  ///   program; it is left as it was.
  static func prepare(_ db: Database, path: String) throws {
    let found = try check(db, path: path)
    guard found < version else { return }
    try db.inTransaction(.immediate) {
      if found == 0 {
        try create(db)
      } else {
        try dropTriggers(db)
        for upgrade in upgrades[(found - 1)...] { try upgrade(db) }
        try createTriggers(db)
      }
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: "PRAGMA user_version = \(version)")
      return .commit
    }
  }

  /// - Returns: the version of the file; 0 for one that is empty.
  static func check(_ db: Database, path: String) throws -> Int {
    let owner = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let tables = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_schema") ?? 0
    if tables == 0 { return 0 }
    guard owner == applicationID else {
      throw StoreFailure(
        .unusable,
        "\(path) is a SQLite database, but not one of FrontDesk's. Name another file; "
          + "`frontdesk-server demo --database sqlite:PATH` makes one with a demonstration spa.")
    }
    guard found <= version else {
      throw StoreFailure(
        .unusable,
        "\(path) was made by a newer FrontDesk (layout \(found), this one knows \(version)). "
          + "Install the newer frontdesk-server.")
    }
    return found
  }

  static func createTriggers(_ db: Database) throws {
    for statement in SQLiteTriggers.statements { try db.execute(sql: statement) }
  }

  /// Also the triggers of an older layout.
  static func dropTriggers(_ db: Database) throws {
    let names = try String.fetchAll(
      db,
      sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'frontdesk\\_%'"
        + " ESCAPE '\\'")
    for name in names { try db.execute(sql: "DROP TRIGGER \(name)") }
  }

  /// Begins a new log: positions in the former log mean nothing any more.
  static func beginEpoch(_ db: Database) throws {
    try db.execute(
      sql: "UPDATE frontdesk_settings SET epoch = lower(hex(randomblob(8))) WHERE id = 1")
  }

  private static func create(_ db: Database) throws {
    for statement in SQLiteShopTables.statements + SQLiteOwnTables.statements + Indexes.statements {
      try db.execute(sql: statement)
    }
    try createTriggers(db)
    try db.execute(
      sql: "INSERT INTO frontdesk_settings (id, epoch, house_since)"
        + " VALUES (1, '', \(SQLiteTriggers.now))")
    try beginEpoch(db)
    for (number, role) in StandardRoles.all.enumerated() {
      try db.execute(
        sql: "INSERT INTO roles (role_id, name, display_name) VALUES (?, ?, ?)",
        arguments: [number + 1, role.name, role.shown])
    }
  }
}
