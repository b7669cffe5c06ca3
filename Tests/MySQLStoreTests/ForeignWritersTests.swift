import BookingDomain
import BookingStore
import BookingTesting
import Testing

@testable import MySQLStore

/// Other programs write as they please: late, held open, rolled back, past the triggers.
@Suite(.serialized) struct ForeignWritersTests {
  /// The bookings of what was logged after `position`.
  private static func logged(_ store: MySQLStore, after position: LogPosition) async throws
    -> [BookingID?]
  {
    try await store.relay.catchUp()
    return try #require(try await store.events(after: position, limit: 1000)).map(\.booking)
  }

  @Test func whatIsCommittedLateIsNotLost() async throws {
    try await TestDatabase.withContractSpa { database, store in
      let before = try await store.position()
      let early = try database.foreignConnection()
      try early.run("START TRANSACTION")
      try early.run("UPDATE bookings SET booking_notes = 'early' WHERE booking_id = 1")
      try database.runForeignSQL([
        "UPDATE bookings SET booking_notes = 'later' WHERE booking_id = 2"
      ])
      #expect(try await Self.logged(store, after: before) == [2])
      try early.run("COMMIT")
      #expect(try await Self.logged(store, after: before) == [2, 1])
    }
  }

  @Test func aTransactionHeldOpenStopsNobodyElse() async throws {
    try await TestDatabase.withContractSpa { database, store in
      let holder = try database.foreignConnection()
      try holder.run("START TRANSACTION")
      try holder.run("SELECT COUNT(*) FROM bookings")
      try holder.run("UPDATE bookings SET booking_notes = 'held' WHERE booking_id = 3")
      try holder.run("UPDATE bookings SET booking_status = 'COMPLETED' WHERE booking_id = 3")
      try holder.run("UPDATE customers SET notes = 'held' WHERE customer_id = 5")
      try holder.run(
        ContractSpa.booking(9, customer: 6, item: 2, therapist: 5, "18:00:00", "SCHEDULED", bed: 2))
      // The same guest, therapist, bed and day as what is held.
      for change in [ContractSpa.change(.confirmed), .undo, ContractSpa.change(.confirmed)] {
        let answer = try await store.perform(
          ContractSpa.command(ContractSpa.morning, change), by: ContractSpa.lan,
          now: ContractSpa.now)
        guard case .accepted = answer.result else {
          Issue.record("\(change): \(answer.result)")
          continue
        }
      }
      try database.runForeignSQL([
        "UPDATE bookings SET booking_status = 'COMPLETED' WHERE booking_id = 2",
        ContractSpa.booking(
          10, customer: 6, item: 2, therapist: 5, "19:00:00", "SCHEDULED", bed: 2),
      ])
      // None of them waited for the holder: it has not ended yet.
      let held = try holder.row("SELECT booking_notes FROM bookings WHERE booking_id = 3")
      #expect(held?.text("booking_notes") == "held")
      try holder.run("ROLLBACK")
      #expect(try await store.bookings([3]).first?.version == 1)
    }
  }

