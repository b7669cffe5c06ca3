import BookingDomain
import BookingStore
import BookingTesting
import Foundation
import Testing

@testable import MySQLStore

/// What a server that runs lives through while one of a newer version puts its tables in order on
/// the same database: more columns, triggers made anew, a higher number of the layout.
@Suite(.enabled(if: !PrivateMariaDB.isMySQL, "triggers are replaced in place"))
struct RollingUpgradeTests {
  private static let orders = 150

  @Test func ordersAndTheShopsWritesGoOnWhileTheTablesAreAltered() async throws {
    let database = try await TestDatabase()
    let older = try await database.openContractSpa()
    try await older.relay.catchUp()
    let before = try await older.position()
    async let altering: Void = Self.alter(database)
    async let foreign: Void = Self.writeAsTheShop(database)
    for number in 0..<Self.orders {
      let answer = try await older.perform(
        ContractSpa.command(ContractSpa.morning, .writeNotes("note \(number)")),
        by: ContractSpa.lan, now: ContractSpa.now)
      guard case .accepted = answer.result else {
        Issue.record("order \(number): \(answer.result)")
        continue
      }
    }
    try await altering
    try await foreign
    try await older.relay.catchUp()
    let events = try #require(try await older.events(after: before, limit: 1000))
    let first = before.seq + 1
    #expect(events.map(\.seq) == Array(first..<first + Int64(events.count)))
    let told = Dictionary(grouping: events, by: \.booking).mapValues(\.count)
    #expect(told[ContractSpa.morning] == Self.orders, "each order is told once")
    #expect(told[ContractSpa.afternoon] == Self.orders, "and each write of the shop")
    #expect(try await older.confirms(ContractSpa.morning))
    await older.close()
    let tooOld = await #expect(throws: StoreFailure.self) {
      try await MySQLStore.open(database.address)
    }
    #expect(tooOld?.description.contains("newer") == true, "\(String(describing: tooOld))")
    try database.drop()
  }

  private static func alter(_ database: TestDatabase) async throws {
    for round in 1...3 {
      for table in MySQLOwnTables.all {
        try await patiently(
          database, "ALTER TABLE \(table.name) ADD COLUMN newer_\(round) INT")
      }
      for trigger in MySQLTriggers.all {
        let end = try #require(trigger.body.range(of: "END", options: .backwards))
        let body = trigger.body[..<end.lowerBound] + "SET @newer = \(round); END"
        let creation = trigger.creation(as: trigger.name).replacing(trigger.body, with: body)
        try await patiently(
          database, "CREATE OR REPLACE" + creation.dropFirst("CREATE".count))
      }
    }
    try await patiently(database, "UPDATE frontdesk_settings SET layout = layout + 1 WHERE id = 1")
  }

  /// As migrating does it.
  private static func patiently(_ database: TestDatabase, _ statement: String) async throws {
    let connection = try MySQLConnection(database.address, for: .migrating)
    try connection.run("SET SESSION sql_mode = ''")
    try connection.patiently(statement)
  }

  private static func writeAsTheShop(_ database: TestDatabase) async throws {
    let session = MySQLSession(database.address, label: "shop")
    for number in 0..<orders {
      try await session.run {
        try $0.run(
          "UPDATE bookings SET booking_notes = 'shop \(number)' WHERE booking_id = "
            + "\(ContractSpa.afternoon)")
      }
    }
    await session.close()
  }
}
