import BookingDomain
import BookingStore
import BookingTesting
import Testing

@testable import SQLiteStore

/// SQLite deletes what a REPLACE replaces without a word; what it leaves as it is has no past.
@Suite struct ReplacedRowsTests {
  private static let date = ContractSpa.date
  private static let columns =
    "block_id, therapist_id, date, time, duration_minutes, reason, by_kind, by_number, by_name, at"
  private static let values = "(7, 4, '\(date)', '12:00:00', 30, 'lunch', 'USER', 2, 'Lan', 1)"

  private func changes(_ statements: [String], after first: [String]) async throws
    -> [HousePast.Picture]
  {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    try await database.runForeignSQL(first)
    let count = try await store.past(of: Self.date).house.pictures.count
    for statement in statements { try await database.runForeignSQL([statement]) }
    let pictures = try await store.past(of: Self.date).house.pictures
    store.close()
    return Array(pictures.dropFirst(count))
  }

  @Test func whatIsIgnoredOrChangedInPlaceIsNotSaidToHaveGone() async throws {
    let first = ["INSERT INTO frontdesk_blocks (\(Self.columns)) VALUES \(Self.values)"]
    let done = try await changes(
      [
        "INSERT OR IGNORE INTO frontdesk_blocks (\(Self.columns)) VALUES \(Self.values)",
        "INSERT INTO frontdesk_blocks (\(Self.columns)) VALUES \(Self.values)"
          + " ON CONFLICT (block_id) DO UPDATE SET reason = 'dentist'",
        "UPDATE OR IGNORE rooms SET name = 'None' WHERE name = 'none'",
      ], after: first)
    #expect(done.count == 1 && done.first?.done.contains { $0.contains("dentist") } == true)
  }

  @Test func whatAnUpdateReplacesHasGone() async throws {
    let done = try await changes(
      ["UPDATE OR REPLACE business_hours SET day_of_week = 'TUESDAY' WHERE day_of_week = 'SUNDAY'"],
      after: [
        "DELETE FROM business_hours WHERE day_of_week = 'SUNDAY'",
        "INSERT INTO business_hours (day_of_week, open_time, close_time, is_closed)"
          + " VALUES ('SUNDAY', '10:00:00', '15:00:00', 0)",
      ])
    #expect(done.map(\.done) == [["Hours, tuesday: 10:00-15:00."]])
    #expect(done.first?.house.spa.hours[.tuesday] == ContractSpa.spa.hours[.tuesday])
  }
}
