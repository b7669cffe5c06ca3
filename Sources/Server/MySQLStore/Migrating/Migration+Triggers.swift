import BookingStore

/// The triggers. Each is made before the one that it replaces is dropped.
extension Migration {
  static func missingTriggers(_ installation: Installation) throws -> [Step] {
    let found = try installation.triggers()
    let ownerless = try ownerless(found, installation)
    return MySQLTriggers.all.compactMap { trigger in
      if let standing = trigger.standing(in: found), !ownerless.contains(standing) {
        // Left over from an interrupted replacement.
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

  /// Triggers that were made by a user that does not exist any more. They are found because an
  /// update of a booking fails.
  private static func ownerless(
    _ found: [String: Installation.Found], _ installation: Installation
  ) throws -> Set<String> {
    guard try installation.tables().contains("frontdesk_outbox"),
      case .fails(let failure) = try installation.updateTrial(), failure.code == 1449
    else { return [] }
    let user = try installation.db.row("SELECT CURRENT_USER() AS name")?.text("name")
    return Set(found.filter { $0.value.definer != user }.keys)
  }

  /// The new trigger is made before the old one is dropped, so that there is always one. What the
  /// shop writes in between is told twice, which is better than not at all.
  private static func replace(
    _ trigger: MySQLTriggers.Trigger, old: [String], _ db: MySQLConnection
  )
    throws
  {
    // Nothing in a trigger may make the shop's own write fail: text that is too long is cut.
    try db.run("SET SESSION sql_mode = ''")
    if db.serverVersion.contains("MariaDB") {
      let name = old.first ?? trigger.name
      try db.patiently(
        "CREATE OR REPLACE" + trigger.creation(as: name).dropFirst("CREATE".count))
      return
    }
    // Where there are triggers with both names, a replacement was interrupted: one of them is
    // dropped first.
    if old.count > 1 { try db.patiently("DROP TRIGGER IF EXISTS \(old[1])") }
    let name = trigger.names.first { $0 != old.first } ?? trigger.name
    try db.patiently(trigger.creation(as: name))
    if let old = old.first { try db.patiently("DROP TRIGGER IF EXISTS \(old)") }
  }
}
