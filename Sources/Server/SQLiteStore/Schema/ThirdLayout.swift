import GRDB

/// Swaps are recorded as swaps; older ones remain two moves.
enum ThirdLayout {
  @Sendable static func upgrade(_ db: Database) throws {
    for statement in SecondLayout.writer + [swaps] { try db.execute(sql: statement) }
  }

  private static let swaps = "ALTER TABLE frontdesk_changes ADD COLUMN swapped_with INTEGER"
}
