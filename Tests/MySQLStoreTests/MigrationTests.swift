import BookingDomain
import BookingStore
import BookingTesting
import Testing

@testable import MySQLStore

@Suite(.serialized) struct MigrationTests {
  /// The shop's database without FrontDesk.
  private static func shop() async throws -> TestDatabase {
    let database = try await TestDatabase(isEmpty: true)
    try database.install(Migration(database.address).creating())
    try database.runForeignSQL(
      ContractSpa.statements + ShopFixture.journal + ShopFixture.imperfectRows)
    return database
  }

  private static func dump(_ database: TestDatabase) async throws -> String {
    let dump = try await RunningProgram.run(
      "mariadb-dump",
      database.server.clientArguments + [
        "--skip-comments", "--triggers", "--order-by-primary", "--skip-extended-insert",
        database.name,
      ] + ShopFixture.tables)
    #expect(dump.ending == .exited(0), "\(dump.errors)")
    return dump.output
  }

  @Test func installingUsingAndRemovingLeavesTheShopAsItWas() async throws {
    let database = try await Self.shop()
    let before = try await Self.dump(database)
    let migration = Migration(database.address)
    try database.install(migration.installing())
    let store = try await MySQLStore.open(database.address)
    try database.runForeignSQL(["UPDATE bookings SET duration_minutes = 61 WHERE booking_id = 1"])
    try await store.relay.catchUp()
    #expect(try await store.bookings([1]).first?.version == 2)
    _ = try await store.day(ContractSpa.date)
    await store.close()
    try database.runForeignSQL([
      "UPDATE bookings SET duration_minutes = 60, updated_at = created_at WHERE booking_id = 1",
      "DELETE FROM shop_journal", "ALTER TABLE shop_journal AUTO_INCREMENT = 1",
    ])
    try database.install(migration.removing())
    #expect(try await Self.dump(database) == before)
    #expect(try migration.removing().isEmpty)
    try database.drop()
  }

  /// Neither while orders go through it nor while nothing happens there.
  @Test func whatAServerWorksOnIsNotTakenFromUnderIt() async throws {
    let database = try await TestDatabase()
    let migration = Migration(database.address)
    let store = try await MySQLStore.open(database.address)
    try await Polled.until("a server that is at rest says that it works") {
      (try? migration.removing()) == nil
    }
    let refused = #expect(throws: StoreFailure.self) { try migration.removing() }
    #expect(refused?.sentence.contains("Stop every one first") == true, "\(refused as Any)")
    #expect(try migration.installing().isEmpty, "what is installed beside it is no matter")
    await store.close()
    #expect(try !migration.removing().isEmpty, "one that has ended has said so")
    // One that was killed says nothing any more.
    try database.runForeignSQL([
      """
      UPDATE frontdesk_log SET lease_until =
        TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(3)) DIV 1000 - 14000
      """
    ])
    #expect(try !migration.removing().isEmpty)
    try database.drop()
  }

  @Test func aSecondRunHasNothingToDo() async throws {
    let database = try await Self.shop()
    let migration = Migration(database.address)
    let steps = try migration.installing()
    #expect(steps.count == MySQLOwnTables.all.count + 2 + MySQLTriggers.all.count + 2)
    #expect(try migration.installing().count == steps.count, "looking changes nothing")
    try database.install(steps)
    #expect(try migration.installing().isEmpty)
    try database.drop()
  }

  @Test func theShopWritesAtEveryMomentOfInstallingAndRemoving() async throws {
    let database = try await Self.shop()
    let migration = Migration(database.address)
    var minutes = 30
    func write() throws {
      minutes += 1
      try database.runForeignSQL([
        "UPDATE bookings SET duration_minutes = \(minutes) WHERE booking_id = 2",
        "UPDATE payments SET payment_status = 'PENDING' WHERE payment_id = 1",
        "UPDATE payments SET payment_status = 'PAID' WHERE payment_id = 1",
        ContractSpa.booking(
          9, customer: 6, item: 2, therapist: 5, "16:00:00", "SCHEDULED", bed: 2),
        "DELETE FROM bookings WHERE booking_id = 9",
        "UPDATE customers SET notes = 'note \(minutes)' WHERE customer_id = 5",
      ])
    }
    for step in try migration.installing() {
      try database.install([step])
      try write()
    }
    for step in try migration.removing() {
      try database.install([step])
      try write()
    }
    #expect(try migration.removing().isEmpty)
    try database.drop()
  }

