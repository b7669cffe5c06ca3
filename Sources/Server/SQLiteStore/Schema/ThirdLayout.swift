import GRDB

/// Swaps are recorded as swaps; older ones remain two moves.
enum ThirdLayout {
  @Sendable static func upgrade(_ db: Database) throws {
    for statement in statements { try db.execute(sql: statement) }
  }

  private static let statements = [
    // The table is empty between transactions.
    "ALTER TABLE frontdesk_writer ADD COLUMN swapped_with INTEGER",
    "ALTER TABLE frontdesk_changes ADD COLUMN swapped_with INTEGER",
  ]
}
