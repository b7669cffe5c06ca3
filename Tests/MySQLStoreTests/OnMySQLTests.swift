import BookingDomain
import BookingStore
import BookingTesting
import Foundation
import Testing

@testable import MySQLStore

/// What MySQL does otherwise than MariaDB; run by `.make/mysql`.
@Suite(.serialized, .enabled(if: PrivateMariaDB.isMySQL)) struct OnMySQLTests {
  /// MySQL has a binary log from the beginning, and there nobody without great rights makes triggers.
  @Test func withoutTrustInWhoMakesTriggersNothingIsServedAndTheSettingIsNamed() async throws {
    let server = try await PrivateMariaDB(options: ["--log-bin-trust-function-creators=0"])
    let root = try MySQLConnection(MySQLAddress(server.url("mysql")))
    for statement in [
      "CREATE DATABASE spa", "CREATE USER migrator@localhost", "CREATE USER desk@localhost",
      "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, INDEX, ALTER, REFERENCES, TRIGGER"
        + " ON spa.* TO migrator@localhost",
      "GRANT SELECT, INSERT, UPDATE, DELETE ON spa.* TO desk@localhost",
    ] {
      try root.run(statement)
    }
    let migration = Migration(try MySQLAddress(server.url("spa", user: "migrator")))
    try migration.carryOut(migration.creating()) { _ in }
    let refused = try #require(
      #expect(throws: StoreFailure.self) {
        try migration.carryOut(migration.installing()) { _ in }
      })
    #expect(refused.code == .unusable)
    #expect(refused.sentence.contains("log_bin_trust_function_creators"), "\(refused.sentence)")

    for user in ["migrator", "desk"] {
      let notServed = await #expect(throws: StoreFailure.self) {
        try await MySQLStore.open(MySQLAddress(server.url("spa", user: user)))
      }
      #expect(notServed?.code == .unusable, "\(user)")
      #expect(notServed?.sentence.contains("migrate") == true, "\(notServed?.sentence ?? "")")
    }
    let status = try migration.status().joined(separator: " ")
    #expect(status.contains("log_bin_trust_function_creators"), "\(status)")

    // Where the setting is made, the next run goes on from there.
    try root.run("SET GLOBAL log_bin_trust_function_creators = 1")
    try migration.carryOut(migration.installing()) { _ in }
    #expect(try migration.installing().isEmpty)
    try await MySQLStore.open(MySQLAddress(server.url("spa", user: "desk"))).close()
    await server.stop()
  }

  @Test func itsSelfMadeCertificateIsExplained() async throws {
    let port = try FreePort.find()
    let server = try await PrivateMariaDB(
      options: ["--skip-networking=0", "--bind-address=127.0.0.1", "--port=\(port)"])
    let authority = server.dataDirectory + "/ca.pem"
    let address = try MySQLAddress("mysql://root@127.0.0.1:\(port)/mysql?ssl-ca=\(authority)")
    let refused = await #expect(throws: StoreFailure.self) { try await MySQLStore.open(address) }
    #expect(refused?.code == .unusable)
    #expect(
      refused?.sentence.contains("MySQL made its certificate itself") == true,
      "\(refused?.sentence ?? "")")
    await server.stop()
  }

  /// A shop that inserts all the time, while each trigger is replaced again and again.
  @Test func aTriggerIsReplacedWithoutAGap() async throws {
    let database = try await TestDatabase()
    try database.runForeignSQL(ContractSpa.statements)
    let store = try await MySQLStore.open(database.address)
    let before = try await store.position()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        let shop = try database.foreignConnection()
        for number in 100..<400 {
          let hour = number % 10 + 8
          try shop.run(
            ContractSpa.booking(
              number, customer: 6, item: 2, therapist: 5, "\(hour):00:00", "CANCELLED",
              bed: 2))
        }
      }
      group.addTask {
        let other = try database.connection()
        for _ in 0..<5 {
          // Somebody's tool made it otherwise: to be replaced.
          let trigger = try #require(
            MySQLTriggers.all.first { $0.name == "frontdesk_booking_created" })
          let found = try Installation(db: other, place: "").triggers()
          let standing = try #require(trigger.standing(in: found))
          let free = try #require(trigger.names.first { $0 != standing })
          let changed = trigger.creation(as: free).replacing(": BEGIN", with: "_old: BEGIN")
          try other.run("SET SESSION sql_mode = ''")
          try other.run(changed)
          try other.run("DROP TRIGGER \(standing)")
          try database.install(Migration(database.address).installing())
        }
      }
      try await group.waitForAll()
    }
    try await store.relay.catchUp()
    let events = try #require(try await store.events(after: before, limit: 10_000))
    let created = Set(
      events.filter { $0.kind == .created }.map(\.booking))
    #expect(created.count == 300, "every insert was told")
    await store.close()
    try database.drop()
  }
}
