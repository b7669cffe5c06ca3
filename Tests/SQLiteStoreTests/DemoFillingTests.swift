import BookingDomain
import BookingStore
import BookingTesting
import CCrypt
import GRDB
import SQLiteStore
import Testing

@Suite struct DemoFillingTests {
  @Test func theStoreShowsWhatTheDemoSays() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.open()
    let demo = DemoDatabaseTests.demo()
    try await store.fill(with: demo)
    let day = try await store.day(DemoDatabaseTests.date)
    let expected = DemoDatabaseTests.today(demo)
    #expect(Set(day.bookings.map(\.id)) == Set(expected.map(\.id)))
    #expect(day.spa.therapists.map(\.name) == demo.therapists.map(\.name))
    #expect(day.position.seq == 0)
    #expect(try await store.zoneName() == "UTC")
    for booking in expected {
      let stored = try #require(day.bookings.first { $0.id == booking.id })
      #expect(stored.status == booking.status)
      #expect(stored.startedAt == booking.course.startedAt)
      #expect(stored.arrivedAt == booking.course.arrivedAt)
      #expect(stored.lastChange == booking.course.changes.last)
    }
    store.close()
  }

  @Test func thePasswordIsDemo() {
    #expect(frontdesk_password_matches("demo", DemoDatabase.passwordHash))
  }

  @Test func everyDemoAccountIsThere() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.open()
    try await store.fill(with: DemoDatabaseTests.demo())
    let accounts = [
      ("reception", Role.receptionist), ("reception2", .receptionist), ("manager", .manager),
      ("therapist1", .therapist), ("therapist6", .therapist), ("customer1", .customer),
    ]
    for (mailbox, role) in accounts {
      let account = try await store.account(email: "\(mailbox)@demo.spa")
      #expect(account?.person.role == role, "\(mailbox)")
      #expect(account?.passwordHash == DemoDatabase.passwordHash)
    }
    store.close()
  }

  @Test func aSpaWithBookingsIsNotFilledAgain() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.openContractSpa()
    await #expect(throws: StoreFailure.self) {
      try await store.fill(with: DemoDatabaseTests.demo())
    }
    #expect(try await store.day(ContractSpa.date).bookings.count == 3)
    store.close()
  }

  /// Somebody has begun to bring the old book over: guests first.
  @Test(arguments: [
    "INSERT INTO customers (customer_id, full_name, phone_number) VALUES (1, 'Nino', '+995 32 2 12')",
    "INSERT INTO rooms (room_id, name, capacity, is_active) VALUES (1, 'Lotus', 2, 1)",
    "INSERT INTO users (user_id, role_id, full_name, email, hash_password) VALUES (1, 1, 'Ana', 'a@b.ge', '')",
  ])
  func aSpaWithoutBookingsIsNotFilledEither(row: String) async throws {
    let database = try TemporaryDatabase()
    let store = try await database.open()
    try await database.runForeignSQL([row])
    let failure = await #expect(throws: StoreFailure.self) {
      try await store.fill(with: DemoDatabaseTests.demo())
    }
    #expect(failure?.sentence.contains("is a spa already") == true)
    let table = try #require(row.split(separator: " ").dropFirst(2).first)
    let count = try await store.inSnapshot { db in
      try db.row("SELECT COUNT(*) AS n FROM \(table)")?.int64("n")
    }
    #expect(count == 1)
    store.close()
  }

  @Test func triggersWorkAfterFilling() async throws {
    let database = try TemporaryDatabase()
    let store = try await database.open()
    let demo = DemoDatabaseTests.demo()
    try await store.fill(with: demo)
    try await database.runForeignSQL([
      "UPDATE bookings SET booking_notes = 'hello' WHERE booking_id = 5"
    ])
    #expect(try await store.position().seq == 1)
    store.close()
  }
}
