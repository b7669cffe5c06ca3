import BookingDomain
import BookingStore
import BookingTesting
import Testing

@testable import MySQLStore

/// Databases as they are found: what the operator of the shop set is none of our business.
@Suite(.serialized) struct ServerSettingsTests {
  /// MySQL is told how it spells tables when its data is made, and never again.
  private static let options =
    [
      ["--sql-mode=ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT"], ["--sql-mode="],
      ["--default-time-zone=+07:00", "--character-set-server=utf8mb3"], ["--wait-timeout=5"],
      ["--max-allowed-packet=1M", "--transaction-isolation=SERIALIZABLE"],
    ] + (PrivateMariaDB.isMySQL ? [] : [["--lower-case-table-names=1", "--wait-timeout=5"]])

  @Test(arguments: options)
  func ordersAndForeignWritesWorkUnder(_ options: [String]) async throws {
    let server = try await PrivateMariaDB(options: options)
    try MySQLConnection(MySQLAddress(server.url("mysql"))).run("CREATE DATABASE spa")
    let address = try MySQLAddress(server.url("spa"))
    let migration = Migration(address)
    try migration.carryOut(migration.creating()) { _ in }
    try migration.carryOut(migration.installing()) { _ in }
    #expect(try migration.installing().isEmpty)
    let foreign = try MySQLConnection(address)
    for statement in ContractSpa.statements { try foreign.run(statement) }
    let store = try await MySQLStore.open(address)
    let notes = "a \\ b 'c' \"d\" 💆"
    let answer = try await store.perform(
      ContractSpa.command(ContractSpa.morning, .writeNotes(notes)), by: ContractSpa.lan,
      now: ContractSpa.now)
    #expect(answer.current?.notes == notes)
    let before = try await store.position()
    try foreign.run("UPDATE bookings SET booking_status = 'CONFIRMED' WHERE booking_id = 2")
    try await store.relay.catchUp()
    let events = try await store.events(after: before, limit: 9)
    #expect(events?.map(\.kind) == [.statusChanged(from: .scheduled, to: .confirmed)])
    #expect(store.obstacle() == nil)
    await store.close()
    await server.stop()
  }

  /// Whatever an older shop made of its tables; ours have the database's own collation.
  @Test(arguments: ["utf8mb4_bin", "utf8mb4_unicode_520_ci", "utf8mb4_general_ci"])
  func ordersAndForeignWritesWorkWithTablesIn(_ collation: String) async throws {
    let database = try await TestDatabase(isEmpty: true)
    try database.install(Migration(database.address).creating())
    let shop = MySQLShopTables.all.map {
      "ALTER TABLE \($0.name) CONVERT TO CHARACTER SET utf8mb4 COLLATE \(collation)"
    }
    let foreign = try database.connection()
    for statement in ["SET SESSION foreign_key_checks = 0"] + shop { try foreign.run(statement) }
    try database.install(Migration(database.address).installing())
    #expect(try Migration(database.address).installing().isEmpty)
    try database.runForeignSQL(ContractSpa.statements)
    let store = try await MySQLStore.open(database.address)
    let answer = try await store.perform(
      ContractSpa.command(ContractSpa.morning, ContractSpa.change(.confirmed)), by: ContractSpa.lan,
      now: ContractSpa.now)
    #expect(answer.current?.status == .confirmed)
    let before = try await store.position()
    try database.runForeignSQL([
      "UPDATE bookings SET booking_notes = 'Đ' WHERE booking_id = 2",
      "UPDATE bookings SET booking_notes = 'd' WHERE booking_id = 2",
      "UPDATE customers SET full_name = 'Another' WHERE customer_id = 6",
    ])
    try await store.relay.catchUp()
    #expect(try await store.events(after: before, limit: 9)?.count ?? 0 >= 3)
    _ = try await store.customers(matching: "an", limit: 9, today: ContractSpa.date)
    _ = try await store.day(ContractSpa.date)
    #expect(store.obstacle() == nil)
    await store.close()
    try database.drop()
  }
}
