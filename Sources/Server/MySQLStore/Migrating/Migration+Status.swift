import BookingDomain
import BookingStore

/// How an installation stands, for people.
extension Migration {
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
      // A half installed FrontDesk has no such counts; the complaints say why.
      lines += (try? Self.counts(db)) ?? []
      let complaints = try installation.complaints()
      lines += (try? ShiftRows.complaints(db)) ?? []
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
}
