import BookingStore
import GRDB

/// Bookings that are made, moved and noted here, blocked time and a waiting list: files of the first layout only
/// knew changes of what stood.
enum SecondLayout {
  @Sendable static func upgrade(_ db: Database) throws {
    for statement in writer + changes + requests + blocks { try db.execute(sql: statement) }
  }

  /// Holds no row between transactions.
  static let writer = [
    "DROP TABLE frontdesk_writer", SQLiteOwnTables.writer,
  ]

  private static let changes =
    OwnTables.oldPlace.map { "ALTER TABLE frontdesk_changes ADD COLUMN \($0.definition)" } + [
      "DROP INDEX frontdesk_idx_standing_changes", Indexes.bookingChanges,
    ]

  /// What was answered before is still answered alike.
  private static let requests = [
    "ALTER TABLE frontdesk_requests RENAME TO frontdesk_old_requests",
    "DROP INDEX frontdesk_idx_request_age",
    OwnTables.requests.creation,
    """
    INSERT INTO frontdesk_requests
      SELECT request_id, person_kind, person_number, booking_id, what || ' ' || booking_id,
        answered_at, seq, version, refusal, sentence, alternatives
      FROM frontdesk_old_requests
    """,
    "DROP TABLE frontdesk_old_requests",
    Indexes.requestAge,
  ]

  private static let blocks = [
    OwnTables.blocks.creation, Indexes.dayBlocks, OwnTables.waiting.creation, Indexes.dayWaiting,
  ]
}
