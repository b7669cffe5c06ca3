import BookingDomain
import BookingStore
import BookingTesting
import Testing

@testable import MySQLStore

private typealias Spa = StoreContractSpa

/// Databases as they are found: what the operator of the shop set is none of our business.
@Suite(.serialized) struct ServerSettingsTests {
  @Test(arguments: [
    ["--sql-mode=ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT"], ["--sql-mode="],
    ["--default-time-zone=+07:00", "--character-set-server=utf8mb3"],
    ["--lower-case-table-names=1", "--wait-timeout=5"],
    ["--max-allowed-packet=1M", "--transaction-isolation=SERIALIZABLE"],
  ])
  func ordersAndForeignWritesWorkUnder(_ options: [String]) async throws {
    let server = try await PrivateMariaDB(options: options)
    try MySQLConnection(MySQLAddress(server.url("mysql"))).run("CREATE DATABASE spa")
    let address = try MySQLAddress(server.url("spa"))
    let migration = Migration(address)
    try migration.carryOut(migration.creating()) { _ in }
    try migration.carryOut(migration.installing()) { _ in }
    #expect(try migration.installing().isEmpty)
    let foreign = try MySQLConnection(address)
    for statement in Spa.statements { try foreign.run(statement) }
    let store = try await MySQLStore.open(address)
    let notes = "a \\ b 'c' \"d\" 💆"
    let answer = try await store.perform(
      Spa.command(Spa.morning, .writeNotes(notes)), by: Spa.lan, now: Spa.now)
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
}
