import BookingDomain
import BookingStore
import BookingTesting
import Testing

@testable import MySQLStore

/// On a server of its own, since it is killed.
@Suite struct DatabaseAwayTests {
  @Test func awayIsSaidAndBackIsFoundAndNothingAcknowledgedIsLost() async throws {
    let server = try await PrivateMariaDB()
    try MySQLConnection(MySQLAddress(server.url("mysql"))).run("CREATE DATABASE spa")
    let address = try MySQLAddress(server.url("spa"))
    let migration = Migration(address)
    try migration.carryOut(migration.creating()) { _ in }
    try migration.carryOut(migration.installing()) { _ in }
    let connection = try MySQLConnection(address)
    for statement in ContractSpa.statements { try connection.run(statement) }
    let store = try await MySQLStore.open(address)
    let first = ContractSpa.command(ContractSpa.morning, ContractSpa.change(.confirmed))
    let acknowledged = try await store.perform(first, by: ContractSpa.lan, now: ContractSpa.now)

    try await server.kill()
    for _ in 0..<3 {
      let failure = await #expect(throws: StoreFailure.self) {
        try await store.perform(
          ContractSpa.command(ContractSpa.other, ContractSpa.change(.confirmed)),
          by: ContractSpa.lan, now: ContractSpa.now)
      }
      #expect(failure?.code == .unavailable)
    }
    try await server.startAgain()
    let replayed = try await store.perform(first, by: ContractSpa.lan, now: ContractSpa.now)
    #expect(replayed.isReplayed && replayed.result == acknowledged.result)
    #expect(try await store.confirms(ContractSpa.other))
    await store.close()
    await server.stop()
  }
}
