import BookingDomain
import BookingStore
import BookingTesting
import Testing

@testable import SQLiteStore

/// Triggers of ours that another program has taken away, as a migration does which makes a table anew.
@Suite struct TriggerRepairTests {
  /// The twelve steps by which SQLite's manual alters a table, as Django and Laravel carry them out
  /// (lang_altertable.html, 7).
  private static let madeAnew =
    [
      "PRAGMA foreign_keys = OFF", "PRAGMA legacy_alter_table = ON", "BEGIN EXCLUSIVE",
    ]
    + SQLiteShopTables.statements.filter { $0.hasPrefix("CREATE TABLE bookings ") }
    .map { $0.replacing("CREATE TABLE bookings ", with: "CREATE TABLE new_bookings ") } + [
      "INSERT INTO new_bookings SELECT * FROM bookings", "DROP TABLE bookings",
      "ALTER TABLE new_bookings RENAME TO bookings", "COMMIT",
    ]

  private static let losses = [
    ["DROP TRIGGER frontdesk_booking_created"], ["DROP TRIGGER frontdesk_booking_updated"],
    ["DROP TRIGGER frontdesk_checkin_created", "DROP TRIGGER frontdesk_booking_deleted"],
    madeAnew,
  ]

  private static func names(_ store: SQLiteStore) async throws -> Int64? {
    try await store.inSnapshot { db in
      try db.row("SELECT COUNT(*) AS n FROM sqlite_schema WHERE type = 'trigger'")?.int64("n")
    }
  }

  @Test(arguments: losses)
  func whatAServerLosesWhileItServesComesBackAndIsToldAnew(loss: [String]) async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    let (whole, before) = (try await Self.names(store), try await store.position())
    let commits = store.commits()
    try await database.runForeignSQL(loss)
    for await _ in commits where try await store.position().epoch != before.epoch { break }
    #expect(try await Self.names(store) == whole)
    #expect(try await store.news(after: before, limit: 10) == nil, "every board reads anew")
    let anew = try await store.position()
    try await database.runForeignSQL([
      "UPDATE bookings SET booking_status = 'CONFIRMED' WHERE booking_id = 2"
    ])
    #expect(try await store.news(after: anew, limit: 10)?.events.count == 1)
    store.close()
  }

  @Test func whatWasWrittenWithoutTriggersIsKnownAtTheNextStart() async throws {
    let database = try TemporaryDatabase()
    let first = try await database.openContractSpa()
    let before = try await first.position()
    first.close()
    try await database.runForeignSQL([
      "DROP TRIGGER frontdesk_booking_created", "DROP TRIGGER frontdesk_booking_deleted",
      "INSERT INTO bookings (booking_id, customer_id, payment_item_id, service_id, therapist_user_id,"
        + " appointment_date, appointment_time, duration_minutes, room_id)"
        + " SELECT 77, customer_id, payment_item_id, service_id, therapist_user_id, appointment_date,"
        + " '18:30:00', duration_minutes, room_id FROM bookings WHERE booking_id = 1",
    ])
    let store = try await database.open()
    #expect(try await store.position().epoch != before.epoch)
    let answer = try await store.perform(
      ContractSpa.command(BookingID(77), ContractSpa.change(.confirmed)), by: ContractSpa.lan,
      now: ContractSpa.now)
    guard case .accepted = answer.result else {
      Issue.record("\(answer.result)")
      return
    }
    #expect(answer.current?.version == 2)
    store.close()
  }

  @Test func whoHasAllTriggersKeepsTheLog() async throws {
    let database = try TemporaryDatabase()
    let first = try await database.openContractSpa()
    let before = try await first.position()
    first.close()
    try await database.runForeignSQL([
      "ALTER TABLE bookings RENAME COLUMN booking_notes TO remarks",
      "ALTER TABLE bookings RENAME COLUMN remarks TO booking_notes",
    ])
    let store = try await database.open()
    #expect(try await store.position() == before)
    store.close()
  }
}
