import BookingDomain
import BookingStore
import BookingTesting
import GRDB
import Testing

@testable import SQLiteStore

@Suite struct UpgradeTests {
  /// What the first layout was without.
  private static let downgrade = [
    "DROP TABLE frontdesk_blocks", "DROP TABLE frontdesk_waiting",
    "DROP INDEX frontdesk_idx_booking_changes",
    """
    CREATE INDEX frontdesk_idx_standing_changes ON frontdesk_changes (booking_id, change_id)
      WHERE undone_at IS NULL
    """,
    "DROP TABLE frontdesk_obstacle", "DROP TABLE frontdesk_victims",
    "PRAGMA user_version = 1",
  ]
  private static let newColumns = [
    "old_therapist_id", "old_date", "old_time", "old_duration_minutes", "old_room_id",
    "old_bed_id", "old_notes", "swapped_with",
  ]

  @Test func aFileOfTheFirstLayoutIsBroughtUpToDateAndKeepsWhatItKnows() async throws {
    let database = try TemporaryDatabase()
    let first = try await database.openContractSpa()
    let before = try await first.day(StoreContractSpa.date)
    first.close()
    let queue = try DatabaseQueue(path: database.path)
    try await queue.write { db in
      try Schema.dropTriggers(db)
      for statement in Self.downgrade { try db.execute(sql: statement) }
      for column in Self.newColumns {
        try db.execute(sql: "ALTER TABLE frontdesk_changes DROP COLUMN \(column)")
      }
    }
    try queue.close()
    let store = try await database.open()
    try await #expect(store.day(StoreContractSpa.date).bookings == before.bookings)
    let answer = try await store.perform(
      StoreContractSpa.order(.book([StoreContractSpa.wanted("12:00")])), by: StoreContractSpa.lan,
      now: StoreContractSpa.now)
    #expect(answer.current?.lastChange?.kind == .created)
    store.close()
  }
}
