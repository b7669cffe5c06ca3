import BookingDomain
import BookingStore
import BookingTesting
import Testing

@testable import MySQLStore

@Suite struct DemoFillingTests {
  /// A database that takes ten thousand check-ins for none looks through all of them for one.
  @Test func theDatabaseKnowsAtOnceHowMuchIsInIt() async throws {
    let database = try await TestDatabase()
    let store = try await MySQLStore.open(database.address)
    try await store.fill(
      with: DemoDatabase(
        DemoDatabase.Request(
          size: .small, seed: 1, date: ContractSpa.date,
          now: ContractSpa.moment(14, 7), daysBehind: 90)))
    await store.close()
    let connection = try database.connection()
    for table in ["bookings", "checkins", "customers"] {
      let known = try connection.row(
        "SELECT table_rows AS n FROM information_schema.tables"
          + " WHERE table_schema = DATABASE() AND table_name = ?", [.text(table)])
      let rows = try connection.row("SELECT COUNT(*) AS n FROM \(table)")?.int64("n") ?? 0
      let guess = try #require(known?.text("n").flatMap { Int64($0) })
      #expect(guess > rows / 2, "\(table): \(guess) of \(rows)")
    }
    try database.drop()
  }
}
