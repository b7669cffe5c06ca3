import BookingDomain
import BookingStore
import BookingTesting
import Testing

@testable import MySQLStore

@Suite struct TwoServersTests {
  @Test func whatOneDoesTheOtherHears() async throws {
    let database = try await TestDatabase.lent()
    let one = try await database.openContractSpa()
    let two = try await MySQLStore.open(database.address)
    let before = try await two.position()
    var wakes = two.commits().makeAsyncIterator()
    _ = try await one.perform(
      ContractSpa.command(ContractSpa.morning, ContractSpa.change(.confirmed)), by: ContractSpa.lan,
      now: ContractSpa.now)
    _ = await wakes.next()
    #expect(try await two.events(after: before, limit: 9) == one.events(after: before, limit: 9))
    await one.close()
    await two.close()
    try database.giveBack()
  }

  @Test func aBackupRestoredBeneathARunningServerBeginsANewLog() async throws {
    try await TestDatabase.withContractSpa { database, store in
      try await store.relay.catchUp()
      let before = try await store.position()
      try database.runForeignSQL([
        "DELETE FROM frontdesk_events WHERE seq > \(before.seq - 2)",
        "UPDATE frontdesk_log SET last_seq = \(before.seq - 2)",
      ])
      try await store.relay.catchUp()
      let after = try await store.position()
      #expect(after.epoch != before.epoch)
      #expect(try await store.events(after: before, limit: 10) == nil, "readers need a snapshot")
    }
  }

  /// Its positions have been given to other events meanwhile.
  @Test func anOlderBackupThatBringsAFormerLogBackBeginsANewOneAsWell() async throws {
    try await TestDatabase.withContractSpa { database, store in
      try await store.relay.catchUp()
      let first = try await store.position()
      try database.runForeignSQL(["UPDATE frontdesk_log SET epoch = 'another', last_seq = 1"])
      try await store.relay.catchUp()
      try database.runForeignSQL([
        "UPDATE frontdesk_log SET epoch = '\(first.epoch)', last_seq = \(first.seq)"
      ])
      try await store.relay.catchUp()
      let last = try await store.position()
      #expect(last.epoch != first.epoch && last.epoch != "another")
      #expect(try await store.events(after: first, limit: 10) == nil, "readers need a snapshot")
    }
  }

  /// Another program wrote it, or the database's clock was set back by an hour.
  @Test(arguments: ["-9223372036854775808", "9223372036854775807", "4102444800000"])
  func aLeaseThatNobodyCouldHaveIsNobodys(until: String) async throws {
    try await TestDatabase.withContractSpa { database, store in
      try await store.relay.catchUp()
      let before = try await store.position()
      try database.runForeignSQL([
        "UPDATE frontdesk_log SET lease_holder = 'another', lease_until = \(until)",
        "UPDATE bookings SET booking_notes = 'nước ấm' WHERE booking_id = 1",
      ])
      try await store.relay.catchUp()
      let events = try #require(try await store.events(after: before, limit: 10))
      #expect(events.map(\.booking) == [1], "what was written is told all the same")
    }
  }

  @Test func twoThatRelayAtOnceNumberEveryEventOnce() async throws {
    let database = try await TestDatabase.lent()
    let one = try await database.openContractSpa()
    let two = try await MySQLStore.open(database.address)
    // From then on the writers' payment stays as it is, which is no event.
    try database.runForeignSQL([
      "UPDATE payments SET payment_status = 'PENDING' WHERE payment_id = 1"
    ])
    try await one.relay.catchUp()
    let before = try await one.position()
    let (address, writers, writes) = (database.address, 4, 50)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<writers {
        group.addTask {
          let session = MySQLSession(address, label: "shop \(writer)")
          for write in 0..<writes {
            try await session.run {
              try $0.run(
                "UPDATE payments SET payment_status = 'PENDING' WHERE payment_id = 1")
              try $0.run(
                "UPDATE bookings SET booking_notes = '\(writer) \(write)'"
                  + " WHERE booking_id = \(write % 3 + 1)")
            }
          }
          await session.close()
        }
      }
      for store in [one, two] {
        group.addTask {
          for _ in 0..<writes { try await store.relay.catchUp() }
        }
      }
      try await group.waitForAll()
    }
    // The lease may be the other's.
    try await one.relay.catchUp()
    try await two.relay.catchUp()
    let events = try #require(try await one.events(after: before, limit: 10_000))
    #expect(events.count == writers * writes)
    let first = before.seq + 1
    #expect(events.map(\.seq) == Array(first..<first + Int64(events.count)))
    for (_, own) in Dictionary(grouping: events, by: \.booking) {
      let versions = own.map(\.version)
      let from = try #require(versions.first)
      #expect(versions == Array(from..<from + Int64(own.count)), "in the order of the commits")
    }
    await one.close()
    await two.close()
    try database.giveBack()
  }
}
