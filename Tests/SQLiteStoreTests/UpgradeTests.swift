import BookingDomain
import BookingStore
import BookingTesting
import Foundation
import GRDB
import Testing

@testable import SQLiteStore

@Suite struct UpgradeTests {
  /// A file that the program of that layout wrote, with changes of foreign programs in its log.
  @Test(arguments: [(3, nil), (4, "Etc/UTC")] as [(Int, String?)])
  func aFileThatAnOlderProgramWroteGoesOnFromWhereItWas(layout: Int, zone: String?) async throws {
    let database = try TemporaryDatabase()
    let name = "layout-\(layout)"
    let old = try #require(
      Bundle.module.url(forResource: name, withExtension: "sqlite", subdirectory: "Files"))
    try FileManager.default.copyItem(atPath: old.path, toPath: database.path)
    let before = try DatabaseQueue(path: database.path)
    let epoch = try await before.read {
      try String.fetchOne($0, sql: "SELECT epoch FROM frontdesk_settings")
    }
    try before.close()
    try "\(epoch ?? "") 18".write(
      toFile: database.path + "-frontdesk", atomically: true, encoding: .utf8)
    let store = try await database.open()
    let day = try await store.day(StoreContractSpa.date)
    #expect(day.position == LogPosition(epoch: epoch ?? "", seq: 18), "readers go on")
    #expect(day.bookings.map(\.id) == [1, 2, 3])
    #expect(day.bookings.map(\.version) == [2, 3, 1])
    #expect(day.bookings.map(\.status) == [.confirmed, .scheduled, .confirmed])
    #expect(day.bookings[1].time == StoreContractSpa.clock("11:00"))
    #expect(day.bookings[1].notes == "by the window")
    #expect(try await store.history(of: 2).map(\.change.kind).first == .created)
    #expect(try await store.zoneName() == zone)
    #expect(FileManager.default.fileExists(atPath: database.path + ".\(name)"))
    let answer = try await store.perform(
      StoreContractSpa.order(.book([StoreContractSpa.wanted("12:00")])), by: StoreContractSpa.lan,
      now: StoreContractSpa.now)
    #expect(answer.current?.lastChange?.kind == .created)
    let end = try await store.position()
    try await database.runForeignSQL([
      StoreContractSpa.booking(
        3, customer: 6, item: 2, therapist: 5, "17:00:00", "SCHEDULED", bed: 2
      ).replacing("INSERT", with: "REPLACE")
    ])
    #expect(try await store.events(after: end, limit: 9)?.map(\.kind) == [.gone, .created])
    store.close()
  }

  /// What the first layout was without.
  private static let downgrade = [
    "DROP TABLE frontdesk_blocks", "DROP TABLE frontdesk_waiting",
    "DROP INDEX frontdesk_idx_booking_changes",
    """
    CREATE INDEX frontdesk_idx_standing_changes ON frontdesk_changes (booking_id, change_id)
      WHERE undone_at IS NULL
    """,
    "DROP TABLE frontdesk_obstacle", "DROP TABLE frontdesk_victims",
    "DROP INDEX frontdesk_idx_person_sessions",
    "ALTER TABLE frontdesk_sessions DROP COLUMN password_seal",
    "ALTER TABLE frontdesk_settings DROP COLUMN currency", "DROP TABLE frontdesk_house_changes",
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