  @Test func anOrderForABookingThatIsHeldIsRefusedInTimeAndHalfDoneInNothing() async throws {
    try await TestDatabase.withContractSpa { database, store in
      let before = try await store.position()
      let holder = try database.foreignConnection()
      try holder.run("START TRANSACTION")
      try holder.run("UPDATE bookings SET booking_notes = 'held' WHERE booking_id = 1")
      let command = ContractSpa.command(ContractSpa.morning, ContractSpa.change(.confirmed))
      let failure = await #expect(throws: StoreFailure.self) {
        try await store.perform(command, by: ContractSpa.lan, now: ContractSpa.now)
      }
      #expect(failure?.code == .locked)
      try holder.run("ROLLBACK")
      #expect(try await store.position() == before)
      let answer = try await store.perform(command, by: ContractSpa.lan, now: ContractSpa.now)
      #expect(!answer.isReplayed)
    }
  }

  @Test func aGuestsNewNameReachesTheBookingThatIsHeldWhenItIsFree() async throws {
    try await TestDatabase.withContractSpa { database, store in
      try database.runForeignSQL([
        "UPDATE bookings SET appointment_date = UTC_DATE() + INTERVAL 2 DAY"
      ])
      try await store.relay.catchUp()
      let before = try await store.position()
      let holder = try database.foreignConnection()
      try holder.run("START TRANSACTION")
      try holder.run("UPDATE bookings SET booking_notes = 'held' WHERE booking_id = 1")
      try database.runForeignSQL(["UPDATE customers SET full_name = 'Anh' WHERE customer_id = 5"])
      #expect(try await Self.logged(store, after: before) == [nil, 3])
      try holder.run("COMMIT")
      #expect(try await Self.logged(store, after: before) == [nil, 3, 1, 1])
      #expect(try await store.bookings([1]).first?.customer.name == "Anh")
      // The first is the register's.
      let versions = try await store.events(after: before, limit: 9)?.map(\.version)
      #expect(versions == [0, 3, 3, 4])
    }
  }

  @Test func theShopStillGetsTheNumberOfItsNewBooking() async throws {
    try await TestDatabase.withContractSpa { database, _ in
      let shop = try database.foreignConnection()
      try shop.run(
        "INSERT INTO bookings (customer_id, payment_item_id, service_id, therapist_user_id,"
          + " appointment_date, appointment_time, duration_minutes, room_id)"
          + " VALUES (5, 1, 1, 4, '2026-04-01', '09:00:00', 60, 1)")
      let row = try shop.row(
        "SELECT LAST_INSERT_ID() AS told, (SELECT MAX(booking_id) FROM bookings) AS made")
      #expect(row?.int64("told") == row?.int64("made"))
    }
  }

  @Test func aWriteOfAnotherProgramHasNoAuthorEvenOnOurConnection() async throws {
    try await TestDatabase.withContractSpa { database, store in
      _ = try await store.perform(
        ContractSpa.command(ContractSpa.morning, ContractSpa.change(.confirmed)),
        by: ContractSpa.lan, now: ContractSpa.now)
      let before = try await store.position()
      try await store.write {
        try $0.run("UPDATE bookings SET booking_notes = 'x' WHERE booking_id = 2")
      }
      try await store.relay.catchUp()
      let event = try await store.events(after: before, limit: 2)?.first
      #expect(event?.booking == ContractSpa.other)
      #expect(event?.by == nil && event?.byName == "")
    }
  }

  @Test func anotherCapitalLetterIsAChange() async throws {
    try await TestDatabase.withContractSpa { database, store in
      try database.runForeignSQL(["UPDATE bookings SET booking_notes = 'an' WHERE booking_id = 1"])
      try await store.relay.catchUp()
      let before = try await store.position()
      try database.runForeignSQL(["UPDATE bookings SET booking_notes = 'An' WHERE booking_id = 1"])
      #expect(try await Self.logged(store, after: before) == [1])
    }
  }

  @Test func whatNoTriggerSawIsRepairedAndCounted() async throws {
    try await TestDatabase.withContractSpa { database, store in
      let before = try await store.position()
      // A cascade sets the bed of bookings to NULL; a truncated table fires nothing at all.
      try database.runForeignSQL(["DELETE FROM beds WHERE bed_id = 2"])
      #expect(try await Self.logged(store, after: before) == [])
      let connection = try database.connection()
      let reconciliation = Reconciliation(db: connection, lease: Lease(server: "test"))
      try connection.run("UPDATE frontdesk_log SET lease_until = 0")
      var pace = try reconciliation.step(.init())
      #expect(pace.next == 0)
      try connection.run("UPDATE frontdesk_log SET lease_until = 0")
      #expect(try await Self.logged(store, after: before) == [2])
      #expect(try await store.bookings([2]).first?.version == 2)
      try connection.run("UPDATE frontdesk_log SET lease_until = 0")
      try connection.run("TRUNCATE bookings")
      pace = try reconciliation.step(pace)
      try await store.relay.catchUp()
      let gone = try #require(try await store.events(after: before, limit: 10)).dropFirst()
      #expect(gone.map(\.kind) == [.gone, .gone, .gone])
      let row = try connection.row("SELECT repaired FROM frontdesk_settings")
      #expect(row?.int64("repaired") == 4)
    }
  }

  @Test func arrivalsThatNoTriggerSawAreTold() async throws {
    try await TestDatabase.withContractSpa { database, store in
      let shop = try database.foreignConnection()
      let arrive = "INSERT INTO checkins (appointment_id, customer_id, status) VALUES"
      try shop.run("\(arrive) (1, 5, 'SUCCESS'), (2, 6, 'FAILED')")
      try await store.relay.catchUp()
      let before = try await store.position()
      let connection = try database.connection()
      let reconciliation = Reconciliation(db: connection, lease: Lease(server: "test"))
      func look(_ pace: Reconciliation.Pace) async throws -> Reconciliation.Pace {
        try connection.run("UPDATE frontdesk_log SET lease_until = 0")
        let next = try reconciliation.step(pace)
        try connection.run("UPDATE frontdesk_log SET lease_until = 0")
        return next
      }
      var pace = try await look(.init())
      try shop.run("\(arrive) (3, 5, 'SUCCESS')")
      #expect(try await Self.logged(store, after: before) == [3])
      pace = try await look(pace)
      #expect(try await Self.logged(store, after: before) == [3], "once, by its trigger")
      try connection.run("TRUNCATE checkins")
      pace = try await look(pace)
      #expect(try await Self.logged(store, after: before) == [3, 1, 3])
      #expect(try await store.bookings([1, 3]).allSatisfy { $0.arrivedAt == nil })
      pace = try await look(pace)
      #expect(try await Self.logged(store, after: before) == [3, 1, 3])
      #expect(
        try connection.row("SELECT repaired FROM frontdesk_settings")?.int64("repaired") == 2)
    }
  }

  @Test func aForeignStartAndEndAreKeptAsFacts() async throws {
    try await TestDatabase.withContractSpa { database, store in
      try database.runForeignSQL([
        "UPDATE bookings SET booking_status = 'IN_PROGRESS' WHERE booking_id = 1"
      ])
      let started = try #require(try await store.bookings([1]).first)
      #expect(started.startedAt != nil && started.endedAt == nil)
      try database.runForeignSQL([
        "UPDATE bookings SET booking_status = 'COMPLETED' WHERE booking_id = 1"
      ])
      let ended = try #require(try await store.bookings([1]).first)
      #expect(ended.startedAt == started.startedAt && ended.endedAt != nil)
    }
  }

  /// Nobody else writes meanwhile: it is the foreign commit that is heard of.
  @Test func everyForeignCommitWakesEveryListener() async throws {
    try await TestDatabase.withContractSpa { database, store in
      let shop = try database.foreignConnection()
      for number in 0..<20 {
        var wakes = [store.commits().makeAsyncIterator(), store.commits().makeAsyncIterator()]
        let before = try await store.position().seq
        try shop.run("UPDATE bookings SET booking_notes = '\(number)' WHERE booking_id = 1")
        for listener in wakes.indices { #expect(await wakes[listener].next() != nil) }
        #expect(try await store.position().seq == before + 1)
      }
    }
  }
}