  @Test func aTriggerThatSomebodyChangedIsReplaced() async throws {
    let database = try await TestDatabase()
    try database.runForeignSQL([
      "DROP TRIGGER frontdesk_guest_updated",
      "CREATE TRIGGER frontdesk_guest_updated AFTER UPDATE ON customers FOR EACH ROW SET @x = 1",
    ])
    let steps = try Migration(database.address).installing()
    #expect(steps.map(\.sentence) == ["replace the trigger frontdesk_guest_updated on customers"])
    try database.install(steps)
    #expect(try Migration(database.address).installing().isEmpty)
    try database.drop()
  }

  @Test func aSchemaThatLacksWhatWeNeedIsRefusedByName() async throws {
    let database = try await Self.shop()
    try database.runForeignSQL([
      "ALTER TABLE checkins DROP COLUMN status", "DROP TABLE business_hours",
    ])
    let failure = #expect(throws: StoreFailure.self) {
      try Migration(database.address).installing()
    }
    #expect(failure?.code == .unusable)
    #expect(failure?.sentence.contains("the table business_hours, checkins.status") == true)
    try database.drop()
  }

  @Test func aDatabaseWithoutFrontDeskIsNotServed() async throws {
    let database = try await Self.shop()
    let failure = await #expect(throws: StoreFailure.self) {
      try await MySQLStore.open(database.address)
    }
    #expect(failure?.code == .unusable)
    #expect(failure?.sentence.contains("migrate") == true)
    try database.drop()
  }

  @Test func aHalfInstalledDatabaseIsNotServedAndSaysWhatItLacks() async throws {
    for cut in [
      "DROP TRIGGER frontdesk_booking_updated", "DROP TABLE frontdesk_outbox",
      "DELETE FROM frontdesk_log",
    ] {
      let database = try await TestDatabase()
      try database.runForeignSQL([cut])
      let failure = await #expect(throws: StoreFailure.self) {
        try await MySQLStore.open(database.address)
      }
      #expect(failure?.code == .unusable, "\(cut)")
      let part = cut.split(separator: " ").last.map(String.init) ?? ""
      #expect(failure?.sentence.contains(part) == true, "\(failure?.sentence ?? "")")
      #expect(failure?.sentence.contains("migrate") == true)
      let status = try Migration(database.address).status()
      #expect(status.joined().contains("migrate"), "\(status)")
      try database.install(Migration(database.address).installing())
      try await MySQLStore.open(database.address).close()
      try database.drop()
    }
  }

  @Test func triggersOfAUserThatIsGoneAreNamedAndMadeAnew() async throws {
    let database = try await TestDatabase()
    let user = "migrator_\(database.name)"
    try database.runForeignSQL([
      "CREATE USER \(user)@localhost", "GRANT ALL ON \(database.name).* TO \(user)@localhost",
    ])
    try database.install(Migration(database.address).removing())
    let migration = Migration(
      try MySQLAddress(database.server.url(database.name, user: user)))
    try migration.carryOut(migration.installing()) { _ in }
    try database.runForeignSQL(ContractSpa.statements)
    try database.runForeignSQL(["DROP USER \(user)@localhost"])
    let status = try Migration(database.address).status().joined(separator: " ")
    #expect(status.contains("made by a user that is gone"), "\(status)")
    try database.install(Migration(database.address).installing())
    #expect(try Migration(database.address).installing().isEmpty)
    try database.runForeignSQL(["UPDATE bookings SET duration_minutes = 70 WHERE booking_id = 1"])
    try database.drop()
  }

  @Test func aColumnThatIsNotThereAnyMoreIsNamedWhileServing() async throws {
    let database = try await TestDatabase()
    let store = try await database.openContractSpa()
    try database.runForeignSQL([
      "ALTER TABLE bookings CHANGE booking_notes remarks TEXT"
    ])
    await #expect(throws: StoreFailure.self) {
      try await store.perform(
        ContractSpa.command(
          ContractSpa.morning, ContractSpa.change(.confirmed)),
        by: ContractSpa.lan, now: ContractSpa.now)
    }
    let status = try Migration(database.address).status().joined(separator: " ")
    #expect(status.contains("bookings.booking_notes"), "\(status)")
    await store.close()
    try database.drop()
  }

  @Test func aCreationThatWasCutShortGoesOn() async throws {
    let database = try await TestDatabase(isEmpty: true)
    let all = try Migration(database.address).creating()
    try database.install(Array(all.prefix(5)))
    let rest = try Migration(database.address).creating()
    #expect(rest.count == all.count - 5)
    try database.install(rest)
    try database.install(Migration(database.address).installing())
    #expect(try Migration(database.address).installing().isEmpty)
    try database.drop()
  }

  /// As MySQL does, which resolves what is escaped in a string and adds nothing else.
  @Test func aBodyThatTheServerWroteOtherwiseIsStillTheSame() throws {
    for trigger in MySQLTriggers.all {
      #expect(trigger.isBody(trigger.body.replacing("x'00'", with: "'\0'")))
      #expect(!trigger.isBody("BEGIN SET @x = 1; END"))
      #expect(!trigger.body.contains("\\"), "nothing is escaped in \(trigger.name)")
    }
  }

  @Test func creatingNeedsAnEmptyDatabase() async throws {
    let database = try await Self.shop()
    let failure = #expect(throws: StoreFailure.self) {
      try Migration(database.address).creating()
    }
    #expect(failure?.sentence.contains("not empty") == true)
    try database.drop()
  }

  @Test func aMissingGrantIsNamed() async throws {
    let database = try await Self.shop()
    let user = "weak_\(database.name)"
    try database.runForeignSQL([
      "CREATE USER \(user)@localhost",
      "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, INDEX ON \(database.name).* TO \(user)@localhost",
    ])
    let address = try MySQLAddress(database.server.url(database.name, user: user))
    let migration = Migration(address)
    let failure = try #require(
      #expect(throws: StoreFailure.self) {
        try migration.carryOut(migration.installing()) { _ in }
      })
    #expect(failure.code == .unusable)
    #expect(failure.sentence.contains("GRANT") && failure.sentence.contains("TRIGGER"))
    // What was done so far does no harm.
    try database.runForeignSQL(["UPDATE bookings SET duration_minutes = 70 WHERE booking_id = 1"])
    try database.runForeignSQL(["DROP USER \(user)@localhost"])
    try database.drop()
  }

  /// As after `mariadb-dump --skip-triggers`: whoever may only serve is not shown any trigger.
  @Test func missingTriggersAreFoundByWhoMayNotSeeThem() async throws {
    let database = try await TestDatabase()
    let user = "serving_\(database.name)"
    try database.runForeignSQL(
      ContractSpa.statements + [
        "CREATE USER \(user)@localhost",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON \(database.name).* TO \(user)@localhost",
      ])
    let address = try MySQLAddress(database.server.url(database.name, user: user))
    let whole = try Migration(address).status()
    #expect(whole.contains { $0.contains("not shown to this user") }, "\(whole)")
    #expect(whole.last == "nothing is in the way of orders")
    let notes = "SELECT booking_id, booking_notes FROM bookings ORDER BY booking_id"
    let before = try database.connection().rows(notes, []).map { $0.text("booking_notes") }
    try await MySQLStore.open(address).close()
    let after = try database.connection().rows(notes, []).map { $0.text("booking_notes") }
    #expect(after == before, "what is tried is taken back")
    for trigger in MySQLTriggers.all {
      try database.runForeignSQL(["DROP TRIGGER \(trigger.name)"])
    }
    let failure = await #expect(throws: StoreFailure.self) { try await MySQLStore.open(address) }
    #expect(failure?.code == .unusable && failure?.sentence.contains("triggers") == true)
    try database.runForeignSQL(["DROP USER \(user)@localhost"])
    try database.drop()
  }

  @Test func theBinaryLogsRefusalSaysWhichSettingIsMissing() throws {
    let failure = StoreFailure(
      of: MySQLError(code: 1419, message: "You do not have the SUPER privilege"),
      at: try MySQLAddress("mysql://desk@db.spa.vn/spa")
    ).outsideOrders
    #expect(failure.code == .unusable)
    #expect(failure.sentence.contains("log_bin_trust_function_creators"))
  }

  @Test func imperfectRowsAreDrawnOrLeftOutAndNeverACrash() async throws {
    let database = try await Self.shop()
    try database.install(Migration(database.address).installing())
    let store = try await MySQLStore.open(database.address)
    let day = try await store.day(ContractSpa.date)
    #expect(
      day.bookings.map(\.id) == [21, 1, 2, 3, 20] || day.bookings.map(\.id) == [1, 2, 3, 20, 21])
    let late = try #require(day.bookings.first { $0.id == 20 })
    #expect(late.place.roomName == "Closed")
    #expect(late.place.bed == nil)
    #expect(late.notes == "cancelled by phone")
    let odd = try #require(day.bookings.first { $0.id == 21 })
    #expect(odd.customer.name == "Customer 999")
    #expect(!odd.unreadable.isEmpty)
    #expect(day.spa.therapists.contains { $0.name == "No Row" && $0.serviceType == nil })
    #expect(try await store.bookings([22]).isEmpty, "without a day there is nothing to draw")
    await store.close()
    try database.drop()
  }
}
