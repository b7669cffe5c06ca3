import GRDB

/// Swaps that say so: before, each half was a move of its own, and stays one.
enum ThirdLayout {
  @Sendable static func upgrade(_ db: Database) throws {
    for statement in SecondLayout.writer + [swaps] { try db.execute(sql: statement) }
  }

  private static let swaps = "ALTER TABLE frontdesk_changes ADD COLUMN swapped_with INTEGER"
}
